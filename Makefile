# The table of contents of a developer's day. `make demo` and `make test` work on a fresh machine with Python 3.11+.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help

.PHONY: help setup tools demo test check format bench model eye migration lock

help:            ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/'

setup: .venv/.ready   ## make .venv from the lock; a second run costs nothing

.venv/.ready: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

tools: .venv/.tools   ## what tests and checks need besides

.venv/.tools: requirements-dev.lock .venv/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: setup      ## the whole thing with no token and no network
	$(BIN)/python -m bot demo

test: tools      ## every test
	$(BIN)/python -m pytest -n auto --dist worksteal

check: tools     ## format, lint, types, imports, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: tools    ## let ruff write
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: tools     ## the measuring rigs
	$(BIN)/python -m bench

model: setup     ## learn the street's model anew from bot/captions
	$(BIN)/python -m bot train bot/captions/street_*.csv --text text --label code --phrases --out bot/core/classify/model

eye: setup       ## teach the eye's head anew: make eye photos=FOLDER/manifest.csv
	$(BIN)/python -m bot train-photos "$(photos)" --out bot/core/sight/model

migration: setup ## make migration m="what changes"
	$(BIN)/python -m alembic revision --autogenerate -m "$(m)"

lock:            ## write both lock files anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate -q pyproject.toml --group dev -o requirements-dev.lock
