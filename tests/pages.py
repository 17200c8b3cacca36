"""The project's pages and files as test_docs.py reads them: what they name, and where they point."""

import functools
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARCHITECTURE = ROOT / "docs" / "architecture.md"
CHINESE, ENGLISH = ROOT / "README.md", ROOT / "README.en.md"
#: folders that have code, rows or pages; the map shows `tests/` as one
MAPPED = ("bot", "handlers", "models", "migrations", "sandbox", "bench", "docs", "tests")

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
INSIDE = re.compile(rf"(?:{'|'.join(MAPPED)})/[\w./-]*")


def name(path: Path) -> str:
    """The path as the project knows it."""
    return str(path.relative_to(ROOT))


@functools.cache
def tracked() -> list[Path]:
    """Every file that is in the repository, or would be with the next commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file()]


def exists(path: Path) -> bool:
    """True for a tracked file, or a folder of one: what only lies about here is not in anybody's clone."""
    return any(path == one or path in one.parents for one in tracked())


def pages() -> list[Path]:
    """Every Markdown page."""
    return [path for path in tracked() if path.suffix == ".md"]


def folders() -> Iterator[str]:
    """Every folder that belongs on the map, with a slash at its end."""
    for folder in sorted({name(path.parent) for path in tracked()}):
        top, _, below = folder.partition("/")
        if top in MAPPED and not (top == "tests" and below):
            yield f"{folder}/"


def quoted(page: Path) -> list[str]:
    """What stands in `backticks` on the page."""
    return CODE.findall(page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    """Where the page points inside the project."""
    return LINK.findall(page.read_text(encoding="utf-8"))


def promised(page: Path) -> Iterator[str]:
    """The files and folders of the project that the page names in backticks."""
    files = (words.partition(":")[0] for words in quoted(page))
    return (file for file in files if INSIDE.fullmatch(file))


def traced(page: Path) -> Iterator[tuple[str, str]]:
    """Every `file.py:name` on the page."""
    for words in quoted(page):
        if found := re.fullmatch(r"([\w/]+\.py):([\w.]+)", words):
            yield found[1], found[2]
