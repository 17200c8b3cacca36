"""Moments as people say them, always on the street's clock."""

from datetime import datetime

from bot.core.calendar import SHANGHAI
from bot.core.texts import Texts

HOUR, DAY = 60, 24 * 60


def brief(at: datetime, *, now: datetime) -> str:
    """A moment in a few characters: 15:30 today, else 11-30 10:30."""
    local, today = at.astimezone(SHANGHAI), now.astimezone(SHANGHAI).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%m-%d %H:%M}"


def day(at: datetime) -> str:
    """The day of a moment, with its year: 2026-12-20."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d}"


def length(minutes: int, texts: Texts) -> str:
    """A length of time in the largest unit that says it: 45 minutes, 3 hours, 2 days."""
    if minutes < HOUR:
        return texts("length-minutes", count=minutes)
    if minutes < DAY:
        return texts("length-hours", count=minutes // HOUR)
    return texts("length-days", count=minutes // DAY)
