"""A courier edited his message or its caption: the report follows."""

from datetime import datetime

from aiogram import Router
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import people, reports
from bot.core.street import Street
from handlers import wording

router = Router(name="corrections")


@router.edited_message()
async def edited(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """A message was edited."""
    if message.from_user is None:
        return
    person = await people.find(session, NAME, str(message.from_user.id))
    if person is not None:
        chat, number = str(message.chat.id), str(message.message_id)
        words = wording.words(message)
        await reports.edited(session, NAME, chat, number, words, by=person, now=now, street=street)
