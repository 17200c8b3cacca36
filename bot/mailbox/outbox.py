"""Every question one may ask about owed messages, and every change to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.mailbox import backoff
from models import OutboxItem
from models.base import UtcDateTime

# A sender that says nothing for this long is taken for dead; the platform itself may hold a call for 8 s.
LEASE = timedelta(seconds=120)
# A quarter of an hour apart at last, these are about three days: no holiday outage loses a card.
MAX_ATTEMPTS = 300
# Any number that nothing else in this database locks.
CHOOSING = 0x0B0
# Written out in the statements: a planner can prove a partial index from a literal, not from a parameter.
NEW: sa.ColumnElement[str] = sa.literal_column("'new'")
SENDING: sa.ColumnElement[str] = sa.literal_column("'sending'")
NOW = sa.bindparam("now", type_=UtcDateTime)


@dataclass(frozen=True)
class Address:
    """Where a message goes: a chat on a channel."""

    channel: str
    chat: str


def number_of(item: OutboxItem) -> int:
    """The number of the row that the item is about: 7 of photo:7 or ticket:7."""
    return int((item.subject or "").partition(":")[2])


async def put(
    session: AsyncSession,
    to: Address,
    kind: str,
    *,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
    subject: str | None = None,
    urgency: int = 3,
    due_at: datetime | None = None,
    push_to: int | None = None,
) -> OutboxItem:
    """Owes one piece of work to one recipient."""
    item = OutboxItem(
        channel=to.channel,
        recipient=to.chat,
        kind=kind,
        subject=subject,
        push_to=push_to,
        payload=dict(payload or {}),
        urgency=urgency,
        created_at=now,
        due_at=due_at or now,
    )
    session.add(item)
    await session.flush()
    return item


async def put_once(
    session: AsyncSession,
    to: Address,
    kind: str,
    *,
    subject: str,
    now: datetime,
    urgency: int,
    due_at: datetime,
) -> None:
    """Owes a drawing of `subject`; one that still waits is enough, at the earlier time and the higher urgency."""
    query = (
        sa.select(OutboxItem)
        .where(
            col(OutboxItem.status) == NEW,
            col(OutboxItem.channel) == to.channel,
            col(OutboxItem.recipient) == to.chat,
            col(OutboxItem.kind) == kind,
            col(OutboxItem.subject) == subject,
        )
        .with_for_update()
    )
    waiting = (await session.scalars(query)).first()
    if waiting is None:
        await put(session, to, kind, now=now, subject=subject, urgency=urgency, due_at=due_at)
        return
    if waiting.attempts == 0:
        # One that failed keeps its pause: asking the platform again too soon prolongs a flood limit.
        waiting.due_at = min(waiting.due_at, due_at)
    waiting.urgency = min(waiting.urgency, urgency)


async def hurry(session: AsyncSession, subject: str, *, now: datetime, urgency: int = 3) -> None:
    """Sends what waits about this subject now, with this urgency at least: what it waited for has come."""
    await session.execute(
        sa.update(OutboxItem)
        .where(
            col(OutboxItem.status) == NEW,
            col(OutboxItem.subject) == subject,
            col(OutboxItem.attempts) == 0,
            col(OutboxItem.due_at) > now,
        )
        .values(due_at=now, urgency=sa.case((col(OutboxItem.urgency) > urgency, urgency), else_=OutboxItem.urgency))
    )


async def take(session: AsyncSession, holder: str, *, now: datetime, limit: int) -> list[OutboxItem]:
    """Items to send now, marked as held by `holder`; the most urgent first, ordinary ones one per recipient.

    A recipient whose item is being sent, or failed and waits for its next try, gets nothing in between,
    so that his messages keep their order; an L0 item does not wait for that.
    """
    if session.get_bind().dialect.name == "postgresql":
        # Two processes choosing at the same time would each take an item of the same recipient.
        await session.execute(sa.select(sa.func.pg_advisory_xact_lock(CHOOSING)))
    taken = list(await session.scalars(_RUNNABLE, {"now": now, "most": limit}))
    for item in taken:
        item.status, item.holder, item.lease_until = "sending", holder, now + LEASE
    await session.flush()
    return taken


async def sent(session: AsyncSession, item_id: int, *, now: datetime, message_id: str | None = None) -> None:
    """Records that the channel took the item."""
    await _update(session, item_id, status="sent", finished_at=now, message_id=message_id, holder=None)


async def retry(
    session: AsyncSession, item_id: int, error: str, *, now: datetime, after: timedelta | None = None
) -> bool:
    """Puts the item back for another try; False when it had its last one and counts as failed."""
    item = await session.get_one(OutboxItem, item_id)
    item.attempts += 1
    if item.attempts >= MAX_ATTEMPTS:
        await failed(session, item_id, error, now=now)
        return False
    item.status, item.error, item.holder, item.lease_until = "new", error, None, None
    item.due_at = now + (after or backoff.wait(item.attempts))
    return True


async def failed(session: AsyncSession, item_id: int, error: str, *, now: datetime) -> None:
    """Gives the item up; whoever must know is told by the caller."""
    await _update(session, item_id, status="failed", finished_at=now, error=error, holder=None)


async def release(session: AsyncSession, *, holder_is_not: str) -> None:
    """Takes back what other holders were sending: called once at the start of the only process there is."""
    await session.execute(
        sa.update(OutboxItem)
        .where(col(OutboxItem.status) == SENDING, col(OutboxItem.holder) != holder_is_not)
        .values(status="new", holder=None, lease_until=None)
    )


async def is_quiet(session: AsyncSession, *, now: datetime) -> bool:
    """True when nothing is being sent and nothing could be sent now."""
    return (await session.scalar(_BUSY, {"now": now})) is None


async def next_due(session: AsyncSession, *, after: datetime) -> datetime | None:
    """When the next item that is held back may go out, after that moment."""
    query = sa.select(col(OutboxItem.due_at)).where(col(OutboxItem.status) == NEW, col(OutboxItem.due_at) > after)
    return await session.scalar(query.order_by(col(OutboxItem.due_at)).limit(1))


async def forget_finished(session: AsyncSession, *, before: datetime) -> int:
    """Deletes what was sent before that moment, words and all; returns how many."""
    gone = await session.execute(
        sa.delete(OutboxItem).where(col(OutboxItem.status) == "sent", col(OutboxItem.finished_at) < before)
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]


async def _update(session: AsyncSession, item_id: int, **values: Any) -> None:
    change = sa.update(OutboxItem).where(col(OutboxItem.id) == item_id).values(**values)
    # Nobody looks at the row again in this session: there is nothing to bring up to date in it.
    await session.execute(change, execution_options={"synchronize_session": False})


def _is_runnable(item: type[OutboxItem]) -> sa.ColumnElement[bool]:
    return sa.or_(
        sa.and_(col(item.status) == NEW, col(item.due_at) <= NOW),
        sa.and_(col(item.status) == SENDING, col(item.lease_until) <= NOW),
    )


def _is_behind() -> sa.ColumnElement[bool]:
    """True for an item whose recipient must get another one first."""
    other = aliased(OutboxItem)
    is_l0, other_is_l0 = col(OutboxItem.urgency) == 0, col(other.urgency) == 0
    is_sending = sa.and_(
        col(other.status) == SENDING,
        col(other.lease_until) > NOW,
        # An L0 note passes what is being sent; but two drawings of one card must not cross.
        sa.or_(~is_l0, other_is_l0, col(OutboxItem.kind) == "card"),
    )
    waits_for_retry = sa.and_(
        col(other.status) == NEW, col(other.attempts) > 0, col(other.due_at) > NOW, col(OutboxItem.urgency) > 0
    )
    came_first = sa.or_(sa.and_(other_is_l0, ~is_l0), sa.and_(other_is_l0 == is_l0, col(other.id) < col(OutboxItem.id)))
    return sa.exists().where(
        col(other.status).in_((NEW, SENDING)),
        col(other.channel) == OutboxItem.channel,
        col(other.recipient) == OutboxItem.recipient,
        sa.or_(is_sending, waits_for_retry, sa.and_(_is_runnable(other), came_first)),
    )


# Both are asked after every message, and writing them out takes longer than their answer: once is enough.
_MAY_GO = sa.and_(_is_runnable(OutboxItem), ~_is_behind())
_RUNNABLE = (
    sa.select(OutboxItem)
    .where(_MAY_GO)
    .order_by(col(OutboxItem.urgency) > 0, col(OutboxItem.id))
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)
_BUSY = sa.select(col(OutboxItem.id)).where(sa.or_(col(OutboxItem.status) == SENDING, _MAY_GO)).limit(1)
