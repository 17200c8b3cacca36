"""The one time zone of the street, and the only way a moment enters the calendar."""

from datetime import datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

# Before 2000 China once had summer time and after 2100 nothing is planned: such a year is a slip of the pen.
FIRST_YEAR, LAST_YEAR = 2000, 2100


def localise(moment: datetime) -> datetime:
    """The moment as a clock on the street's wall shows it; ValueError when it is naive or centuries away."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError("时间要带时区，例如 2026-11-27T17:30+08:00")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"年份要在{FIRST_YEAR}到{LAST_YEAR}之间，现在是{moment.year}年")
    return moment.astimezone(SHANGHAI)


def floor(moment: datetime) -> datetime:
    """The whole minute of the street in which the moment lies: seconds never make a deadline later."""
    return localise(moment).replace(second=0, microsecond=0)
