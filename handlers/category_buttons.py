"""A courier says that his report is of another category: k:NUMBER asks him which, k:NUMBER:CODE is his choice."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import people, refusals
from bot.core.reports import recategorising
from bot.core.street import Street
from handlers import wording
from models import Person

router = Router(name="category_buttons")


@router.callback_query(F.data.regexp(r"^k:\d{1,9}$"))
async def ask(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """A courier wants another category."""
    number = int((query.data or "").removeprefix("k:"))
    person, at = await _who(session, query), wording.pressed_at(query)
    await recategorising.ask(session, number, by=person, at=at, now=now, street=street)
    return query.answer()


@router.callback_query(F.data.regexp(r"^k:\d{1,9}:[A-Z][A-Z0-9_]{0,31}$"))
async def choose(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """A courier chose another category, or none of those offered."""
    _, number, code = (query.data or "").split(":")
    person, at = await _who(session, query), wording.pressed_at(query)
    await recategorising.choose(session, int(number), code, by=person, at=at, now=now, street=street)
    return query.answer()


async def _who(session: AsyncSession, query: CallbackQuery) -> Person:
    person = await people.find(session, NAME, str(query.from_user.id))
    if person is None:
        raise refusals.BadInput()
    return person
