"""What a bot puts on a message: pins and reactions."""

from sandbox import posting, records
from sandbox.bot_api import errors, targets
from sandbox.bot_api.registry import Call, method

# The reactions a bot may give (Bot API, ReactionTypeEmoji).
EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾"
    " 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
ALLOWED = set(EMOJI.split())


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Puts a message on top; the chat says so unless asked to be quiet."""
    chat = _pinnable(call)
    message = call.world.message(chat, call.params.integer("message_id"))
    if message is None:
        raise errors.bad_request("message to pin not found")
    if posting.is_service(message):
        raise errors.bad_request("message can't be pinned")
    if message.id in chat.pinned:
        return True
    with call.world.store.together():
        chat.pinned.append(message.id)
        call.world.touch(chat)
        if chat.type != "private" or not call.params.is_true("disable_notification"):
            posting.post(call.world, chat, call.bot.id, {"pinned_message": message.id})
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """Takes a message off the top, without a number the newest."""
    chat = _pinnable(call)
    number = call.params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise errors.bad_request("message to unpin not found")
    chat.pinned.remove(number)
    call.world.touch(chat)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    """Nothing is on top any more."""
    chat = _pinnable(call)
    chat.pinned.clear()
    call.world.touch(chat)
    return True


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """Puts a reaction on a message, or takes the bot's own away."""
    chat = targets.readable_chat(call)
    message = call.world.message(chat, call.params.integer("message_id"))
    if message is None:
        raise errors.bad_request("message to react not found")
    given = call.params.objects("reaction")
    if len(given) > 1:
        raise errors.bad_request("REACTIONS_TOO_MANY")
    if any(each.get("type") != "emoji" or each.get("emoji") not in ALLOWED for each in given):
        raise errors.bad_request("REACTION_INVALID")
    message.reactions[str(call.bot.id)] = given
    call.world.put(message)
    return True


def _pinnable(call: Call) -> records.Chat:
    chat = targets.readable_chat(call)
    if chat.type != "private" and not targets.is_admin(call, chat):
        raise errors.bad_request("not enough rights to manage pinned messages in the chat")
    return chat
