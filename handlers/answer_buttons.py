"""A courier pressed one of the answers that were offered with a question: a:REPORT:INDEX."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import people, refusals, reports
from bot.core.street import Street

router = Router(name="answer_buttons")


@router.callback_query(F.data.regexp(r"^a:\d{1,9}:\d{1,2}$"))
async def press(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """A courier chose a place or a category."""
    _, report_id, index = (query.data or "").split(":")
    person = await people.find(session, NAME, str(query.from_user.id))
    if person is None:
        raise refusals.BadInput()
    option = await reports.choose(session, int(report_id), int(index), by=person, now=now, street=street)
    return query.answer(street.texts("toast-chosen", label=option["label"]))
