"""What the bot begins to say to a courier: held back while he rides or sleeps, let go when he writes, rung once a day.

What answers him is no push; it goes through bot/core/speech.py at any hour.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import quiet, speech, standing
from bot.core.calendar import SHANGHAI
from bot.core.notes import Note
from bot.core.street import Street
from bot.mailbox import held, outbox
from bot.mailbox.outbox import Address
from models import OutboxItem, Person, Ticket

# As rows of the outbox know it: L0 and L1.
URGENT = 1


async def owe(
    session: AsyncSession,
    to: Address,
    note: Note,
    *,
    ticket: Ticket,
    person_id: int,
    now: datetime,
    street: Street,
    about: str = "push",
) -> None:
    """Owes a courier news of his ticket, for when they may reach him; never before earlier news that still wait.

    A note with buttons asks something of him and waits for a lull. L0 and L1 go at once and take along what is
    held of the same ticket. `about` names the kind of news, by which it can be dropped (subject ABOUT:TICKET).
    """
    subject, urgency, due_at = f"{about}:{ticket.id}", int(ticket.level[1]), now
    payload = note.to_payload()
    if urgency <= URGENT:
        await outbox.hurry(session, f"push:{ticket.id}", now=now, urgency=urgency)
    else:
        person = await session.get_one(Person, person_id)
        due_at = await _moment(session, person, payload, urgency, now=now, street=street)
    if due_at == now and note.photo is not None and await speech.has_waiting_photo(session, ticket):
        # By this name it goes out as soon as the picture is there.
        subject, due_at = f"ticket:{ticket.id}", now + speech.PICTURE_PATIENCE
    await outbox.put(
        session,
        to,
        "note",
        now=now,
        payload=payload,
        subject=subject,
        urgency=urgency,
        due_at=due_at,
        push_to=person_id,
    )


async def heard(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """He wrote or pressed something: what was held back for him goes out now, and for some minutes nothing is."""
    assert person.id is not None
    await session.execute(sa.update(Person).where(col(Person.id) == person.id).values(last_seen_at=now))
    # What waits for seconds only waits for its picture.
    await held.let_go(session, person.id, beyond=now + speech.PICTURE_PATIENCE, now=now)


async def make_ready(session: AsyncSession, item: OutboxItem, *, now: datetime, street: Street) -> bool:
    """Looks once more before a taken item is sent: False when he is busy by now, and it was put off.

    After an outage what was due in a lull may be taken in the next peak. What may go is made silent when his phone
    rang today already; L0 and L1 always go and always ring.
    """
    if item.push_to is None or item.urgency <= URGENT:
        return True
    person = await session.get_one(Person, item.push_to)
    moment = await _moment(session, person, item.payload, item.urgency, now=now, street=street, before=item.id)
    if moment > now:
        held.put_off(item, moment)
        return False
    item.payload = {**item.payload, "silent": _is_same_day(person.rung_at, now)}
    return True


async def rang(session: AsyncSession, item: OutboxItem, *, now: datetime) -> None:
    """Remembers that this item, now sent, rang somebody's phone of the bot's own accord."""
    if item.push_to is not None and not item.payload.get("silent"):
        await session.execute(sa.update(Person).where(col(Person.id) == item.push_to).values(rung_at=now))


async def _moment(
    session: AsyncSession,
    person: Person,
    payload: Mapping[str, Any],
    urgency: int,
    *,
    now: datetime,
    street: Street,
    before: int | None = None,
) -> datetime:
    assert person.id is not None
    rules = street.rules.quiet
    if quiet.is_chatting(person.last_seen_at, rules, now=now):
        return now
    if await standing.is_staff(session, person):
        # A worker who reported something has the office's hours, not a rider's.
        free = quiet.staff_moment(f"L{urgency}", now=now, calendar=street.calendar)
    elif payload.get("buttons"):
        free = quiet.question_at(person.trade, rules, now=now)
    else:
        free = quiet.news_at(person.trade, rules, now=now)
    earlier = await held.until(session, person.id, beyond=now + speech.PICTURE_PATIENCE, now=now, before=before)
    return max(free, earlier) if earlier is not None else free


def _is_same_day(earlier: datetime | None, now: datetime) -> bool:
    return earlier is not None and earlier.astimezone(SHANGHAI).date() == now.astimezone(SHANGHAI).date()
