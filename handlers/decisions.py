"""A second person pressed 同意 or 不同意 under what somebody asked for: q:REQUEST:yes|no."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import approvals, people, refusals
from bot.core.street import Street

router = Router(name="decisions")


@router.callback_query(F.data.regexp(r"^q:\d{1,9}:(yes|no)$"))
async def press(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """A second person decided."""
    _, request_id, verdict = (query.data or "").split(":")
    person = await people.find(session, NAME, str(query.from_user.id))
    if person is None:
        raise refusals.BadInput()
    ticket, action = await approvals.decide(session, int(request_id), verdict, by=person, now=now, street=street)
    return query.answer(street.texts(f"toast-{action}", number=ticket.id))
