"""Every question one may ask about incoming items, and every change to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.mailbox import backoff
from models import InboxItem
from models.base import UtcDateTime

# After the fourth failure an item is parked: with pauses of 1, 2 and 4 s its chat has waited 7 s for it.
MAX_ATTEMPTS = 4
# Written out in the statements: a planner can prove a partial index from a literal, not from a parameter.
NEW: sa.ColumnElement[str] = sa.literal_column("'new'")
NOW = sa.bindparam("now", type_=UtcDateTime)


@dataclass(frozen=True)
class Incoming:
    """One item as a channel received it. Items of one `lane` are handled in their order of arrival."""

    channel: str
    external_id: str
    lane: str
    payload: Any


async def put(session: AsyncSession, items: Sequence[Incoming], *, now: datetime) -> None:
    """Stores the items; one that is there already (same channel and external id) is left as it is."""
    if not items:
        return
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    rows = [
        {
            "channel": item.channel,
            "external_id": item.external_id,
            "lane": item.lane,
            "payload": item.payload,
            "received_at": now,
            "status": "new",
            "attempts": 0,
        }
        for item in items
    ]
    await session.execute(insert(InboxItem).on_conflict_do_nothing(), rows)


async def take(session: AsyncSession, *, now: datetime) -> InboxItem | None:
    """The oldest item that may be handled now, locked until the transaction ends; None when there is none.

    An item waits while an earlier one of its lane is unfinished, also while that one waits for its next try.
    """
    return (await session.scalars(_FIRST, {"now": now})).first()


async def finish(session: AsyncSession, item: InboxItem, *, now: datetime) -> None:
    """Marks the item as done, in the transaction of its handling."""
    item.status, item.finished_at = "done", now
    await session.flush()


async def fail(session: AsyncSession, item_id: int, error: str, *, now: datetime) -> bool:
    """Records a failed try; True when this was the last one and the item is parked now."""
    item = await session.get(InboxItem, item_id, with_for_update=True)
    if item is None or item.status != "new":
        return False
    item.attempts += 1
    item.error = error
    if item.attempts >= MAX_ATTEMPTS:
        item.status, item.finished_at = "parked", now
    else:
        item.not_before = now + backoff.wait(item.attempts)
    return item.status == "parked"


async def park(session: AsyncSession, item: InboxItem, error: str, *, now: datetime) -> None:
    """Sets an item aside that no retry can mend."""
    item.status, item.error, item.finished_at = "parked", error, now
    await session.flush()


async def is_quiet(session: AsyncSession, *, now: datetime) -> bool:
    """True when nothing could be handled now."""
    return (await session.scalar(_WAITING, {"now": now})) is None


async def count_by_status(session: AsyncSession) -> dict[str, int]:
    """How many items stand in each status."""
    status = col(InboxItem.status)
    return {row[0]: row[1] for row in await session.execute(sa.select(status, sa.func.count()).group_by(status))}


async def forget_finished(session: AsyncSession, *, before: datetime) -> int:
    """Deletes what was done before that moment, payloads and all; returns how many."""
    gone = await session.execute(
        sa.delete(InboxItem).where(col(InboxItem.status) == "done", col(InboxItem.finished_at) < before)
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]


# A platform repeats an update for a day at most (Telegram: 24 h); a week leaves room for a long outage.
KEEP_FINISHED = timedelta(days=7)


def _is_takeable() -> sa.ColumnElement[bool]:
    """True for an item that is due and the first unfinished one of its lane."""
    earlier = aliased(InboxItem)
    is_first = ~sa.exists().where(
        col(earlier.lane) == InboxItem.lane,
        col(earlier.channel) == InboxItem.channel,
        col(earlier.status) == NEW,
        col(earlier.id) < InboxItem.id,
    )
    is_due = sa.or_(col(InboxItem.not_before).is_(None), col(InboxItem.not_before) <= NOW)
    return sa.and_(col(InboxItem.status) == NEW, is_due, is_first)


# Asked after every item: writing a statement out takes longer than its answer, so once is enough.
_FIRST = (
    sa.select(InboxItem)
    .where(_is_takeable())
    .order_by(col(InboxItem.id))
    .limit(1)
    .with_for_update(skip_locked=True, of=InboxItem)
)
_WAITING = sa.select(col(InboxItem.id)).where(_is_takeable()).limit(1)
