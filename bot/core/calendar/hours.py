"""The working hours of a day, which may change from a given date on (summer, a new office)."""

import bisect
import dataclasses
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.core.calendar import zone
from bot.core.calendar.slots import Slot


@dataclasses.dataclass(frozen=True, slots=True)
class Hours:
    """Which slots are worked on a day: those of the latest date reached, before all dates those of the first."""

    dates: tuple[date, ...]
    slots: tuple[tuple[Slot, ...], ...]

    def on(self, day: date) -> tuple[Slot, ...]:
        """The slots of this day in order, were it a working day."""
        return self.slots[max(0, bisect.bisect_right(self.dates, day) - 1)]


def build(periods: Sequence[tuple[date, Sequence[Slot]]]) -> Hours:
    """The hours of these (effective date, slots) pairs, in any order; ValueError when one would give no time."""
    ordered = sorted((day, tuple(sorted(slots))) for day, slots in periods)
    if not ordered or not all(slots for _, slots in ordered):
        raise ValueError("没有上班时段，工作时限就永远到不了")
    return Hours(dates=tuple(day for day, _ in ordered), slots=tuple(slots for _, slots in ordered))


def place(day: date, minute: int) -> datetime:
    """The moment `minute` minutes after the midnight that begins `day` on the street."""
    return datetime.combine(day, time(), tzinfo=zone.SHANGHAI) + timedelta(minutes=minute)
