"""The bot's database, as commands ask it: opened for one deed, and a sentence instead of a traceback."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.commands.migrate import CANNOT_CONNECT, show
from bot.commands.trouble import Trouble
from bot.db import Database

Found = TypeVar("Found")


def ask(url: str, deed: Callable[[Database], Awaitable[Found]]) -> Found:
    """What the deed finds or does in the database at this URL; Trouble when it cannot be reached, read or written."""
    try:
        return asyncio.run(_do(url, deed))
    except CANNOT_CONNECT as error:
        remedy = "请看看 config.yaml 里 database.url；还没有表就先运行 python -m bot migrate"
        raise Trouble(f"数据库 {show(url)} 连不上、读不了或写不了，{remedy}") from error


async def _do(url: str, deed: Callable[[Database], Awaitable[Found]]) -> Found:
    database = Database(url)
    try:
        return await deed(database)
    finally:
        await database.close()
