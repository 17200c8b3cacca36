"""One stored update: read, repaired if need be, handled; an expected no leaves only its words."""

from typing import Any

import pytest

from bot.channels.telegram import NAME
from bot.core import groups
from bot.core.details import FileRef
from bot.mailbox.outbox import Address
from bot.workers import Inbound
from handlers.receiving import Receiving
from models import CardMessage, OutboxItem, Report, Ticket
from tests.channels.bot_api import BotApi, connected
from tests.desk import RUBBISH, Desk
from tests.workers import updates
from tests.workers.updates import COURIER, GROUP, WORKER, message, press

HIDDEN = {"type": "hidden_user", "date": 1795300000}


async def test_a_forwarded_message_whose_hidden_author_has_no_name_is_a_report(inbound: Inbound):
    ended = await updates.receive(inbound, message(1, COURIER, text=RUBBISH, forward_origin=HIDDEN))

    [report] = await updates.rows(inbound, Report)
    assert (ended, report.words) == (["done 0"], RUBBISH)


async def test_a_message_with_a_part_that_telegram_left_empty_is_a_report(inbound: Inbound):
    ended = await updates.receive(
        inbound, message(1, COURIER, text=RUBBISH, external_reply={"origin": HIDDEN, "story": {}})
    )

    assert (ended, len(await updates.rows(inbound, Report))) == (["done 0"], 1)


async def test_an_update_that_cannot_be_read_is_parked_and_the_next_is_handled(inbound: Inbound):
    broken = message(1, COURIER, text=RUBBISH)
    broken["message"]["date"] = "yesterday"

    ended = await updates.receive(inbound, broken, message(2, COURIER, text=RUBBISH))

    assert (ended, len(await updates.rows(inbound, Report))) == (["parked 0", "done 0"], 1)


async def test_what_a_database_cannot_hold_is_handled_all_the_same(inbound: Inbound):
    huge = {"file_id": "f", "file_unique_id": "u", "file_size": 3 * 1024**3}

    ended = await updates.receive(inbound, message(1, COURIER, caption=RUBBISH + "\x00", document=huge))

    [report] = await updates.rows(inbound, Report)
    assert (ended, report.words) == (["done 0"], RUBBISH)


async def test_a_refused_step_leaves_only_its_words(inbound: Inbound, desk: Desk):
    picture = FileRef(ref="f", unique="same picture", size=1)
    ticket = await desk.report(by=desk.courier, photos=[picture])
    await _bind_with_card(desk, ticket)
    before = len(await updates.rows(inbound, OutboxItem))

    # He claims it by bringing the proof, but the photo is the courier's own: the claim is undone as well.
    photo = [{"file_id": "f", "file_unique_id": "same picture", "width": 1, "height": 1}]
    card = message(500, WORKER, chat=GROUP)["message"]
    ended = await updates.receive(inbound, message(1, WORKER, chat=GROUP, photo=photo, reply_to_message=card))

    owed = (await updates.rows(inbound, OutboxItem))[before:]
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


def edited(number: int, sender: int, text: str) -> dict[str, Any]:
    """An update with a private message that was changed."""
    update = message(number, sender, text=text)
    return {"update_id": number, "edited_message": {**update["message"], "edit_date": 1795400100}}


@pytest.mark.parametrize(
    ("update", "is_let_go"),
    [
        (message(1, COURIER, text="谢谢"), True),
        (message(1, COURIER, text="/my"), True),
        (edited(1, COURIER, "3幢"), True),
        # even one that is refused
        (press(1, COURIER, "t:1:claim", message=message(9, COURIER)["message"]), True),
        (message(1, WORKER, text="谢谢"), False),
        # staff talk among themselves all day; only a report is meant for the bot there
        (message(1, COURIER, chat=GROUP, text="谢谢"), False),
    ],
    ids=["words", "a command", "an edit", "a press", "somebody else", "talk in a group"],
)
async def test_what_was_held_for_a_courier_goes_out_when_he_writes_or_presses_in_private(
    inbound: Inbound, desk: Desk, update: dict[str, Any], is_let_go: bool
):
    ticket = await desk.report(by=desk.courier)
    await _bind_with_card(desk, ticket)
    desk.clock.set("2026-11-23 11:00")
    await desk.claim(ticket, by=desk.grid_worker)

    await updates.receive(inbound, update)

    [held] = [item for item in await desk.owed() if item.push_to is not None]
    assert (held.due_at == desk.clock.now()) is is_let_go
