"""Days as people write them in a chat: 12-20, 12月20日, 明天, 3天后; always on the street's calendar."""

import re
from datetime import date, datetime, timedelta

from bot.core.calendar import SHANGHAI

_FULL = re.compile(r"(?P<year>20\d\d)\s*[-./年]\s*(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})\s*[日号]?")
_SHORT = re.compile(r"(?<!\d)(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})(?!\d)\s*[日号]?")
_AHEAD = re.compile(r"(?P<count>\d{1,3})\s*(?P<unit>天|日|周|个?星期|个?月)(?:之?后|以后)")
_NAMED = {"今天": 0, "明天": 1, "后天": 2, "大后天": 3}
_WIDE = str.maketrans("０１２３４５６７８９－．／　", "0123456789-./ ")
# What stands between the day and the reason: 到12-20，等配件
_JOINS = " 　,，。、;；:：到至前止-"


def read(text: str, *, now: datetime) -> tuple[date | None, str]:
    """The first day that the words name, and the words without it; None when they name none that exists.

    A day without a year is the next one of that name.
    """
    text = text.translate(_WIDE)
    today = now.astimezone(SHANGHAI).date()
    for word in sorted(_NAMED, key=len, reverse=True):
        if word in text:
            return today + timedelta(days=_NAMED[word]), _without(text, word)
    for pattern in (_FULL, _AHEAD, _SHORT):
        found = pattern.search(text)
        if found is not None:
            return _day_of(found.groupdict(), today), _without(text, found[0])
    return None, text.strip(_JOINS)


def begin_of(day: date) -> datetime:
    """The midnight with which the day begins on the street."""
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def _day_of(found: dict[str, str | None], today: date) -> date | None:
    if "count" in found:
        days = {"天": 1, "日": 1, "周": 7, "星": 7, "月": 30}[str(found["unit"]).removeprefix("个")[0]]
        return today + timedelta(days=int(str(found["count"])) * days)
    years = [int(str(found["year"]))] if "year" in found else [today.year, today.year + 1]
    for year in years:
        day = _existing(year, int(str(found["month"])), int(str(found["day"])))
        if day is not None and (day >= today or "year" in found):
            return day
    return None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without(text: str, part: str) -> str:
    before, _, after = text.partition(part)
    kept = (before.strip(_JOINS), after.strip(_JOINS))
    return " ".join(words for words in kept if words)
