"""The outbox as these tests speak of it: owe, take, sent, retry, each in a transaction of its own."""

from collections.abc import Sequence
from datetime import timedelta

from bot.db import Database
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from models import OutboxItem
from tests.street import moment

NOW = moment("2026-11-23 10:00")
SECOND = timedelta(seconds=1)


async def owe(
    database: Database, chat: str, *, kind: str = "note", urgency: int = 3, due_at: timedelta = timedelta(0)
) -> int:
    """Owes a note (or another kind) to a chat; returns its number."""
    async with database.transaction() as session:
        to = Address("memory", chat)
        item = await outbox.put(session, to, kind, now=NOW, urgency=urgency, due_at=NOW + due_at)
        assert item.id is not None
        return item.id


async def owe_card(database: Database, chat: str, *, urgency: int = 3, due_at: timedelta = timedelta(0)) -> None:
    """Owes a drawing of one card, as often as it changes."""
    async with database.transaction() as session:
        to = Address("memory", chat)
        await outbox.put_once(session, to, "card", subject="ticket:1", now=NOW, urgency=urgency, due_at=NOW + due_at)


async def take(
    database: Database, *, by: str = "sender", after: timedelta = timedelta(0), limit: int = 8
) -> Sequence[OutboxItem]:
    """What a sender may send now."""
    async with database.transaction() as session:
        return await outbox.take(session, by, now=NOW + after, limit=limit)


async def take_chats(database: Database, *, after: timedelta = timedelta(0), limit: int = 8) -> list[str]:
    """To whom a sender may send now."""
    return [item.recipient for item in await take(database, after=after, limit=limit)]


async def retry(
    database: Database, number: int, *, after: timedelta | None = None, now: timedelta = timedelta(0)
) -> bool:
    """A try did not work."""
    async with database.transaction() as session:
        return await outbox.retry(session, number, "429", now=NOW + now, after=after)


async def sent(database: Database, number: int) -> None:
    """The channel took it."""
    async with database.transaction() as session:
        await outbox.sent(session, number, now=NOW, message_id="5")


async def look(database: Database, number: int) -> OutboxItem:
    """The row as it is now."""
    async with database.reading() as session:
        return await session.get_one(OutboxItem, number)


async def is_quiet(database: Database, *, after: timedelta = timedelta(0)) -> bool:
    """True when nothing could be sent now."""
    async with database.reading() as session:
        return await outbox.is_quiet(session, now=NOW + after)
