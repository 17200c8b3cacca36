"""A courier joins by deep link or community code, agrees to the notice or not, and may leave again."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram.types import User as Account
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import joining, speech
from bot.core.notes import Button, Note, rows_of
from bot.core.street import Street
from bot.mailbox.outbox import Address
from handlers import wording
from models import Person

router = Router(name="join")
PRIVATE = F.chat.type == "private"


@router.message(CommandStart(), PRIVATE)
@router.message(Command("join"), PRIVATE)
async def start(message: Message, command: CommandObject, session: AsyncSession, now: datetime, street: Street) -> None:
    """加入流动网格员：/join 后面跟社区的口令"""
    assert message.from_user is not None
    person = await wording.known(session, message.from_user, now=now)
    community = street.gazetteer.by_join_code((command.args or "").removeprefix("join_"))
    if person.status == "active" and community is not None:
        await joining.add_home(session, person, community.code)
    if person.status == "active" and await joining.knows_notice(session, person, street=street):
        await wording.reply(session, message, _welcome_back(person, street), now=now)
        return
    notice = await joining.show_notice(session, person, now=now, street=street)
    code = community.code if community else ""
    buttons = (
        Button(street.texts("join-yes"), f"j:yes:{code}"),
        Button(street.texts("join-no"), "j:no"),
    )
    greeting = "hello" if person.status != "active" else "notice-changed"
    await wording.reply(session, message, street.texts(greeting), now=now)
    await wording.reply(session, message, notice, now=now, buttons=(buttons,))


@router.message(Command("leave"), PRIVATE)
async def ask_to_leave(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """退出流动网格员"""
    buttons = ((Button(street.texts("leave-yes"), "j:leave"), Button(street.texts("leave-no"), "j:stay")),)
    await wording.reply(session, message, street.texts("leave-ask"), now=now, buttons=buttons)


@router.callback_query(F.data.startswith("j:"))
async def press(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """A courier pressed a button of the notice, or of what follows it."""
    step, _, value = (query.data or "").removeprefix("j:").partition(":")
    person = await wording.known(session, query.from_user, now=now)
    account = query.from_user
    if step in ("yes", "no"):
        await _answered(session, person, account, step, value, now=now, street=street)
    elif step == "home" and street.has_community(value) and person.status == "active":
        await joining.add_home(session, person, value)
        await _next_question(session, person, account, now=now, street=street)
    elif step == "trade" and value in joining.TRADES and person.status == "active":
        person.trade = value
        await _say(session, account, Note(street.texts("joined", name=person.nickname)), now=now)
    elif step == "leave" and person.status == "active":
        await joining.leave(session, person, now=now, street=street)
        await _say(session, account, Note(street.texts("left")), now=now)
    return query.answer()


async def _answered(
    session: AsyncSession, person: Person, account: Account, answer: str, home: str, *, now: datetime, street: Street
) -> None:
    """He said yes or no to the notice; who has joined before only hears that it is noted."""
    was_active = person.status == "active"
    if answer == "no":
        await joining.decline(session, person, now=now, street=street)
        text_id = "notice-declined" if was_active else "join-declined"
        await _say(session, account, Note(street.texts(text_id)), now=now)
        return
    await joining.join(session, person, now=now, street=street)
    if street.has_community(home):
        await joining.add_home(session, person, home)
    if was_active and person.homes:
        await _say(session, account, Note(_welcome_back(person, street)), now=now)
        return
    await _next_question(session, person, account, now=now, street=street)


async def _next_question(
    session: AsyncSession, person: Person, account: Account, *, now: datetime, street: Street
) -> None:
    """Asks for the community on his round, then the trade; both by one tap, neither is needed to report."""
    if not person.homes:
        buttons = [Button(c.name, f"j:home:{c.code}") for c in street.gazetteer.communities]
        await _say(session, account, Note(street.texts("ask-home"), rows_of(buttons, width=2)), now=now)
        return
    trades = tuple(Button(street.texts(f"trade-{trade}"), f"j:trade:{trade}") for trade in joining.TRADES)
    await _say(session, account, Note(street.texts("ask-trade"), (trades,)), now=now)


async def _say(session: AsyncSession, account: Account, note: Note, *, now: datetime) -> None:
    await speech.say(session, Address(NAME, str(account.id)), note, now=now)


def _welcome_back(person: Person, street: Street) -> str:
    names = "、".join(street.community_name(code) for code in person.homes)
    return street.texts("already-joined", name=person.nickname, communities=names or street.texts("home-unknown"))
