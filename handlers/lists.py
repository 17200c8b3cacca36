"""Staff ask what is open, what is theirs, where something is, and who is who."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import complaints, people, privacy, refusals
from bot.core.cards import mask
from bot.core.notes import clip
from bot.core.street import Street
from bot.core.workflow import OPEN, Status
from handlers import seeing, wording
from models import Person, Ticket

router = Router(name="lists")
# What fits a phone's screen without scrolling twice.
MOST_LINES = 15


@router.message(Command("open"))
async def open_tickets(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """看还没办结的工单"""
    communities = await seeing.communities(session, message, now=now)
    query = _visible().where(col(Ticket.status).in_(OPEN - {Status.DRAFT}))
    if None not in communities:
        query = query.where(col(Ticket.community).in_(communities), complaints.not_above())
    await _answer(session, message, query, "list-open", now=now, street=street)


@router.message(Command("mine"))
async def my_tickets(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """看我手上的工单"""
    person = await seeing.staff(session, message, now=now)
    query = _visible().where(col(Ticket.owner_id) == person.id, col(Ticket.status).in_(OPEN))
    await _answer(session, message, query, "list-mine", now=now, street=street)


@router.message(Command("find"))
async def find(message: Message, command: CommandObject, session: AsyncSession, now: datetime, street: Street) -> None:
    """找工单：/find 12 或 /find 2幢"""
    communities = await seeing.communities(session, message, now=now)
    wanted = (command.args or "").strip().lstrip("#")
    if not wanted:
        raise refusals.BadInput()
    query = _visible()
    if wanted.isdecimal() and len(wanted) < 10:
        query = query.where(col(Ticket.id) == int(wanted))
    else:
        query = query.where(
            sa.or_(
                col(Ticket.place).contains(wanted, autoescape=True),
                col(Ticket.words).contains(wanted, autoescape=True),
            )
        )
    if None not in communities:
        query = query.where(col(Ticket.community).in_(communities), complaints.not_above())
    await _answer(session, message, query, "list-found", now=now, street=street)


@router.message(Command("who"))
async def who(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """看本社区和街道的人员名单"""
    communities = await seeing.communities(session, message, now=now)
    lines = []
    for community in sorted(communities, key=str):
        for post in people.COMMUNITY_POSTS if community else people.STREET_POSTS:
            names = [person.nickname for person in await people.holders(session, [post], community)]
            if names:
                lines.append(f"{street.community_name(community)} {street.texts(f'post-{post}')}：{'、'.join(names)}")
    await wording.reply(session, message, "\n".join(lines) or street.texts("who-nobody"), now=now)


def _visible() -> "sa.Select[Ticket]":
    """Tickets that may be listed: people matters nowhere but on their own cards."""
    return sa.select(Ticket).where(col(Ticket.privacy).not_in(privacy.PRIVATE))


async def _answer(
    session: AsyncSession,
    message: Message,
    query: "sa.Select[Ticket]",
    text_id: str,
    *,
    now: datetime,
    street: Street,
) -> None:
    ordered = query.order_by(col(Ticket.level), col(Ticket.id)).limit(MOST_LINES + 1)
    found: Sequence[Ticket] = (await session.scalars(ordered)).all()
    lines = [await _line(session, ticket, street) for ticket in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(street.texts("list-more"))
    text = street.texts(text_id, tickets="\n".join(lines)) if lines else street.texts("list-nothing")
    await wording.reply(session, message, text, now=now)


async def _line(session: AsyncSession, ticket: Ticket, street: Street) -> str:
    owner = await session.get(Person, ticket.owner_id) if ticket.owner_id else None
    status = street.texts(f"status-{ticket.status}") + (f"·{owner.nickname}" if owner else "")
    name = street.taxonomy.leaf(ticket.category).name_zh
    where = mask(ticket.place)
    return clip(f"{street.texts(f'mark-{ticket.level}')} #{ticket.id} {name} {where} {status}", 64)
