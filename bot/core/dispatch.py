"""A ticket's card goes to wherever the ticket belongs now, and is taken down where it no longer may be seen."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import alarms, changes, complaints, people, routing, speech, standing
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Person, Ticket


async def send_out(session: AsyncSession, ticket: Ticket, action: Action, *, now: datetime, street: Street) -> None:
    """Owes the card to wherever the ticket belongs now, and takes it down where it no longer may be seen."""
    if action in changes.MOVES:
        where = await routing.route(session, ticket, now=now, street=street)
        ticket.reasons = {**ticket.reasons, "route": list(where.reasons)}
        viewers = {person.id for person in where.persons if person.id is not None}
        if standing.is_private(ticket):
            # Who has no post where it belongs now has no business with it any more.
            posted = await people.posted_at(session, ticket.named, ticket.community)
            kept = [await session.get_one(Person, person_id) for person_id in posted]
            viewers |= {person.id for person in await complaints.spare(session, ticket, kept) if person.id is not None}
            ticket.named = sorted(viewers)
        private = [await people.address_of(session, person_id) for person_id in sorted(viewers)]
        chats = [*where.groups, *(address for address in private if address is not None)]
        if standing.is_private(ticket) or complaints.is_above(ticket):
            await speech.take_down(session, ticket, now=now, keep=chats)
        if ticket.received_at is None and await speech.is_shown_in_all(session, ticket, chats):
            # It comes back to where its card stands already: nothing new will be delivered there.
            ticket.received_at = now
        for chat in chats:
            await speech.remember(session, ticket, chat, now=now)
        if not chats:
            text = street.texts("alarm-nobody", number=ticket.id)
            await alarms.tell_operators(session, text, operators=None, now=now)
    if ticket.status != Status.DRAFT:
        await speech.redraw(session, ticket, now=now)
