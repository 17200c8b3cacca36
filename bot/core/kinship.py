"""Tickets that belong together: children of a ticket, tickets that were the same, reports that joined one."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.core import workflow
from bot.core.street import Street
from bot.core.workflow import Status
from models import Person, Report, Ticket, TicketReporter

#: from open to closed
PRIVACY = ("none", "image", "sensitive", "confidential")

# Both are asked for every drawing of a card: written out once.
_TICKET = sa.bindparam("ticket", type_=sa.Integer)
_FIRST_REPORTER = (
    sa.select(Person)
    .join(TicketReporter, col(TicketReporter.person_id) == Person.id)
    .where(col(TicketReporter.ticket_id) == _TICKET)
    .order_by(col(TicketReporter.id))
    .limit(1)
)
_OWN = aliased(TicketReporter)
_FIRST_REPORT = (
    sa.select(col(_OWN.report_id))
    .where(col(_OWN.ticket_id) == _TICKET)
    .order_by(col(_OWN.id))
    .limit(1)
    .scalar_subquery()
)
_OF_ONE_SENTENCE = (
    sa.select(Ticket)
    .join(TicketReporter, col(TicketReporter.ticket_id) == Ticket.id)
    .where(col(TicketReporter.report_id) == _FIRST_REPORT, col(Ticket.id) != _TICKET)
    .order_by(col(Ticket.id))
)


async def child(session: AsyncSession, parent: Ticket, category: str, *, now: datetime, street: Street) -> Ticket:
    """A draft split from the parent: same place, same words, same reporters, its own category."""
    draft = _copy(parent, category, now=now, street=street)
    draft.parent_id = parent.id
    session.add(draft)
    await session.flush()
    for joined in await reporters(session, parent):
        session.add(_joined(draft, joined))
    draft.reporters = parent.reporters
    await session.flush()
    return draft


async def parted(session: AsyncSession, ticket: Ticket, report_id: int, *, now: datetime, street: Street) -> Ticket:
    """A draft for one of the joined reports, which leaves the ticket: its reporter is the first again."""
    leaving = next(row for row in await reporters(session, ticket) if row.report_id == report_id)
    report = await session.get_one(Report, report_id)
    draft = _copy(ticket, ticket.category, now=now, street=street)
    draft.words = report.words
    if report.lat is not None and report.lon is not None:
        draft.lat, draft.lon, draft.has_spot = report.lat, report.lon, True
    session.add(draft)
    await session.flush()
    session.add(_joined(draft, leaving))
    await session.delete(leaving)
    await _count(session, ticket)
    return draft


async def join(session: AsyncSession, ticket: Ticket, report: Report) -> bool:
    """The report's courier is one of the ticket's reporters from now on; False when he was already."""
    await hold(session, ticket)
    if any(row.person_id == report.person_id for row in await reporters(session, ticket)):
        return False
    assert ticket.id is not None
    assert report.id is not None
    session.add(TicketReporter(ticket_id=ticket.id, person_id=report.person_id, report_id=report.id))
    await _count(session, ticket)
    return True


async def leave(session: AsyncSession, ticket: Ticket, person_id: int) -> None:
    """The courier is none of the ticket's reporters any more."""
    for row in await reporters(session, ticket):
        if row.person_id == person_id:
            await session.delete(row)
    await _count(session, ticket)


async def absorb(session: AsyncSession, ticket: Ticket, other: Ticket) -> Sequence[int]:
    """The other's reporters are the ticket's too from now on; the reports that came with them."""
    await hold(session, ticket)
    known = {row.person_id for row in await reporters(session, ticket)}
    coming = [row for row in await reporters(session, other) if row.person_id not in known]
    session.add_all(_joined(ticket, row) for row in coming)
    await _count(session, ticket)
    return [row.report_id for row in coming]


async def give_back(session: AsyncSession, ticket: Ticket, reports: Sequence[int]) -> None:
    """Those who came with these reports leave the ticket again."""
    await hold(session, ticket)
    for row in await reporters(session, ticket):
        if row.report_id in reports:
            await session.delete(row)
    await _count(session, ticket)


async def of_one_sentence(session: AsyncSession, ticket: Ticket) -> Sequence[Ticket]:
    """The other tickets that came of the same words: of one report, or split from each other."""
    return (await session.scalars(_OF_ONE_SENTENCE, {"ticket": ticket.id})).all()


async def tells_of_people(session: AsyncSession, ticket: Ticket, *, street: Street) -> bool:
    """True when its words are also those of a people matter: no group may read them."""
    others = await of_one_sentence(session, ticket)
    return any(other.words == ticket.words and not street.taxonomy.is_public(other.category) for other in others)


