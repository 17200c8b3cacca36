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
    draft.words, draft.lat, draft.lon = report.words, report.lat or ticket.lat, report.lon or ticket.lon
    session.add(draft)
    await session.flush()
    session.add(_joined(draft, leaving))
    await session.delete(leaving)
    await session.flush()
    ticket.reporters = len(await reporters(session, ticket))
    return draft


async def join(session: AsyncSession, ticket: Ticket, report: Report) -> bool:
    """The report's courier is one of the ticket's reporters from now on; False when he was already."""
    known = await reporters(session, ticket)
    if any(row.person_id == report.person_id for row in known):
        return False
    assert ticket.id is not None
    assert report.id is not None
    session.add(TicketReporter(ticket_id=ticket.id, person_id=report.person_id, report_id=report.id))
    ticket.reporters = len(known) + 1
    await session.flush()
    return True


async def absorb(session: AsyncSession, ticket: Ticket, other: Ticket) -> None:
    """The other's reporters are the ticket's too from now on."""
    known = {row.person_id for row in await reporters(session, ticket)}
    for row in await reporters(session, other):
        if row.person_id not in known:
            session.add(_joined(ticket, row))
    await session.flush()
    ticket.reporters = len(await reporters(session, ticket))


async def give_back(session: AsyncSession, ticket: Ticket, other: Ticket) -> None:
    """The other's reporters are its own alone again."""
    own = {row.report_id for row in await reporters(session, other)}
    for row in await reporters(session, ticket):
        if row.report_id in own:
            await session.delete(row)
    await session.flush()
    ticket.reporters = len(await reporters(session, ticket))


async def reporters(session: AsyncSession, ticket: Ticket) -> Sequence[TicketReporter]:
    """Who reported the ticket, in order of arrival."""
    query = sa.select(TicketReporter).where(col(TicketReporter.ticket_id) == ticket.id).order_by(col(TicketReporter.id))
    return (await session.scalars(query)).all()


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
        reasons=ticket.reasons,
        opened_at=now,
    )


#: from open to closed
PRIVACY = ("none", "image", "sensitive", "confidential")


def _joined(ticket: Ticket, row: TicketReporter) -> TicketReporter:
    assert ticket.id is not None
    return TicketReporter(ticket_id=ticket.id, person_id=row.person_id, report_id=row.report_id)
