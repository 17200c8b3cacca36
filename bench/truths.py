"""What must be true of a street's rows whatever happened: nobody forgotten, nobody told twice, nobody woken in vain."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import ladder, people, quiet, workflow
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Deadline, Nudge, Ticket, TicketEvent

#: posts that may be woken at night by an urgent ticket
ON_DUTY = ("duty", "leader")


def replayed(events: Sequence[TicketEvent]) -> Status:
    """The status that the table of transitions gives for these events; ValueError for a step that it does not know."""
    status = Status.DRAFT
    for event in events[1:]:
        row = workflow.find(status, Action(event.action))
        if row is None or event.from_status != status or event.to_status != row.lands(status):
            raise ValueError(f"{event.action} from {status} to {event.to_status}")
        status = row.lands(status)
    return status


async def false_histories(session: AsyncSession) -> list[int]:
    """The tickets whose events do not lead to the status they have."""
    query = sa.select(TicketEvent).order_by(col(TicketEvent.ticket_id), col(TicketEvent.id))
    events: dict[int, list[TicketEvent]] = {}
    for event in (await session.scalars(query)).all():
        events.setdefault(event.ticket_id, []).append(event)
    wrong = []
    for ticket in (await session.scalars(sa.select(Ticket))).all():
        assert ticket.id is not None
        try:
            is_same = replayed(events.get(ticket.id, [])) == ticket.status
        except ValueError:
            is_same = False
        if not is_same:
            wrong.append(ticket.id)
    return wrong


async def forgotten(session: AsyncSession, *, now: datetime, street: Street) -> list[int]:
    """Open tickets past their claim clock that have neither an owner nor a rung: given, or waiting for the morning."""
    query = (
        sa.select(Ticket, Deadline)
        .join(Deadline, col(Deadline.ticket_id) == Ticket.id)
        .where(
            col(Ticket.status) == Status.DISPATCHED,
            col(Ticket.owner_id).is_(None),
            col(Deadline.name) == ladder.CLAIM,
            col(Deadline.stopped_at).is_(None),
            col(Deadline.due_at) < now,
        )
    )
    given = set((await session.scalars(sa.select(col(Nudge.key)))).all())
    lost = []
    for ticket, row in await session.execute(query):
        has_rung = f"{ticket.id}:{row.name}:{row.round}:{ladder.OVERDUE}" in given
        waits = row.nudge_at is not None and row.nudge_at > now and row.nudge_step == ladder.OVERDUE
        if not (has_rung or waits) and ticket.id is not None:
            lost.append(ticket.id)
    return lost


async def unowned(session: AsyncSession) -> list[int]:
    """Open tickets that somebody should work on and that are nobody's."""
    held = (Status.VERIFYING, Status.CLAIMED, Status.TRANSFERRED, Status.SUSPENDED, Status.PENDING_CHECK)
    query = sa.select(col(Ticket.id)).where(col(Ticket.status).in_(held), col(Ticket.owner_id).is_(None))
    return [number for number in (await session.scalars(query)).all() if number is not None]


async def clockless(session: AsyncSession) -> list[int]:
    """Delivered tickets that wait to be claimed and have no clock running: nothing would ever chase them."""
    running = sa.select(col(Deadline.ticket_id)).where(
        col(Deadline.stopped_at).is_(None), col(Deadline.name).in_((ladder.CLAIM, ladder.APPOINT))
    )
    query = sa.select(col(Ticket.id)).where(
        col(Ticket.status) == Status.DISPATCHED, col(Ticket.dispatched_at).is_not(None), col(Ticket.id).not_in(running)
    )
    return [number for number in (await session.scalars(query)).all() if number is not None]


async def told_in_vain(session: AsyncSession, street: Street) -> list[str]:
    """The reminders given in quiet hours to somebody whom nothing allowed to be woken."""
    on_duty = {person.id for post in ON_DUTY for person in await people.holders(session, [post], None)}
    told_of = await session.execute(sa.select(col(Ticket.id), col(Ticket.level)))
    levels = {row[0]: row[1] for row in told_of}
    query = sa.select(Nudge).where(col(Nudge.outcome) == "sent", col(Nudge.ticket_id).is_not(None))
    wrong = []
    for nudge in (await session.scalars(query)).all():
        is_quiet = quiet.staff_moment("L2", now=nudge.at, calendar=street.calendar) > nudge.at
        level = levels[nudge.ticket_id]
        is_allowed = level == "L0" or (level == "L1" and set(nudge.told) <= on_duty)
        if is_quiet and not is_allowed and nudge.told:
            wrong.append(nudge.key)
    return wrong


def told_twice(lines: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The (recipient, line) pairs that stand there more than once."""
    return (pair for pair, count in Counter(lines).items() if count > 1)
