"""Days as people write them in a chat: 12-20, 12月20日, 明天, 三天后; always on the street's calendar."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.core.calendar import SHANGHAI
from bot.core.places import numerals

_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_FULL = re.compile(r"(?P<year>20\d\d)\s*[-./年]\s*(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})(?!\d)\s*[日号]?")
_SHORT = re.compile(
    r"(?<![\d.])(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})(?![\d.]|\s*[天周个公米元块万吨小])\s*[日号]?"
)
_SPOKEN = re.compile(rf"(?P<month>{_NUMBER})月(?P<day>{_NUMBER})[日号]")
_AHEAD = re.compile(rf"(?P<count>{_NUMBER})\s*(?P<unit>天|日|周|个?星期|个?月)(?:之?后|以后)")
_NAMED = re.compile(r"今天|明天|大后天|后天")
_DAYS_AWAY = {"今天": 0, "明天": 1, "后天": 2, "大后天": 3}
_WIDE = str.maketrans("０１２３４５６７８９－．／　", "0123456789-./ ")
# What stands between the day and the reason: 到12-20，等配件
_JOINS = " 　,，。、;；:：到至前止-"
# A day without a year is the coming one; but what was a few weeks ago is a slip, nobody means eleven months by it.
_LONG_AHEAD = timedelta(days=270)


def read(text: str, *, now: datetime) -> tuple[date | None, str]:
    """The first day that the words name, and the words without it; None when they name none that exists.

    A day without a year is the next one of that name, or the last one if that is nearly a year away.
    """
    text = text.translate(_WIDE)
    today = now.astimezone(SHANGHAI).date()
    found = min(_found_in(text), key=lambda match: (match.start(), -match.end()), default=None)
    if found is None:
        return None, text.strip(_JOINS)
    return _day_of(found, today), _without(text, found[0])


def begin_of(day: date) -> datetime:
    """The midnight with which the day begins on the street."""
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI)


def _found_in(text: str) -> Iterator[re.Match[str]]:
    """Where each way of writing a day first occurs."""
    for pattern in (_NAMED, _FULL, _AHEAD, _SPOKEN, _SHORT):
        match = pattern.search(text)
        if match is not None:
            yield match


def _day_of(found: re.Match[str], today: date) -> date | None:
    parts = found.groupdict()
    if found.re is _NAMED:
        return today + timedelta(days=_DAYS_AWAY[found[0]])
    if found.re is _AHEAD:
        days = {"天": 1, "日": 1, "周": 7, "星": 7, "月": 30}[parts["unit"].removeprefix("个")[0]]
        count = numerals.parse(parts["count"])
        return today + timedelta(days=count * days) if count is not None else None
    month, day = numerals.parse(parts["month"]), numerals.parse(parts["day"])
    if month is None or day is None:
        return None
    if "year" in parts:
        return _existing(int(parts["year"]), month, day)
    days_of_name = [_existing(year, month, day) for year in (today.year, today.year + 1)]
    coming = next((each for each in days_of_name if each is not None and each >= today), None)
    is_slip = coming is None or coming - today > _LONG_AHEAD
    return days_of_name[0] or coming if is_slip else coming


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without(text: str, part: str) -> str:
    before, _, after = text.partition(part)
    kept = (before.strip(_JOINS), after.strip(_JOINS))
    return " ".join(words for words in kept if words)
