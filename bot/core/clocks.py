"""The clocks of a ticket as rows: started, stopped, resumed; each knows its next reminder.

Rules: DOMAIN 3.2. A clock that was stopped and goes on is a new row that knows how much was used before.
How long each may run says `bot/core/spans.py`, when it reminds whom `bot/core/ladder.py`; what counts it anew
while it runs is `bot/core/recounting.py`.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import ladder, spans
from bot.core.calendar import Due
from bot.core.ladder import APPOINT, CHECK, CLAIM, CLOSE, COORDINATE, FOLLOW_UP, MAKE_SAFE, PROGRESS, SUSPEND, VERIFY
from bot.core.street import Street
from bot.core.taxonomy import Clock, Span
from models import Deadline, Ticket

ALL = (CLAIM, MAKE_SAFE, CLOSE, VERIFY, CHECK, APPOINT, PROGRESS, SUSPEND, COORDINATE, FOLLOW_UP)
#: those that a category or a level gives
OF_CATEGORY = (CLAIM, MAKE_SAFE, CLOSE)
_RUNNING = (
    sa.select(Deadline)
    .where(col(Deadline.ticket_id) == sa.bindparam("ticket", type_=sa.Integer), col(Deadline.stopped_at).is_(None))
    .execution_options(populate_existing=True)
)


async def start(session: AsyncSession, ticket: Ticket, name: str, *, now: datetime, street: Street) -> None:
    """Starts a clock with its full time; does nothing while it runs, or when the ticket has no such clock."""
    full = spans.of(ticket, name, street)
    last = await latest(session, ticket, name)
    if full is None or (last is not None and last.stopped_at is None):
        return
    due = street.calendar.due(now, full.minutes, full.clock)
    number = 1 if last is None else last.round + 1
    await run(session, ticket, name, due, number, used=0, now=now, street=street)


async def start_until(
    session: AsyncSession, ticket: Ticket, name: str, until: datetime, *, now: datetime, street: Street
) -> None:
    """Starts a clock that ends at a moment somebody has named."""
    last = await latest(session, ticket, name)
    number = 1 if last is None else last.round + 1
    minutes = street.calendar.minutes_between(now, until, "continuous")
    due = street.calendar.due(now, minutes, "continuous")
    await run(session, ticket, name, due, number, used=0, now=now, street=street)


async def stop(session: AsyncSession, ticket: Ticket, *names: str, now: datetime) -> None:
    """Stops the named clocks where they run; a close clock that had run out leaves its mark on the ticket."""
    for row in await running_of(session, ticket, names) if names else ():
        row.stopped_at = now
        note_lateness(ticket, row, now=now)
    await session.flush()


def note_lateness(ticket: Ticket, row: Deadline, *, now: datetime) -> None:
    """Marks the ticket as late when this is a close clock that has run out: a fact that stays (DOMAIN 3.2.7)."""
    if row.name == CLOSE and row.due_at < now:
        ticket.late_since = ticket.late_since or row.due_at


async def resume(session: AsyncSession, ticket: Ticket, name: str, *, now: datetime, street: Street) -> None:
    """Lets a stopped clock go on with what was left of it; overdrawn, it is due at once; one that never ran starts."""
    last = await latest(session, ticket, name)
    if last is None or last.stopped_at is None:
        await start(session, ticket, name, now=now, street=street)
        return
    used = last.used_minutes + street.calendar.minutes_between(last.started_at, last.stopped_at, _clock(last))
    whole = last.used_minutes + last.minutes
    left = max(whole - used, 0)
    due = street.calendar.due(now, left, _clock(last))
    await run(session, ticket, name, due, last.round, used=whole - left, now=now, street=street)


async def resume_stopped_at(
    session: AsyncSession, ticket: Ticket, moment: datetime, *names: str, now: datetime, street: Street
) -> None:
    """Lets those of the named clocks go on that were stopped at this very moment."""
    for name in names:
        last = await latest(session, ticket, name)
        if last is not None and last.stopped_at == moment:
            await resume(session, ticket, name, now=now, street=street)


def recount(row: Deadline, ticket: Ticket, street: Street) -> bool:
    """Counts a running clock anew over the calendar as it is now; True when that moved its end (DOMAIN 3.2.10)."""
    before = row.due_at
    if row.name != SUSPEND:
        set_span(row, ticket, Span(_clock(row), row.minutes), street)
    return row.due_at != before


def plan(row: Deadline, ticket: Ticket, street: Street, *, after: str | None = None) -> None:
    """Writes to the row which reminder comes next, and when: the first, or the one after the step `after`."""
    names = ladder.STEPS[row.name]
    left = names[names.index(after) + 1 :] if after in names else names
    run = ladder.Run(
        row.name,
        ticket.level,
        Span(_clock(row), row.used_minutes + row.minutes),
        row.used_minutes,
        row.started_at,
        row.due_at,
    )
    coming = (rung for rung in ladder.rungs(run, rules=street.rules, calendar=street.calendar) if rung.step in left)
    rung = next(coming, None)
    row.nudge_step, row.nudge_at = (rung.step, rung.at) if rung else (None, None)


async def running(session: AsyncSession, ticket: Ticket, name: str) -> Deadline | None:
    """The clock's row while it runs."""
    return next(iter(await running_of(session, ticket, (name,))), None)


async def running_of(session: AsyncSession, ticket: Ticket, names: Sequence[str] = ALL) -> Sequence[Deadline]:
    """The rows of these clocks that run, in the order of `names`."""
    rows = (await session.scalars(_RUNNING, {"ticket": ticket.id})).all()
    return sorted((row for row in rows if row.name in names), key=lambda row: names.index(row.name))


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


async def of_each(session: AsyncSession, ticket_ids: Sequence[int | None]) -> dict[int, list[Deadline]]:
    """Every clock row of several tickets in one question, oldest first; a ticket without any is left out."""
    query = sa.select(Deadline).where(col(Deadline.ticket_id).in_(ticket_ids)).order_by(col(Deadline.id))
    found: dict[int, list[Deadline]] = {}
    for row in await session.scalars(query):
        found.setdefault(row.ticket_id, []).append(row)
    return found


def _clock(row: Deadline) -> Clock:
    return "working" if row.clock == "working" else "continuous"


def set_span(row: Deadline, ticket: Ticket, span: Span, street: Street) -> None:
    """Gives a clock this much time from its start on."""
    due = street.calendar.due(row.started_at, span.minutes, span.clock)
    row.clock, row.minutes, row.due_at = span.clock, span.minutes, due.at
    row.why, row.is_provisional = due.why(), due.provisional
    plan(row, ticket, street)


async def run(
    session: AsyncSession,
    ticket: Ticket,
    name: str,
    due: Due,
    number: int,
    *,
    used: int,
    now: datetime,
    street: Street,
) -> None:
    """Lets a clock run until `due`, as the run `number` of its kind; `used` minutes were spent by runs before."""
    assert ticket.id is not None
    row = Deadline(
        ticket_id=ticket.id,
        name=name,
        round=number,
        clock=due.clock,
        minutes=due.minutes,
        started_at=now,
        due_at=due.at,
        used_minutes=used,
        is_provisional=due.provisional,
        why=due.why(),
    )
    plan(row, ticket, street)
    session.add(row)
    await session.flush()
