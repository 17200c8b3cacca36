"""Days as people write them: 11-30, 11月30日, 2026/11/30, 明天; also with the weekday behind."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.core.calendar import zone
from bot.core.calendar.due import WEEKDAYS

Fault = Literal["impossible", "past", "far", "weekday"]

# Who writes in January for December is a slip away from last year: nobody plans so far ahead.
FURTHEST = timedelta(days=366)
# A day without a year that was a few weeks ago is a slip of the pen, not one of next year.
LATELY = timedelta(days=60)

SPOKEN = {"今天": 0, "明天": 1, "后天": 2}
_DASHES = str.maketrans(dict.fromkeys("–—―−‐‑~", "-"))
_DAY = re.compile(r"(?:(?P<year>\d{4})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)\s*[日号]?")
_WEEKDAY = re.compile(r"\s*\(?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])\)?")


@dataclass(frozen=True, slots=True)
class Written:
    """A day at the beginning of a text: the day, or what is wrong with it; how it was written; and the rest."""

    day: date | None
    fault: Fault | None
    words: str
    rest: str


def plain(text: str) -> str:
    """The text with full-width letters, digits and marks as a keyboard set to English would have them."""
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def read(text: str, *, today: date) -> Written | None:
    """The day with which a plain text begins; None when it begins with something else.

    Without a year the next such day is meant.
    """
    for word, ahead in SPOKEN.items():
        if text.startswith(word):
            return Written(today + timedelta(days=ahead), None, word, text[len(word) :])
    found = _DAY.match(text)
    if found is None:
        return None
    weekday = _WEEKDAY.match(text, found.end())
    end = weekday.end() if weekday else found.end()
    words, rest = text[:end].strip(), text[end:]
    month, day = int(found["month"]), int(found["day"])
    if found["year"]:
        meant = _day(int(found["year"]), month, day)
        fault = _fault_of(meant, today)
    else:
        meant, fault = _next(month, day, today)
    if meant is not None and fault is None and weekday and not _is_on(meant, weekday["weekday"]):
        fault = "weekday"
    return Written(meant, fault, words, rest)


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of this day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def name(day: date) -> str:
    """The day as people call it: 11-30 周一."""
    return f"{day:%m-%d} {WEEKDAYS[day.weekday()]}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        # Nobody kept a roster in the year 1, and two weeks before it there are no dates.
        return date(year, month, day) if year >= zone.FIRST_YEAR else None
    except ValueError:
        return None


def _next(month: int, day: int, today: date) -> tuple[date | None, Fault | None]:
    this_year, next_year = (_day(year, month, day) for year in (today.year, today.year + 1))
    if this_year is not None and this_year >= today:
        return this_year, None
    if this_year is not None and today - this_year <= LATELY:
        return this_year, "past"
    return next_year, "impossible" if next_year is None else None


def _fault_of(day: date | None, today: date) -> Fault | None:
    if day is None:
        return "impossible"
    if day < today:
        return "past"
    return "far" if day - today > FURTHEST else None


def _is_on(day: date, weekday: str) -> bool:
    return WEEKDAYS[day.weekday()][1] == weekday.replace("天", "日")
