"""What is late and what is due today: for whoever asks, and every working morning for the street and the grid heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import cards, complaints, ladder, moments, once, people, routing, speech, standing, workflow
from bot.core.calendar import SHANGHAI
from bot.core.notes import Note, clip
from bot.core.rules import Addressee
from bot.core.street import Street
from models import Deadline, Person, Ticket

# What stands on one screen; the rest is counted.
MOST_LINES = 25
LONGEST_LINE = 70
#: the clocks by which a ticket is late in the eyes of people
CHASED = (ladder.CLAIM, ladder.MAKE_SAFE, ladder.CLOSE)


@dataclass(frozen=True)
class Entry:
    """One running clock of one ticket."""

    ticket: Ticket
    row: Deadline
    owner: Person | None


async def late(
    session: AsyncSession, *, now: datetime, communities: Sequence[str | None] | None = None
) -> Sequence[Entry]:
    """The open tickets whose time has run out, the most urgent and the latest first; each once, by its worst clock.

    `communities` None means the whole street.
    """
    return await _running(session, communities, col(Deadline.due_at) <= now)


async def due_today(
    session: AsyncSession, *, now: datetime, communities: Sequence[str | None] | None = None
) -> Sequence[Entry]:
    """The open tickets one of whose clocks ends before tonight's midnight, the nearest first."""
    midnight = datetime.combine(now.astimezone(SHANGHAI).date() + timedelta(days=1), time(), tzinfo=SHANGHAI)
    coming = await _running(session, communities, col(Deadline.due_at) > now, col(Deadline.due_at) < midnight)
    return sorted(coming, key=lambda entry: (entry.row.due_at, entry.ticket.level))


async def morning(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Sends the lists of this working morning, once: late tickets to the street, unclaimed ones to the grid heads.

    Sent late on the same day after an outage, and not at all when nothing is late.
    """
    at = morning_of(now, street)
    if at is None or not at <= now <= _end_of_work(now, street):
        return
    if await once.first_time(session, f"late-list:{at:%Y-%m-%d}", due_at=at, now=now):
        await _tell_street(session, now=now, street=street)
        await _tell_heads(session, now=now, street=street)


def morning_of(now: datetime, street: Street) -> datetime | None:
    """The moment of this day's lists; None on a day off."""
    today = now.astimezone(SHANGHAI).date()
    if street.calendar.working_span(today) is None:
        return None
    hour, minute = street.rules.reminders.list_at.split(":")
    return datetime.combine(today, time(int(hour), int(minute)), tzinfo=SHANGHAI)


def next_morning(after: datetime, street: Street) -> datetime:
    """The moment of the next lists after that one."""
    day = after
    while True:
        at = morning_of(day, street)
        if at is not None and at > after:
            return at
        day += timedelta(days=1)


def lines(entries: Sequence[Entry], *, now: datetime, street: Street) -> str:
    """The entries as people read them; people matters are only counted."""
    public = [entry for entry in entries if not standing.is_private(entry.ticket)]
    told = [_line(entry, now=now, street=street) for entry in public[:MOST_LINES]]
    if len(public) > MOST_LINES:
        told.append(street.texts("list-beyond", count=len(public) - MOST_LINES))
    if len(public) < len(entries):
        told.append(street.texts("list-private", count=len(entries) - len(public)))
    return "\n".join(told)


async def _running(
    session: AsyncSession, communities: Sequence[str | None] | None, *conditions: sa.ColumnElement[bool]
) -> list[Entry]:
    query = (
        sa.select(Ticket, Deadline, Person)
        .join(Deadline, col(Deadline.ticket_id) == Ticket.id)
        .outerjoin(Person, col(Person.id) == Ticket.owner_id)
        .where(
            col(Deadline.stopped_at).is_(None),
            col(Deadline.name).in_(CHASED),
            col(Ticket.status).in_(workflow.OPEN),
            *conditions,
        )
        .order_by(col(Ticket.level), col(Deadline.due_at), col(Ticket.id))
    )
    if communities is not None and None not in communities:
        query = query.where(col(Ticket.community).in_(communities), complaints.not_above())
    found: dict[int | None, Entry] = {}
    for ticket, row, owner in await session.execute(query):
        found.setdefault(ticket.id, Entry(ticket, row, owner))
    return list(found.values())


def _line(entry: Entry, *, now: datetime, street: Street) -> str:
    ticket, row, texts = entry.ticket, entry.row, street.texts
    minutes = (now - row.due_at) // timedelta(minutes=1)
    name = f"due-{row.name}"
    when = (
        texts("late-by", length=moments.length(minutes, texts))
        if minutes >= 0
        else texts(name, at=moments.brief(row.due_at, now=now))
    )
    who = entry.owner.nickname if entry.owner else texts("owner-nobody")
    place = cards.mask(ticket.place)
    category = street.taxonomy.leaf(ticket.category).name_zh
    return clip(f"{texts(f'mark-{ticket.level}')} #{ticket.id} {category} {place} {who} {when}", LONGEST_LINE)


async def _tell_street(session: AsyncSession, *, now: datetime, street: Street) -> None:
    entries = await late(session, now=now)
    if not entries:
        return
    day = f"{now.astimezone(SHANGHAI):%m-%d}"
    text = street.texts("late-list", day=day, count=len(entries), tickets=lines(entries, now=now, street=street))
    groups = await routing.groups_of(session, [None])
    for group in groups:
        await speech.say(session, group, Note(text), now=now)
    if not groups:
        for person in await people.holders(session, ["dispatcher"], None):
            assert person.id is not None
            await speech.tell(session, person.id, Note(text), now=now)


async def _tell_heads(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Each grid head hears which of the slow matters nobody has claimed in time, once."""
    levels = [level for level, told in street.rules.reminders.claim_overdue.items() if Addressee.MORNING in told]
    unclaimed = [entry for entry in await late(session, now=now) if entry.row.name == ladder.CLAIM]
    slow = [entry for entry in unclaimed if entry.ticket.level in levels]
    new = await _not_yet_listed(session, slow, now=now)
    at_home: dict[str | None, list[Entry]] = {}
    for entry in new:
        home = None if complaints.is_above(entry.ticket) else entry.ticket.community
        at_home.setdefault(home, []).append(entry)
    for community, own in at_home.items():
        heads = await people.holders(session, ["grid_head"], community) if community else []
        text = street.texts("morning-list", count=len(own), tickets=lines(own, now=now, street=street))
        for person in heads or await people.holders(session, ["dispatcher"], None):
            assert person.id is not None
            await speech.tell(session, person.id, Note(text), now=now)


async def _not_yet_listed(session: AsyncSession, entries: Sequence[Entry], *, now: datetime) -> list[Entry]:
    new = []
    for entry in entries:
        key = f"{entry.ticket.id}:{ladder.CLAIM}:{entry.row.round}:listed"
        if await once.first_time(session, key, due_at=entry.row.due_at, now=now, ticket_id=entry.ticket.id):
            new.append(entry)
    return new


def _end_of_work(now: datetime, street: Street) -> datetime:
    span = street.calendar.working_span(now.astimezone(SHANGHAI).date())
    assert span is not None
    return span[1]
