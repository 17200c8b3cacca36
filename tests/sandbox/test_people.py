"""The people's side: sitting in a chair, sending, seeing, changing, coming and going."""

import asyncio

import pytest

from tests.sandbox.street import Street

GROUP = -1001000000001
WANG = 700000002


@pytest.mark.parametrize("name", ["@bot", "@street_bot", "@Street_Bot", "@wang", str(WANG)])
async def test_the_private_chat_has_many_names(street: Street, name: str):
    await street.send(name, "wang", text="您好")

    [update] = await street.updates()

    assert update["message"]["chat"] == {"id": WANG, "type": "private", "first_name": "小王", "username": "wang"}


async def test_nobody_sits_in_anothers_private_chat(street: Street):
    answer = await street.attempt("@wang", "send", who="li", text="x")

    assert answer.status_code == 404 or answer.status_code == 403
    assert "error" in answer.json()


@pytest.mark.parametrize(
    ("chat", "who", "status"),
    [
        (str(GROUP), "zhao", 403),  # not a member
        ("-1009999", "wang", 404),  # no such chat
        (str(GROUP), "nobody", 404),  # no such person
    ],
)
async def test_who_is_not_there_cannot_send(street: Street, chat: str, who: str, status: int):
    answer = await street.http.post(f"/world/chats/{chat}/send", data={"from": who, "text": "x"})

    assert answer.status_code == status
    assert list(answer.json()) == ["error"]


async def test_nothing_to_send_is_said_so(street: Street):
    answer = await street.http.post(f"/world/chats/{GROUP}/send", data={"from": "wang", "text": "  "})

    assert (answer.status_code, answer.json()) == (400, {"error": "没有内容可以发送"})


async def test_a_deep_link_arrives_as_start_with_its_payload(street: Street):
    await street.send("@bot", "zhao", text="/start join_hj")

    [update] = await street.updates()

    assert update["message"]["text"] == "/start join_hj"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_words_longer_than_a_message_become_several(street: Street):
    sent = await street.send(GROUP, "wang", text="长" * 5000)

    assert [len(message["text"]) for message in await street.sees("li", GROUP)] == [4096, 904]
    assert len(sent) == 2


async def test_a_pin_and_a_contact_arrive(street: Street):
    await street.send("@bot", "wang", latitude="30.25", longitude="120.16")
    await street.send("@bot", "wang", contact="1")

    pin, contact = [update["message"] for update in await street.updates()]

    assert pin["location"] == {"latitude": 30.25, "longitude": 120.16}
    assert (contact["contact"]["user_id"], contact["contact"]["first_name"]) == (WANG, "小王")


@pytest.mark.parametrize(
    ("given", "kind", "name"),
    [
        ("老张", "hidden_user", ["sender_user_name", "老张"]),
        ("@zhao", "user", ["first_name", "小赵"]),
    ],
)
async def test_a_forwarded_message_says_where_it_is_from(street: Street, given: str, kind: str, name: list[str]):
    await street.send("@bot", "wang", text="旧的", forwarded_from=given)

    origin = (await street.updates())[0]["message"]["forward_origin"]

    assert origin["type"] == kind
    assert origin.get("sender_user", origin)[name[0]] == name[1]


async def test_a_message_can_be_passed_on(street: Street):
    [number] = await street.send(GROUP, "li", text="看这个")

    await street.do(GROUP, "forward", who="wang", message_id=number, to="@bot")

    message = (await street.updates(-1))[0]["message"]
    assert (message["text"], message["forward_origin"]["sender_user"]["first_name"]) == ("看这个", "李姐")


async def test_a_reply_carries_the_message_it_answers(street: Street):
    card = await street.bot("sendMessage", chat_id=GROUP, text="卡")

    await street.send(GROUP, "li", text="好了", reply_to=card["message_id"])

    assert (await street.updates())[0]["message"]["reply_to_message"]["text"] == "卡"
    assert (await street.sees("wang", GROUP))[-1]["reply_to"] == card["message_id"]


async def test_an_edit_of_a_caption_reaches_the_bot_and_the_others(street: Street):
    [number] = await street.send(GROUP, "wang", caption="2幢", files={"document": ("a.txt", b"a")})

    await street.do(GROUP, "edit", who="wang", message_id=number, caption="3幢")

    edited = (await street.updates(-1))[0]["edited_message"]
    [seen] = await street.sees("li", GROUP)
    assert (edited["caption"], edited["message_id"], "edit_date" in edited) == ("3幢", number, True)
    assert (seen["caption"], seen["edited"]) == ("3幢", True)


