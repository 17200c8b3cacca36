"""The same calls through python-telegram-bot and aiogram: both must understand every answer.

Refusals are in test_conformance_refusals.py, what comes in is in test_conformance_updates.py.
"""

import io
from typing import Any

import pytest

from tests.sandbox.clients import Kit
from tests.sandbox.stand import GROUP, IN_GROUP, LI, PICTURE, WANG, ZHAO, Fields, at, prepare
from tests.sandbox.street import Street

# One loop for the whole file: a client costs a third of a second to make, most of it certificates nobody needs here.
# PTB warns that one day it will count seconds otherwise, which is not our business.
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.filterwarnings("ignore:Deprecated since version v22.2"),
]


SUCCESSES: list[tuple[str, Fields, str]] = [
    ("get_me", lambda s: {}, "User"),
    ("send_message", lambda s: {**IN_GROUP, "text": "<b>您好</b>", "parse_mode": "HTML"}, "Message"),
    ("send_message", lambda s: {**IN_GROUP, "text": "x", "reply_markup": s.kit.buttons("认领", "退回")}, "Message"),
    (
        "send_message",
        lambda s: {**IN_GROUP, "text": "x", "reply_parameters": s.kit.make("ReplyParameters", message_id=s.report)},
        "Message",
    ),
    (
        "send_message",
        lambda s: {
            "chat_id": WANG,
            "text": "在哪？",
            "reply_markup": s.kit.make(
                "ReplyKeyboardMarkup",
                keyboard=[[s.kit.make("KeyboardButton", text="发送位置", request_location=True)]],
            ),
        },
        "Message",
    ),
    ("send_message", lambda s: {**IN_GROUP, "text": "x", "reply_markup": s.kit.make("ForceReply")}, "Message"),
    (
        "send_message",
        lambda s: {"chat_id": WANG, "text": "x", "reply_markup": s.kit.no_keyboard()},
        "Message",
    ),
    ("send_photo", lambda s: {**IN_GROUP, "photo": s.kit.file(PICTURE, "a.jpg"), "caption": "图"}, "Message"),
    ("send_photo", lambda s: {**IN_GROUP, "photo": s.photo_id}, "Message"),
    ("send_document", lambda s: {**IN_GROUP, "document": s.kit.file(b"a,b", "账.csv")}, "Message"),
    ("send_voice", lambda s: {**IN_GROUP, "voice": s.kit.file(b"OggS", "v.ogg"), "duration": 2}, "Message"),
    (
        "send_media_group",
        lambda s: {
            **IN_GROUP,
            "media": [
                s.kit.make("InputMediaPhoto", media=s.photo_id, caption="前"),
                s.kit.make("InputMediaPhoto", media=s.kit.part(PICTURE, "b.jpg")),
            ],
        },
        "Message, Message",
    ),
    ("send_location", lambda s: {**IN_GROUP, "latitude": 30.2, "longitude": 120.1}, "Message"),
    (
        "send_venue",
        lambda s: {**IN_GROUP, "latitude": 30.2, "longitude": 120.1, "title": "汇嘉", "address": "2幢"},
        "Message",
    ),
    ("send_contact", lambda s: {**IN_GROUP, "phone_number": "119", "first_name": "消防"}, "Message"),
    ("send_chat_action", lambda s: {**IN_GROUP, "action": "typing"}, "bool"),
    ("copy_message", lambda s: {**IN_GROUP, "from_chat_id": GROUP, "message_id": s.report}, "MessageId"),
    ("forward_message", lambda s: {**IN_GROUP, "from_chat_id": GROUP, "message_id": s.report}, "Message"),
    ("copy_messages", lambda s: {**IN_GROUP, "from_chat_id": GROUP, "message_ids": [s.text]}, "MessageId"),
    ("forward_messages", lambda s: {**IN_GROUP, "from_chat_id": GROUP, "message_ids": [s.text]}, "MessageId"),
    ("edit_message_text", lambda s: at("text")(s) | {"text": "卡，已认领"}, "Message"),
    ("edit_message_caption", lambda s: at("photo")(s) | {"caption": "卡，已认领"}, "Message"),
    ("edit_message_reply_markup", lambda s: at("text")(s) | {"reply_markup": s.kit.buttons("结案")}, "Message"),
    ("edit_message_reply_markup", at("text"), "Message"),
    (
        "edit_message_media",
        lambda s: at("text")(s) | {"media": s.kit.make("InputMediaPhoto", media=s.kit.part(PICTURE, "c.jpg"))},
        "Message",
    ),
    ("delete_message", at("report"), "bool"),
    ("delete_messages", lambda s: {**IN_GROUP, "message_ids": [s.text, s.photo]}, "bool"),
    ("answer_callback_query", lambda s: {"callback_query_id": s.query, "text": "好", "show_alert": True}, "bool"),
    ("get_file", lambda s: {"file_id": s.photo_id}, "File"),
    ("pin_chat_message", at("text"), "bool"),
    ("unpin_all_chat_messages", lambda s: {**IN_GROUP}, "bool"),
    (
        "set_message_reaction",
        lambda s: at("report")(s) | {"reaction": [s.kit.make("ReactionTypeEmoji", emoji="👍")]},
        "bool",
    ),
    ("get_chat", lambda s: {**IN_GROUP}, "ChatFullInfo"),
    ("get_chat", lambda s: {"chat_id": WANG}, "ChatFullInfo"),
    ("get_chat_member", lambda s: {**IN_GROUP, "user_id": LI}, "ChatMemberOwner"),
    ("get_chat_member", lambda s: {**IN_GROUP, "user_id": 123456}, "ChatMemberAdministrator"),
    ("get_chat_member", lambda s: {**IN_GROUP, "user_id": WANG}, "ChatMemberMember"),
    ("get_chat_member", lambda s: {**IN_GROUP, "user_id": ZHAO}, "ChatMemberLeft"),
    ("get_chat_administrators", lambda s: {**IN_GROUP}, "ChatMemberOwner, ChatMemberAdministrator"),
    ("get_chat_member_count", lambda s: {**IN_GROUP}, "int"),
    ("leave_chat", lambda s: {"chat_id": -4000001}, "bool"),
    (
        "set_my_commands",
        lambda s: {"commands": [s.kit.make("BotCommand", command="my", description="我的上报")]},
        "bool",
    ),
    ("get_my_commands", lambda s: {}, "BotCommand"),
    ("delete_my_commands", lambda s: {}, "bool"),
    ("set_my_description", lambda s: {"description": "随手拍"}, "bool"),
    ("get_my_description", lambda s: {}, "BotDescription"),
    ("set_my_short_description", lambda s: {"short_description": "随手拍"}, "bool"),
    ("get_my_short_description", lambda s: {}, "BotShortDescription"),
    ("set_my_name", lambda s: {"name": "随手拍"}, "bool"),
    ("get_my_name", lambda s: {}, "BotName"),
    ("set_chat_menu_button", lambda s: {}, "bool"),
    ("get_chat_menu_button", lambda s: {}, "MenuButtonCommands"),
    ("delete_webhook", lambda s: {}, "bool"),
    ("get_webhook_info", lambda s: {}, "WebhookInfo"),
]


