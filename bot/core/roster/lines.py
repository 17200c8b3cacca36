"""Lines that people write ("11-30 夜班 小王、阿芳") become entries of a roster; what is wrong is told line by line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.core.notes import clip
from bot.core.roster import dates
from bot.core.roster.kinds import Kind
from bot.core.street import Street

# What is written instead of a shift and a name to leave a day empty.
NOBODY = frozenset({"无", "空", "没有", "取消"})
# As much of a word as is needed to find it again.
LONGEST_QUOTE = 16
_GAP = " \t\r\n,;:、。-"
_BETWEEN_NAMES = re.compile(r"[、,;/\r\n]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was written, and which one of the message or file it is."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line, as a sentence."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line says: who is on which shift of the day; `kind` None empties the day."""

    line: int
    day: date
    kind: Kind | None
    names: tuple[str, ...] = ()


@dataclass
class Reading:
    """The entries that could be read, and the faults of the others."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(lines: Iterable[Line], *, today: date, street: Street) -> Reading:
    """Everything that the lines say; blank ones say nothing."""
    reading = Reading()
    for line in lines:
        text = dates.plain(line.text)
        if not text.strip(_GAP):
            continue
        found = _entry(line.number, text, today=today, street=street)
        if isinstance(found, Entry):
            reading.entries.append(found)
        else:
            reading.faults += [Fault(line.number, words) for words in found]
    reading.faults += _contradictions(reading.entries, street)
    return reading


def _entry(number: int, text: str, *, today: date, street: Street) -> Entry | list[str]:
    """The line's entry, or everything that is wrong with it."""
    texts = street.texts
    written = dates.read(text, today=today)
    if written is None:
        return [texts("roster-no-date", text=quote(text), example=example(today, street))]
    faults = [texts(f"roster-date-{written.fault}", day=written.words)] if written.fault else []
    rest = written.rest.strip(_GAP)
    if rest in NOBODY and written.day is not None and not faults:
        return Entry(number, written.day, None)
    kind, who = _kind(rest, street)
    names = tuple(filter(None, (name.strip(_GAP) for name in _BETWEEN_NAMES.split(who))))
    if kind is None and rest not in NOBODY:
        known = "、".join(street.rules.duty.shifts)
        unknown = quote(_first_word(rest))
        text_id = "roster-no-shift" if not rest else "roster-unknown-shift"
        faults.append(texts(text_id, shift=unknown, known=known))
    elif kind is not None and not names:
        faults.append(texts("roster-no-name", shift=kind.name))
    twice = sorted({name for name in names if names.count(name) > 1})
    faults += [texts("roster-name-twice", who=quote(name)) for name in twice]
    if faults or written.day is None:
        return faults
    return Entry(number, written.day, kind, names)


def _kind(rest: str, street: Street) -> tuple[Kind | None, str]:
    """The shift with whose name the text begins, the longest that fits, and what follows it."""
    fitting = [kind for kind in street.rules.duty.kinds if rest.startswith(kind.name)]
    best = max(fitting, key=lambda kind: len(kind.name), default=None)
    return best, rest[len(best.name) :].strip(_GAP) if best else ""


def _first_word(rest: str) -> str:
    return re.split(rf"[{re.escape(_GAP)}]", rest, maxsplit=1)[0]


def _contradictions(entries: list[Entry], street: Street) -> list[Fault]:
    """The same shift on two lines, and a day that is said to be empty and is not."""
    faults, seen = [], dict[tuple[date, str | None], Entry]()
    emptied = {entry.day: entry for entry in entries if entry.kind is None}
    for entry in entries:
        key = (entry.day, entry.kind.name if entry.kind else None)
        if key in seen:
            faults.append(Fault(entry.line, street.texts("roster-shift-twice", line=seen[key].line)))
        elif entry.kind is not None and entry.day in emptied:
            faults.append(Fault(entry.line, street.texts("roster-day-emptied", line=emptied[entry.day].line)))
        seen.setdefault(key, entry)
    return faults


def example(day: date, street: Street, shift: str = "") -> str:
    """A line as it should be written, for this shift or the first that there is."""
    return street.texts("roster-example", day=f"{day:%m-%d}", shift=shift or street.rules.duty.kinds[0].name)


def quote(text: str) -> str:
    """As much of what was written as is needed to find it again."""
    return clip(text, LONGEST_QUOTE)
