"""Odd updates and forged presses: handled at the first try, and nothing is changed by them."""

from typing import Any

import pytest

from bot.workers import Inbound
from models import Ticket
from tests.desk import RUBBISH, Desk
from tests.workers import updates
from tests.workers.updates import STRANGER, message, press


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What makes no sense is refused before any row is written."""
    return small_desk


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
    assert await updates.receive(inbound, update) == ["done 0"]


FORGED = (
    "", "t", "t:1", "t:1:claim", "t:x:claim", "t:1:nothing", "t:99999999999:claim", "t:1:claim:" + "x" * 50,
    "a:1:0", "a:999999999:99", "j:home:nowhere", "j:trade:king", "j:", "other", "t:1:rate:best", "t:１:claim",
    "t:1:file",
)  # fmt: skip


async def test_forged_presses_are_handled_at_the_first_try_and_change_nothing(inbound: Inbound):
    ended = await updates.receive(inbound, *(press(number, STRANGER, data) for number, data in enumerate(FORGED)))

    failed = [data for data, how in zip(FORGED, ended, strict=True) if how != "done 0"]
    assert (failed, await updates.rows(inbound, Ticket)) == ([], [])
