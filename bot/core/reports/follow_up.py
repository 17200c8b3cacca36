"""A courier asks after, complains about, confirms or withdraws something he reported before."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import cards, demands, kinship, moments, places, points, refusals, speech, standing, tickets, workflow
from bot.core.details import Details
from bot.core.notes import Button, Note
from bot.core.reports import parts
from bot.core.reports.parts import Part
from bot.core.street import Street
from bot.core.workflow import Action, Status
from bot.mailbox.outbox import Address
from models import Person, Ticket, TicketReporter

# How far back "还没修" looks for the ticket it means.
LAST_TICKETS = 20
NUMBER = re.compile(r"#?(\d{1,9})")


async def take(session: AsyncSession, part: Part, *, by: Person, now: datetime, street: Street) -> bool:
    """Attaches the words (and pictures) to the ticket they mean and answers; False when he has no such ticket."""
    ticket = await _meant(session, part, by=by, now=now, street=street)
    if ticket is None or ticket.id is None:
        return False
    to = Address(part.channel, part.chat)
    status = Status(ticket.status)
    if workflow.find(status, Action.NOTE):
        await tickets.act(
            session, ticket.id, Action.NOTE, by=by, now=now, street=street, details=Details(text=part.words)
        )
        await _keep_photos(session, ticket, part, by=by, now=now)
        await points.award_late(session, ticket, now=now, street=street)
    await speech.say(session, to, await _answer(session, ticket, now=now, street=street), now=now)
    return True


async def of_person(session: AsyncSession, person: Person, *, limit: int = LAST_TICKETS) -> list[Ticket]:
    """The person's last tickets, newest first."""
    query = (
        sa.select(Ticket)
        .join(TicketReporter, col(TicketReporter.ticket_id) == Ticket.id)
        .where(col(TicketReporter.person_id) == person.id)
        .order_by(col(Ticket.id).desc())
        .limit(limit)
    )
    return list((await session.scalars(query)).all())


async def withdraw(
    session: AsyncSession, part: Part, *, by: Person, now: datetime, street: Street
) -> tuple[Ticket, Action]:
    """Withdraws the ticket he names, or his last one, or his part of it; returns the ticket and what was done.

    Raises NotFound when he has none.
    """
    assert by.id is not None
    named = NUMBER.search(part.words)
    for ticket in await of_person(session, by):
        is_meant = ticket.id == int(named[1]) if named else workflow.is_open(ticket.status)
        if is_meant:
            meant = await kinship.now_called(session, ticket, by.id)
            first, *_ = await kinship.reporters(session, meant)
            action = Action.WITHDRAW if first.person_id == by.id else Action.LEAVE
            return await tickets.act(session, meant.id or 0, action, by=by, now=now, street=street), action
    raise refusals.NotFound(number=named[1] if named else "")


async def _meant(session: AsyncSession, part: Part, *, by: Person, now: datetime, street: Street) -> Ticket | None:
    """The ticket that fits the words best: the named number, then the same place, then the newest."""
    recent = now - timedelta(days=street.rules.reopen_days)
    candidates = [
        ticket
        for ticket in await of_person(session, by)
        if workflow.is_open(ticket.status) or (ticket.closed_at is not None and ticket.closed_at >= recent)
    ]
    named = NUMBER.fullmatch(part.words.split()[0]) if part.words.split() else None
    for ticket in candidates:
        if named and ticket.id == int(named[1]):
            return ticket
    place = places.locate(part.words, pin=part.point, home=by.homes, gazetteer=street.gazetteer)
    if place.certain:
        here = [ticket for ticket in candidates if ticket.place == place.text]
        return here[0] if here else None
    return candidates[0] if candidates else None


async def _answer(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Note:
    texts = street.texts
    name = street.taxonomy.leaf(ticket.category).name_zh
    may_look = not standing.is_private(ticket) or ticket.category == demands.RIDERS_OWN
    if ticket.status == Status.CLOSED:
        button = Button(texts("courier-reopen"), f"t:{ticket.id}:reopen")
        return Note(texts("follow-up-closed", number=ticket.id, category=name), ((button,),))
    if ticket.status == Status.PENDING_CHECK and may_look:
        buttons = tuple(Button(texts(f"courier-{a}"), f"t:{ticket.id}:{a}") for a in (Action.PASS, Action.FAIL))
        return Note(texts("follow-up-check", number=ticket.id, category=name), (buttons,))
    owner = await session.get(Person, ticket.owner_id) if ticket.owner_id else None
    who = owner.nickname if owner and not standing.is_private(ticket) else texts("owner-staff")
    if ticket.status == Status.SUSPENDED and ticket.suspended_until is not None:
        until = moments.day(ticket.suspended_until)
        return Note(texts("follow-up-suspended", number=ticket.id, category=name, who=who, until=until))
    due = await cards.by_when(session, ticket, now=now, street=street)
    text_id = "follow-up-claimed" if ticket.owner_id is not None else "follow-up-open"
    return Note(texts(text_id, number=ticket.id, category=name, who=who, due=due))


async def _keep_photos(session: AsyncSession, ticket: Ticket, part: Part, *, by: Person, now: datetime) -> None:
    for joined, report in await speech.reporters(session, ticket):
        if joined.person_id == by.id:
            # The words are the ticket's note already; the album's other pictures find their way by this part.
            await parts.add(session, report, replace(part, words=""), now=now)
