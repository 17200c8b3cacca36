"""What several handlers read out of a Telegram message, and how they answer it."""

from datetime import datetime

from aiogram.types import CallbackQuery, Chat, Message
from aiogram.types import User as Account
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import notes, people, speech
from bot.core.details import FileRef
from bot.mailbox.outbox import Address
from models import Person


def at(chat: Chat) -> Address:
    """The chat as an address."""
    return Address(NAME, str(chat.id))


def pressed_at(query: CallbackQuery) -> Address:
    """Where the button was pressed; a message too old to be read still has its chat."""
    return at(query.message.chat) if query.message else Address(NAME, str(query.from_user.id))


def is_private(message: Message) -> bool:
    """True in the chat of one person with the bot."""
    return message.chat.type == "private"


def words(message: Message) -> str:
    """What was typed: text or caption, without what no database stores (NUL, halves of characters)."""
    typed = message.text or message.caption or ""
    return typed.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def pictures(message: Message) -> tuple[FileRef, ...]:
    """The picture of a message: the largest size of a photo, or a file that may be one."""
    if message.photo:
        best = message.photo[-1]
        return (FileRef(best.file_id, best.file_unique_id, _size(best.file_size)),)
    if message.document:
        document = message.document
        return (FileRef(document.file_id, document.file_unique_id, _size(document.file_size)),)
    return ()


def _size(size: int | None) -> int | None:
    """The size in bytes as far as a column holds it: Telegram's files have 4 GB, PostgreSQL's integer ends at 2."""
    return None if size is None else min(size, 2**31 - 1)


async def known(session: AsyncSession, account: Account, *, now: datetime) -> Person:
    """The person behind the account; somebody new becomes a guest."""
    name = account.full_name or account.username or ""
    return await people.find_or_add(session, NAME, str(account.id), name, now=now)


async def reply(
    session: AsyncSession,
    message: Message,
    text: str,
    *,
    now: datetime,
    buttons: tuple[tuple[notes.Button, ...], ...] = (),
) -> None:
    """Owes an answer in the chat of the message; in a group it quotes the message."""
    quoted = None if is_private(message) else str(message.message_id)
    await speech.say(session, at(message.chat), notes.Note(text, buttons, reply_to=quoted), now=now)
