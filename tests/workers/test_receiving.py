"""One stored update: read, repaired if need be, handled; an expected no leaves only its words."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa

from bot.channels import telegram
from bot.channels.telegram import NAME
from bot.channels.telegram_updates import as_incoming
from bot.core import groups
from bot.core.details import FileRef
from bot.mailbox import inbox
from bot.mailbox.outbox import Address
from bot.workers import Inbound
from handlers.receiving import Receiving
from models import CardMessage, InboxItem, OutboxItem, Report, Ticket
from tests.channels.bot_api import BotApi, connected
from tests.desk import RUBBISH, Desk
from tests.workers import updates
from tests.workers.updates import COURIER, GROUP, STRANGER, WORKER, message, press

HIDDEN = {"type": "hidden_user", "date": 1795300000}


@pytest.fixture
async def inbound(desk: Desk) -> AsyncIterator[Inbound]:
    """The desk's inbox with Telegram's real handlers; nothing is ever sent to anybody."""
    await updates.give_phones(desk)
    bot = telegram.connect("1:abc", "http://127.0.0.1:9")
    receiving = Receiving(bot, desk.street, "wgs84")
    yield Inbound(desk.database, desk.clock, desk.street, {NAME: receiving}, None, desk.bells, desk.tasks)
    await bot.session.close()


async def receive(inbound: Inbound, *arrived: dict[str, Any]) -> list[str]:
    """Handles the updates; how each ended."""
    async with inbound.database.transaction() as session:
        await inbox.put(session, [as_incoming(update) for update in arrived], now=inbound.clock.now())
    while await inbound.step():
        pass
    async with inbound.database.reading() as session:
        return [f"{item.status} {item.attempts}" for item in await session.scalars(sa.select(InboxItem))]


async def rows(inbound: Inbound, kind: type[Any]) -> list[Any]:
    async with inbound.database.reading() as session:
        return list((await session.scalars(sa.select(kind).order_by(kind.id))).all())


async def test_a_forwarded_message_whose_hidden_author_has_no_name_is_a_report(inbound: Inbound):
    ended = await receive(inbound, message(1, COURIER, text=RUBBISH, forward_origin=HIDDEN))

    [report] = await rows(inbound, Report)
    assert (ended, report.words) == (["done 0"], RUBBISH)


async def test_a_message_with_a_part_that_telegram_left_empty_is_a_report(inbound: Inbound):
    ended = await receive(inbound, message(1, COURIER, text=RUBBISH, external_reply={"origin": HIDDEN, "story": {}}))

    assert (ended, len(await rows(inbound, Report))) == (["done 0"], 1)


async def test_an_update_that_cannot_be_read_is_parked_and_the_next_is_handled(inbound: Inbound):
    broken = message(1, COURIER, text=RUBBISH)
    broken["message"]["date"] = "yesterday"

    ended = await receive(inbound, broken, message(2, COURIER, text=RUBBISH))

    assert (ended, len(await rows(inbound, Report))) == (["parked 0", "done 0"], 1)


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "kind_of_the_future": {"a": 1}},
        {
            "update_id": 1,
            "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel"}, "text": "x"},
        },
        message(1, STRANGER, chat=-77, text=RUBBISH),
        message(1, STRANGER, chat=-77, new_chat_title="x"),
        message(1, STRANGER, dice={"emoji": "🎲", "value": 3}),
        message(1, STRANGER, text="😀😀😀"),
        message(1, STRANGER, text="/nothing_of_that_name"),
        # half of a document: what is left of the message is handled
        message(1, STRANGER, document={"file_id": "only this"}),
    ],
    ids=["empty", "future", "channel", "unknown group", "title", "dice", "emoji", "command", "half a document"],
)
async def test_odd_updates_are_handled_at_the_first_try(inbound: Inbound, update: dict[str, Any]):
    assert await receive(inbound, update) == ["done 0"]


@pytest.mark.parametrize(
    "data",
    ["", "t", "t:1", "t:1:claim", "t:x:claim", "t:1:nothing", "t:99999999999:claim", "t:1:claim:" + "x" * 50, "a:1:0",
     "a:999999999:99", "j:home:nowhere", "j:trade:king", "j:", "other", "t:1:rate:best", "t:１:claim", "t:1:file"],
)  # fmt: skip
async def test_forged_presses_are_handled_at_the_first_try_and_change_nothing(inbound: Inbound, data: str):
    ended = await receive(inbound, press(1, STRANGER, data))

    assert (ended, await rows(inbound, Ticket)) == (["done 0"], [])


async def test_what_a_database_cannot_hold_is_handled_all_the_same(inbound: Inbound):
    huge = {"file_id": "f", "file_unique_id": "u", "file_size": 3 * 1024**3}

    ended = await receive(inbound, message(1, COURIER, caption=RUBBISH + "\x00", document=huge))

    [report] = await rows(inbound, Report)
    assert (ended, report.words) == (["done 0"], RUBBISH)


async def test_a_refused_step_leaves_only_its_words(inbound: Inbound, desk: Desk):
    picture = FileRef(ref="f", unique="same picture", size=1)
    ticket = await desk.report(by=desk.courier, photos=[picture])
    await _bind_with_card(desk, ticket)
    before = len(await rows(inbound, OutboxItem))

    # He claims it by bringing the proof, but the photo is the courier's own: the claim is undone as well.
    photo = [{"file_id": "f", "file_unique_id": "same picture", "width": 1, "height": 1}]
    card = message(500, WORKER, chat=GROUP)["message"]
    ended = await receive(inbound, message(1, WORKER, chat=GROUP, photo=photo, reply_to_message=card))

    owed = (await rows(inbound, OutboxItem))[before:]
    assert (ended, (await desk.ticket(ticket)).status) == (["done 0"], "dispatched")
    assert [item.payload["text"] for item in owed] == ["这张是处置前的照片，麻烦拍一张现在的。"]


async def test_a_refused_press_is_answered_by_an_alert_that_waits_for_the_commit(inbound: Inbound, desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.grid_worker)
    api = BotApi()
    async with connected(api) as bot, desk.database.transaction() as session:
        receiving = Receiving(bot, desk.street, "wgs84")
        unsent = await receiving(session, press(1, WORKER, f"t:{ticket.id}:claim"), now=desk.clock.now())
        called_inside = len(api.calls)
        assert unsent is not None
        await unsent()

    [(method, sent)] = api.calls
    assert (called_inside, method, sent["text"], sent["show_alert"]) == (
        0,
        "answerCallbackQuery",
        "#1 阿芳已经认领了。",
        "true",
    )


async def _bind_with_card(desk: Desk, ticket: Ticket) -> None:
    """The group on Telegram shows the ticket's card as message 500."""
    at = Address(NAME, str(GROUP))
    async with desk.database.transaction() as session:
        await groups.bind(session, at, "hj", "汇嘉", by=None, now=desk.clock.now())
        card = CardMessage(ticket_id=ticket.id or 0, channel=NAME, chat=at.chat, message="500", at=desk.clock.now())
        session.add(card)
