"""Sending words, places and cards of people: sendMessage, sendLocation, sendContact, sendVenue, sendChatAction."""

from typing import Any

from sandbox import bot_view, posting, records
from sandbox.bot_api import errors, markup, targets, texts
from sandbox.bot_api.registry import Call, method

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


def say(call: Call, chat: records.Chat, body: records.Json, **more: Any) -> records.Json:
    """The bot's message stands in the chat with the reply and the buttons the call asks for; answers it."""
    if call.params.integer("message_thread_id"):
        raise errors.bad_request("message thread not found")
    reply_to = targets.reply_target(call, chat)
    buttons = markup.read(call, chat)
    body = body | protection(call)
    message = posting.post(
        call.world, chat, call.bot.id, body, reply_to=reply_to, markup=buttons, silent=is_silent(call), **more
    )
    return bot_view.message(call.world, call.bot, message)


def protection(call: Call) -> records.Json:
    """What marks a message that may be neither copied nor forwarded, if the call asks for it."""
    return {"has_protected_content": True} if call.params.is_true("protect_content") else {}


def is_silent(call: Call) -> bool:
    """Whether the call asks that no phone rings."""
    return call.params.is_true("disable_notification")


@method("sendMessage")
def send_message(call: Call) -> records.Json:
    """Says something."""
    chat = targets.writable_chat(call)
    return say(call, chat, texts.read_text(call.params))


@method("sendLocation")
def send_location(call: Call) -> records.Json:
    """Drops a pin."""
    chat = targets.writable_chat(call)
    return say(call, chat, {"location": _read_point(call)})


@method("sendVenue")
def send_venue(call: Call) -> records.Json:
    """Drops a pin with a name and an address."""
    chat = targets.writable_chat(call)
    point = _read_point(call)
    title, address = call.params.text("title"), call.params.text("address")
    if not title:
        raise errors.bad_request("title must be non-empty")
    names = ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
    known = {name: call.params.text(name) for name in names if name in call.params}
    venue = {"location": point, "title": title, "address": address, **known}
    return say(call, chat, {"location": point, "venue": venue})


@method("sendContact")
def send_contact(call: Call) -> records.Json:
    """Shows somebody's number."""
    chat = targets.writable_chat(call)
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.params.text(name) for name in names if call.params.text(name)}
    if not contact.get("phone_number"):
        raise errors.bad_request("phone number must be non-empty")
    if not contact.get("first_name"):
        raise errors.bad_request("first name must be non-empty")
    return say(call, chat, {"contact": contact})


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Shows that the bot is busy; the sandbox shows nothing."""
    targets.writable_chat(call)
    if call.params.text("action").lower() not in ACTIONS:
        raise errors.bad_request("wrong parameter action in request")
    return True


def _read_point(call: Call) -> records.Json:
    latitude, longitude = call.params.number("latitude"), call.params.number("longitude")
    if latitude is None or not -90 <= latitude <= 90:
        raise errors.bad_request("latitude must be in the range from -90 to 90 degrees")
    if longitude is None or not -180 <= longitude <= 180:
        raise errors.bad_request("longitude must be in the range from -180 to 180 degrees")
    return {"latitude": latitude, "longitude": longitude}
