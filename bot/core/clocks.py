"""The three clocks of a ticket (claim, make_safe, close) as rows: started, stopped, resumed, recomputed.

Rules: DOMAIN 3.2. A clock that was stopped and goes on is a new row that knows how much was used before.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core.street import Street
from bot.core.taxonomy import Clock, Span
from models import Deadline, Ticket

CLAIM, MAKE_SAFE, CLOSE = "claim", "make_safe", "close"


def span(ticket: Ticket, name: str, street: Street) -> Span | None:
    """How long this clock may run for the ticket's category and level; None when the category has no such clock."""
    leaf = street.taxonomy.leaf(ticket.category)
    if name == CLAIM and ticket.level != leaf.level:
        # Raised or lowered by what happened: the level's own time to answer applies.
        level = street.taxonomy.levels[ticket.level]
        return Span(level.clock, level.ack_minutes)
    return {CLAIM: leaf.respond, MAKE_SAFE: leaf.make_safe, CLOSE: leaf.close}[name]


async def start(session: AsyncSession, ticket: Ticket, name: str, *, now: datetime, street: Street) -> None:
    """Starts a clock with its full time; does nothing while it runs, or when the category has none."""
    full = span(ticket, name, street)
    if full is None or await running(session, ticket, name):
        return
    await _run(session, ticket, name, full, full.minutes, used=0, now=now, street=street)


async def stop(session: AsyncSession, ticket: Ticket, *names: str, now: datetime) -> None:
    """Stops the named clocks where they run."""
    await session.execute(
        sa.update(Deadline)
        .where(col(Deadline.ticket_id) == ticket.id, col(Deadline.name).in_(names), col(Deadline.stopped_at).is_(None))
        .values(stopped_at=now)
    )


async def resume(session: AsyncSession, ticket: Ticket, name: str, *, now: datetime, street: Street) -> None:
    """Lets a stopped clock go on with what was left of it; overdrawn, it is due at once; one that never ran starts."""
    last = await latest(session, ticket, name)
    if last is None or last.stopped_at is None:
        await start(session, ticket, name, now=now, street=street)
        return
    used = last.used_minutes + street.calendar.minutes_between(last.started_at, last.stopped_at, _clock(last))
    whole = last.used_minutes + last.minutes
    left = max(whole - used, 0)
    await _run(session, ticket, name, Span(_clock(last), left), left, used=whole - left, now=now, street=street)


async def recompute(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Gives running clocks the time of the ticket's present category and level, counted from their start.

    A clock that is overdue already stays so: a new category washes nothing (DOMAIN 3.2.8).
    """
    for name in (CLAIM, MAKE_SAFE, CLOSE):
        row = await running(session, ticket, name)
        full = span(ticket, name, street)
        if row is None or row.due_at <= now:
            continue
        if full is None:
            # As if it had never been: a category that is put right again gets its clock back.
            await session.delete(row)
            await session.flush()
            continue
        due = street.calendar.due(row.started_at, max(full.minutes - row.used_minutes, 0), full.clock)
        row.clock, row.minutes, row.due_at, row.why = full.clock, full.minutes - row.used_minutes, due.at, due.why()
    if ticket.dispatched_at is not None:
        for name in (MAKE_SAFE, CLOSE):
            if await latest(session, ticket, name) is None:
                await start(session, ticket, name, now=ticket.dispatched_at, street=street)


async def running(session: AsyncSession, ticket: Ticket, name: str) -> Deadline | None:
    """The clock's row while it runs."""
    row = await latest(session, ticket, name)
    return row if row is not None and row.stopped_at is None else None


async def latest(session: AsyncSession, ticket: Ticket, name: str) -> Deadline | None:
    """The clock's last row, running or stopped."""
    query = (
        sa.select(Deadline)
        .where(col(Deadline.ticket_id) == ticket.id, col(Deadline.name) == name)
        .order_by(col(Deadline.id).desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
    return (await session.scalars(query)).first()


async def all_of(session: AsyncSession, ticket_id: int) -> Sequence[Deadline]:
    """Every clock row of the ticket, oldest first."""
    query = sa.select(Deadline).where(col(Deadline.ticket_id) == ticket_id).order_by(col(Deadline.id))
    return (await session.scalars(query)).all()


def _clock(row: Deadline) -> Clock:
    return "working" if row.clock == "working" else "continuous"


async def _run(
    session: AsyncSession,
    ticket: Ticket,
    name: str,
    kind: Span,
    minutes: int,
    *,
    used: int,
    now: datetime,
    street: Street,
) -> None:
    due = street.calendar.due(now, minutes, kind.clock)
    assert ticket.id is not None
    session.add(
        Deadline(
            ticket_id=ticket.id,
            name=name,
            clock=kind.clock,
            minutes=minutes,
            started_at=now,
            due_at=due.at,
            used_minutes=used,
            why=due.why(),
        )
    )
    await session.flush()
