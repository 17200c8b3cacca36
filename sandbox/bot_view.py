"""The world in the Bot API's words: users, chats, messages and files as one bot is shown them."""

from sandbox import records
from sandbox.world import World

NO_RIGHTS = dict.fromkeys(
    (
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
        "can_edit_stories", "can_delete_stories", "can_send_welcome_messages",
    ),
    False,
)  # fmt: skip
ADMIN_RIGHTS = NO_RIGHTS | {
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_restrict_members": True,
    "can_invite_users": True,
    "can_pin_messages": True,
    "can_manage_topics": False,
}


def user(world: World, user_id: int) -> records.Json:
    """A User."""
    account = world.account(user_id)
    shown: records.Json = {"id": account.id, "is_bot": isinstance(account, records.Bot), "first_name": account.name}
    if account.username:
        shown["username"] = account.username
    if isinstance(account, records.Person):
        shown["language_code"] = "zh-hans"
    return shown


def chat(world: World, chat: records.Chat) -> records.Json:
    """A Chat."""
    shown: records.Json = {"id": chat.id, "type": chat.type}
    if chat.type == "private":
        person = world.people[chat.id]
        shown["first_name"] = person.name
        if person.username:
            shown["username"] = person.username
        return shown
    shown["title"] = chat.title
    if chat.username:
        shown["username"] = chat.username
    return shown


def member(world: World, chat: records.Chat, user_id: int, status: str | None = None) -> records.Json:
    """A ChatMember with the status given, or the one he has now."""
    status = status or chat.members.get(user_id, "left")
    shown: records.Json = {"status": status, "user": user(world, user_id)}
    if status == "creator":
        shown["is_anonymous"] = False
    elif status == "administrator":
        shown |= ADMIN_RIGHTS
        if chat.type == "channel":
            shown |= {"can_post_messages": True, "can_edit_messages": True}
    elif status == "kicked":
        shown["until_date"] = 0
    return shown


def message(world: World, bot: records.Bot, message: records.Message, *, is_quoted: bool = False) -> records.Json:
    """A Message; a quoted one does not quote in its turn."""
    chat_row = world.chats[message.chat]
    shown: records.Json = {"message_id": message.id}
    if chat_row.type == "channel":
        shown["sender_chat"] = chat(world, chat_row)
    else:
        shown["from"] = user(world, message.sender)
    shown |= {"chat": chat(world, chat_row), "date": message.date}
    shown |= content(world, bot, message)
    if message.origin:
        shown["forward_origin"] = message.origin
    if message.edited:
        shown["edit_date"] = message.edited
    if message.album:
        shown["media_group_id"] = message.album
    if message.markup and "inline_keyboard" in message.markup:
        shown["reply_markup"] = message.markup
    target = world.message(chat_row, message.reply_to) if message.reply_to and not is_quoted else None
    if target:
        shown["reply_to_message"] = _quoted(world, bot, target)
    return shown


def content(world: World, bot: records.Bot, message: records.Message) -> records.Json:
    """What the message holds, with files and people as objects."""
    shown: records.Json = {}
    for name, value in message.body.items():
        if name == "photo":
            shown[name] = [file(world, bot, key) for key in value]
        elif name in ("document", "voice", "video", "audio"):
            shown[name] = file(world, bot, value)
        elif name == "new_chat_members":
            shown[name] = [user(world, each) for each in value]
        elif name == "left_chat_member":
            shown[name] = user(world, value)
        elif name == "pinned_message":
            pinned = world.message(world.chats[message.chat], value)
            shown[name] = _quoted(world, bot, pinned) if pinned else inaccessible(world, message.chat, value)
        else:
            shown[name] = value
    return shown


def inaccessible(world: World, chat_key: str, message_id: int) -> records.Json:
    """An InaccessibleMessage: deleted, only its number is known."""
    return {"chat": chat(world, world.chats[chat_key]), "message_id": message_id, "date": 0}


def file(world: World, bot: records.Bot, key: str) -> records.Json:
    """A PhotoSize, Document, Voice, Video or Audio."""
    row = world.vault[key]
    shown: records.Json = {
        "file_id": world.vault.file_id(row, bot),
        "file_unique_id": row.unique_id,
        "file_size": row.size,
    }
    if row.kind in ("photo", "video"):
        shown |= {"width": row.width, "height": row.height}
    if row.kind in ("voice", "video", "audio"):
        shown["duration"] = row.duration
    if row.kind != "photo":
        shown["mime_type"] = row.mime
    if row.name and row.kind != "voice":
        shown["file_name"] = row.name
    return shown


def _quoted(world: World, bot: records.Bot, target: records.Message) -> records.Json:
    return message(world, bot, target, is_quoted=True)
