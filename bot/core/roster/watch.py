"""What the roster makes the bot say by itself, and when it has to look again."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.roster import book, handover, holes
from bot.core.street import Street


async def look(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Owes every hand-over list and every warning that is due and was not given yet."""
    await handover.look(session, now=now, street=street)
    await holes.look(session, now=now, street=street)


async def next_look(session: AsyncSession, *, after: datetime, street: Street) -> datetime | None:
    """The first moment after `after` at which something may become due; None while no roster is kept."""
    moments = (
        await book.next_start(session, after=after),
        await holes.next_warning(session, after=after, street=street),
    )
    return min((moment for moment in moments if moment is not None), default=None)
