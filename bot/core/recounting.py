"""Running clocks counted anew: extended, hastened, or by another category or level (DOMAIN 3.2.5, 3.2.8, 3.2.9)."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import clocks, spans
from bot.core.ladder import CLAIM, CLOSE, MAKE_SAFE, VERIFY
from bot.core.street import Street
from bot.core.taxonomy import Span
from bot.core.workflow import Action
from models import Deadline, Ticket, TicketEvent


async def extend(session: AsyncSession, ticket: Ticket, *, street: Street) -> None:
    """Adds one original period to the running close clock."""
    row, full = await clocks.running(session, ticket, CLOSE), spans.of(ticket, CLOSE, street)
    assert row is not None
    assert full is not None
    # What runs may have been counted on the other clock: by a lower level, or until a joint deadline.
    so_far = street.calendar.minutes_between(row.started_at, row.due_at, full.clock)
    clocks.set_span(row, ticket, Span(full.clock, so_far + full.minutes), street)
    await session.flush()


async def end_at(session: AsyncSession, ticket: Ticket, name: str, until: datetime, *, street: Street) -> None:
    """Lets a clock, where it runs, end at a moment somebody has named."""
    row = await clocks.running(session, ticket, name)
    if row is not None and until > row.started_at:
        minutes = street.calendar.minutes_between(row.started_at, until, "continuous")
        clocks.set_span(row, ticket, Span("continuous", minutes), street)
        await session.flush()


async def hasten(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Gives running clocks the time of a higher level from now on; the earlier of old and new applies.

    Claiming begins a new round, also of what nobody had taken in time: the more urgent matter calls others than
    before, from the first step on.
    """
    for name in (*clocks.OF_CATEGORY, VERIFY):
        row, full = await clocks.running(session, ticket, name), spans.of(ticket, name, street)
        if row is None or full is None:
            continue
        due = street.calendar.due(now, full.minutes, full.clock)
        is_unclaimed = name == CLAIM and row.due_at <= now
        if due.at < row.due_at or is_unclaimed:
            row.stopped_at = now
            number = row.round + 1 if name == CLAIM else row.round
            await clocks.run(session, ticket, name, due, number, used=0, now=now, street=street)
        else:
            clocks.plan(row, ticket, street)
    await session.flush()
    if ticket.dispatched_at is not None and await clocks.latest(session, ticket, MAKE_SAFE) is None:
        await clocks.start(session, ticket, MAKE_SAFE, now=now, street=street)


async def recompute(session: AsyncSession, ticket: Ticket, *, late_by: datetime | None, street: Street) -> None:
    """Gives running clocks the time of the ticket's present category and level, counted from when they first started.

    A clock that had run out by `late_by` stays as it is, a new category washes nothing; None, when the street's
    dispatcher decides it himself, spares no clock.
    """
    for row in await clocks.running_of(session, ticket, clocks.OF_CATEGORY):
        if late_by is None or row.due_at > late_by:
            await _recompute(session, ticket, row, street=street)
            if late_by is None and row.name == CLOSE:
                await _forgive(session, ticket, row)
    if ticket.dispatched_at is not None:
        for name in (MAKE_SAFE, CLOSE):
            if await clocks.latest(session, ticket, name) is None:
                await clocks.start(session, ticket, name, now=ticket.dispatched_at, street=street)


async def _recompute(session: AsyncSession, ticket: Ticket, row: Deadline, *, street: Street) -> None:
    before, full = await _earlier_runs(session, row), spans.of(ticket, row.name, street)
    if full is None:
        # As if it had never been: a category that is put right again gets its clock back.
        for one in (*before, row):
            await session.delete(one)
        await session.flush()
        return
    whole = full.minutes
    if row.name == CLOSE:
        whole += full.minutes * await _extensions(session, ticket, since=_first_start(before, row))
    used = sum(
        street.calendar.minutes_between(run.started_at, run.stopped_at, full.clock)
        for run in before
        if run.stopped_at is not None
    )
    row.used_minutes = min(used, whole)
    clocks.set_span(row, ticket, Span(full.clock, whole - row.used_minutes), street)


async def _forgive(session: AsyncSession, ticket: Ticket, row: Deadline) -> None:
    """What missed the deadline of a category that it never was has missed nothing."""
    first = _first_start(await _earlier_runs(session, row), row)
    if ticket.late_since is not None and ticket.late_since >= first:
        ticket.late_since = None


async def _earlier_runs(session: AsyncSession, row: Deadline) -> Sequence[Deadline]:
    """The runs of the same round before this one, oldest first."""
    query = (
        sa.select(Deadline)
        .where(col(Deadline.ticket_id) == row.ticket_id, col(Deadline.name) == row.name)
        .where(col(Deadline.round) == row.round, col(Deadline.id) < row.id)
        .order_by(col(Deadline.id))
    )
    return (await session.scalars(query)).all()


def _first_start(before: Sequence[Deadline], row: Deadline) -> datetime:
    return before[0].started_at if before else row.started_at


async def _extensions(session: AsyncSession, ticket: Ticket, *, since: datetime) -> int:
    """How many extensions were granted in this round."""
    query = sa.select(sa.func.count()).where(
        col(TicketEvent.ticket_id) == ticket.id,
        col(TicketEvent.action) == Action.EXTEND,
        col(TicketEvent.at) >= since,
    )
    return await session.scalar(query) or 0
