"""The doctor looks at what keeps things: the database, the disk and the photo store."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from obstore.exceptions import BaseError

import migrations
from bot.commands.findings import Finding, ill, unknown, well
from bot.commands.migrate import CANNOT_CONNECT, show
from bot.core.photos import store as photo_store
from bot.db import Database
from bot.settings import Settings
from models import StaffGroup

MIGRATE = "运行 python -m bot migrate"
# A day of couriers' photos is some 200 MB: below this somebody has a few days to make room.
LEAST_FREE_BYTES = 10**9
# An object store far away answers in well under a second; the library itself would go on trying for minutes.
LONGEST_STORE_SECONDS = 15


def find_file(url: str) -> Path | None:
    """The file of an SQLite database; None for PostgreSQL, or for one in memory."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


async def look_at_database(database: Database, url: str) -> AsyncIterator[Finding]:
    """Reachable, its schema at head, writable; stops at the first that is not."""
    try:
        async with database.engine.connect() as connection:
            heads = await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_heads())
    except CANNOT_CONNECT as error:
        remedy = "看看 database.url 写得对不对、数据库开着没有、密码在不在环境变量 PGPASSWORD 里"
        yield ill(f"数据库 {show(url)} 连不上（{type(error).__name__}）", remedy)
        return
    yield well(f"数据库 {show(url)} 连得上")
    if set(heads) != set(ScriptDirectory(str(migrations.HERE)).get_heads()):
        yield ill("数据库的表不是这个版本的" if heads else "数据库里还没有表", MIGRATE)
        return
    yield well("数据库的表是最新的")
    try:
        async with database.transaction() as session:
            # Changes no row, yet asks for every right that a change needs.
            await session.execute(sa.update(StaffGroup).where(sa.false()).values(active=True))
    except CANNOT_CONNECT as error:
        yield ill(f"数据库写不进去（{type(error).__name__}）", "看看文件和文件夹的权限，或数据库用户的权限")
        return
    yield well("数据库写得进去")


def look_at_disk(settings: Settings) -> Iterator[Finding]:
    """Room left on the disks of the database file and of the photos' folder."""
    file = find_file(settings.database.url)
    folders = [file.parent] if file else []
    if "://" not in settings.photos.store:
        folders.append(Path(settings.photos.store))
    standing = {_standing(folder): folder for folder in folders}
    if not standing:
        yield unknown("磁盘：数据都在别处，这台机器上不用看")
    for place, folder in standing.items():
        free = shutil.disk_usage(place).free
        told = f"磁盘：{folder} 还剩 {free / 10**9:.1f} GB"
        yield well(told) if free >= LEAST_FREE_BYTES else ill(told, "清出至少 1 GB，不然照片和工单会存不下")


def _standing(folder: Path) -> Path:
    """The folder itself, or what is there of the way to it."""
    return next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())


async def look_at_photos(url: str) -> Finding:
    """Writes a few bytes into the photo store, reads them back and takes them away."""
    try:
        async with asyncio.timeout(LONGEST_STORE_SECONDS):
            store = photo_store.connect(url)
            key = await store.put(b"doctor", "copies")
            await store.get(key)
            await store.delete(key)
    except (OSError, BaseError, TimeoutError, ValueError) as error:
        return ill(f"照片存不进 {url}（{type(error).__name__}）", "看看 photos.store 的路径和权限，或对象存储的钥匙")
    return well(f"照片存得进 {url}")
