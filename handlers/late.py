"""Staff ask what is late and what is due today."""

from collections.abc import Sequence
from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.reminders import lists
from bot.core.reminders.lists import Entry
from bot.core.street import Street
from handlers import seeing, wording

router = Router(name="late")


@router.message(Command("late"))
async def late(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """看超期的工单"""
    communities = await seeing.communities(session, message, now=now)
    found = await lists.late(session, now=now, communities=sorted(communities, key=str))
    await _answer(session, message, found, "late-now" if found else "late-nothing", now=now, street=street)


@router.message(Command("today"))
async def today(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """看今天到期的工单"""
    communities = await seeing.communities(session, message, now=now)
    found = await lists.due_today(session, now=now, communities=sorted(communities, key=str))
    await _answer(session, message, found, "today-list" if found else "today-nothing", now=now, street=street)


async def _answer(
    session: AsyncSession, message: Message, found: Sequence[Entry], text_id: str, *, now: datetime, street: Street
) -> None:
    facts = {"tickets": lists.lines(found, now=now, street=street)} if found else {}
    await wording.reply(session, message, street.texts(text_id, **facts), now=now)
