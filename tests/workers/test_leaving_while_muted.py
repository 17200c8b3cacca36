"""Whoever is removed from a group while he may not write there has left it like everybody else."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram.types import ChatMemberRestricted

from bot.channels import telegram
from bot.channels.telegram import NAME
from bot.channels.telegram_updates import as_incoming
from bot.core import groups, people
from bot.mailbox import inbox
from bot.mailbox.outbox import Address
from bot.workers import Inbound
from handlers.receiving import Receiving
from tests.desk import MONDAY, Desk
from tests.workers import updates
from tests.workers.updates import GROUP, WORKER

USER = {"id": WORKER, "is_bot": False, "first_name": "小王"}
#: every right that Telegram names for somebody restricted
MAY = {name: False for name in ChatMemberRestricted.model_fields if name.startswith("can_")}


@pytest.fixture
async def inbound(desk: Desk) -> AsyncIterator[Inbound]:
    """The desk's inbox with Telegram's real handlers, and the community's group on Telegram."""
    await updates.give_phones(desk)
    async with desk.database.transaction() as session:
        await groups.bind(session, Address(NAME, str(GROUP)), "hj", "汇嘉", by=None, now=MONDAY)
    bot = telegram.connect("1:abc", "http://127.0.0.1:9")
    receiving = Receiving(bot, desk.street, "wgs84")
    yield Inbound(desk.database, desk.clock, desk.street, {NAME: receiving}, None, desk.bells, desk.tasks)
    await bot.session.close()


def restricted(*, is_member: bool) -> dict[str, Any]:
    return {"status": "restricted", "user": USER, "is_member": is_member, "until_date": 0, **MAY}


@pytest.mark.parametrize(("is_member", "workers"), [(False, 0), (True, 1)])
async def test_who_left_while_muted_loses_his_post_and_who_is_only_muted_keeps_it(
    desk: Desk, inbound: Inbound, is_member: bool, workers: int
):
    change = {
        "chat": {"id": GROUP, "type": "supergroup", "title": "汇嘉"},
        "from": USER,
        "date": 1795400000,
        "old_chat_member": restricted(is_member=True),
        "new_chat_member": restricted(is_member=is_member),
    }
    async with inbound.database.transaction() as session:
        await inbox.put(session, [as_incoming({"update_id": 1, "chat_member": change})], now=desk.clock.now())

    while await inbound.step():
        pass

    async with desk.database.reading() as session:
        assert len(await people.holders(session, ["worker"], "hj")) == workers
