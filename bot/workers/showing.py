"""Brings one ticket's card in one chat up to date: drawn from the row at the last moment, or left as it is."""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, replace

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
from models import CardMessage, OutboxItem


async def show(database: Database, channel: Channel, item: OutboxItem, *, clock: Clock, street: Street) -> None:
    """Sends or edits the card that this item asks for, and remembers what was drawn where."""
    assert item.id is not None
    to, ticket_id = Address(item.channel, item.recipient), int((item.subject or "").partition(":")[2])
    async with database.reading() as session:
        shown = await _shown(session, ticket_id, to)
        card = None
        if shown is not None:
            ticket = await tickets.get(session, ticket_id)
            card = await cards.draw(session, ticket, to, now=clock.now(), street=street)
    if shown is None or card is None or shown.drawn == fingerprint(card):
        message = shown.message if shown else None
    else:
        message, card = await _draw(channel, to, shown, card)
    async with database.transaction() as session:
        now = clock.now()
        await outbox.sent(session, item.id, now=now, message_id=message)
        row = await _shown(session, ticket_id, to)
        if row is None and shown is not None and shown.message is None and message is not None:
            # It became private while its first card was on the way.
            await speech.remove(session, to, message, now=now)
        if row is None or card is None:
            return
        is_first = row.message is None
        row.message, row.drawn, row.photo, row.at = message, fingerprint(card), card.photo, now
        await session.flush()
        if is_first:
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
    query = sa.select(CardMessage).where(
        col(CardMessage.ticket_id) == ticket_id,
        col(CardMessage.channel) == to.channel,
        col(CardMessage.chat) == to.chat,
    )
    return (await session.scalars(query)).first()
