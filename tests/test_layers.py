"""What the layers promise each other beyond their imports (those are import-linter's, in `make check`)."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from aiogram.dispatcher.event.handler import FilterObject, HandlerObject
from aiogram.filters import Command

from handlers import ROUTERS
from handlers.prompt_answers import Asked
from handlers.staff_words import SpeaksOfTicket
from handlers.steps import SpeaksOfStep

ROOT = Path(__file__).parent.parent
#: prints every top-level package that the core, the mailbox and the rows pull in
IMPORT_ALL = """
import importlib, pkgutil, sys
for name in ("bot.core", "bot.mailbox", "models"):
    for module in pkgutil.walk_packages(importlib.import_module(name).__path__, name + "."):
        importlib.import_module(module.name)
print(*{name.partition(".")[0] for name in sys.modules})
"""
HEAVY = ("aiogram", "fastapi", "httpx", "aiohttp", "apscheduler", "uvicorn")
#: what a filter hands to the handler behind it
HANDED_BY = {
    Command: {"command"},
    Asked: {"person", "prompt"},
    SpeaksOfTicket: {"person", "number", "saying"},
    SpeaksOfStep: {"person", "number", "told"},
}


def _handlers() -> list[HandlerObject]:
    return [handler for router in ROUTERS for observer in router.observers.values() for handler in observer.handlers]


def _name(handler: HandlerObject) -> str:
    return f"{handler.callback.__module__}.{handler.callback.__name__}"


def _handed_in() -> set[str]:
    """What handlers/receiving.py gives to the dispatcher along with an update."""
    tree = ast.parse((ROOT / "handlers" / "receiving.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        keyword.arg
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "feed_update"
        for keyword in call.keywords
        if keyword.arg
    }


def _handed_by(used: FilterObject) -> set[str]:
    return next((names for kind, names in HANDED_BY.items() if isinstance(used.callback, kind)), set())


@pytest.mark.parametrize("handler", _handlers(), ids=_name)
def test_a_handler_asks_only_for_what_it_is_given(handler):
    _event, *asked = inspect.signature(handler.callback).parameters
    given = _handed_in().union(*(_handed_by(used) for used in handler.filters or ()))

    unknown = set(asked) - given

    assert unknown == set()


@pytest.mark.parametrize("handler", _handlers(), ids=_name)
def test_a_filter_asks_only_for_what_it_is_given(handler):
    own = [
        used.callback
        for used in handler.filters or ()
        if isinstance(used.callback, Asked | SpeaksOfTicket | SpeaksOfStep)
    ]

    asked = {name for one in own for name in list(inspect.signature(one.__call__).parameters)[1:]}

    assert asked <= _handed_in()


@pytest.mark.parametrize("handler", _handlers(), ids=_name)
def test_a_handler_says_which_event_it_is_for(handler):
    first_line = (handler.callback.__doc__ or "").strip()

    assert first_line != ""


def test_what_the_product_is_needs_no_chat_library_no_http_and_no_scheduler():
    loaded = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=ROOT, check=True, capture_output=True, text=True)

    assert set(loaded.stdout.split()) & set(HEAVY) == set()
