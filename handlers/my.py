"""A courier looks after his own reports: the list, his points, taking one back."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import points, standing
from bot.core.notes import clip
from bot.core.places import datum as datums
from bot.core.reports import follow_up
from bot.core.street import Street
from bot.core.workflow import Action
from handlers import couriers, wording
from models import Ticket

router = Router(name="my")
# One screen of a phone.
MOST_LINES = 10
WITHDRAW_WORDS = r"^(撤回|撤销|取消上报|发错了|报错了)[\s#\d号。.!！]*$"


@router.message(Command("my"), F.chat.type == "private")
async def mine(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """看我报过的和积分"""
    assert message.from_user is not None
    person = await wording.known(session, message.from_user, now=now)
    own = await follow_up.of_person(session, person, limit=MOST_LINES)
    assert person.id is not None
    lines = [_line(ticket, street) for ticket in own] or [street.texts("my-nothing")]
    total = await points.balance(session, person.id)
    await wording.reply(session, message, street.texts("my-list", tickets="\n".join(lines), points=total), now=now)


@router.message(F.chat.type == "private", F.text.regexp(WITHDRAW_WORDS))
async def withdraw(message: Message, session: AsyncSession, now: datetime, street: Street, datum: datums.Datum) -> None:
    """A courier takes a report back in words."""
    assert message.from_user is not None
    person = await wording.known(session, message.from_user, now=now)
    part = couriers.as_part(message, street=street, datum=datum)
    ticket, action = await follow_up.withdraw(session, part, by=person, now=now, street=street)
    text_id = "told-leave" if action is Action.LEAVE else "told-withdraw"
    await wording.reply(session, message, street.texts(text_id, number=ticket.id), now=now)


def _line(ticket: Ticket, street: Street) -> str:
    name = street.taxonomy.leaf(ticket.category).name_zh
    place = "" if standing.is_private(ticket) else ticket.place
    return clip(f"#{ticket.id} {name} {place} · {street.texts(f'status-{ticket.status}')}", 60)
