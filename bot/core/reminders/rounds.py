"""One round of reminders: every step of the ladder that is due is given once, the most urgent first.

What is due is read from rows: a clock that runs knows its next step and when (`Deadline.nudge_at`). A step that was
given, or passed over because a later one was due already, is a row of `nudge` and never comes again.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import (
    alarms,
    announcements,
    clocks,
    ladder,
    once,
    people,
    quiet,
    requests,
    speech,
    standing,
    tickets,
    workflow,
)
from bot.core.details import Details
from bot.core.notes import Note
from bot.core.reminders import addressees, words
from bot.core.reminders.addressees import Directory
from bot.core.reminders.words import Line
from bot.core.rules import Addressee
from bot.core.street import Street
from bot.core.workflow import Action
from bot.mailbox.outbox import Address
from models import CardMessage, Deadline, Person, Ticket

# So many clocks are looked at in one transaction: on SQLite nobody else writes meanwhile.
ONE_ROUND = 100

LISTED = frozenset({Addressee.MORNING, Addressee.DAILY, Addressee.WEEKLY})


@dataclass
class Round:
    """One look: what is said in it, by recipient, so that several things to one person are one message."""

    now: datetime
    street: Street
    directory: Directory
    #: keys of the steps that were given before
    said: frozenset[str]

    to_persons: dict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    to_groups: dict[Address, list[tuple[Line, Person | None]]] = field(default_factory=lambda: defaultdict(list))
    #: the tickets whose couriers hear that it is late
    late: list[Ticket] = field(default_factory=list)
    nudges: list[dict[str, Any]] = field(default_factory=list)

    def note(self, row: Deadline, step: str, due_at: datetime, outcome: str, told: Sequence[Person] = ()) -> None:
        """Counts the step as given, or passed over."""
        self.nudges.append(
            {
                "key": key(row, step),
                "ticket_id": row.ticket_id,
                "due_at": due_at,
                "at": self.now,
                "outcome": outcome,
                "told": [person.id for person in told if person.id is not None],
            }
        )


async def look(session: AsyncSession, *, now: datetime, street: Street) -> int:
    """Gives the steps that are due, at most ONE_ROUND clocks of them; returns at how many clocks it looked."""
    query = (
        sa.select(Deadline, Ticket)
        .join(Ticket, col(Ticket.id) == Deadline.ticket_id)
        .where(col(Deadline.stopped_at).is_(None), col(Deadline.nudge_at) <= now)
        .order_by(col(Ticket.level), col(Deadline.nudge_at), col(Deadline.id))
        .limit(ONE_ROUND)
        .with_for_update(skip_locked=True, of=Deadline)
    )
    due = [(row, ticket) for row, ticket in await session.execute(query)]
    if not due:
        return 0
    said = await once.said(session, [key(row, step) for row, _ in due for step in ladder.STEPS[row.name]])
    one = Round(now, street, Directory(session, now, street), said)
    for row, ticket in due:
        await _give(session, row, ticket, one)
    await once.record(session, one.nudges)
    await session.flush()
    await _send(session, one)
    return len(due)


async def next_at(session: AsyncSession, *, after: datetime) -> datetime | None:
    """When the next step of any ticket is due, after that moment."""
    return await _first(session, col(Deadline.nudge_at) > after)


async def first_at(session: AsyncSession) -> datetime | None:
    """When the first step that was not given yet is due, or was."""
    return await _first(session, col(Deadline.nudge_at).is_not(None))


async def _first(session: AsyncSession, condition: sa.ColumnElement[bool]) -> datetime | None:
    at = col(Deadline.nudge_at)
    query = sa.select(at).where(col(Deadline.stopped_at).is_(None), condition).order_by(at).limit(1)
    return await session.scalar(query)


def key(row: Deadline, step: str) -> str:
    """The name under which this step is given once: a clock that goes on after a stop is in the same round."""
    return f"{row.ticket_id}:{row.name}:{row.round}:{step}"


async def _give(session: AsyncSession, row: Deadline, ticket: Ticket, one: Round) -> None:
    if not workflow.is_open(ticket.status) and row.name != ladder.FOLLOW_UP:
        row.nudge_step = row.nudge_at = None
        return
    if row.name == ladder.SUSPEND:
        assert ticket.id is not None
        await tickets.act(session, ticket.id, Action.RESUME, by=None, now=one.now, street=one.street)
        return
    may_from = quiet.staff_moment(ticket.level, now=one.now, calendar=one.street.calendar)
    if may_from > one.now:
        row.nudge_at = may_from
        return
    step, due_at = _newest(row, ticket, one)
    if key(row, step) in one.said:
        return
    told = ladder.addressees(row.name, step, ticket.level, one.street.rules)
    found = await one.directory.persons(ticket, row.name, told)
    await _let_in(session, ticket, found, now=one.now)
    line = words.line(ticket, row, step, now=one.now, street=one.street)
    for person in found:
        assert person.id is not None
        one.to_persons[person.id].append(line)
    if Addressee.GROUP in told:
        await _to_group(line, one)
    await _do(session, ticket, row, step, told, one)
    one.note(row, step, due_at, _outcome(told, found), found)
    if not found and addressees.must_reach(ticket, told):
        text = one.street.texts("alarm-nobody", number=ticket.id)
        await alarms.tell_operators(session, text, operators=None, now=one.now)


def _outcome(told: tuple[Addressee, ...], found: Sequence[Person]) -> str:
    """sent; listed where only a list that is sent anyway is meant; empty where there was nobody to be told."""
    if found or Addressee.SUPERVISE in told or Addressee.GROUP in told:
        return "sent"
    return "listed" if LISTED.intersection(told) else "empty"


def _newest(row: Deadline, ticket: Ticket, one: Round) -> tuple[str, datetime]:
    """The last step that is due, and when it was; those before it, missed in an outage, are passed over for good."""
    while True:
        assert row.nudge_step is not None
        assert row.nudge_at is not None
        step, due_at = row.nudge_step, row.nudge_at
        clocks.plan(row, ticket, one.street, after=step)
        if row.nudge_at is None or row.nudge_at > one.now:
            return step, due_at
        if key(row, step) not in one.said:
            one.note(row, step, due_at, "stale")


async def _let_in(session: AsyncSession, ticket: Ticket, persons: Sequence[Person], *, now: datetime) -> None:
    """Whoever is called to a people matter may see it, and gets its card."""
    if not standing.is_private(ticket):
        return
    new = [person for person in persons if person.id not in ticket.named]
    requests.let_in(ticket, new)
    for person in new:
        address = await people.address_of(session, person.id) if person.id is not None else None
        if address is not None:
            await speech.show_also(session, ticket, address, now=now)


async def _to_group(line: Line, one: Round) -> None:
    """One line in the ticket's own group; of a people matter only those who may see it hear, in private."""
    ticket = line.ticket
    person = await one.directory.in_group(ticket)
    groups = await one.directory.groups(ticket)
    for group in groups:
        one.to_groups[group].append((line, person))
    if not groups:
        own = [person.id] if person is not None else []
        for person_id in ticket.named if standing.is_private(ticket) else own:
            if person_id is not None:
                one.to_persons[person_id].append(line)


