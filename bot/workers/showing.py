"""Brings one ticket's card in one chat up to date: drawn from the row at the last moment, or left as it is."""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.channels.base import Channel, MessageGone, NotAccepted, NotOurs
from bot.clock import Clock
from bot.core import cards, speech, tickets
from bot.core.notes import Card, Note
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from bot.workers.recording import Recording
from models import CardMessage, OutboxItem

#: the card that one chat shows of one ticket; asked twice for every drawing, so it is written out once
_SHOWN = sa.select(CardMessage).where(
    col(CardMessage.ticket_id) == sa.bindparam("ticket", type_=sa.Integer),
    col(CardMessage.channel) == sa.bindparam("channel", type_=sa.String),
    col(CardMessage.chat) == sa.bindparam("chat", type_=sa.String),
)


@dataclass(frozen=True)
class Drawn:
    """What stands in the chat now; `is_first` when nothing stood there before, `card` None when it shows none."""

    message: str | None
    card: Card | None
    is_first: bool


async def show(recording: Recording, channel: Channel, item: OutboxItem, *, clock: Clock, street: Street) -> None:
    """Sends or edits the card that this item asks for, and remembers what was drawn where."""
    to, ticket_id = Address(item.channel, item.recipient), outbox.number_of(item)
    async with recording.database.reading() as session:
        shown = await _shown(session, ticket_id, to)
        card = None
        if shown is not None:
            ticket = await tickets.get(session, ticket_id)
            card = await cards.draw(session, ticket, to, now=clock.now(), street=street)
    if shown is None or card is None or shown.drawn == fingerprint(card):
        message = shown.message if shown else None
    else:
        message, card = await _draw(channel, to, shown, card)
    drawn = Drawn(message, card, is_first=shown is not None and shown.message is None)
    # The first one starts the ticket's clocks: that holds the ticket, and nothing else may be held beside it.
    write = recording.write_alone if drawn.is_first else recording.write
    await write(lambda session: _remember(session, item, drawn, now=clock.now(), street=street))


async def _remember(session: AsyncSession, item: OutboxItem, drawn: Drawn, *, now: datetime, street: Street) -> None:
    assert item.id is not None
    to, ticket_id = Address(item.channel, item.recipient), outbox.number_of(item)
    await outbox.sent(session, item.id, now=now, message_id=drawn.message)
    row = await _shown(session, ticket_id, to)
    if row is None and drawn.is_first and drawn.message is not None:
        # It became private while its first card was on the way.
        await speech.remove(session, to, drawn.message, now=now)
    if row is None or drawn.card is None:
        return
    is_first = row.message is None
    row.message, row.drawn, row.photo, row.at = drawn.message, fingerprint(drawn.card), drawn.card.photo, now
    if is_first:
        await session.flush()
        await tickets.delivered(session, ticket_id, now=now, street=street)


async def _draw(channel: Channel, to: Address, shown: CardMessage, card: Card) -> tuple[str, Card]:
    """Edits the message, or sends a new one where there is none; without the picture if that is not taken."""
    try:
        if shown.message is not None and shown.photo is not None and card.photo is None:
            return await _without_picture(channel, to, shown.message, card), card
        if shown.message is not None:
            try:
                await channel.redraw(to, shown.message, card, photo_shown=shown.photo)
            except (MessageGone, NotOurs):
                return await channel.deliver(to, card), card
            return shown.message, card
        return await channel.deliver(to, card), card
    except NotAccepted:
        if card.photo is None or card.photo == shown.photo:
            raise
        return await _draw(channel, to, shown, replace(card, photo=shown.photo))


async def _without_picture(channel: Channel, to: Address, message: str, card: Card) -> str:
    """Puts a new message in place of one with a picture that nobody may see any more: it cannot be edited away."""
    with suppress(MessageGone, NotOurs, NotAccepted):
        await channel.redraw(to, message, None)
    return await channel.deliver(to, card)


def fingerprint(card: Card) -> str:
    """The same for two cards that look the same."""
    return hashlib.sha256(json.dumps(asdict(card), sort_keys=True).encode()).hexdigest()


async def with_picture(database: Database, note: Note) -> Note:
    """The note with the key of its picture: after:NUMBER means the newest proof of that ticket, if there is one."""
    if note.photo is None or not note.photo.startswith("after:"):
        return note
    async with database.reading() as session:
        ticket = await tickets.get(session, int(note.photo.removeprefix("after:")))
        return replace(note, photo=await cards.picture(session, ticket, "after"))


def without_picture(note: Note) -> Note:
    """The same words alone."""
    return replace(note, photo=None)


async def _shown(session: AsyncSession, ticket_id: int, to: Address) -> CardMessage | None:
    found = await session.scalars(_SHOWN, {"ticket": ticket_id, "channel": to.channel, "chat": to.chat})
    return found.first()
