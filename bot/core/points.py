"""The couriers' points: awards with caps, reversals; append-only, the balance is the sum (DOMAIN 4.2)."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core.calendar import SHANGHAI
from bot.core.street import Street
from models import Person, PointsEntry, Ticket, TicketReporter

VALID_REPORT, REVERSED = "valid_report", "reversed"
# An emergency is never capped: nobody should weigh a gas smell against his day's points.
UNCAPPED_LEVELS = frozenset({"L0", "L1"})


async def award(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> int:
    """Credits the first reporter for a valid report, once; returns what he got (0: guest, capped, or had it)."""
    person = await _first_reporter(session, ticket)
    if person is None or person.status != "active" or street.taxonomy.leaf(ticket.category).top == "OTH":
        return 0
    assert person.id is not None
    if await _entered(session, person.id, ticket, VALID_REPORT):
        return 0
    rules = street.rules.points
    amount = rules.by_level.get(ticket.level, 0)  # type: ignore[call-overload]
    if ticket.level not in UNCAPPED_LEVELS:
        today, month = _periods(now)
        room = min(
            rules.day_cap - await balance(session, person.id, since=today),
            rules.month_cap - await balance(session, person.id, since=month),
        )
        amount = max(min(amount, room), 0)
    session.add(PointsEntry(person_id=person.id, ticket_id=ticket.id, amount=amount, reason=VALID_REPORT, at=now))
    await session.flush()
    return int(amount)


async def reverse(session: AsyncSession, ticket: Ticket, *, now: datetime) -> None:
    """Takes back what the ticket had brought, by an entry of its own."""
    query = sa.select(PointsEntry).where(
        col(PointsEntry.ticket_id) == ticket.id, col(PointsEntry.reason) == VALID_REPORT
    )
    for entry in (await session.scalars(query)).all():
        if not await _entered(session, entry.person_id, ticket, REVERSED):
            session.add(
                PointsEntry(
                    person_id=entry.person_id, ticket_id=ticket.id, amount=-entry.amount, reason=REVERSED, at=now
                )
            )


async def balance(session: AsyncSession, person_id: int, *, since: datetime | None = None) -> int:
    """The sum of the person's entries, from `since` on if given."""
    query = sa.select(sa.func.coalesce(sa.func.sum(col(PointsEntry.amount)), 0)).where(
        col(PointsEntry.person_id) == person_id
    )
    if since is not None:
        query = query.where(col(PointsEntry.at) >= since)
    return int(await session.scalar(query) or 0)


async def _first_reporter(session: AsyncSession, ticket: Ticket) -> Person | None:
    query = (
        sa.select(Person)
        .join(TicketReporter, col(TicketReporter.person_id) == Person.id)
        .where(col(TicketReporter.ticket_id) == ticket.id)
        .order_by(col(TicketReporter.id))
        .limit(1)
    )
    return (await session.scalars(query)).first()


async def _entered(session: AsyncSession, person_id: int, ticket: Ticket, reason: str) -> bool:
    query = sa.select(col(PointsEntry.id)).where(
        col(PointsEntry.person_id) == person_id,
        col(PointsEntry.ticket_id) == ticket.id,
        col(PointsEntry.reason) == reason,
    )
    return (await session.scalar(query)) is not None


def _periods(now: datetime) -> tuple[datetime, datetime]:
    """The starts of the day and of the month of `now`, in Asia/Shanghai."""
    local = now.astimezone(SHANGHAI)
    today = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return today, today - timedelta(days=local.day - 1)
