"""The hand-over list: whoever begins a shift at the street hears in private what is urgent, late, or due in it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import cards, clocks, complaints, ladder, moments, once, people, speech, standing
from bot.core.notes import Note, clip
from bot.core.roster import book
from bot.core.roster.book import Taken
from bot.core.street import Street
from bot.core.workflow import OPEN, Status
from models import Deadline, Person, Shift, Ticket

# After an outage only the shift that has just begun is still handed over: later its officer knows what is open.
FRESH = timedelta(hours=2)
# One screen of a phone, scrolled once.
MOST_LINES = 20
LONGEST_LINE = 80
URGENT = ("L0", "L1")
#: the clocks by which a ticket is due in a shift
DUE = (ladder.CLAIM, ladder.MAKE_SAFE, ladder.CLOSE)


async def look(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Hands over to everybody whose shift at the street has just begun; once, and nothing where nothing is open."""
    on_shift = await book.on_shift(session, None, "duty", now=now)
    fresh = {_key(taken): taken for taken in on_shift if now - taken.shift.starts_at < FRESH}
    said = await once.said(session, list(fresh))
    for key, taken in fresh.items():
        if key not in said:
            await _hand_over(session, key, taken, now=now, street=street)


async def _hand_over(session: AsyncSession, key: str, taken: Taken, *, now: datetime, street: Street) -> None:
    shift, person = taken
    assert person.id is not None
    open_now = await _tickets(session, shift, person, now=now)
    is_new = await once.first_time(
        session,
        key,
        due_at=shift.starts_at,
        now=now,
        told=[person.id] if open_now else [],
        outcome="sent" if open_now else "empty",
    )
    if not open_now or not is_new:
        return
    for ticket in open_now:
        if standing.is_private(ticket) and ticket.owner_id is None:
            await _name(session, ticket, person, now=now)
    told = [await _line(session, ticket, shift, now=now, street=street) for ticket in open_now[:MOST_LINES]]
    if len(open_now) > MOST_LINES:
        told.append(street.texts("hand-over-more", count=len(open_now) - MOST_LINES))
    head = street.texts("hand-over", shift=shift.name, count=len(open_now))
    await speech.tell(session, person.id, Note("\n".join([head, *told])), now=now, urgency=1)


def _key(taken: Taken) -> str:
    """By person and moment, not by row: a roster that is entered anew hands nothing over again."""
    return f"handover:{taken.person.id}:{taken.shift.starts_at:%Y%m%d%H%M}"


async def _tickets(session: AsyncSession, shift: Shift, person: Person, *, now: datetime) -> list[Ticket]:
    """What he takes over, the most urgent first. A people matter that is not urgent stays with those named on it."""
    running = sa.select(col(Deadline.ticket_id)).where(col(Deadline.stopped_at).is_(None))
    unclaimed = running.where(col(Deadline.name) == ladder.CLAIM, col(Deadline.due_at) <= now)
    due = running.where(col(Deadline.name).in_(DUE), col(Deadline.due_at).between(shift.starts_at, shift.ends_at))
    query = (
        sa.select(Ticket)
        .where(col(Ticket.status).in_(OPEN - {Status.DRAFT}))
        .where(
            sa.or_(
                col(Ticket.level).in_(URGENT),
                sa.and_(col(Ticket.owner_id).is_(None), col(Ticket.id).in_(unclaimed)),
                col(Ticket.id).in_(due),
            )
        )
        .order_by(col(Ticket.level), col(Ticket.id))
    )
    found = (await session.scalars(query)).all()
    return [ticket for ticket in found if _may_know(ticket, person)]


def _may_know(ticket: Ticket, person: Person) -> bool:
    if not standing.is_private(ticket) or person.id in ticket.named:
        return True
    return ticket.level in URGENT and not complaints.is_for_leader(ticket)


async def _name(session: AsyncSession, ticket: Ticket, person: Person, *, now: datetime) -> None:
    """Opens an urgent people matter that nobody has taken to him, as it was to whoever was on duty when it came."""
    assert person.id is not None
    address = await people.address_of(session, person.id)
    if address is not None and person.id not in ticket.named:
        ticket.named = sorted({*ticket.named, person.id})
        await session.flush()
        await speech.show_also(session, ticket, address, now=now)


async def _line(session: AsyncSession, ticket: Ticket, shift: Shift, *, now: datetime, street: Street) -> str:
    texts = street.texts
    owner = await session.get(Person, ticket.owner_id) if ticket.owner_id else None
    place = cards.mask(ticket.place) if standing.is_private(ticket) else ticket.place
    parts = (
        f"{texts(f'mark-{ticket.level}')} #{ticket.id} {street.taxonomy.leaf(ticket.category).name_zh}",
        place or texts("place-unknown"),
        owner.nickname if owner else texts("hand-over-nobody"),
        *(await _dues(session, ticket, shift, now=now, street=street)),
    )
    return clip(" · ".join(parts), LONGEST_LINE)


async def _dues(session: AsyncSession, ticket: Ticket, shift: Shift, *, now: datetime, street: Street) -> Sequence[str]:
    """Which of its clocks end in the shift, or have ended already."""
    rows: Iterable[Deadline | None] = [await clocks.running(session, ticket, name) for name in DUE]
    return [
        street.texts(f"due-{row.name}", at=moments.brief(row.due_at, now=now))
        for row in rows
        if row is not None and row.due_at <= shift.ends_at
    ]
