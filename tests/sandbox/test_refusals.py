"""What Telegram refuses, in its own words (TELEGRAM.md 5c)."""

import pytest

from sandbox import membership
from tests.sandbox.street import Json, Street

GROUP = -1001000000001
WANG, ZHAO = 700000002, 700000003
LONG_DATA = {"inline_keyboard": [[{"text": "x", "callback_data": "认" * 22}]]}
BARE_BUTTON = {"inline_keyboard": [[{"text": "x"}]]}
ASKS_PHONE = {"keyboard": [[{"text": "电话", "request_contact": True}]]}
ASKS_PLACE = {"keyboard": [[{"text": "位置", "request_location": True}]]}
MANY = {"inline_keyboard": [[{"text": str(n), "callback_data": str(n)}] for n in range(101)]}

REFUSED = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 5, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@wang", "text": "x"}, "chat not found"),  # people cannot be reached by name
    ("sendMessage", {"chat_id": GROUP}, "message text is empty"),
    ("sendMessage", {"chat_id": GROUP, "text": " \n "}, "message text is empty"),
    ("sendMessage", {"chat_id": GROUP, "text": "长" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": GROUP, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ("sendMessage", {"chat_id": GROUP, "text": "x", "reply_to_message_id": 99}, "message to be replied not found"),
    (
        "sendMessage",
        {"chat_id": GROUP, "text": "x", "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    ("sendMessage", {"chat_id": GROUP, "text": "x", "message_thread_id": 7}, "message thread not found"),
    ("sendMessage", {"chat_id": GROUP, "text": "x", "reply_markup": LONG_DATA}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": GROUP, "text": "x", "reply_markup": MANY}, "reply markup is too long"),
    ("sendMessage", {"chat_id": GROUP, "text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    (
        "sendMessage",
        {"chat_id": GROUP, "text": "x", "reply_markup": BARE_BUTTON},
        "Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"chat_id": GROUP, "text": "x", "reply_markup": ASKS_PHONE},
        "phone number can be requested in private chats only",
    ),
    (
        "sendMessage",
        {"chat_id": GROUP, "text": "x", "reply_markup": ASKS_PLACE},
        "location can be requested in private chats only",
    ),
    ("sendPhoto", {"chat_id": GROUP}, "there is no photo in the request"),
    ("sendPhoto", {"chat_id": GROUP, "photo": "AgACnothing"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"chat_id": GROUP, "photo": "http://example.com/x.jpg"}, "failed to get HTTP URL content"),
    ("sendMediaGroup", {"chat_id": GROUP, "media": []}, "there are no messages to send"),
    (
        "sendMediaGroup",
        {"chat_id": GROUP, "media": [{"type": "photo", "media": "x"}] * 11},
        "too many messages to send as an album",
    ),
    (
        "sendMediaGroup",
        {"chat_id": GROUP, "media": [{"type": "voice", "media": "x"}] * 2},
        "can't use the media of the specified type in the album",
    ),
    ("sendChatAction", {"chat_id": GROUP, "action": "dancing"}, "wrong parameter action in request"),
    (
        "sendLocation",
        {"chat_id": GROUP, "latitude": 91, "longitude": 0},
        "latitude must be in the range from -90 to 90 degrees",
    ),
    ("getFile", {"file_id": "BQACnothing"}, "wrong file_id or the file is temporarily unavailable"),
    ("editMessageText", {"chat_id": GROUP, "message_id": 99, "text": "x"}, "message to edit not found"),
    ("deleteMessage", {"chat_id": GROUP, "message_id": 99}, "message to delete not found"),
    ("copyMessage", {"chat_id": GROUP, "from_chat_id": GROUP, "message_id": 99}, "message to copy not found"),
    ("forwardMessage", {"chat_id": GROUP, "from_chat_id": GROUP, "message_id": 99}, "message to forward not found"),
    ("pinChatMessage", {"chat_id": GROUP, "message_id": 99}, "message to pin not found"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    ("getChatMember", {"chat_id": GROUP, "user_id": 5}, "user not found"),
    ("setMyCommands", {"commands": [{"command": "Bad!", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setWebhook", {"url": "http://example.com/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    (
        "setWebhook",
        {"url": "https://example.com:9000/"},
        "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    (
        "setWebhook",
        {"url": "https://example.com/", "secret_token": "a b"},
        "secret token contains unallowed characters",
    ),
    ("setWebhook", {"url": "https://example.com/", "secret_token": "a" * 257}, "secret token is too long"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_bad_calls_are_refused_in_telegrams_words(street: Street, method: str, params: Json, words: str):
    assert await street.refusal(method, **params) == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("长" * 4096, 4096),
        ("<b>" + "x" * 4096 + "</b>", 4096),  # counted after parsing
    ],
)
async def test_the_longest_text_is_taken(street: Street, text: str, length: int):
    sent = await street.bot("sendMessage", chat_id=GROUP, text=text, parse_mode="HTML")

    assert len(sent["text"]) == length


async def test_an_edit_that_changes_nothing_is_refused(street: Street):
    sent = await street.bot("sendMessage", chat_id=GROUP, text="一样")

    code, words = await street.refusal("editMessageText", chat_id=GROUP, message_id=sent["message_id"], text=" 一样 ")

    assert code == 400
    assert words.startswith("Bad Request: message is not modified: specified new message content")


async def test_an_edit_may_change_the_buttons_alone(street: Street):
    sent = await street.bot("sendMessage", chat_id=GROUP, text="卡")
    markup = {"inline_keyboard": [[{"text": "认领", "callback_data": "1"}]]}

    edited = await street.bot(
        "editMessageText", chat_id=GROUP, message_id=sent["message_id"], text="卡", reply_markup=markup
    )

    assert edited["reply_markup"] == markup


async def test_an_edit_of_anothers_message_is_refused(street: Street):
    [number] = await street.send(GROUP, "wang", text="我的")

    refused = await street.refusal("editMessageText", chat_id=GROUP, message_id=number, text="改")

    assert refused == (400, "Bad Request: message can't be edited")


async def test_the_caption_of_a_text_and_the_text_of_a_pin_cannot_be_edited(street: Street):
    text = await street.bot("sendMessage", chat_id=GROUP, text="x")
    pin = await street.bot("sendLocation", chat_id=GROUP, latitude=30, longitude=120)

    no_caption = await street.refusal("editMessageCaption", chat_id=GROUP, message_id=text["message_id"], caption="y")
    no_text = await street.refusal("editMessageText", chat_id=GROUP, message_id=pin["message_id"], text="y")

    assert no_caption[1] == "Bad Request: there is no caption in the message to edit"
    assert no_text[1] == "Bad Request: there is no text in the message to edit"


async def test_a_bot_cannot_write_first(street: Street):
    refused = await street.refusal("sendMessage", chat_id=ZHAO, text="您好")

    assert refused == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_a_blocked_bot_is_told_so(street: Street):
    await street.send("@bot", "wang", text="/start")
    await street.http.post("/world/block", json={"from": "wang", "blocked": True})

    refused = await street.refusal("sendMessage", chat_id=WANG, text="您好")

    assert refused == (403, "Forbidden: bot was blocked by the user")


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("li", "Forbidden: bot was kicked from the supergroup chat"),
        ("bot", "Forbidden: bot is not a member of the supergroup chat"),  # it left by itself
    ],
)
async def test_a_bot_that_is_out_of_the_group_is_told_how(street: Street, by: str, words: str):
    await street.do(GROUP, "members", remove=["bot"], by=by)

    assert await street.refusal("sendMessage", chat_id=GROUP, text="x") == (403, words)


async def test_an_upgraded_group_names_its_successor(street: Street):
    old = street.world.add_group("老群", ["li"], type="group")
    new = membership.upgrade(street.world, old)

    body = await street.call("sendMessage", chat_id=old.id, text="x")

    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new.id}


@pytest.mark.parametrize(("method", "done"), [("copyMessage", "copied"), ("forwardMessage", "forwarded")])
async def test_a_protected_message_stays_where_it_is(street: Street, method: str, done: str):
    sent = await street.bot("sendMessage", chat_id=GROUP, text="只在本群", protect_content=True)

    refused = await street.refusal(method, chat_id=GROUP, from_chat_id=GROUP, message_id=sent["message_id"])

    assert refused == (400, f"Bad Request: message can't be {done}")


async def test_a_bot_without_rights_cannot_pin_or_delete(street: Street):
    street.group.members[street.world.bot.id] = "member"
    [number] = await street.send(GROUP, "wang", text="x")

    pin = await street.refusal("pinChatMessage", chat_id=GROUP, message_id=number)
    delete = await street.refusal("deleteMessage", chat_id=GROUP, message_id=number)

    assert pin == (400, "Bad Request: not enough rights to manage pinned messages in the chat")
    assert delete == (400, "Bad Request: message can't be deleted")


async def test_a_reply_to_nothing_may_be_allowed(street: Street):
    wish = {"message_id": 99, "allow_sending_without_reply": True}

    sent = await street.bot("sendMessage", chat_id=GROUP, text="x", reply_parameters=wish)

    assert "reply_to_message" not in sent


async def test_flood_limits_are_off_until_switched_on(street: Street):
    for number in range(21):
        await street.bot("sendMessage", chat_id=GROUP, text=str(number))
    await street.http.post("/world/limits", json={"on": True})
    for number in range(20):
        await street.bot("sendMessage", chat_id=GROUP, text=str(number))

    body = await street.call("sendMessage", chat_id=GROUP, text="太多")

    assert body["error_code"] == 429
    wait = body["parameters"]["retry_after"]
    assert body["description"] == f"Too Many Requests: retry after {wait}"
    assert 1 <= wait <= 60


async def test_edits_count_against_the_groups_limit(street: Street):
    sent = await street.bot("sendMessage", chat_id=GROUP, text="卡")
    await street.http.post("/world/limits", json={"on": True})
    for number in range(20):
        await street.bot("editMessageText", chat_id=GROUP, message_id=sent["message_id"], text=str(number))

    code, _ = await street.refusal("editMessageText", chat_id=GROUP, message_id=sent["message_id"], text="再")

    assert code == 429
