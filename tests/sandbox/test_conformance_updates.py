"""Everything that can come in, read by python-telegram-bot and aiogram: both must read the same."""

from typing import Any

import pytest

from tests.sandbox.clients import Kit
from tests.sandbox.stand import GROUP, PICTURE
from tests.sandbox.street import Street

# One loop for the whole file: a client costs a third of a second to make, most of it certificates nobody needs here.
# PTB warns that one day it will count seconds otherwise, which is not our business.
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.filterwarnings("ignore:Deprecated since version v22.2"),
]


PHOTO = [("photo", ("a.jpg", PICTURE))]
ASKED = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "channel_post"]


async def happen(street: Street) -> None:
    """Everything that can come in, once."""
    markup = {"inline_keyboard": [[{"text": "认领", "callback_data": "c"}]]}
    card = await street.bot("sendMessage", chat_id=GROUP, text="卡", reply_markup=markup)
    await street.send("@bot", "zhao", text="/start join_hj")
    [number] = await street.send(GROUP, "wang", caption="倒了", files=PHOTO)
    await street.do(GROUP, "edit", who="wang", message_id=number, caption="3幢倒了")
    await street.send(GROUP, "wang", files=PHOTO * 2)
    await street.send(GROUP, "wang", files={"document": ("a.csv", b"a")})
    await street.send(GROUP, "wang", files={"voice": ("v.ogg", b"OggS")})
    await street.send("@bot", "wang", latitude="30.2", longitude="120.1")
    await street.send("@bot", "wang", contact="1")
    await street.send(GROUP, "wang", text="旧的", forwarded_from="老张", reply_to=str(card["message_id"]))
    await street.do(GROUP, "press", who="li", message_id=card["message_id"], button="认领", timeout=0)
    await street.do(GROUP, "members", add=["zhao"])
    await street.do(GROUP, "members", remove=["zhao"])
    await street.http.post("/world/block", json={"from": "wang"})
    channel = street.world.add_group("公告", ["li"], type="channel")
    await street.send(channel.id, "li", text="通知")
    await street.bot("pinChatMessage", chat_id=GROUP, message_id=card["message_id"])
    await street.do(GROUP, "members", remove=["bot"], by="li")


async def test_both_libraries_read_everything_that_comes_in(lot: Street, kits: list[Kit]):
    await lot.updates(allowed_updates=ASKED)
    await happen(lot)
    read = {}

    for kit in kits:
        # Each of them asks for the first time.
        lot.world.queues[123456].poller.offset = None
        updates = await kit.bot.get_updates(limit=100)
        read[kit.name] = [(each.update_id, what_came(each)) for each in updates]

    ptb, aiogram = (read[kit.name] for kit in kits)
    assert ptb == aiogram
    assert [kind for _, kind in ptb] == [
        "text", "photo", "edited_message", "photo", "photo", "document", "voice", "location", "contact", "text",
        "callback_query", "chat_member", "new_chat_members", "left_chat_member", "chat_member", "my_chat_member",
        "channel_post", "pinned_message", "my_chat_member",
    ]  # fmt: skip


def what_came(update: Any) -> str:
    for kind in ("edited_message", "callback_query", "my_chat_member", "chat_member", "channel_post"):
        if getattr(update, kind):
            return kind
    names = ("photo", "document", "voice", "location", "contact")
    events = ("new_chat_members", "left_chat_member", "pinned_message")
    return next((name for name in (*names, *events) if getattr(update.message, name)), "text")
