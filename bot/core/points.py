"""The couriers' points: awards with caps, reversals; append-only, the balance is the sum (DOMAIN 4.2)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import changes, kinship
from bot.core.calendar import SHANGHAI
from bot.core.street import Street
from bot.core.workflow import Action
from models import Person, Photo, PointsEntry, Report, Ticket, TicketEvent, TicketReporter

VALID_REPORT, ADDITION = "valid_report", "addition"
#: what takes an award back
REVERSED: Mapping[str, str] = {VALID_REPORT: "reversed", ADDITION: "addition_reversed"}
# An emergency is never capped: nobody should weigh a gas smell against his day's points.
UNCAPPED_LEVELS = frozenset({"L0", "L1"})


async def settle(
    session: AsyncSession, ticket: Ticket, action: Action, *, now: datetime, street: Street
) -> Mapping[int, int]:
    """Enters what this step brings, or takes; who got how much by it."""
    if action in changes.confirming_action(ticket.level):
        return await award(session, ticket, now=now, street=street)
    if action is Action.JOIN:
        return await award_late(session, ticket, now=now, street=street)
    if action in (Action.REJECT, Action.WITHDRAW):
        await _take_back(session, ticket, tuple(REVERSED), now=now)
    return {}


async def award(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Mapping[int, int]:
    """Credits the first reporter for a valid report, and the others for what they added; each once."""
    reporters = await _reporters(session, ticket)
    if not reporters or street.taxonomy.leaf(ticket.category).top == "OTH":
        return {}
    amount = street.rules.points.by_level.get(ticket.level, 0)  # type: ignore[call-overload]
    first = reporters[0][0]
    earned = await _enter(session, ticket, first, VALID_REPORT, amount, now=now, street=street)
    return {**earned, **await _award_additions(session, ticket, reporters, now=now, street=street)}


async def award_late(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Mapping[int, int]:
    """Credits what was added after staff had confirmed the ticket; before that it waits for the award."""
    confirming = changes.confirming_action(ticket.level)
    query = sa.select(col(TicketEvent.id)).where(
        col(TicketEvent.ticket_id) == ticket.id, col(TicketEvent.action).in_(confirming)
    )
    is_confirmed = (await session.scalar(query.limit(1))) is not None
    if not is_confirmed or street.taxonomy.leaf(ticket.category).top == "OTH":
        return {}
    return await _award_additions(session, ticket, await _reporters(session, ticket), now=now, street=street)


async def forget_leavers(session: AsyncSession, ticket: Ticket, *, now: datetime) -> None:
    """Takes back what was credited to couriers who are none of the ticket's reporters any more."""
    staying = {row.person_id for row in await kinship.reporters(session, ticket)}
    await _take_back(session, ticket, (ADDITION,), now=now, but=staying)


async def balance(session: AsyncSession, person_id: int, *, since: datetime | None = None) -> int:
    """The sum of the person's entries, from `since` on if given."""
    query = sa.select(sa.func.coalesce(sa.func.sum(col(PointsEntry.amount)), 0)).where(
        col(PointsEntry.person_id) == person_id
    )
    if since is not None:
        query = query.where(col(PointsEntry.at) >= since)
    return int(await session.scalar(query) or 0)


async def of_ticket(session: AsyncSession, person_id: int, ticket_id: int | None) -> int:
    """What the ticket has brought the person so far."""
    query = sa.select(sa.func.coalesce(sa.func.sum(col(PointsEntry.amount)), 0)).where(
        col(PointsEntry.person_id) == person_id, col(PointsEntry.ticket_id) == ticket_id
    )
    return int(await session.scalar(query) or 0)


Reporters = Sequence[tuple[Person, Report]]


