"""What do the words speak of: points per leaf, from the taxonomy's keywords and from patterns.yaml."""

import dataclasses
import functools
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.core.classify import denial
from bot.core.taxonomy import Taxonomy

_PATTERNS = Path(__file__).with_name("patterns.yaml")
# The street's own keywords all count the same; fitted together with the points of patterns.yaml.
_KEYWORD_POINTS = 0.6
# What one unit of danger (see dangers.rule) adds to its leaf, fitted likewise; beyond six nothing more is learnt.
_DANGER_POINTS, _MOST_DANGER = 1.9, 6


@dataclasses.dataclass(frozen=True, slots=True)
class Points:
    """How strongly the words speak of a code, and the words that do."""

    code: str
    points: float
    words: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class _Line:
    points: float
    pattern: re.Pattern[str]


@dataclasses.dataclass(frozen=True, slots=True)
class _Entry:
    base: float
    lines: tuple[_Line, ...]


class Scorer:
    """Gives points to every leaf of the taxonomy, to NONE.* and to UPDATE for some words."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._emergencies = frozenset(code for code, leaf in taxonomy.leaves.items() if leaf.level == "L0")
        written = _read_patterns()
        nothing = _Entry(0.0, ())
        codes = [*taxonomy.leaves, *(code for code in written if "." in code or code == "UPDATE")]
        self._entries = {code: written.get(code, nothing) for code in codes}
        self._keywords = {
            code: re.compile("|".join(map(re.escape, leaf.keywords)))
            for code, leaf in taxonomy.leaves.items()
            if leaf.keywords
        }

    def points(self, words: str, dangers: Mapping[str, int]) -> list[Points]:
        """Every code with its points; `dangers` are the weights found by the safety rules."""
        return [self._score(code, words, dangers.get(code, 0)) for code in self._entries]

    def _score(self, code: str, words: str, danger: int) -> Points:
        entry = self._entries[code]
        points = entry.base + _DANGER_POINTS * min(danger, _MOST_DANGER)
        found: list[str] = []
        keyword = self._keywords.get(code)
        if keyword and (match := self._find(code, keyword, words)):
            points += _KEYWORD_POINTS
            found.append(match)
        for line in entry.lines:
            if match := self._find(code, line.pattern, words):
                points += line.points
                if line.points > 0:
                    found.append(match)
        return Points(code, points, tuple(dict.fromkeys(found)))

    def _find(self, code: str, pattern: re.Pattern[str], words: str) -> str | None:
        """The words found; for an emergency only if nothing around takes them back."""
        match = pattern.search(words)
        if not match:
            return None
        if code in self._emergencies and denial.is_taken_back(words, match.start(), match.end(), code):
            return None
        return match.group()


@functools.cache
def _read_patterns() -> Mapping[str, _Entry]:
    """The entries of patterns.yaml, read and compiled once in a process."""
    raw = yaml.safe_load(_PATTERNS.read_text(encoding="utf-8"))
    return {code: _Entry(entry["base"], tuple(map(_read_line, entry["words"]))) for code, entry in raw.items()}


def _read_line(line: str) -> _Line:
    points, pattern = line.split(" ", 1)
    return _Line(float(points), re.compile(pattern))
