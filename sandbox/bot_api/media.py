"""Sending files: photos, documents, voice notes, video, music and albums, uploaded or by file_id."""

import asyncio
import dataclasses
import secrets
from typing import Any

from sandbox import bot_view, pictures, posting, records, vault
from sandbox.bot_api import errors, messages, targets, texts
from sandbox.bot_api.params import Upload
from sandbox.bot_api.registry import Call, method

MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_ALBUM = 10
# How a photo is to be shown: what the call asks for, and what the message then says.
LOOKS = {"has_spoiler": "has_media_spoiler", "show_caption_above_media": "show_caption_above_media"}
JPEG = b"\xff\xd8\xff"
WRONG_ID = "wrong file identifier/HTTP URL specified"
# Only these share an album with one another.
MIXABLE = {"photo", "video"}


@method("sendPhoto")
async def send_photo(call: Call) -> records.Json:
    """Shows a photo."""
    return await _send(call, "photo")


@method("sendDocument")
async def send_document(call: Call) -> records.Json:
    """Sends a file as it is."""
    return await _send(call, "document")


@method("sendVoice")
async def send_voice(call: Call) -> records.Json:
    """Sends a voice note."""
    return await _send(call, "voice")


@method("sendVideo")
async def send_video(call: Call) -> records.Json:
    """Sends a video."""
    return await _send(call, "video")


@method("sendAudio")
async def send_audio(call: Call) -> records.Json:
    """Sends a piece of music."""
    return await _send(call, "audio")


@method("sendMediaGroup")
async def send_media_group(call: Call) -> list[records.Json]:
    """Sends an album: several messages with one media_group_id."""
    chat = targets.writable_chat(call)
    items = call.params.parsed("media")
    if not isinstance(items, list) or not items:
        raise errors.bad_request("there are no messages to send")
    if len(items) > MAX_ALBUM:
        raise errors.bad_request("too many messages to send as an album")
    _check_mix(items)
    bodies = [await read_input_media(call, item) | messages.protection(call) for item in items]
    reply_to = targets.reply_target(call, chat)
    album = str(secrets.randbelow(9 * 10**16) + 10**16) if len(bodies) > 1 else None
    more: dict[str, Any] = {"reply_to": reply_to, "album": album, "silent": messages.is_silent(call)}
    with call.world.store.together():
        sent = [posting.post(call.world, chat, call.bot.id, body, **more) for body in bodies]
    return [bot_view.message(call.world, call.bot, message) for message in sent]


@method("getFile")
def get_file(call: Call) -> records.Json:
    """Tells where a file can be fetched."""
    wanted = call.params.text("file_id")
    if not wanted:
        raise errors.bad_request("file_id not specified")
    try:
        file = call.world.vault.by_id(wanted, call.bot)
    except vault.WrongFileId:
        raise errors.bad_request("wrong file_id or the file is temporarily unavailable") from None
    if file.size > MAX_DOWNLOAD:
        raise errors.bad_request("file is too big")
    return {
        "file_id": wanted,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }


async def read_input_media(call: Call, item: Any) -> records.Json:
    """The content an InputMedia describes: file and caption."""
    if not isinstance(item, dict):
        raise errors.bad_request("can't parse InputMedia: expected an Object")
    kind = str(item.get("type", ""))
    if kind not in ("photo", "document", "video", "audio"):
        raise errors.bad_request(f"can't parse InputMedia: type '{kind}' is unsupported")
    source = str(item.get("media", ""))
    if not source:
        raise errors.bad_request("can't parse InputMedia: media not found")
    body = await read_file(call, kind, source)
    caption, mode = str(item.get("caption") or ""), str(item.get("parse_mode") or "")
    body |= {shown: True for asked, shown in LOOKS.items() if item.get(asked)}
    return body | texts.caption(caption, mode, item.get("caption_entities"))


async def read_file(call: Call, kind: str, source: str) -> records.Json:
    """The content with the file uploaded or named by file_id."""
    upload = call.params.upload(source)
    if upload is not None:
        return await _keep(call, kind, upload)
    if source.startswith("attach://"):
        raise errors.bad_request("wrong file identifier/HTTP URL specified")
    if source.startswith(("http://", "https://")):
        # The sandbox has no network behind it.
        raise errors.bad_request("failed to get HTTP URL content")
    try:
        file = call.world.vault.by_id(source, call.bot)
    except vault.WrongFileId:
        raise errors.bad_request(WRONG_ID) from None
    if file.kind != kind:
        raise errors.bad_request(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return {"photo": file.sizes} if kind == "photo" else {kind: file.key}


async def _send(call: Call, kind: str) -> records.Json:
    chat = targets.writable_chat(call)
    if kind not in call.params:
        raise errors.bad_request(f"there is no {kind} in the request")
    source = f"attach://{kind}" if kind in call.params.uploads else call.params.text(kind)
    body = await read_file(call, kind, source)
    body |= {shown: True for asked, shown in LOOKS.items() if call.params.is_true(asked)}
    return messages.say(call, chat, body | texts.read_caption(call.params))


async def _keep(call: Call, kind: str, upload: Upload) -> records.Json:
    if not upload.data:
        raise errors.bad_request("file must be non-empty")
    if kind == "photo":
        return {"photo": await _keep_photo(call, upload)}
    duration = call.params.integer("duration")
    name = upload.name or kind
    file = call.world.vault.keep(kind, upload.data, name=name, mime=upload.mime, duration=duration)
    return {kind: file.key}


async def _keep_photo(call: Call, upload: Upload) -> list[str]:
    size = len(upload.data)
    if size > MAX_PHOTO:
        limit = f"the maximum size is {MAX_PHOTO} bytes"
        raise errors.bad_request(f"file of size {size} bytes is too big for a photo; {limit}")
    sizes = await asyncio.to_thread(pictures.render, upload.data)
    if sizes is None:
        raise errors.bad_request("IMAGE_PROCESS_FAILED")
    if upload.data.startswith(JPEG) and max(sizes[-1].width, sizes[-1].height) < pictures.SIDES[-1]:
        # Telegram keeps a bot's JPEG as it came: whoever forgot to strip its metadata can see so here.
        sizes[-1] = dataclasses.replace(sizes[-1], data=upload.data)
    return [file.key for file in call.world.vault.keep_photo(sizes)]


def _check_mix(items: list[Any]) -> None:
    kinds = {str(item.get("type")) for item in items if isinstance(item, dict)}
    if kinds & {"animation", "voice", "sticker", "video_note"}:
        raise errors.bad_request("can't use the media of the specified type in the album")
    if len(kinds) > 1 and not kinds <= MIXABLE:
        raise errors.bad_request("document can't be mixed with other media types")
