"""When the bot may begin something with somebody: couriers outside their peaks and sleep, staff in working time.

Pure: what is done about it is in bot/core/news.py. Answers are not asked after here, they go out at any time.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.calendar import Calendar, hours, zone
from bot.core.calendar.slots import Slot
from bot.core.rules import Quiet

#: what wakes anybody at any hour
URGENT_LEVELS = frozenset({"L0", "L1"})

DAY = timedelta(days=1)


def may_start(trade: str | None, quiet: Quiet, *, now: datetime) -> bool:
    """Whether a courier of this trade may be told something of the bot's own accord at this moment."""
    return not _is_in(quiet.day_of(trade).quiet, now)


def news_at(trade: str | None, quiet: Quiet, *, now: datetime) -> datetime:
    """When news may reach a courier: now outside his peaks and his sleep, else when his next lull begins."""
    return now if may_start(trade, quiet, now=now) else _next_lull(trade, quiet, now=now)


def question_at(trade: str | None, quiet: Quiet, *, now: datetime) -> datetime:
    """When something may be asked of a courier: now in a lull, else when the next one begins."""
    return now if _is_in(quiet.day_of(trade).lulls, now) else _next_lull(trade, quiet, now=now)


def is_chatting(last_seen: datetime | None, quiet: Quiet, *, now: datetime) -> bool:
    """Whether he wrote or pressed something so lately that he still has the phone in his hand."""
    # Not in the future either: the demo's clock may be set back between two stories.
    return last_seen is not None and timedelta(0) <= now - last_seen < quiet.chatting


def staff_moment(level: str, *, now: datetime, calendar: Calendar) -> datetime:
    """When a reminder about a ticket of this level may reach staff.

    L0 and L1 now. The others on working days from the first minute of work to the last, both included and lunch
    too (who eats may read); else when the office opens next.
    """
    if level in URGENT_LEVELS:
        return now
    minute = zone.floor(now)
    span = calendar.working_span(minute.date())
    is_open = span is not None and span[0] <= minute <= span[1]
    return now if is_open else calendar.next_working(now)


def _is_in(slots: Iterable[Slot], now: datetime) -> bool:
    local = zone.localise(now)
    minute = local.hour * 60 + local.minute
    return any(minute in slot for slot in slots)


def _next_lull(trade: str | None, quiet: Quiet, *, now: datetime) -> datetime:
    today = zone.localise(now).date()
    begins = (hours.place(day, lull.start) for day in (today, today + DAY) for lull in quiet.day_of(trade).lulls)
    return min(begin for begin in begins if begin > now)