async def _do(
    session: AsyncSession, ticket: Ticket, row: Deadline, step: str, told: tuple[Addressee, ...], one: Round
) -> None:
    """What a step does besides talking: the street supervises, lateness is a fact, the courier is told of it."""
    if Addressee.SUPERVISE in told and ticket.supervised_at is None:
        assert ticket.id is not None
        details = Details(text=one.street.texts("why-supervised"))
        await tickets.act(
            session, ticket.id, Action.SUPERVISE, by=None, now=one.now, street=one.street, details=details
        )
    if (row.name, step) == (ladder.CLOSE, ladder.OVERDUE):
        ticket.late_since = ticket.late_since or row.due_at
        one.late.append(ticket)


async def _send(session: AsyncSession, one: Round) -> None:
    """Owes the round's messages: the most urgent recipients first, the couriers last."""
    by_urgency = sorted(one.to_persons.items(), key=lambda item: min(line.ticket.level for line in item[1]))
    for person_id, lines in by_urgency:
        for note, urgency in words.notes(lines, person_id, one.street):
            await speech.tell(session, person_id, note, now=one.now, urgency=urgency)
    for group, told in one.to_groups.items():
        await _post(session, group, told, now=one.now, street=one.street)
    await announcements.tell_late(session, one.late, now=one.now, street=one.street)


async def _post(
    session: AsyncSession, group: Address, told: list[tuple[Line, Person | None]], *, now: datetime, street: Street
) -> None:
    """One message in the group for all that nobody has taken, to the one on duty by name."""
    lines, person = [one for one, _ in told], told[0][1]
    text, reply_to = words.as_list("nudge-group", lines, street), None
    if len(lines) == 1:
        text, reply_to = words.alone_text(lines[0], street), await _card_in(session, lines[0].ticket, group)
    own = await people.address_of(session, person.id) if person is not None and person.id is not None else None
    mention = (person.nickname, own.chat) if person is not None and own is not None else None
    await speech.say(session, group, Note(text, reply_to=reply_to, mention=mention), now=now)


async def _card_in(session: AsyncSession, ticket: Ticket, group: Address) -> str | None:
    query = sa.select(col(CardMessage.message)).where(
        col(CardMessage.ticket_id) == ticket.id,
        col(CardMessage.channel) == group.channel,
        col(CardMessage.chat) == group.chat,
    )
    return await session.scalar(query)
