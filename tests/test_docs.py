"""The pages say what is so: everything on them that can be checked against the code is."""

import ast
import re
import subprocess
import sys

import pytest
import yaml
from sqlmodel import SQLModel

import models
from bot import settings
from bot.core.workflow import Action, Status
from docs import workflow_diagram
from handlers import ROUTERS, help
from tests import pages

# Where packages come from, and whose home or checkout it was written in, is nobody's business.
REGISTRIES = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|[-_]index[-_]url\s*=?\s*http")
MACHINE_PATHS = re.compile(r"(?<![\w.:])/(work|root|home|Users)/\w")


def test_every_folder_is_on_the_map():
    named = pages.quoted(pages.ARCHITECTURE)

    missing = [folder for folder in pages.folders() if folder not in named]

    assert missing == []


@pytest.mark.parametrize("page", pages.pages(), ids=pages.name)
def test_files_and_folders_that_a_page_names_exist(page):
    gone = [name for name in pages.promised(page) if not pages.exists(pages.ROOT / name)]

    assert gone == []


@pytest.mark.parametrize("page", pages.pages(), ids=pages.name)
def test_links_inside_the_project_lead_somewhere(page):
    broken = [link for link in pages.links(page) if not pages.exists((page.parent / link).resolve())]

    assert broken == []


@pytest.mark.parametrize("page", pages.pages(), ids=pages.name)
def test_functions_that_a_page_names_exist(page):
    gone = [f"{file}:{name}" for file, name in pages.traced(page) if name not in _names_in(file)]

    assert gone == []


def test_the_diagram_is_fresh():
    page = pages.ARCHITECTURE.read_text(encoding="utf-8")

    # Stale? .venv/bin/python -m docs.workflow_diagram
    assert page == workflow_diagram.refreshed(page)


@pytest.mark.parametrize("word", [*Status, *Action])
def test_every_status_and_action_is_explained(word):
    page = pages.ARCHITECTURE.read_text(encoding="utf-8")

    assert re.search(rf"\b{word}\b", page)


def test_every_table_is_explained():
    assert models.Ticket.__tablename__ in SQLModel.metadata.tables

    missing = [name for name in SQLModel.metadata.tables if name not in pages.quoted(pages.ARCHITECTURE)]

    assert missing == []


def test_every_setting_is_named():
    shipped = yaml.safe_load((pages.ROOT / "config.yaml").read_text(encoding="utf-8"))

    missing = [key for key in shipped if key not in pages.quoted(pages.ARCHITECTURE)]

    assert missing == []


def test_every_secret_is_named_in_both_readmes():
    secrets = {settings.TELEGRAM_TOKEN, settings.WEBHOOK_SECRET, settings.API_TOKEN}

    for readme in (pages.CHINESE, pages.ENGLISH):
        page = readme.read_text(encoding="utf-8")
        assert {name for name in secrets if name not in page} == set(), readme.name


def test_every_command_of_the_program_is_named_and_no_other():
    told = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], cwd=pages.ROOT, check=True, capture_output=True, text=True
    )
    # argparse lists each command on a line of its own, four spaces in; options stand two spaces in.
    commands = set(re.findall(r"^    ([a-z][a-z-]*)(?:\s|$)", told.stdout, re.MULTILINE))

    named = {match[1] for name in pages.quoted(pages.ARCHITECTURE) if (match := re.match(r"python -m bot (\S+)", name))}

    assert named == commands


def test_every_chat_command_is_in_both_readmes():
    commands = {line.split()[0] for router in ROUTERS for line in help.commands_of(router)}

    for readme in (pages.CHINESE, pages.ENGLISH):
        page = readme.read_text(encoding="utf-8")
        assert {command for command in commands if f"`{command}" not in page} == set(), readme.name


def test_every_make_target_that_a_page_names_exists():
    makefile = (pages.ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))

    named = {(page.name, target) for page in pages.pages() for target in _make_targets(page.read_text("utf-8"))}

    assert {(page, target) for page, target in named if target not in targets} == set()


def test_both_readmes_have_the_same_sections():
    chinese, english = (re.findall(r"^#+", page.read_text("utf-8"), re.M) for page in (pages.CHINESE, pages.ENGLISH))

    assert chinese == english


def test_no_file_names_a_package_registry_or_a_path_of_somebody_s_machine():
    told = []
    for path in pages.tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        told += [(path.name, found[0]) for pattern in (REGISTRIES, MACHINE_PATHS) if (found := pattern.search(text))]

    assert told == []


def _names_in(file: str) -> set[str]:
    """The functions and classes of the file, methods as Class.method."""
    tree = ast.parse((pages.ROOT / file).read_text(encoding="utf-8"))
    names = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            methods = (child for child in node.body if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef))
            names |= {f"{node.name}.{method.name}" for method in methods}
    return names


def _make_targets(page: str) -> set[str]:
    return set(re.findall(r"(?:`|^)make ([a-z]+)", page, re.MULTILINE))
