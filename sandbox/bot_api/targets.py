"""Which chat and which message a call means, and whether this bot may use them."""

from sandbox import membership, records
from sandbox.bot_api import errors
from sandbox.bot_api.params import Params
from sandbox.bot_api.registry import Call


def find_chat(call: Call, name: str = "chat_id") -> records.Chat:
    """The chat meant, which the bot need not be in; refuses when there is none."""
    wanted = call.params.text(name).strip()
    if not wanted:
        raise errors.bad_request("chat_id is empty")
    chat = _by_username(call, wanted) if wanted.startswith("@") else _by_number(call, wanted)
    if chat is None:
        raise errors.bad_request("chat not found")
    if chat.moved_to:
        text = "group chat was upgraded to a supergroup chat"
        raise errors.bad_request(text, migrate_to_chat_id=chat.moved_to)
    return chat


def readable_chat(call: Call, name: str = "chat_id") -> records.Chat:
    """The chat meant; refuses when the bot is not in it."""
    chat = find_chat(call, name)
    status = chat.members.get(call.bot.id)
    if status is None:
        raise errors.bad_request("chat not found")
    kind = f"{chat.type} chat"
    if status == "kicked":
        raise errors.forbidden(f"bot was kicked from the {kind}")
    if not membership.is_member(chat, call.bot.id):
        raise errors.forbidden(f"bot is not a member of the {kind}")
    return chat


def writable_chat(call: Call, name: str = "chat_id") -> records.Chat:
    """The chat meant; refuses when the bot may not write there, now or so often."""
    chat = readable_chat(call, name)
    if chat.type == "private":
        person = call.world.people[chat.id]
        if call.bot.id in person.blocked:
            raise errors.forbidden("bot was blocked by the user")
        if call.bot.id not in person.started:
            raise errors.forbidden("bot can't initiate conversation with a user")
    if chat.type == "channel" and not is_admin(call, chat):
        raise errors.bad_request("need administrator rights in the channel chat")
    if chat.members[call.bot.id] == "restricted":
        raise errors.bad_request("not enough rights to send text messages to the chat")
    slow_down(call, chat)
    return chat


def slow_down(call: Call, chat: records.Chat) -> None:
    """Refuses with 429 when the flood limits are on and the bot is over them."""
    seconds = call.world.floods.seconds_to_wait(call.bot.id, chat.key, chat.type)
    if seconds:
        raise errors.too_many_requests(seconds)


def is_admin(call: Call, chat: records.Chat) -> bool:
    """Whether the bot has an administrator's rights in the chat."""
    return chat.members.get(call.bot.id) in ("administrator", "creator")


def reply_target(call: Call, chat: records.Chat) -> int | None:
    """The number of the message replied to, None for no reply; refuses when it is gone."""
    given = call.params.parsed("reply_parameters") or {}
    if not isinstance(given, dict):
        raise errors.bad_request("object expected as reply parameters")
    number = Params(given).integer("message_id") or call.params.integer("reply_to_message_id")
    if number == 0:
        return None
    if call.world.message(chat, number) is not None:
        return number
    if given.get("allow_sending_without_reply") or call.params.is_true("allow_sending_without_reply"):
        return None
    raise errors.bad_request("message to be replied not found")


def own_message(call: Call) -> records.Message:
    """The bot's own message that is to be edited; refuses another's and one that is gone."""
    if "inline_message_id" in call.params:
        raise errors.bad_request("MESSAGE_ID_INVALID")
    chat = readable_chat(call)
    number = call.params.integer("message_id")
    if number <= 0:
        raise errors.bad_request("message identifier is not specified")
    message = call.world.message(chat, number)
    if message is None:
        raise errors.bad_request("message to edit not found")
    if message.sender != call.bot.id or message.origin:
        raise errors.bad_request("message can't be edited")
    slow_down(call, chat)
    return message


def _by_username(call: Call, wanted: str) -> records.Chat | None:
    name = wanted[1:].lower()
    return next((chat for chat in call.world.chats.values() if name and chat.username.lower() == name), None)


def _by_number(call: Call, wanted: str) -> records.Chat | None:
    try:
        number = int(wanted)
    except ValueError:
        return None
    if number in call.world.people:
        return call.world.private(call.world.people[number], call.bot)
    return call.world.chats.get(str(number))