async def _reporters(session: AsyncSession, ticket: Ticket) -> Reporters:
    """Who reported the ticket and with what, in order of arrival."""
    query = (
        sa.select(Person, Report)
        .join(TicketReporter, col(TicketReporter.person_id) == Person.id)
        .join(Report, col(TicketReporter.report_id) == Report.id)
        .where(col(TicketReporter.ticket_id) == ticket.id)
        .order_by(col(TicketReporter.id))
    )
    return [(person, report) for person, report in await session.execute(query)]


async def _award_additions(
    session: AsyncSession, ticket: Ticket, reporters: Reporters, *, now: datetime, street: Street
) -> Mapping[int, int]:
    seen = await _with_pictures(session, reporters)
    earned: dict[int, int] = {}
    for person in _adding(ticket, reporters, seen, street):
        if not await _has_own_award(session, ticket, person):
            amount = street.rules.points.addition
            earned |= await _enter(session, ticket, person, ADDITION, amount, now=now, street=street)
    return earned


def _adding(ticket: Ticket, reporters: Reporters, seen: set[int], street: Street) -> Iterator[Person]:
    """Those after the first who brought something new: a picture, a place where there was none, a graver reading."""
    worst = "L3"
    for place, (person, report) in enumerate(reporters):
        level = street.judged(report.words).level or "L3"
        has_place = report.lat is not None and not ticket.has_spot
        if place and (report.id in seen or has_place or level < worst):
            yield person
        worst = min(worst, level)


async def _with_pictures(session: AsyncSession, reporters: Reporters) -> set[int]:
    """The numbers of the reports that came with a picture that could be opened, or still may."""
    numbers = [report.id for _, report in reporters]
    query = sa.select(col(Photo.report_id)).where(col(Photo.report_id).in_(numbers), col(Photo.status) != "refused")
    return {number for number in await session.scalars(query) if number is not None}


async def _has_own_award(session: AsyncSession, ticket: Ticket, person: Person) -> bool:
    """True when he was credited for a ticket of his own before it was merged into this one."""
    merged = sa.select(col(Ticket.id)).where(col(Ticket.merged_into) == ticket.id)
    query = sa.select(col(PointsEntry.id)).where(
        col(PointsEntry.person_id) == person.id,
        col(PointsEntry.ticket_id).in_(merged),
        col(PointsEntry.reason) == VALID_REPORT,
    )
    return (await session.scalar(query.limit(1))) is not None


async def _enter(
    session: AsyncSession, ticket: Ticket, person: Person, reason: str, amount: int, *, now: datetime, street: Street
) -> dict[int, int]:
    """Credits a courier once; what he got (nothing: guest, or had it; 0: capped)."""
    assert person.id is not None
    if person.status != "active" or await _entered(session, person.id, ticket, reason):
        return {}
    if ticket.level not in UNCAPPED_LEVELS:
        today, month = _periods(now)
        room = min(
            street.rules.points.day_cap - await balance(session, person.id, since=today),
            street.rules.points.month_cap - await balance(session, person.id, since=month),
        )
        amount = max(min(amount, room), 0)
    session.add(PointsEntry(person_id=person.id, ticket_id=ticket.id, amount=amount, reason=reason, at=now))
    await session.flush()
    return {person.id: amount}


async def _take_back(
    session: AsyncSession,
    ticket: Ticket,
    reasons: Sequence[str],
    *,
    now: datetime,
    but: Collection[int] = (),
) -> None:
    """Takes back what the ticket had brought for these reasons, by entries of their own."""
    query = sa.select(PointsEntry).where(
        col(PointsEntry.ticket_id) == ticket.id,
        col(PointsEntry.reason).in_(reasons),
        col(PointsEntry.person_id).not_in(but),
    )
    for entry in (await session.scalars(query)).all():
        back = REVERSED[entry.reason]
        if not await _entered(session, entry.person_id, ticket, back):
            taken = PointsEntry(
                person_id=entry.person_id, ticket_id=ticket.id, amount=-entry.amount, reason=back, at=now
            )
            session.add(taken)


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