def name_of(result: Any) -> str:
    if isinstance(result, list | tuple):
        return ", ".join(name_of(each) for each in result)
    # aiogram names what PTB splits by hand: MessageId and the like agree; a True is a bool in both.
    return type(result).__name__


@pytest.mark.parametrize(("method", "fields", "expected"), SUCCESSES)
async def test_both_libraries_understand_the_answer(
    lot: Street, kits: list[Kit], method: str, fields: Fields, expected: str
):
    lot.world.bot.profile['commands/{"type": "default"}/'] = [{"command": "my", "description": "我的"}]
    understood = {}

    for kit in kits:
        lot.world.chats["-4000001"] = lot.world.new_chat("group", "旧群", id=-4000001)
        lot.world.chats["-4000001"].members = {LI: "creator", 123456: "member"}
        result = await getattr(kit.bot, method)(**fields(prepare(lot, kit)))
        understood[kit.name] = name_of(result)

    assert understood == {kit.name: expected for kit in kits}


async def test_both_libraries_download_the_same_bytes(lot: Street, kits: list[Kit]):
    file = lot.world.vault.keep("document", b"proof", name="a.txt")
    file_id = lot.world.vault.file_id(file, lot.world.bot)
    got = {}

    for kit in kits:
        out = io.BytesIO()
        found = await kit.bot.get_file(file_id)
        if kit.name == "aiogram":
            await kit.bot.download_file(found.file_path, out)
        else:
            await found.download_to_memory(out)
        got[kit.name] = out.getvalue()

    assert got == {kit.name: b"proof" for kit in kits}
