"""The staff groups: bound to a community, lost, moved to a new address; and people who leave them."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import dispatch, people, privacy, speech, tickets
from bot.core.details import Details
from bot.core.notes import Note
from bot.core.roster import book, dates, keepers
from bot.core.roster.book import Taken
from bot.core.street import Street
from bot.core.workflow import OPEN, Action, Status
from bot.mailbox.outbox import Address
from models import CardMessage, OutboxItem, Person, StaffGroup, Ticket


async def find(session: AsyncSession, at: Address) -> StaffGroup | None:
    """The staff group of this chat; None when it is not bound."""
    query = sa.select(StaffGroup).where(col(StaffGroup.channel) == at.channel, col(StaffGroup.external_id) == at.chat)
    return (await session.scalars(query)).first()


async def bind(
    session: AsyncSession, at: Address, community: str | None, title: str, *, by: Person | None, now: datetime
) -> StaffGroup:
    """Binds the chat to a community (None: the street); binding it again changes where it belongs."""
    group = await find(session, at)
    if group is None:
        group = StaffGroup(channel=at.channel, external_id=at.chat, bound_at=now)
        session.add(group)
    group.community, group.title, group.bound_at, group.active = community, title, now, True
    group.bound_by = by.id if by else None
    await session.flush()
    return group


async def move(session: AsyncSession, old: Address, new_chat: str, *, now: datetime) -> None:
    """The platform gave the group a new address: message ids begin anew, so open cards are posted again."""
    new = Address(old.channel, new_chat)
    group = await find(session, old)
    if group is not None and await find(session, new) is not None:
        # Somebody bound the new chat before the old one told of its move.
        await session.delete(group)
    elif group is not None:
        group.external_id = new_chat
    await session.flush()
    shown_there = sa.select(col(CardMessage.ticket_id)).where(*_cards_at(new))
    await session.execute(sa.delete(CardMessage).where(*_cards_at(old), col(CardMessage.ticket_id).in_(shown_there)))
    await session.execute(
        sa.update(CardMessage).where(*_cards_at(old)).values(chat=new_chat, message=None, drawn=None, photo=None)
    )
    await session.execute(
        sa.update(OutboxItem)
        .where(
            col(OutboxItem.channel) == old.channel,
            col(OutboxItem.recipient) == old.chat,
            col(OutboxItem.status).in_(["new", "sending"]),
        )
        .values(recipient=new_chat)
    )
    not_shown = (
        sa.select(Ticket)
        .join(CardMessage, col(CardMessage.ticket_id) == Ticket.id)
        .where(*_cards_at(new), col(CardMessage.message).is_(None), col(Ticket.status).in_(OPEN))
        .order_by(col(Ticket.level), col(Ticket.id))
    )
    for ticket in (await session.scalars(not_shown)).all():
        await speech.show(session, ticket, new, now=now)


def _cards_at(at: Address) -> tuple[sa.ColumnElement[bool], ...]:
    return col(CardMessage.channel) == at.channel, col(CardMessage.chat) == at.chat


async def lose(session: AsyncSession, at: Address, *, now: datetime, street: Street) -> None:
    """A chat takes our messages no more: what was open there is shown to whoever stands in (DOMAIN 7.49)."""
    group = await find(session, at)
    is_news = group is not None and group.active
    if group is None:
        await people.lost(session, at)
    else:
        group.active = False
    await session.flush()
    query = (
        sa.select(Ticket, CardMessage)
        .join(CardMessage, col(CardMessage.ticket_id) == Ticket.id)
        .where(col(CardMessage.channel) == at.channel, col(CardMessage.chat) == at.chat)
        .where(col(Ticket.status).in_(OPEN))
    )
    for ticket, card in (await session.execute(query)).all():
        await session.delete(card)
        await session.flush()
        await dispatch.send_out(session, ticket, Action.REROUTE, now=now, street=street)
    # Every message that still waited for the group fails in its turn; one alarm is enough.
    if group is not None and is_news:
        text = street.texts("group-lost", title=group.title, place=street.community_name(group.community))
        for person in await people.holders(session, ["dispatcher", "admin"], None):
            assert person.id is not None
            await speech.tell(session, person.id, Note(text), now=now, urgency=1)


async def leave(session: AsyncSession, group: StaffGroup, person: Person, *, now: datetime, street: Street) -> None:
    """Ends the person's posts for this group's community and gives his claimed tickets back.

    The close clocks go on; the grid head gets the list, and that of the shifts that are empty now (DOMAIN 7.32).
    """
    there = [on for on in await book.of_person(session, person, after=now) if on.shift.community == group.community]
    if await people.dismiss(session, person, group.community, now=now) == 0:
        return
    for ticket in await _named_to(session, person, group.community):
        await _rename(session, ticket, person, now=now)
    held = await _held_by(session, person, group.community)
    for ticket in held:
        assert ticket.id is not None
        await _give_back(session, ticket, person, now=now, street=street)
    await _tell_of_holes(session, group.community, person, there, now=now, street=street)
    if not held:
        return
    lines = "\n".join(f"#{t.id} {street.taxonomy.leaf(t.category).name_zh} {t.place}" for t in held)
    note = Note(street.texts("departed", who=person.nickname, count=len(held), tickets=lines))
    for head in await _heads(session, group.community):
        assert head.id is not None
        await speech.tell(session, head.id, note, now=now, urgency=1)


async def _give_back(session: AsyncSession, ticket: Ticket, gone: Person, *, now: datetime, street: Street) -> None:
    """What was in his hands is claimed anew; what waits for a unit or a day goes to the grid head, who keeps it."""
    assert ticket.id is not None
    if ticket.status in (Status.CLAIMED, Status.VERIFYING):
        await tickets.act(session, ticket.id, Action.RELEASE, by=None, now=now, street=street)
        return
    heir = next((head for head in await _heads(session, ticket.community) if head.id != gone.id), None)
    if ticket.status in (Status.TRANSFERRED, Status.SUSPENDED) and heir is not None:
        details = Details(to_person_id=heir.id)
        await tickets.act(session, ticket.id, Action.HAND_OVER, by=None, now=now, street=street, details=details)


async def _tell_of_holes(
    session: AsyncSession,
    community: str | None,
    gone: Person,
    there: list[Taken],
    *,
    now: datetime,
    street: Street,
) -> None:
    """Whoever keeps the roster hears which shifts nobody is on now that he is gone."""
    if not there:
        return
    shifts = "\n".join(f"{dates.name(on.shift.day)} {on.shift.name}" for on in there)
    note = Note(street.texts("departed-shifts", who=gone.nickname, count=len(there), shifts=shifts))
    for keeper in await keepers.to_tell(session, community, now=now):
        assert keeper.id is not None
        await speech.tell(session, keeper.id, note, now=now, urgency=1)


async def _held_by(session: AsyncSession, person: Person, community: str | None) -> list[Ticket]:
    query = sa.select(Ticket).where(col(Ticket.owner_id) == person.id, col(Ticket.status).in_(OPEN))
    if community is not None:
        query = query.where(col(Ticket.community) == community)
    return list((await session.scalars(query.order_by(col(Ticket.level), col(Ticket.id)))).all())


async def _named_to(session: AsyncSession, person: Person, community: str | None) -> list[Ticket]:
    """The open people matters there that he may see, claimed or not."""
    query = sa.select(Ticket).where(col(Ticket.status).in_(OPEN), col(Ticket.privacy).in_(privacy.PRIVATE))
    if community is not None:
        query = query.where(col(Ticket.community) == community)
    return [ticket for ticket in (await session.scalars(query)).all() if person.id in ticket.named]


async def _heads(session: AsyncSession, community: str | None) -> list[Person]:
    heads = await people.holders(session, ["grid_head"], community) if community else []
    return list(heads or await people.holders(session, ["dispatcher"], None))


async def _rename(session: AsyncSession, ticket: Ticket, gone: Person, *, now: datetime) -> None:
    """A people matter whose handler left is closed to him and opened to the grid head, who finds it a new one."""
    assert gone.id is not None
    own = await people.address_of(session, gone.id)
    heads = await _heads(session, ticket.community)
    ticket.named = sorted({*ticket.named, *(head.id for head in heads if head.id is not None)} - {gone.id})
    for card in await speech.shown_in(session, ticket):
        if own is not None and (card.channel, card.chat) == (own.channel, own.chat):
            if card.message is not None:
                await speech.remove(session, own, card.message, now=now)
            await session.delete(card)
    await session.flush()
    for head in heads:
        assert head.id is not None
        address = await people.address_of(session, head.id)
        if address is not None:
            await speech.show_also(session, ticket, address, now=now)
