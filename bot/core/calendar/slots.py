"""A stretch of the day, and how people write it: "08:30-12:00"; over midnight only where that is allowed."""

import dataclasses
import itertools
import re
from collections.abc import Iterable

MINUTES_OF_A_DAY = 24 * 60

_WRITTEN = re.compile(r"(\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)")
# A clerk's keyboard is set to Chinese: its colon and dashes mean the same.
_PUNCTUATION = str.maketrans({"：": ":", "－": "-", "–": "-", "—": "-", "~": "-", "～": "-", " ": None})


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A stretch of a day, in minutes after midnight; `end` may be 1440, which is 24:00."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_OF_A_DAY:
            raise ValueError(f"时段要在 0:00 到 24:00 之间，先开始后结束，现在是 {self}")

    def __str__(self) -> str:
        """The slot as people write it."""
        return "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (self.start, self.end))

    def __contains__(self, minute: int) -> bool:
        """Whether the minute lies in it; its first one does, its end no longer."""
        return self.start <= minute < self.end


def read(written: object) -> Slot:
    """The slot that is written so; ValueError with a sentence for anything else."""
    return Slot(*_read(written))


def read_through_night(written: object) -> tuple[Slot, ...]:
    """The same where it may run over midnight: then the evening's part, and the morning's if it has one."""
    start, end = _read(written)
    if end >= start:
        return (Slot(start, end),)
    evening = Slot(start, MINUTES_OF_A_DAY)
    return (evening, Slot(0, end)) if end else (evening,)


def do_overlap(slots: Iterable[Slot]) -> bool:
    """True when two of them share a minute."""
    return any(later.start < earlier.end for earlier, later in itertools.pairwise(sorted(slots)))


def _read(written: object) -> tuple[int, int]:
    found = _WRITTEN.fullmatch(str(written).translate(_PUNCTUATION))
    if not found:
        raise ValueError(f'时段要写成 "08:30-12:00" 这样，现在是 {written}')
    start_hour, start_minute, end_hour, end_minute = map(int, found.groups())
    return start_hour * 60 + start_minute, end_hour * 60 + end_minute
