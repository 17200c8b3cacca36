"""Counting minutes on the two clocks: forward to a deadline, and between two moments."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Self

from bot.core.calendar import hours, section, slots, zone
from bot.core.calendar.due import Clock, Due, Step, require_clock
from bot.core.calendar.holidays import Holidays, Kind

# The longest period of the trade is a year (挂账). Twice that, day and night, is a slip of the pen.
LONGEST_MINUTES = 2 * 366 * slots.MINUTES_OF_A_DAY

DAY = timedelta(days=1)


class Calendar:
    """When the street works. Working time stands still outside the slots of a working day; continuous time never."""

    def __init__(self, worked: hours.Hours, tables: Holidays) -> None:
        self._hours = worked
        self._holidays = tables

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Self:
        """The calendar of a config section; BadCalendar naming every fault at once when it cannot be used."""
        return cls(*section.read(mapping))

    def due(self, start: datetime, minutes: int, clock: Clock) -> Due:
        """The deadline `minutes` after `start`, which is floored to the whole minute first.

        A deadline that falls exactly at the end of a slot stays there; zero minutes are over at once.
        ValueError for a naive start, an unknown clock, or minutes below zero or beyond two years.
        """
        require_clock(clock)
        if not 0 <= minutes <= LONGEST_MINUTES:
            raise ValueError(f"分钟数要在0到{LONGEST_MINUTES}之间，现在是{minutes}")
        begin = zone.floor(start)
        steps = tuple(self._spend(begin, minutes, clock)) if minutes else ()
        return Due(
            start=begin,
            at=steps[-1].end if steps else begin,
            clock=clock,
            minutes=minutes,
            provisional=any(self._is_guessed(step, clock) for step in steps),
            steps=steps,
        )

    def minutes_between(self, a: datetime, b: datetime, clock: Clock) -> int:
        """Whole minutes of `clock` from `a` to `b`, both floored to the minute; negative when `b` comes first."""
        require_clock(clock)
        begin, end = zone.floor(a), zone.floor(b)
        if end < begin:
            return -self.minutes_between(b, a, clock)
        if clock == "continuous":
            return _minutes(begin, end)
        total = 0
        for step in self._walk(begin):
            if step.start >= end:
                break
            if step.minutes:
                total += _minutes(step.start, min(step.end, end))
        return total

    def is_working(self, at: datetime) -> bool:
        """Whether the office is open at this moment; a slot's first second counts, its end no longer."""
        local = zone.localise(at)
        minute = local.hour * 60 + local.minute
        return self._holidays.is_working_day(local.date()) and any(
            minute in slot for slot in self._hours.on(local.date())
        )

    def next_working(self, at: datetime) -> datetime:
        """This very moment when the office is open, else the moment it opens next."""
        if self.is_working(at):
            return zone.localise(at)
        return next(step.start for step in self._walk(zone.floor(at)) if step.minutes)

    def working_span(self, day: date) -> tuple[datetime, datetime] | None:
        """From when until when somebody is in the office that day, lunch included; None on a day off."""
        if not self._holidays.is_working_day(day):
            return None
        worked = self._hours.on(day)
        return hours.place(day, worked[0].start), hours.place(day, worked[-1].end)

    def kind_of(self, day: date) -> Kind:
        """What sort of day it is; "" and 调休上班 are worked, 周末 and 假日 are not."""
        return self._holidays.kind_of(day)

    def is_working_day(self, day: date) -> bool:
        """Whether the office is open that day."""
        return self._holidays.is_working_day(day)

    def is_year_known(self, year: int) -> bool:
        """Whether the holiday notice for this year is at hand; without it working deadlines are provisional."""
        return self._holidays.is_year_known(year)

    def _spend(self, begin: datetime, minutes: int, clock: Clock) -> Iterator[Step]:
        """The steps that use up exactly `minutes` from `begin` on."""
        if clock == "continuous":
            yield Step(begin.date(), begin, begin + timedelta(minutes=minutes), minutes, "")
            return
        left = minutes
        for step in self._walk(begin):
            used = min(step.minutes, left)
            left -= used
            if left:
                yield step
                continue
            yield dataclasses.replace(step, end=step.start + timedelta(minutes=used), minutes=used)
            return

    def _walk(self, begin: datetime) -> Iterator[Step]:
        """Slots and days off from `begin` on, without end; a day off is one step of no minutes."""
        day = begin.date()
        while True:
            kind = self._holidays.kind_of(day)
            if not self._holidays.is_working_day(day):
                yield Step(day, max(begin, hours.place(day, 0)), hours.place(day + DAY, 0), 0, kind)
            else:
                for slot in self._hours.on(day):
                    start, end = max(begin, hours.place(day, slot.start)), hours.place(day, slot.end)
                    if start < end:
                        yield Step(day, start, end, _minutes(start, end), kind)
            day += DAY

    def _is_guessed(self, step: Step, clock: Clock) -> bool:
        return clock == "working" and not self._holidays.is_year_known(step.day.year)


def _minutes(start: datetime, end: datetime) -> int:
    return (end - start) // timedelta(minutes=1)
