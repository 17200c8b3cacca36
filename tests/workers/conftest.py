"""The desk with a channel that can refuse, and with Telegram's handlers."""

from collections.abc import AsyncIterator

import pytest

from bot.channels import telegram
from bot.channels.telegram import NAME
from bot.workers import Inbound
from handlers.receiving import Receiving
from tests.desk import Desk
from tests.workers import updates
from tests.workers.channels import MoodyChannel


@pytest.fixture
def channel(desk: Desk) -> MoodyChannel:
    """The desk's channel from here on."""
    desk.channel = MoodyChannel()
    return desk.channel


@pytest.fixture
async def inbound(desk: Desk) -> AsyncIterator[Inbound]:
    """The desk's inbox with Telegram's real handlers; nothing is ever sent to anybody."""
    await updates.give_phones(desk)
    bot = telegram.connect("1:abc", "http://127.0.0.1:9")
    receiving = Receiving(bot, desk.street, "wgs84")
    yield Inbound(desk.database, desk.clock, desk.street, {NAME: receiving}, None, desk.bells, desk.tasks)
    await bot.session.close()
