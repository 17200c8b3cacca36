"""Tickets that belong together: children of a ticket, tickets that were the same, reports that joined one."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import workflow
from bot.core.street import Street
from bot.core.workflow import Status
from models import Report, Ticket, TicketReporter


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


async def absorb(session: AsyncSession, ticket: Ticket, other: Ticket) -> None:
    """The other's reporters are the ticket's too from now on."""
    await hold(session, ticket)
    known = {row.person_id for row in await reporters(session, ticket)}
    for row in await reporters(session, other):
        if row.person_id not in known:
            session.add(_joined(ticket, row))
    await _count(session, ticket)


async def give_back(session: AsyncSession, ticket: Ticket, other: Ticket) -> None:
    """The other's reporters are its own alone again."""
    await hold(session, ticket)
    own = {row.report_id for row in await reporters(session, other)}
    for row in await reporters(session, ticket):
        if row.report_id in own:
            await session.delete(row)
    await _count(session, ticket)


async def merged_by(session: AsyncSession, ticket: Ticket, report_id: int) -> Ticket | None:
    """The ticket by way of which alone this report came to the ticket; None when it joined without a number."""
    query = (
        sa.select(Ticket)
        .join(TicketReporter, col(TicketReporter.ticket_id) == Ticket.id)
        .where(col(Ticket.merged_into) == ticket.id, col(Ticket.reporters) == 1)
        .where(col(TicketReporter.report_id) == report_id)
    )
    return (await session.scalars(query)).first()


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
        privacy=max(leaf.privacy, ticket.privacy, key=PRIVACY.index),
        community=ticket.community,
        neighbours=ticket.neighbours,
        named=ticket.named,
        words=ticket.words,
        place=ticket.place,
        lat=ticket.lat,
        lon=ticket.lon,
        has_spot=ticket.has_spot,
        reasons=ticket.reasons,
        opened_at=now,
    )


#: from open to closed
PRIVACY = ("none", "image", "sensitive", "confidential")


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
