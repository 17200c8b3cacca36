"""An admin binds groups to communities and appoints staff; every right comes from what he enters here."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import groups, people, refusals
from bot.core.street import Street
from handlers import wording
from models import Person, StaffGroup

router = Router(name="set_up")
IN_GROUP = F.chat.type.in_({"group", "supergroup"})
POSTS = {"社区工作者": "worker", "网格员": "grid_worker", "网格长": "grid_head", "书记": "secretary",
         "调度": "dispatcher", "值班": "duty", "领导": "leader"}  # fmt: skip


@router.message(Command("bind"), IN_GROUP)
async def bind(message: Message, command: CommandObject, session: AsyncSession, now: datetime, street: Street) -> None:
    """把这个群绑定到社区：/bind 汇嘉；街道群用 /bind 街道"""
    admin = await _admin(session, message, now=now)
    name = (command.args or "").strip()
    found = street.places_named(name)
    if not found:
        names = "、".join(c.name for c in street.gazetteer.communities)
        await wording.reply(session, message, street.texts("bind-which", names=names), now=now)
        return
    code = found[0]
    await groups.bind(session, wording.at(message.chat), code, message.chat.title or "", by=admin, now=now)
    await wording.reply(session, message, street.texts("bound", name=street.community_name(code)), now=now)


@router.message(Command("appoint"), IN_GROUP, F.reply_to_message)
async def appoint(
    message: Message, command: CommandObject, session: AsyncSession, now: datetime, street: Street
) -> None:
    """给人定岗：回复他的一条消息，/appoint 网格员"""
    admin = await _admin(session, message, now=now)
    group = await _bound(session, message)
    post = POSTS.get((command.args or "").strip())
    person = await _replied_to(session, message, now=now)
    if post is None or (group.community is None) != (post in people.STREET_POSTS):
        fitting = [name for name, p in POSTS.items() if (p in people.STREET_POSTS) == (group.community is None)]
        await wording.reply(session, message, street.texts("appoint-which", posts="、".join(fitting)), now=now)
        return
    await people.appoint(session, person, post, group.community, by=admin, now=now)
    name, place = (command.args or "").strip(), street.community_name(group.community)
    text = street.texts("appointed", who=person.nickname, post=name, place=place)
    await wording.reply(session, message, text, now=now)


@router.message(Command("dismiss"), IN_GROUP, F.reply_to_message)
async def dismiss(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """免去岗位：回复他的一条消息，/dismiss"""
    await _admin(session, message, now=now)
    group = await _bound(session, message)
    person = await _replied_to(session, message, now=now)
    await groups.leave(session, group, person, now=now, street=street)
    await wording.reply(session, message, street.texts("dismissed", who=person.nickname), now=now)


@router.message(Command("bind", "appoint", "dismiss"))
async def not_here(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """Somebody used a set-up command outside a group, or without replying to anybody."""
    await wording.reply(session, message, street.texts("set-up-how"), now=now)


async def _admin(session: AsyncSession, message: Message, *, now: datetime) -> Person:
    """The sender, if the register says admin; an anonymous admin is asked to write under his own name."""
    assert message.from_user is not None
    if message.sender_chat is not None:
        raise refusals.AnonymousAdmin()
    person = await wording.known(session, message.from_user, now=now)
    assert person.id is not None
    if not any(post.role == "admin" for post in await people.roles_of(session, person.id)):
        raise refusals.NotAdmin()
    return person


async def _bound(session: AsyncSession, message: Message) -> StaffGroup:
    group = await groups.find(session, wording.at(message.chat))
    if group is None:
        raise refusals.NotBound()
    return group


async def _replied_to(session: AsyncSession, message: Message, *, now: datetime) -> Person:
    assert message.reply_to_message is not None
    account = message.reply_to_message.from_user
    if account is None or account.is_bot:
        raise refusals.BadInput()
    return await wording.known(session, account, now=now)
