"""The kinds of shift that config.yaml names: their hours, and whether they are the duty officer's or the leader's."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.core.calendar import hours, slots

Post = Literal["duty", "leader"]
POSTS: tuple[Post, ...] = ("duty", "leader")

# What a line of the roster can be told apart by: no gap, no digit, none of the marks that end a word there.
_NAME = re.compile(r"[^\W\d_]{1,8}")
_HOURS = re.compile(r"(\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)")
_MOMENT = re.compile(r"(\d{1,2}):([0-5]\d)")
# A clerk's keyboard is set to Chinese: its colon and dashes mean the same.
_PUNCTUATION = str.maketrans({"：": ":", "－": "-", "–": "-", "—": "-", "~": "-", "～": "-", " ": None})


@dataclass(frozen=True, slots=True)
class Kind:
    """A shift by its name: from `start` to `end` in minutes after the midnight that begins its day."""

    name: str
    start: int
    #: beyond 24:00 for a shift that ends the next day
    end: int
    post: Post

    def span(self, day: date) -> tuple[datetime, datetime]:
        """When the shift of this day begins and ends."""
        return hours.place(day, self.start), hours.place(day, self.end)

    @property
    def hours(self) -> str:
        """Its hours as a clock shows them: 17:30-08:30."""
        return f"{_clock(self.start)}-{_clock(self.end)}"


def read(name: str, written: str, post: Post) -> Kind:
    """The kind of shift of this name and these hours; ValueError with what is wrong and how to mend it."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"班次的名字 {name} 要是一到八个字，不带空格、数字和标点；例如 夜班")
    found = _HOURS.fullmatch(written.translate(_PUNCTUATION))
    if found is None:
        raise ValueError(f'{name}的时间要写成 "08:30-17:30" 这样；过了半夜的写 "17:30-08:30"')
    start, end = _minute(found[1], found[2]), _minute(found[3], found[4])
    return Kind(name, start, end if end > start else end + slots.MINUTES_OF_A_DAY, post)


def minute_of(written: str) -> int:
    """A time of the day in minutes after midnight; ValueError with what is wrong and how to mend it."""
    found = _MOMENT.fullmatch(written.translate(_PUNCTUATION))
    if found is None:
        raise ValueError('时间要写成 "08:40" 这样；两头加上英文引号')
    return _minute(found[1], found[2])


def _minute(hour: str, minute: str) -> int:
    if int(hour) >= 24:
        raise ValueError(f"没有 {hour}:{minute} 这个时间；一天从 0:00 到 23:59")
    return int(hour) * 60 + int(minute)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
