"""Which days are worked: the street's own tables, else chinesecalendar's, else a provisional rule."""

import dataclasses
import functools
from collections.abc import Mapping
from datetime import date
from typing import Literal

Kind = Literal["", "调休上班", "周末", "假日"]

# The statutory days with a fixed date (1.1, 5.1-5.2, 10.1-10.3). Those of the lunar calendar and the
# make-up days stand in the notice of each November and cannot be guessed.
FIXED_DAYS_OFF = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """What one year's notice says: days off, and weekend days that are worked instead."""

    off: frozenset[date]
    work: frozenset[date]


@dataclasses.dataclass(frozen=True, slots=True)
class _Notice:
    """What is said of a day; `named` when it is said of this very day and not of its weekday."""

    worked: bool
    named: bool


class Holidays:
    """The tables of all years; a table given for a year replaces chinesecalendar's for that year."""

    def __init__(self, tables: Mapping[int, Table] | None = None) -> None:
        self._years = frozenset(tables or ())
        # A notice may reach into the December before its year, so days are looked up across all tables.
        self._off = frozenset(day for table in (tables or {}).values() for day in table.off)
        self._work = frozenset(day for table in (tables or {}).values() for day in table.work)

    def kind_of(self, day: date) -> Kind:
        """What sort of day it is; "" and 调休上班 are worked, 周末 and 假日 are not."""
        notice = self._notice(day)
        if notice.worked:
            return "调休上班" if _is_weekend(day) else ""
        return "假日" if notice.named or not _is_weekend(day) else "周末"

    def is_working_day(self, day: date) -> bool:
        """Whether anybody is in the office that day."""
        return self.kind_of(day) in ("", "调休上班")

    def is_year_known(self, year: int) -> bool:
        """Whether a notice for this year is at hand; without one its deadlines are provisional."""
        return year in self._years or _published(date(year, 1, 1)) is not None

    def _notice(self, day: date) -> _Notice:
        if day in self._work or day in self._off:
            return _Notice(worked=day in self._work, named=True)
        if day.year in self._years:
            return _Notice(worked=not _is_weekend(day), named=False)
        return _published(day) or _guessed(day)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= 5


def _guessed(day: date) -> _Notice:
    """What a year without a notice is taken for: Monday to Friday, less the days that are always off."""
    named = (day.month, day.day) in FIXED_DAYS_OFF
    return _Notice(worked=not named and not _is_weekend(day), named=named)


# Ten years of days: a deadline walks over the same few weeks again and again.
@functools.lru_cache(maxsize=3660)
def _published(day: date) -> _Notice | None:
    """What chinesecalendar's notices say of the day; None for a year it does not carry."""
    # Imported when first needed: it costs 20 ms, and most commands never count a deadline.
    import chinese_calendar

    try:
        worked = bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
    return _Notice(worked=worked, named=day in chinese_calendar.constants.holidays)
