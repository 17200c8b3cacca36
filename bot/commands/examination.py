"""The doctor's round: disk, photos, the eye, database, register and Telegram, one after the other."""

from collections.abc import AsyncIterator, Sequence

import sqlalchemy as sa
from sqlmodel import col

from bot.commands import register_findings, sight_findings, storage_findings, telegram_findings
from bot.commands.bot_api import BotApi
from bot.commands.findings import Finding, unknown
from bot.core.places import Gazetteer
from bot.db import Database
from bot.settings import TELEGRAM_TOKEN, Settings
from models import StaffGroup

# The channel by which rows name Telegram.
TELEGRAM = "telegram"


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Every finding, in the order in which a newcomer would mend them."""
    for finding in storage_findings.look_at_disk(settings):
        yield finding
    yield await storage_findings.look_at_photos(settings.photos.store)
    yield sight_findings.look_at_eye(settings)
    gazetteer, groups = settings.build_gazetteer(), list[StaffGroup]()
    async for finding in _examine_register(settings, gazetteer, groups):
        yield finding
    async for finding in _examine_telegram(settings, groups):
        yield finding


async def _examine_register(
    settings: Settings, gazetteer: Gazetteer, groups: list[StaffGroup]
) -> AsyncIterator[Finding]:
    """The database and what stands in it; the staff groups found there are added to `groups`."""
    file = storage_findings.find_file(settings.database.url)
    if file and not file.exists():
        # Looking would create it, and perhaps for the wrong user.
        yield unknown(f"数据库：{file} 还没有，第一次运行时会自动建好；工作群和人员那时再查")
        return
    database = Database(settings.database.url)
    try:
        marks = set()
        async for finding in storage_findings.look_at_database(database, settings.database.url):
            marks.add(finding.mark)
            yield finding
        if "✗" in marks:
            yield unknown("工作群和人员等数据库好了再查")
            return
        async with database.reading() as session:
            groups.extend((await session.scalars(sa.select(StaffGroup).order_by(col(StaffGroup.id)))).all())
            found = register_findings.look_for_groups(groups, gazetteer)
            found += await register_findings.look_for_people(session, gazetteer)
        for finding in found:
            yield finding
    finally:
        await database.close()


async def _examine_telegram(settings: Settings, groups: Sequence[StaffGroup]) -> AsyncIterator[Finding]:
    if settings.secrets.telegram_token is None:
        yield unknown(f"令牌：环境变量 {TELEGRAM_TOKEN} 没有设，Telegram 那边的没法查", "向 @BotFather 要一个")
        return
    telegram = settings.telegram
    async with BotApi(telegram.api_base, settings.require_token()) as api:
        finding, me = await telegram_findings.look_at_token(api, telegram.api_base)
        yield finding
        if me is None:
            return
        yield telegram_findings.look_at_privacy(me)
        bound = [group for group in groups if group.channel == TELEGRAM and group.active]
        async for finding in telegram_findings.look_at_groups(api, me, bound):
            yield finding
        if telegram.mode == "webhook":
            async for finding in telegram_findings.look_at_webhook(api, str(telegram.webhook_url)):
                yield finding
