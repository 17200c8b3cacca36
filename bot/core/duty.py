"""Who must hear of an urgent ticket at `now`, so that it is never left without a person."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import people
from bot.core.street import Street
from models import Person, Ticket


async def chain(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Sequence[Person]:
    """Whom an urgent ticket is told to in private, besides its group.

    L0: the community's grid heads and the street's duty, at any hour. L1: the street's duty outside working
    time. When there is no duty officer: the dispatcher, then the leader.
    """
    if ticket.level == "L0":
        heads = await people.holders(session, ["grid_head"], ticket.community) if ticket.community else []
        return people.once(heads, await on_duty(session))
    if ticket.level == "L1" and not street.calendar.is_working(now):
        return await on_duty(session)
    return []


async def on_duty(session: AsyncSession) -> Sequence[Person]:
    """The street's duty officers; failing those the dispatchers, then the leaders."""
    for post in ("duty", "dispatcher", "leader"):
        holders = await people.holders(session, [post], None)
        if holders:
            return holders
    return []
