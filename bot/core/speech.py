"""Owing words to people: notes to a person or a chat, cards to every chat that shows a ticket; rows only."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import kinship, people
from bot.core.notes import Note
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from models import CardMessage, OutboxItem, Person, Photo, Report, Ticket, TicketReporter

# A card waits this long for its picture, so that the group is called once and not twice; an L0 or L1 does not wait.
PICTURE_PATIENCE = timedelta(seconds=4)


async def say(
    session: AsyncSession,
    to: Address,
    note: Note,
    *,
    now: datetime,
    urgency: int = 3,
    due_at: datetime | None = None,
) -> OutboxItem:
    """Owes a note to a chat, for now or for a later moment."""
    return await outbox.put(session, to, "note", now=now, payload=note.to_payload(), urgency=urgency, due_at=due_at)


async def tell(
    session: AsyncSession,
    person_id: int,
    note: Note,
    *,
    now: datetime,
    urgency: int = 3,
    due_at: datetime | None = None,
) -> None:
    """Owes a note to a person in his private chat; somebody who cannot be reached is passed over."""
    address = await people.address_of(session, person_id)
    if address is not None:
        await say(session, address, note, now=now, urgency=urgency, due_at=due_at)


async def show(session: AsyncSession, ticket: Ticket, to: Address, *, now: datetime) -> None:
    """Owes this chat the card of the ticket as it stands when it is drawn; several owed at once become one."""
    assert ticket.id is not None
    urgency = int(ticket.level[1])
    waits = urgency > 1 and await _is_first(session, ticket, to) and await has_waiting_photo(session, ticket)
    due_at = now + PICTURE_PATIENCE if waits else now
    await outbox.put_once(session, to, "card", subject=f"ticket:{ticket.id}", now=now, urgency=urgency, due_at=due_at)


async def show_also(session: AsyncSession, ticket: Ticket, to: Address, *, now: datetime) -> None:
    """Owes the card to one more chat, once."""
    await remember(session, ticket, to, now=now)
    await show(session, ticket, to, now=now)


async def remember(session: AsyncSession, ticket: Ticket, to: Address, *, now: datetime) -> None:
    """Counts this chat among those that show the ticket; every redraw then reaches it."""
    assert ticket.id is not None
    if all((row.channel, row.chat) != (to.channel, to.chat) for row in await shown_in(session, ticket)):
        session.add(CardMessage(ticket_id=ticket.id, channel=to.channel, chat=to.chat, at=now))
        await session.flush()


async def is_shown_in_all(session: AsyncSession, ticket: Ticket, chats: Sequence[Address]) -> bool:
    """True when the ticket's card stands in every one of these chats already."""
    standing = {(row.channel, row.chat) for row in await shown_in(session, ticket) if row.message is not None}
    return bool(chats) and all((to.channel, to.chat) in standing for to in chats)


async def redraw(session: AsyncSession, ticket: Ticket, *, now: datetime) -> None:
    """Owes a fresh drawing to every chat that shows the ticket."""
    for shown in await shown_in(session, ticket):
        await show(session, ticket, Address(shown.channel, shown.chat), now=now)


async def take_down(session: AsyncSession, ticket: Ticket, *, now: datetime, keep: Sequence[Address] = ()) -> None:
    """Owes the removal of the ticket's card from every chat but `keep`."""
    for shown in await shown_in(session, ticket):
        to = Address(shown.channel, shown.chat)
        if to in keep:
            continue
        if shown.message is not None:
            await remove(session, to, shown.message, now=now)
        await session.delete(shown)


async def remove(session: AsyncSession, to: Address, message: str, *, now: datetime) -> None:
    """Owes the deletion of one message."""
    await outbox.put(session, to, "remove", now=now, payload={"message": message})


async def shown_in(session: AsyncSession, ticket: Ticket) -> Sequence[CardMessage]:
    """Every chat that shows the ticket, or will as soon as its first card is taken."""
    query = sa.select(CardMessage).where(col(CardMessage.ticket_id) == ticket.id).order_by(col(CardMessage.id))
    return (await session.scalars(query)).all()


async def reporters(session: AsyncSession, ticket: Ticket) -> Sequence[tuple[TicketReporter, Report]]:
    """Who reported the ticket, with what, in order of arrival."""
    query = (
        sa.select(TicketReporter, Report)
        .join(Report, col(TicketReporter.report_id) == Report.id)
        .where(col(TicketReporter.ticket_id) == ticket.id)
        .order_by(col(TicketReporter.id))
    )
    return [(joined, report) for joined, report in await session.execute(query)]


async def reports_of(session: AsyncSession, tickets: Sequence[Ticket]) -> Sequence[tuple[Ticket, Report]]:
    """Every report of every one of these tickets, in their order."""
    by_id = {ticket.id: ticket for ticket in tickets}
    query = (
        sa.select(col(TicketReporter.ticket_id), Report)
        .join(Report, col(TicketReporter.report_id) == Report.id)
        .where(col(TicketReporter.ticket_id).in_(by_id))
        .order_by(col(TicketReporter.ticket_id), col(TicketReporter.id))
    )
    return [(by_id[number], report) for number, report in await session.execute(query)]


async def answer_address(session: AsyncSession, report: Report) -> Address:
    """Where a courier is answered: in private when he can be reached there, else in the chat he wrote in."""
    if not report.is_private_chat:
        # Who never joined never opened the private chat: Telegram would not let us begin one.
        person = await session.get_one(Person, report.person_id)
        private = await people.address_of(session, report.person_id)
        if private is not None and person.joined_at is not None:
            return private
    return Address(report.channel, report.chat)


async def _is_first(session: AsyncSession, ticket: Ticket, to: Address) -> bool:
    query = sa.select(col(CardMessage.message)).where(
        col(CardMessage.ticket_id) == ticket.id,
        col(CardMessage.channel) == to.channel,
        col(CardMessage.chat) == to.chat,
    )
    return (await session.scalar(query)) is None


async def has_waiting_photo(session: AsyncSession, ticket: Ticket) -> bool:
    """True while a picture of the ticket, before or after, is still to be downloaded."""
    query = sa.select(col(Photo.id)).where(
        sa.or_(col(Photo.report_id).in_(kinship.reports_of(ticket)), col(Photo.ticket_id) == ticket.id),
        col(Photo.status) == "waiting",
    )
    return (await session.scalar(query.limit(1))) is not None
