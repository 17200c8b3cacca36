"""Saying, changing and taking back messages: what happens in the chat, and which bots are told."""

import re

from sandbox import bot_view, records, spans
from sandbox.world import World

# Content that is an event of the chat, not somebody's words; every bot in the chat gets it.
SERVICE = {
    "new_chat_members", "left_chat_member", "pinned_message", "migrate_to_chat_id", "migrate_from_chat_id",
    "new_chat_title", "group_chat_created",
}  # fmt: skip
# What a bot itself did comes back to it only as these (official server: need_skip_update_message).
OWN_DEEDS = {"new_chat_members", "left_chat_member", "pinned_message", "new_chat_title"}

# A phone that has not seen the last edits yet still shows, and sends, the buttons from before them.
FORMER_KEPT = 5


def post(
    world: World,
    chat: records.Chat,
    sender: int,
    body: records.Json,
    *,
    reply_to: int | None = None,
    markup: records.Json | None = None,
    album: str | None = None,
    origin: records.Json | None = None,
    silent: bool = False,
) -> records.Message:
    """The message stands in the chat, and every bot that may read it has an update."""
    with world.store.together():
        chat.last_id += 1
        message = records.Message(
            chat.key,
            chat.last_id,
            sender,
            world.clock.stamp(),
            body,
            reply_to=reply_to,
            markup=markup,
            album=album,
            origin=origin,
            silent=silent,
        )
        world.put(message)
        _tell(world, chat, message, "channel_post" if chat.type == "channel" else "message")
    return message


def edit(
    world: World,
    message: records.Message,
    body: records.Json,
    *,
    markup: records.Json | None = None,
) -> None:
    """The message says something else; bots hear of it when a person did it."""
    chat = world.chats[message.chat]
    with world.store.together():
        if body != message.body:
            message.edited = world.clock.stamp()
        if message.markup is not None and message.markup != markup:
            message.former = [*message.former, message.markup][-FORMER_KEPT:]
        message.body, message.markup = body, markup
        world.put(message)
        _tell(world, chat, message, "edited_channel_post" if chat.type == "channel" else "edited_message")


def delete(world: World, message: records.Message) -> None:
    """The message is gone for everybody; Telegram tells no bot."""
    chat = world.chats[message.chat]
    message.deleted = True
    with world.store.together():
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        world.put(message)


def origin_of(world: World, message: records.Message) -> records.Json:
    """The forward_origin of a copy: where the words were said first."""
    if message.origin:
        return message.origin
    chat = world.chats[message.chat]
    if chat.type == "channel":
        place = {"chat": bot_view.chat(world, chat), "message_id": message.id}
        return {"type": "channel", "date": message.date, **place}
    return {"type": "user", "date": message.date, "sender_user": bot_view.user(world, message.sender)}


def is_service(message: records.Message) -> bool:
    """Whether it is an event of the chat and not somebody's words."""
    return not SERVICE.isdisjoint(message.body)


def may_read(world: World, bot: records.Bot, chat: records.Chat, message: records.Message) -> bool:
    """Whether the bot is shown this message, by Telegram's privacy mode."""
    if chat.members.get(bot.id) not in ("member", "administrator", "creator"):
        return False
    if message.sender == bot.id:
        return not OWN_DEEDS.isdisjoint(message.body)
    if message.sender in world.bots and not is_service(message):
        return False
    if chat.type in ("private", "channel") or not bot.privacy or chat.members[bot.id] == "administrator":
        return True
    return is_service(message) or _is_meant_for(world, bot, chat, message)


def _is_meant_for(world: World, bot: records.Bot, chat: records.Chat, message: records.Message) -> bool:
    target = world.message(chat, message.reply_to) if message.reply_to else None
    if target is not None and target.sender == bot.id:
        return True
    text = message.body.get("text") or message.body.get("caption") or ""
    for span in message.body.get("entities") or message.body.get("caption_entities") or []:
        words = spans.cut(text, span).lower()
        if span["type"] == "mention" and words == f"@{bot.username.lower()}":
            return True
        if span["type"] == "bot_command" and re.fullmatch(rf"/\w+(@{bot.username.lower()})?", words):
            return True
    return False


def _tell(world: World, chat: records.Chat, message: records.Message, kind: str) -> None:
    for bot in world.bots.values():
        # An edit by a bot is no news to any bot; a person's always is.
        if kind.startswith("edited") and message.sender in world.bots:
            continue
        if may_read(world, bot, chat, message):
            payload = bot_view.message(world, bot, message)
            world.queues[bot.id].offer(kind, payload, lane=f"chat/{chat.key}")
