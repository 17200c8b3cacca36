"""People and the bot itself come to and go from groups; groups move; private chats are blocked and opened again."""

from datetime import datetime

from aiogram import F, Router
from aiogram.types import ChatMemberRestricted, ChatMemberUnion, ChatMemberUpdated, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import groups, people, speech
from bot.core.notes import Note
from bot.core.street import Street
from bot.mailbox.outbox import Address
from handlers import wording

router = Router(name="membership")
GONE = frozenset({"left", "kicked"})


def is_out(member: ChatMemberUnion) -> bool:
    """True for who is not in the chat; whoever was muted before he left stays `restricted` for Telegram."""
    return member.status in GONE or (isinstance(member, ChatMemberRestricted) and not member.is_member)


@router.message(F.left_chat_member)
async def somebody_left(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """A member left a group, or was removed."""
    assert message.left_chat_member is not None
    if not message.left_chat_member.is_bot:
        await _left(session, Address(NAME, str(message.chat.id)), message.left_chat_member.id, now=now, street=street)


@router.chat_member(F.new_chat_member.func(is_out))
async def member_gone(event: ChatMemberUpdated, session: AsyncSession, now: datetime, street: Street) -> None:
    """A member left a group so large that Telegram posts no message about it."""
    account = event.new_chat_member.user
    await _left(session, Address(NAME, str(event.chat.id)), account.id, now=now, street=street)


@router.message(F.migrate_to_chat_id)
async def group_moved(message: Message, session: AsyncSession, now: datetime) -> None:
    """A group became a supergroup and has a new address."""
    await groups.move(session, wording.at(message.chat), str(message.migrate_to_chat_id), now=now)


@router.my_chat_member()
async def own_place_changed(event: ChatMemberUpdated, session: AsyncSession, now: datetime, street: Street) -> None:
    """The bot was blocked, let back in, removed from a group, or added to one."""
    at = Address(NAME, str(event.chat.id))
    if is_out(event.new_chat_member):
        await groups.lose(session, at, now=now, street=street)
    elif event.chat.type == "private":
        await people.reached(session, at)
    elif (group := await groups.find(session, at)) is not None:
        group.active = True
    elif is_out(event.old_chat_member):
        await speech.say(session, at, Note(street.texts("bot-added")), now=now)


async def _left(session: AsyncSession, at: Address, account_id: int, *, now: datetime, street: Street) -> None:
    group = await groups.find(session, at)
    person = await people.find(session, NAME, str(account_id))
    if group is not None and person is not None:
        await groups.leave(session, group, person, now=now, street=street)


@router.message(
    F.new_chat_members
    | F.pinned_message
    | F.new_chat_title
    | F.new_chat_photo
    | F.delete_chat_photo
    | F.migrate_from_chat_id
)
async def furniture(message: Message) -> None:
    """Telegram tells of a change to the group that concerns nobody here."""
