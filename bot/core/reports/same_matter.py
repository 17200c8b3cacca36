"""Several couriers, one matter: a report joins the open ticket that it is the same as, and goes on as notes of it."""

import re
from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import complaints, duty, kinship, likeness, points, routing, speech, standing, tickets, verdicts, workflow
from bot.core.details import Details
from bot.core.likeness import Matter
from bot.core.notes import Note
from bot.core.reports import describing, parts
from bot.core.reports.assessment import Assessment
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Person, Report, Ticket

# Whoever is in danger, or is not: in an emergency no word about people waits until somebody reads the history.
PEOPLE = re.compile(r"[人孩娃老爷奶婆妇伤困救晕昏死]")
#: what staff decided about a ticket, and the bot does not undo by merging it
DECISIONS = (Action.CATEGORISE, Action.REROUTE, Action.RETURN, Action.RELEASE, Action.RAISE, Action.LOWER)
#: the number under which PostgreSQL knows this kind of lock
TURNS = 20_261


def matter_of(report: Report, found: Assessment, category: str) -> Matter:
    """What the report speaks of, as it is compared with tickets."""
    place = found.place
    communities = (*([place.community] if place.community else []), *place.border)
    return Matter(category, report.words, communities, place.text, place.point, found.has_spot)


async def described_by(session: AsyncSession, report: Report) -> list[int | None]:
    """The numbers of the tickets that are this report's own."""
    opened = await kinship.of_report(session, report)
    return [ticket.id for ticket in opened if await kinship.is_described_by(session, ticket, report)]


async def find(
    session: AsyncSession,
    matter: Matter,
    *,
    by: Person,
    now: datetime,
    street: Street,
    but: Collection[int | None] = (),
) -> Ticket | None:
    """The ticket that the matter surely is the same as, one of his own before others; held until the commit, and filed.

    A draft that a second courier speaks of needs no more questions.
    """
    if not matter.words or not matter.has_spot:
        return None
    await _take_turns(session, matter)
    same = await likeness.same_open(session, matter, now=now, street=street, but=but)
    own = [ticket.id for ticket in same if await standing.is_reporter(session, ticket, by)]
    for ticket in sorted(same, key=lambda one: one.id not in own):
        await kinship.hold(session, ticket)
        if ticket.status == Status.DRAFT:
            await tickets.act(session, ticket.id or 0, Action.FILE, by=None, now=now, street=street)
        if ticket.status in workflow.FILED:
            return ticket
    return None


async def join(
    session: AsyncSession,
    report: Report,
    ticket: Ticket,
    level: str | None,
    *,
    by: Person,
    now: datetime,
    street: Street,
) -> None:
    """The courier is one of the ticket's reporters from now on; to a ticket of his own he adds a note."""
    assert ticket.id is not None
    if await kinship.join(session, ticket, report):
        details = Details(text=report.words)
        await tickets.act(session, ticket.id, Action.JOIN, by=None, now=now, street=street, details=details)
        await _raise(session, ticket, level, report.words, now=now, street=street)
        await _alert(session, ticket, report.words, now=now, street=street)
    else:
        await hear(session, ticket, report.words, level, by=by, now=now, street=street)


async def hear(
    session: AsyncSession, ticket: Ticket, words: str, level: str | None, *, by: Person, now: datetime, street: Street
) -> None:
    """Notes what a courier adds to a ticket that others describe, and credits what is new."""
    assert ticket.id is not None
    if words and workflow.find(Status(ticket.status), Action.NOTE):
        details = Details(text=words)
        await tickets.act(session, ticket.id, Action.NOTE, by=by, now=now, street=street, details=details)
        await _raise(session, ticket, level, words, now=now, street=street)
        if ticket.level == "L0":
            await _tell_duty(session, ticket, words, now=now, street=street)
    await points.award_late(session, ticket, now=now, street=street)