async def test_a_phone_shows_what_came_without_a_sound(street: Street):
    card = await street.bot("sendMessage", chat_id=GROUP, text="响的")
    quiet = {"chat_id": GROUP, "disable_notification": True}

    await street.bot("sendMessage", text="不响", **quiet)
    for method, numbers in (
        ("copyMessage", {"message_id": card["message_id"]}),
        ("forwardMessages", {"message_ids": [card["message_id"]]}),
    ):
        await street.bot(method, from_chat_id=GROUP, **numbers, **quiet)

    assert [message["silent"] for message in await street.sees("wang", GROUP)] == [False, True, True, True]


async def test_an_edit_that_changes_nothing_tells_nobody(street: Street):
    [number] = await street.send(GROUP, "wang", text="一样")

    await street.do(GROUP, "edit", who="wang", message_id=number, text="一样")

    assert len(await street.updates()) == 1


@pytest.mark.parametrize("deed", ["edit", "delete"])
async def test_anothers_message_is_not_ones_own(street: Street, deed: str):
    [number] = await street.send(GROUP, "li", text="我的")

    answer = await street.attempt(GROUP, deed, who="wang", message_id=number, text="改")

    assert answer.status_code == 403


async def test_a_deleted_message_is_only_a_gap(street: Street):
    [number] = await street.send(GROUP, "wang", text="发错了")

    await street.do(GROUP, "delete", who="wang", message_id=number)

    [seen] = await street.sees("li", GROUP)
    assert (seen["id"], seen["deleted"], seen["text"]) == (number, True, None)


async def test_a_reply_keyboard_is_seen_until_it_is_removed(street: Street):
    await street.send("@bot", "wang", text="/start")
    keyboard = {"keyboard": [["是", {"text": "发送位置", "request_location": True}]]}
    await street.bot("sendMessage", chat_id=WANG, text="在哪？", reply_markup=keyboard)
    shown = await street.looks("wang", "@bot")
    await street.bot("sendMessage", chat_id=WANG, text="好", reply_markup={"remove_keyboard": True})

    after = await street.looks("wang", "@bot")

    assert shown["messages"][-1]["keyboard"] == [["是", "发送位置"]]
    assert shown["keyboard"] == [[{"text": "是", "request": None}, {"text": "发送位置", "request": "location"}]]
    assert after["keyboard"] == []


async def test_a_selective_question_is_for_the_one_who_is_answered(street: Street):
    [number] = await street.send(GROUP, "wang", text="门坏了")
    markup = {"force_reply": True, "selective": True}
    await street.bot("sendMessage", chat_id=GROUP, text="哪一幢？", reply_to_message_id=number, reply_markup=markup)

    asked = [(await street.sees(viewer, GROUP))[-1]["force_reply"] for viewer in ("wang", "li")]

    assert asked == [True, False]


async def test_a_page_waits_for_changes_also_of_old_messages(street: Street):
    card = await street.bot("sendMessage", chat_id=GROUP, text="卡")
    version = (await street.looks("li", GROUP))["version"]
    waiting = asyncio.ensure_future(street.looks("li", GROUP, version=version, wait=20))
    await asyncio.sleep(0.05)

    await street.bot("editMessageText", chat_id=GROUP, message_id=card["message_id"], text="卡，已认领")

    answer = await waiting
    assert answer["version"] > version
    assert (answer["messages"][0]["text"], answer["messages"][0]["edited"]) == ("卡，已认领", True)


async def test_pins_and_reactions_are_seen(street: Street):
    [number] = await street.send(GROUP, "wang", text="x")
    await street.bot("pinChatMessage", chat_id=GROUP, message_id=number)
    await street.bot(
        "setMessageReaction", chat_id=GROUP, message_id=number, reaction=[{"type": "emoji", "emoji": "👍"}]
    )

    seen = await street.looks("li", GROUP)

    assert seen["pinned"] == [number]
    assert seen["messages"][0]["reactions"] == ["👍"]
    assert seen["messages"][1]["service"] == "随手拍 置顶了一条消息"


async def test_words_sent_together_with_a_pin_are_two_messages_the_pin_first(street: Street):
    sent = await street.send("@bot", "wang", text="井盖没了", latitude="29.9", longitude="121.5")

    pin, words = await street.sees("wang", "@bot")
    assert sent == [pin["id"], words["id"]]
    assert pin["location"] == {"latitude": 29.9, "longitude": 121.5}
    assert words["text"] == "井盖没了"
