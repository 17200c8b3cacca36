"""`python -m bot migrate`: brings the database's schema up to date."""

import asyncio

import asyncpg  # type: ignore[import-untyped]
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

import migrations
from bot import db
from bot.commands.trouble import Trouble

# asyncpg's own errors and the system's come through as they are when no connection can be made.
CANNOT_CONNECT = (SQLAlchemyError, asyncpg.PostgresError, OSError)


def run(url: str) -> None:
    """Upgrades the database at this URL and says so; Trouble when it cannot be reached or written."""
    try:
        asyncio.run(_upgrade(url))
    except CANNOT_CONNECT as error:
        raise Trouble(f"数据库 {show(url)} 连不上或写不了，请看看 config.yaml 里 database.url 和它的权限") from error
    print(f"数据库 {show(url)} 的表都是最新的了。")


def show(url: str) -> str:
    """The URL as it may be printed: without the password."""
    return sa.make_url(url).render_as_string(hide_password=True)


async def _upgrade(url: str) -> None:
    database = db.Database(url)
    try:
        await migrations.upgrade(database.engine)
    finally:
        await database.close()
