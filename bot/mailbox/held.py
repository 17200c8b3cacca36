"""What the outbox holds back for a person until he has time: how long, and what lets it go."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.mailbox.outbox import NEW
from models import OutboxItem


async def until(
    session: AsyncSession, person_id: int, *, beyond: datetime, now: datetime, before: int | None = None
) -> datetime | None:
    """Until when the last of what is held for this person beyond that moment waits; None when nothing is.

    `before` looks only at items with a smaller number.
    """
    query = sa.select(sa.func.max(col(OutboxItem.due_at))).where(
        *_is_held(beyond),
        col(OutboxItem.push_to) == person_id,
        # The demo's clock may be set back between two stories: what belongs to a later one holds up nothing.
        col(OutboxItem.created_at) <= now,
    )
    if before is not None:
        query = query.where(col(OutboxItem.id) < before)
    return await session.scalar(query)


async def let_go(session: AsyncSession, person_id: int, *, beyond: datetime, now: datetime) -> None:
    """Sends now what is held for this person beyond that moment."""
    held = sa.update(OutboxItem).where(*_is_held(beyond), col(OutboxItem.push_to) == person_id)
    await session.execute(held.values(due_at=now))


async def drop(session: AsyncSession, subject: str) -> None:
    """Takes back what still waits about this subject: there is nothing to say about it any more."""
    waiting = col(OutboxItem.status) == NEW, col(OutboxItem.attempts) == 0
    await session.execute(sa.delete(OutboxItem).where(*waiting, col(OutboxItem.subject) == subject))


def put_off(item: OutboxItem, moment: datetime) -> None:
    """Lays a taken item back until then."""
    item.status, item.due_at, item.holder, item.lease_until = "new", moment, None, None
    # Were it still among the retries, nothing else would go to its recipient until then.
    item.attempts = 0


def _is_held(beyond: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    """True for what is not due by then and was never tried: what failed keeps its pause."""
    return col(OutboxItem.status) == NEW, col(OutboxItem.attempts) == 0, col(OutboxItem.due_at) > beyond
