"""The same refusals through python-telegram-bot and aiogram: both must raise the error they have for it."""

import pytest

from sandbox import faults, membership
from tests.sandbox.clients import Kit
from tests.sandbox.stand import GROUP, IN_GROUP, LI, ZHAO, Fields, at, prepare
from tests.sandbox.street import Street

# One loop for the whole file: a client costs a third of a second to make, most of it certificates nobody needs here.
# PTB warns that one day it will count seconds otherwise, which is not our business.
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.filterwarnings("ignore:Deprecated since version v22.2"),
]


REFUSALS: list[tuple[str, Fields, str, str]] = [
    ("send_message", lambda s: {"chat_id": 5, "text": "x"}, "bad request", "chat not found"),
    ("send_message", lambda s: {**IN_GROUP, "text": " "}, "bad request", "text is empty"),
    ("send_message", lambda s: {**IN_GROUP, "text": "x" * 4097}, "bad request", "message is too long"),
    ("send_message", lambda s: {**IN_GROUP, "text": "<b", "parse_mode": "HTML"}, "bad request", "can't parse entities"),
    (
        "send_message",
        lambda s: {**IN_GROUP, "text": "x", "reply_markup": s.kit.buttons("认" * 22)},
        "bad request",
        "BUTTON_DATA_INVALID",
    ),
    ("send_message", lambda s: {"chat_id": ZHAO, "text": "x"}, "forbidden", "can't initiate conversation"),
    ("send_message", lambda s: {"chat_id": LI, "text": "x"}, "forbidden", "bot was blocked by the user"),
    ("send_message", lambda s: {"chat_id": -4000002, "text": "x"}, "moved", ""),
    ("send_message", lambda s: {"chat_id": -4000003, "text": "x"}, "forbidden", "bot was kicked from the group chat"),
    ("send_photo", lambda s: {**IN_GROUP, "photo": "nonsense"}, "bad request", "wrong file identifier"),
    ("send_photo", lambda s: {**IN_GROUP, "photo": s.kit.file(b"x", "a.jpg")}, "bad request", "IMAGE_PROCESS_FAILED"),
    (
        "send_photo",
        lambda s: {**IN_GROUP, "photo": s.photo_id, "caption": "x" * 1025},
        "bad request",
        "caption is too long",
    ),
    (
        "edit_message_text",
        lambda s: at("text")(s) | {"text": "卡", "reply_markup": s.kit.buttons("认领")},
        "bad request",
        "message is not modified",
    ),
    ("edit_message_text", lambda s: at("report")(s) | {"text": "x"}, "bad request", "message can't be edited"),
    (
        "edit_message_text",
        lambda s: {**IN_GROUP, "message_id": 999, "text": "x"},
        "bad request",
        "message to edit not found",
    ),
    (
        "edit_message_text",
        lambda s: at("photo")(s) | {"text": "x"},
        "bad request",
        "there is no text in the message to edit",
    ),
    ("edit_message_caption", lambda s: at("text")(s) | {"caption": "x"}, "bad request", "there is no caption"),
    ("delete_message", lambda s: {**IN_GROUP, "message_id": 999}, "bad request", "message to delete not found"),
    ("answer_callback_query", lambda s: {"callback_query_id": "1"}, "bad request", "query is too old"),
    ("get_file", lambda s: {"file_id": "nonsense"}, "bad request", "wrong file_id"),
    (
        "copy_message",
        lambda s: {**IN_GROUP, "from_chat_id": GROUP, "message_id": 999},
        "bad request",
        "message to copy not found",
    ),
    ("pin_chat_message", lambda s: {**IN_GROUP, "message_id": 999}, "bad request", "message to pin not found"),
    ("get_chat", lambda s: {"chat_id": -1009}, "bad request", "chat not found"),
    ("get_chat_member", lambda s: {**IN_GROUP, "user_id": 5}, "bad request", "user not found"),
    ("leave_chat", lambda s: {"chat_id": -4000003}, "forbidden", "bot was kicked"),
]


@pytest.mark.parametrize(("method", "fields", "error", "words"), REFUSALS)
async def test_both_libraries_raise_the_same_refusal(
    lot: Street, kits: list[Kit], method: str, fields: Fields, error: str, words: str
):
    world, me = lot.world, lot.world.bot
    membership.block(world, world.person("li"), me)
    world.chats["-4000002"] = world.new_chat("group", "老群", id=-4000002)
    membership.upgrade(world, world.chats["-4000002"])
    world.new_chat("group", "旧群", id=-4000003).members = {LI: "creator", me.id: "kicked"}

    for kit in kits:
        with pytest.raises(kit.errors[error]) as caught:
            await getattr(kit.bot, method)(**fields(prepare(lot, kit)))

        assert words.lower() in str(caught.value).lower()


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (faults.Fault("sendMessage", retry_after=7), "slow down"),
        (faults.Fault("sendMessage", status=500), "broken server"),
        (faults.Fault("sendMessage", status=413), "too large"),
        (faults.Fault("sendMessage", drop="before"), "cut line"),
        (faults.Fault("sendMessage", drop="after"), "cut line"),
        (faults.Fault("sendMessage", status=409), "conflict"),
    ],
)
async def test_both_libraries_feel_the_same_weather(lot: Street, kits: list[Kit], fault: faults.Fault, error: str):
    fault.times = len(kits)
    lot.world.faults.add(fault)

    for kit in kits:
        with pytest.raises(kit.errors[error]):
            await kit.bot.send_message(chat_id=GROUP, text="x")


async def test_both_libraries_know_a_wrong_token(lot: Street, kits: list[Kit]):
    for kit in kits:
        # PTB asks who it is on entering, aiogram when told to.
        with pytest.raises(kit.errors["who are you"]):
            async with kit.connect(lot.url, "123456:wrong") as bot:
                await bot.get_me()
