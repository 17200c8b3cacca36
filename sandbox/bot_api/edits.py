"""Changing and taking back messages: editMessage*, deleteMessage, deleteMessages."""

from sandbox import bot_view, posting, records
from sandbox.bot_api import errors, markup, media, targets, texts
from sandbox.bot_api.registry import Call, method

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
# After two days a message can no longer be taken back (Bot API), in seconds.
DELETE_WITHIN = 48 * 3600
CAPTIONED = {"photo", "document", "voice", "video", "audio"}


@method("editMessageText")
def edit_message_text(call: Call) -> records.Json:
    """Other words in a message of words."""
    message = targets.own_message(call)
    if "text" not in message.body:
        raise errors.bad_request("there is no text in the message to edit")
    return _change(call, message, texts.read_text(call.params))


@method("editMessageCaption")
def edit_message_caption(call: Call) -> records.Json:
    """Other words under a photo or file."""
    message = targets.own_message(call)
    if not CAPTIONED & message.body.keys():
        raise errors.bad_request("there is no caption in the message to edit")
    media_only = {name: value for name, value in message.body.items() if name in CAPTIONED}
    return _change(call, message, media_only | texts.read_caption(call.params))


@method("editMessageMedia")
async def edit_message_media(call: Call) -> records.Json:
    """Another photo or file; a message of words may get one too."""
    message = targets.own_message(call)
    if "text" not in message.body and not CAPTIONED & message.body.keys():
        raise errors.bad_request("message can't be edited")
    body = await media.read_input_media(call, call.params.parsed("media"))
    return _change(call, message, body)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> records.Json:
    """Other buttons, or none."""
    message = targets.own_message(call)
    return _change(call, message, message.body)


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Takes a message back for everybody."""
    chat = targets.readable_chat(call)
    number = call.params.integer("message_id")
    if number <= 0:
        raise errors.bad_request("message identifier is not specified")
    message = call.world.message(chat, number)
    if message is None:
        raise errors.bad_request("message to delete not found")
    _check_deletable(call, chat, message)
    posting.delete(call.world, message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Takes several back; those that are gone already do not matter."""
    chat = targets.readable_chat(call)
    found = [call.world.message(chat, number) for number in call.params.numbers("message_ids")]
    for message in filter(None, found):
        _check_deletable(call, chat, message)
        posting.delete(call.world, message)
    return True


def _change(call: Call, message: records.Message, body: records.Json) -> records.Json:
    buttons = markup.read_inline(call, call.world.chats[message.chat])
    if "has_protected_content" in message.body:
        body = body | {"has_protected_content": True}
    if body == message.body and buttons == message.markup:
        raise errors.bad_request(NOT_MODIFIED)
    posting.edit(call.world, message, body, markup=buttons)
    return bot_view.message(call.world, call.bot, message)


def _check_deletable(call: Call, chat: records.Chat, message: records.Message) -> None:
    if message.sender != call.bot.id and chat.type != "private" and not targets.is_admin(call, chat):
        raise errors.bad_request("message can't be deleted")
    # An administrator may delete in a group whatever its age.
    is_old = call.world.clock.stamp() - message.date > DELETE_WITHIN
    if is_old and not (chat.type != "private" and targets.is_admin(call, chat)):
        raise errors.bad_request("message can't be deleted for everyone")
