"""Somebody pressed a button under a question about a shift: w:SWAP:yes|no|grant|refuse."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import people
from bot.core.roster import refused, swaps
from bot.core.roster.swaps import Step
from bot.core.street import Street

router = Router(name="swap_buttons")


@router.callback_query(F.data.regexp(r"^w:\d{1,9}:(yes|no|grant|refuse)$"))
async def press(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """Somebody agreed or not to take a shift, or approved it or not."""
    _, number, step = (query.data or "").split(":")
    person = await people.find(session, NAME, str(query.from_user.id))
    if person is None:
        raise refused.NotYoursToDecide()
    words = await swaps.answer(session, int(number), Step(step), by=person, now=now, street=street)
    return query.answer(words)
