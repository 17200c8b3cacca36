"""Saying again what was said: copyMessage(s), forwardMessage(s)."""

from sandbox import bot_view, posting, records
from sandbox.bot_api import errors, messages, targets, texts
from sandbox.bot_api.registry import Call, method


@method("copyMessage")
def copy_message(call: Call) -> records.Json:
    """The same content as the bot's own message, with a new caption if one is given."""
    chat = targets.writable_chat(call)
    source = _source(call, call.params.integer("message_id"), "copy")
    if source is None:
        raise errors.bad_request("message to copy not found")
    body = dict(source.body)
    if "caption" in call.params and "text" not in body:
        body = {name: value for name, value in body.items() if not name.startswith("caption")}
        body |= texts.read_caption(call.params)
    return {"message_id": messages.say(call, chat, body)["message_id"]}


@method("forwardMessage")
def forward_message(call: Call) -> records.Json:
    """The message with the name of who said it."""
    chat = targets.writable_chat(call)
    source = _source(call, call.params.integer("message_id"), "forward")
    if source is None:
        raise errors.bad_request("message to forward not found")
    return bot_view.message(call.world, call.bot, _forward(call, chat, source))


@method("copyMessages")
def copy_messages(call: Call) -> list[records.Json]:
    """Several at once; those that are gone are skipped."""
    chat = targets.writable_chat(call)
    found = [_source(call, number, "copy") for number in sorted(call.params.numbers("message_ids"))]
    bodies = [each.body | messages.protection(call) for each in found if each]
    copies = [posting.post(call.world, chat, call.bot.id, body, silent=messages.is_silent(call)) for body in bodies]
    return [{"message_id": message.id} for message in copies]


@method("forwardMessages")
def forward_messages(call: Call) -> list[records.Json]:
    """Several at once; those that are gone are skipped."""
    chat = targets.writable_chat(call)
    found = [_source(call, number, "forward") for number in sorted(call.params.numbers("message_ids"))]
    return [{"message_id": _forward(call, chat, each).id} for each in found if each]


def _forward(call: Call, chat: records.Chat, source: records.Message) -> records.Message:
    body = source.body | messages.protection(call)
    origin = posting.origin_of(call.world, source)
    return posting.post(call.world, chat, call.bot.id, body, origin=origin, silent=messages.is_silent(call))


def _source(call: Call, number: int, verb: str) -> records.Message | None:
    chat = targets.readable_chat(call, "from_chat_id")
    message = call.world.message(chat, number)
    if message is not None and (posting.is_service(message) or "has_protected_content" in message.body):
        raise errors.bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return message
