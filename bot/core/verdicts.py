"""What staff have decided about a ticket: the bot does not overrule it."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core.workflow import Action
from models import Ticket, TicketEvent


async def was_decided(session: AsyncSession, ticket: Ticket, *actions: Action) -> bool:
    """True when somebody, not the bot, did one of these to the ticket."""
    query = sa.select(col(TicketEvent.id)).where(
        col(TicketEvent.ticket_id) == ticket.id,
        col(TicketEvent.action).in_(actions),
        col(TicketEvent.by_id).is_not(None),
    )
    return (await session.scalar(query.limit(1))) is not None
