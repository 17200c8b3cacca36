"""What a bot is shown in a group: everything as administrator, little as a plain member."""

import pytest

from tests.sandbox.street import Street

GROUP = -1001000000001


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("门坏了", False),
        ("/help", True),
        ("/help@street_bot", True),
        ("/help@other_bot", False),  # a command for another bot
        ("@street_bot 门坏了", True),
        ("@li 门坏了", False),
    ],
)
async def test_a_plain_member_sees_only_what_is_meant_for_it(street: Street, text: str, is_shown: bool):
    street.group.members[street.world.bot.id] = "member"

    await street.send(GROUP, "wang", text=text)

    assert bool(await street.updates()) == is_shown


async def test_a_plain_member_sees_replies_to_itself_and_service_messages(street: Street):
    street.group.members[street.world.bot.id] = "member"
    card = await street.bot("sendMessage", chat_id=GROUP, text="卡")
    [other] = await street.send(GROUP, "li", text="闲聊")

    await street.send(GROUP, "wang", text="回复别人", reply_to=other)
    await street.send(GROUP, "wang", text="回复机器人", reply_to=card["message_id"])
    await street.do(GROUP, "members", add=["zhao"])

    messages = [update["message"] for update in await street.updates()]
    assert [message.get("text") for message in messages] == ["回复机器人", None]


@pytest.mark.parametrize("how", ["administrator", "privacy off"])
async def test_an_administrator_or_a_bot_without_privacy_sees_everything(street: Street, how: str):
    if how == "privacy off":
        street.group.members[street.world.bot.id] = "member"
        street.world.bot.privacy = False

    await street.send(GROUP, "wang", text="门坏了")

    assert len(await street.updates()) == 1


async def test_bots_do_not_see_bots_nor_themselves(street: Street):
    street.world.add_bot("777:other", "other_bot", "别的")
    street.world.add_group("汇嘉移动网格群", [])

    await street.http.post("/bot777:other/sendMessage", json={"chat_id": GROUP, "text": "广告"})
    await street.bot("sendMessage", chat_id=GROUP, text="卡")

    assert await street.updates() == []
