"""What the code says to people and what bot/locales has to say: read from the sources, for test_locales.py."""

import ast
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "bot" / "locales"
SOURCES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")])
#: names that hold the id of a sentence before it is said
ID_NAMES = frozenset({"text_id", "own", "privately", "settled", "named"})
#: how a sentence is asked for: texts(...), street.texts(...), texts.has(...)
ASKED = re.compile(r"(^|\.)_?texts(\.has)?$")


@dataclass(frozen=True)
class Said:
    """One place in the code that names a sentence; `{}` in the id stands for what is only known at run time."""

    text_id: str
    where: str
    #: the facts handed in; None where the sentence is only named
    facts: frozenset[str] | None

    @property
    def is_family(self) -> bool:
        """True for an id with a part that is filled in at run time."""
        return "{}" in self.text_id

    def covers(self, text_id: str) -> bool:
        """True when the id is this one, or one of this family."""
        return re.fullmatch(re.escape(self.text_id).replace(r"\{\}", "[A-Za-z0-9_]+"), text_id) is not None


def resource(locale: str) -> ftl.Resource:
    """The locale's file as Fluent reads it."""
    return FluentParser().parse((LOCALES / f"{locale}.ftl").read_text(encoding="utf-8"))


@functools.cache
def variables(locale: str) -> dict[str, frozenset[str]]:
    """The facts that each sentence of the locale wants, by its id."""
    messages = [entry for entry in resource(locale).body if isinstance(entry, ftl.Message)]
    return {message.id.name: frozenset(_wanted(message)) for message in messages}


@functools.cache
def said() -> tuple[Said, ...]:
    """Every place in bot/ and handlers/ that names a sentence."""
    return tuple(one for path in SOURCES for one in _said_in(path))


def _wanted(message: ftl.Message) -> Iterator[str]:
    assert message.value is not None
    for element in message.value.elements:
        if isinstance(element, ftl.Placeable) and isinstance(element.expression, ftl.VariableReference):
            yield element.expression.id.name


def _said_in(path: Path) -> Iterator[Said]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call) and node.args and ASKED.search(ast.unparse(node.func)):
            spread = any(keyword.arg is None for keyword in node.keywords) or ast.unparse(node.func).endswith("has")
            facts = None if spread else frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            yield from (Said(text_id, where, facts) for text_id in _ids(node.args[0]))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id in ID_NAMES for target in targets):
                yield from (Said(text_id, where, None) for text_id in _ids(node.value))


def _ids(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.IfExp(body=first, orelse=second):
            yield from _ids(first)
            yield from _ids(second)