async def merge_if_same(
    session: AsyncSession,
    ticket: Ticket,
    report: Report,
    found: Assessment,
    *,
    by: Person,
    now: datetime,
    street: Street,
) -> bool:
    """Merges a ticket of this report into the one that it turned out to be; False when there is none.

    What staff have looked at stays as it is, and where they took one report out of a ticket nothing is put back.
    """
    is_his_alone = ticket.reporters == 1 and not standing.is_private(ticket)
    is_free = is_his_alone and ticket.status in (Status.DRAFT, Status.DISPATCHED)
    if not is_free or await verdicts.was_decided(session, ticket, *DECISIONS, Action.UNMERGE):
        return False
    # Its row may still say another community: the place has only just become known.
    matter = matter_of(report, found, ticket.category)
    own = await described_by(session, report)
    same = await find(session, matter, by=by, now=now, street=street, but=own)
    if same is None or not complaints.may_join(ticket.against, same):
        return False
    if await verdicts.was_decided(session, same, Action.PART):
        return False
    assert ticket.id is not None
    # Should it be given back, it goes to where it lies.
    ticket.community, ticket.neighbours = found.place.community, list(found.place.border)
    details = Details(ticket_id=same.id)
    await tickets.act(session, ticket.id, Action.MERGE, by=None, now=now, street=street, details=details)
    level = describing.how_urgent(ticket.category, street)
    await _raise(session, same, level, ticket.words, now=now, street=street)
    await _alert(session, same, ticket.words, now=now, street=street)
    return True


async def move_into_own(session: AsyncSession, report: Report, ticket: Ticket, *, now: datetime) -> None:
    """Puts the messages and pictures of a report to the one by which its courier reported this ticket before."""
    own = next(row for row in await kinship.reporters(session, ticket) if row.person_id == report.person_id)
    earlier = await session.get_one(Report, own.report_id)
    await parts.move(session, report, earlier, now=now)
    await speech.redraw(session, ticket, now=now)


async def _raise(
    session: AsyncSession, ticket: Ticket, level: str | None, words: str, *, now: datetime, street: Street
) -> None:
    """Danger first: what somebody reads more urgently is so; but only an L0 overrules what staff decided."""
    is_graver = level is not None and level < ticket.level
    if not is_graver or not workflow.find(Status(ticket.status), Action.RAISE):
        return
    was_decided = await verdicts.was_decided(session, ticket, Action.LOWER, Action.CATEGORISE)
    if level != "L0" and was_decided:
        return
    assert ticket.id is not None
    details = Details(level=level, text=words)
    await tickets.act(session, ticket.id, Action.RAISE, by=None, now=now, street=street, details=details)


async def _alert(session: AsyncSession, ticket: Ticket, words: str, *, now: datetime, street: Street) -> None:
    """Tells at once what cannot wait in the history: somebody may be in danger, or what is said to be done is not."""
    if ticket.level == "L0" and PEOPLE.search(words):
        await _tell_handler(session, ticket, words, now=now, street=street)
        await _tell_duty(session, ticket, words, now=now, street=street)
    elif ticket.status == Status.PENDING_CHECK:
        await _tell_handler(session, ticket, words, now=now, street=street)


async def _tell_handler(session: AsyncSession, ticket: Ticket, words: str, *, now: datetime, street: Street) -> None:
    who = [ticket.owner_id] if ticket.owner_id is not None else await routing.takers(session, ticket)
    note = Note(street.texts("owner-note", number=ticket.id, note=words))
    for person_id in who:
        await speech.tell(session, person_id, note, now=now, urgency=int(ticket.level[1]))


async def _tell_duty(session: AsyncSession, ticket: Ticket, words: str, *, now: datetime, street: Street) -> None:
    note = Note(street.texts("owner-note", number=ticket.id, note=words))
    for person in await duty.chain(session, ticket, now=now, street=street):
        if person.id is not None and person.id != ticket.owner_id:
            await speech.tell(session, person.id, note, now=now, urgency=0)


async def _take_turns(session: AsyncSession, matter: Matter) -> None:
    """Of two reports of one community that come in the same second the later one must see the earlier one's ticket.

    SQLite has one writer at a time; PostgreSQL has one for each community by this lock, held until the commit.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    # In one order for everybody, or two reports from a border would wait for each other.
    for community in sorted(matter.communities):
        await session.execute(sa.select(sa.func.pg_advisory_xact_lock(TURNS, sa.func.hashtext(community))))
