"""The days of a procedure: when a meeting is, and from when until when a notice hangs."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core import dates
from bot.core.calendar import SHANGHAI
from bot.core.places import numerals
from bot.core.street import Street

_NUMBER = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_CLOCK = re.compile(
    rf"(?P<part>上午|早上|中午|下午|晚上)?\s*(?:(?P<hour>\d{{1,2}})\s*[:：]\s*(?P<minute>\d{{2}})(?!\d)"
    rf"|(?P<oclock>{_NUMBER})\s*点\s*(?:(?P<half>半)|(?P<past>\d{{1,2}})\s*分?)?)"
)
_LENGTH = re.compile(rf"(?<!\d)(?P<count>{_NUMBER})\s*(?:天|日)")
#: without a word for it, these hours are in the afternoon: nobody meets at two in the morning
_AFTERNOON = range(1, 7)
_JOINS = " 　,，。、;；:："


@dataclass(frozen=True)
class Appointment:
    """When and where a meeting is, as far as it was said."""

    day: date | None
    at: time | None
    where: str

    @property
    def moment(self) -> datetime | None:
        """Day and hour together."""
        return datetime.combine(self.day, self.at, SHANGHAI) if self.day and self.at else None


@dataclass(frozen=True)
class Notice:
    """The day on which it was posted and the last one that was named, as far as they were said."""

    first: date | None
    last: date | None


def read_appointment(words: str, *, now: datetime) -> Appointment:
    """Day, hour and place of a meeting: 11-30 14:00 居委会会议室."""
    day, rest = dates.read(words, now=now)
    found = _CLOCK.search(rest)
    at = _time_of(found) if found is not None else None
    where = rest.replace(found[0], " ", 1) if found is not None else rest
    return Appointment(day, at, " ".join(where.split()).strip(_JOINS + "在"))


def read_notice(words: str, *, now: datetime) -> Notice:
    """The days of a notice: 11-30到12-07, or 11-30起7天, of which the day of posting is none."""
    today = now.astimezone(SHANGHAI).date()
    day, rest = dates.read(words, now=now)
    if day is None:
        return Notice(None, None)
    first = _nearest(day, today)
    day, _ = dates.read(rest, now=now)
    length = _LENGTH.search(rest)
    if day is not None:
        return Notice(first, _nearest(day, first))
    count = numerals.parse(length["count"]) if length is not None else None
    return Notice(first, first + timedelta(days=count) if count is not None else None)


def read_day(words: str, *, now: datetime) -> date | None:
    """The day for which something is planned."""
    return dates.read(words, now=now)[0]


def end_of_notice(last: date, street: Street) -> date:
    """The day with whose end the notice is over: the named one, or the next that is no holiday (Civil Code 203)."""
    return street.calendar.next_working(dates.begin_of(last)).date()


def is_over(last: date, *, now: datetime, street: Street) -> bool:
    """True from the midnight on with which the notice's last day ends."""
    return now >= dates.begin_of(end_of_notice(last, street) + timedelta(days=1))


def _time_of(found: re.Match[str]) -> time | None:
    hour = numerals.parse(found["oclock"]) if found["oclock"] else int(found["hour"])
    minute = 30 if found["half"] else int(found["minute"] or found["past"] or 0)
    if hour is None:
        return None
    is_late = found["part"] in ("下午", "晚上") or (found["part"] is None and hour in _AFTERNOON)
    hour += 12 if is_late and hour < 12 else 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _nearest(day: date, to: date) -> date:
    """The day of this name that lies nearest: a notice is often told some days after it was posted."""
    names = [named for year in (day.year - 1, day.year) if (named := _in_year(day, year)) is not None]
    return min(names, key=lambda named: abs(named - to))


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None