def stricter(one: str, other: str) -> str:
    """The more closed of two privacies."""
    return max(one, other, key=PRIVACY.index)


async def merged_by(session: AsyncSession, ticket: Ticket, report_id: int) -> Ticket | None:
    """The ticket by way of which alone this report came to the ticket; None when it joined without a number."""
    query = (
        sa.select(Ticket)
        .join(TicketReporter, col(TicketReporter.ticket_id) == Ticket.id)
        .where(col(Ticket.merged_into) == ticket.id, col(Ticket.reporters) == 1)
        .where(col(TicketReporter.report_id) == report_id)
    )
    return (await session.scalars(query)).first()


async def first_reporter(session: AsyncSession, ticket: Ticket) -> Person | None:
    """Who reported the ticket before anybody else did."""
    return (await session.scalars(_FIRST_REPORTER, {"ticket": ticket.id})).first()


async def reporters(session: AsyncSession, ticket: Ticket) -> Sequence[TicketReporter]:
    """Who reported the ticket, in order of arrival."""
    query = sa.select(TicketReporter).where(col(TicketReporter.ticket_id) == ticket.id).order_by(col(TicketReporter.id))
    return (await session.scalars(query)).all()


async def of_report(session: AsyncSession, report: Report) -> list[Ticket]:
    """The tickets that this report opened or joined, in that order; in place of a merged one the one that it is now."""
    query = (
        sa.select(Ticket)
        .join(TicketReporter, col(TicketReporter.ticket_id) == Ticket.id)
        .where(col(TicketReporter.report_id) == report.id)
        .order_by(col(TicketReporter.id))
    )
    found = [await now_called(session, ticket, report.person_id) for ticket in (await session.scalars(query)).all()]
    return list({ticket.id: ticket for ticket in found}.values())


async def now_called(session: AsyncSession, ticket: Ticket, person_id: int) -> Ticket:
    """The ticket that this one was merged into, as far as the courier still is one of its reporters; else itself."""
    while ticket.merged_into is not None:
        main = await session.get_one(Ticket, ticket.merged_into)
        if all(row.person_id != person_id for row in await reporters(session, main)):
            break
        ticket = main
    return ticket


async def is_described_by(session: AsyncSession, ticket: Ticket, report: Report) -> bool:
    """True for the ticket's first report: its words are the ticket's, those of the others are notes."""
    first = (await reporters(session, ticket))[:1]
    return bool(first) and first[0].report_id == report.id


def reports_of(ticket: Ticket) -> "sa.Select[int]":
    """The numbers of the reports that belong to the ticket, also by way of one that was merged into it."""
    merged = sa.select(col(Ticket.id)).where(col(Ticket.merged_into) == ticket.id)
    is_its = sa.or_(col(TicketReporter.ticket_id) == ticket.id, col(TicketReporter.ticket_id).in_(merged))
    return sa.select(col(TicketReporter.report_id)).where(is_its)


async def open_children(session: AsyncSession, ticket: Ticket) -> Sequence[Ticket]:
    """The children that are not finished."""
    query = sa.select(Ticket).where(col(Ticket.parent_id) == ticket.id, col(Ticket.status).in_(workflow.OPEN))
    return (await session.scalars(query.order_by(col(Ticket.id)))).all()


def _copy(ticket: Ticket, category: str, *, now: datetime, street: Street) -> Ticket:
    leaf = street.taxonomy.leaf(category)
    return Ticket(
        status=Status.DRAFT,
        category=category,
        level=leaf.level,
        kind=leaf.kind,
        # what is about people stays so, whatever else is in the same sentence
        privacy=stricter(leaf.privacy, ticket.privacy),
        community=ticket.community,
        neighbours=ticket.neighbours,
        named=ticket.named,
        is_with_street=ticket.is_with_street,
        against=ticket.against,
        words=ticket.words,
        place=ticket.place,
        lat=ticket.lat,
        lon=ticket.lon,
        has_spot=ticket.has_spot,
        reasons={**ticket.reasons, "category": [street.texts("why-taken-out", number=ticket.id)]},
        opened_at=now,
    )


def _joined(ticket: Ticket, row: TicketReporter) -> TicketReporter:
    assert ticket.id is not None
    return TicketReporter(ticket_id=ticket.id, person_id=row.person_id, report_id=row.report_id)


async def hold(session: AsyncSession, ticket: Ticket) -> None:
    """Reads the ticket anew and keeps it from everybody else until the transaction ends: of two who join both count."""
    await session.refresh(ticket, with_for_update={"key_share": True})


async def _count(session: AsyncSession, ticket: Ticket) -> None:
    await session.flush()
    ticket.reporters = len(await reporters(session, ticket))
    await session.flush()
