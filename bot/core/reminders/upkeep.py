"""What keeps clocks true: holiday tables that arrive, cards that reached nobody, clocks without reminders."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import alarms, asking, clocks, complaints, duty, ladder, moments, once, people, speech
from bot.core.calendar import SHANGHAI
from bot.core.notes import Note
from bot.core.reminders import lists
from bot.core.street import Street
from models import Deadline, Ticket

# A card that has reached nobody by then is told to those on duty, so that no clock stands still in silence.
DELIVERY_PATIENCE = timedelta(minutes=10)
# The State Council's notice came in November in every year so far; from then on a missing table is worth a word.
NOTICE_MONTH = 11
#: the days of November and December on which it is asked for
ASKING_DAYS = (1, 15)
MOST_LINES = 20


async def recount(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Counts every running working clock anew over the calendar as it is now, and tells owners of what moved.

    What had run out before stays so, unless its end was only provisional (DOMAIN 3.2.7, 3.2.10).
    """
    is_open = sa.or_(col(Deadline.due_at) > now, col(Deadline.is_provisional))
    query = (
        sa.select(Deadline, Ticket)
        .join(Ticket, col(Ticket.id) == Deadline.ticket_id)
        .where(col(Deadline.stopped_at).is_(None), col(Deadline.clock) == "working", is_open)
        .order_by(col(Ticket.level), col(Deadline.id))
        .with_for_update(skip_locked=True, of=Deadline)
    )
    moved: dict[int, list[tuple[Ticket, Deadline]]] = defaultdict(list)
    for row, ticket in (await session.execute(query)).all():
        was_planned = (row.nudge_step, row.nudge_at)
        if clocks.recount(row, ticket, street):
            if ticket.owner_id is not None and row.name == ladder.CLOSE:
                moved[ticket.owner_id].append((ticket, row))
        else:
            row.nudge_step, row.nudge_at = was_planned
    for owner_id, pairs in moved.items():
        told = [
            street.texts(
                "moved-line",
                number=ticket.id,
                matter=asking.matter(ticket, street),
                at=moments.brief(row.due_at, now=now),
            )
            for ticket, row in pairs[:MOST_LINES]
        ]
        text = street.texts("moved-list", count=len(pairs), tickets="\n".join(told))
        await speech.tell(session, owner_id, Note(text), now=now)


async def plan_unplanned(session: AsyncSession, *, street: Street) -> None:
    """Gives running clocks from before there were reminders their next step: an upgrade forgets nobody."""
    planned = sa.select(col(Deadline.id)).where(col(Deadline.nudge_at).is_not(None)).limit(1)
    if await session.scalar(planned) is not None:
        return
    query = (
        sa.select(Deadline, Ticket)
        .join(Ticket, col(Ticket.id) == Deadline.ticket_id)
        .where(col(Deadline.stopped_at).is_(None))
    )
    for row, ticket in (await session.execute(query)).all():
        clocks.plan(row, ticket, street)


async def undelivered(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Tells those on duty of a ticket whose card has reached nobody: its clocks wait for that (DOMAIN 7.49)."""
    query = (
        sa.select(Ticket)
        .where(
            col(Ticket.dispatched_at).is_(None),
            col(Ticket.status) == sa.literal_column("'dispatched'"),
            col(Ticket.registered_at) <= now - DELIVERY_PATIENCE,
        )
        .order_by(col(Ticket.level), col(Ticket.id))
    )
    for ticket in (await session.scalars(query)).all():
        assert ticket.registered_at is not None
        due_at = ticket.registered_at + DELIVERY_PATIENCE
        if not await once.first_time(session, f"{ticket.id}:undelivered", due_at=due_at, now=now, ticket_id=ticket.id):
            continue
        text = street.texts("nudge-undelivered", number=ticket.id, matter=asking.matter(ticket, street))
        dispatchers = await people.holders(session, ["dispatcher"], None)
        told = people.once(await duty.on_duty(session, now=now), dispatchers)
        told = () if complaints.is_for_leader(ticket) else told
        for person in told:
            assert person.id is not None
            await speech.tell(session, person.id, Note(text), now=now, urgency=min(int(ticket.level[1]), 1))
        if not told:
            await alarms.tell_operators(session, text, operators=None, now=now)


async def ask_for_table(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Reminds the dispatcher, twice a month from November on, that next year's holidays are not known (DOMAIN 6.1)."""
    at = lists.morning_of(now, street)
    asked_on = _asking_day(now.astimezone(SHANGHAI).date(), street)
    if at is None or asked_on is None or now < at or street.calendar.is_year_known(asked_on.year + 1):
        return
    if await once.first_time(session, f"holidays:{asked_on.year + 1}:{asked_on:%m-%d}", due_at=at, now=now):
        text = street.texts("ask-holidays", year=asked_on.year + 1)
        for person in await people.holders(session, ["dispatcher"], None):
            assert person.id is not None
            await speech.tell(session, person.id, Note(text), now=now)


def _asking_day(today: date, street: Street) -> date | None:
    """The asking day that is answered today: today itself, or one that fell on a day off just before; else None."""
    for day in _asking_days(today.year):
        if day <= today and _first_working(day, street) == today:
            return day
    return None


def _asking_days(year: int) -> Sequence[date]:
    return [date(year, month, day) for month in range(NOTICE_MONTH, 13) for day in ASKING_DAYS]


def _first_working(day: date, street: Street) -> date:
    while street.calendar.working_span(day) is None:
        day += timedelta(days=1)
    return day
