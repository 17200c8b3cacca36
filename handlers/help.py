"""/help, written from the first lines of the command handlers themselves."""

from collections.abc import Iterator
from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.street import Street
from handlers import duty, join, late, lists, my, set_up, tiers, wording

router = Router(name="help")
FOR_COURIERS = (join.router, my.router)
FOR_STAFF = (lists.router, late.router, duty.router, tiers.router, set_up.router)


@router.message(Command("help"))
async def show(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """怎么用"""
    routers = FOR_COURIERS if wording.is_private(message) else FOR_STAFF
    text_id = "help-private" if wording.is_private(message) else "help-group"
    lines = "\n".join(line for router in routers for line in commands_of(router))
    await wording.reply(session, message, street.texts(text_id, commands=lines), now=now)


def commands_of(source: Router) -> Iterator[str]:
    """One line for each command of the router: its name and the first line of its handler."""
    for handler in source.message.handlers:
        names = [
            name
            for used in handler.filters or ()
            if isinstance(used.callback, Command)
            for name in used.callback.commands
            if isinstance(name, str) and name != "start"
        ]
        first_line = (handler.callback.__doc__ or "").splitlines()[0]
        yield from (f"/{name} {first_line}" for name in names)
