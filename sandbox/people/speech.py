"""What a person sends from his phone: words, photos, albums, files, voice notes, pins, his number."""

import asyncio
import secrets
from dataclasses import dataclass, field
from typing import Any

from starlette import datastructures

from sandbox import bot_view, membership, pictures, posting, records, spans
from sandbox.people import seats
from sandbox.people.errors import Impossible
from sandbox.world import World

MAX_FILE = 50 * 1024 * 1024
MAX_ALBUM = 10
# Longer words are sent in several messages, as Telegram's apps do.
MAX_TEXT = 4096
# 1024 for most people, 4096 for those with Premium: the sandbox lets everybody have the harder case.
MAX_CAPTION = 4096


@dataclass(frozen=True)
class Attachment:
    """A file as it came from the person's phone."""

    name: str
    mime: str
    data: bytes


@dataclass
class Speech:
    """Everything one press of "send" carries."""

    text: str = ""
    photos: list[Attachment] = field(default_factory=list)
    documents: list[Attachment] = field(default_factory=list)
    voice: Attachment | None = None
    point: records.Json | None = None
    reply_to: int | None = None
    shares_contact: bool = False
    origin: records.Json | None = None


async def read(world: World, form: datastructures.FormData) -> Speech:
    """The speech a form describes."""
    speech = Speech(text=spans.clean(str(form.get("text") or form.get("caption") or "")))
    for name, value in form.multi_items():
        if not isinstance(value, datastructures.UploadFile):
            continue
        attached = await _receive(value)
        if name.startswith("photo") and str(form.get("files_as", "")) != "document":
            speech.photos.append(attached)
        elif name == "voice":
            speech.voice = attached
        else:
            speech.documents.append(attached)
    if form.get("latitude") or form.get("longitude"):
        speech.point = _point(form)
    speech.reply_to = _number(form.get("reply_to"))
    speech.shares_contact = str(form.get("contact", "")) in ("1", "true", "on")
    speech.origin = _origin(world, str(form.get("forwarded_from") or ""))
    return speech


async def say(world: World, who: records.Person, where: records.Chat, speech: Speech) -> list[int]:
    """The numbers of the messages that now stand in the chat."""
    _check(world, who, where, speech)
    bodies = await _media(world, speech)
    if len(bodies) > MAX_ALBUM:
        raise Impossible(400, f"一次最多发 {MAX_ALBUM} 个")
    if bodies and speech.text:
        if len(speech.text) > MAX_CAPTION:
            raise Impossible(400, f"说明最多 {MAX_CAPTION} 个字")
        bodies[0] |= {"caption": speech.text, **_found("caption_entities", speech.text)}
    bodies = bodies or _plain(who, speech)
    # The pin is a message of its own, and goes first: he stands there before he says what he sees.
    pins = [{"location": speech.point}] if speech.point else []
    if not (bodies or pins):
        raise Impossible(400, "没有内容可以发送")
    album = str(secrets.randbelow(9 * 10**16) + 10**16) if len(bodies) > 1 and not _is_text(bodies[0]) else None
    with world.store.together():
        _greet(world, who, where)
        common: dict[str, Any] = {"reply_to": speech.reply_to, "origin": speech.origin}
        sent = [posting.post(world, where, who.id, pin, **common) for pin in pins]
        sent += [posting.post(world, where, who.id, body, album=album, **common) for body in bodies]
    return [message.id for message in sent]


def reword(world: World, who: records.Person, message: records.Message, text: str) -> None:
    """The person's own message says something else."""
    if message.sender != who.id or posting.is_service(message) or message.origin:
        raise Impossible(403, "只能修改自己发的消息")
    text = spans.clean(text).strip()
    body = dict(message.body)
    if "text" in body:
        if not text:
            raise Impossible(400, "内容不能为空")
        body = {"text": text[:MAX_TEXT], **_found("entities", text[:MAX_TEXT])}
    elif {"photo", "document", "voice", "video"} & body.keys():
        body = {name: value for name, value in body.items() if not name.startswith("caption")}
        body |= {"caption": text[:MAX_CAPTION], **_found("caption_entities", text)} if text else {}
    else:
        raise Impossible(400, "这条消息不能修改")
    if body != message.body:
        posting.edit(world, message, body, markup=message.markup)


def forward(world: World, who: records.Person, message: records.Message, where: records.Chat) -> records.Message:
    """The message stands in another chat, with the name of who said it first."""
    if posting.is_service(message):
        raise Impossible(400, "这条消息不能转发")
    _greet(world, who, where)
    return posting.post(world, where, who.id, dict(message.body), origin=posting.origin_of(world, message))


def _check(world: World, who: records.Person, where: records.Chat, speech: Speech) -> None:
    if where.type == "private":
        bot = _bot_of(world, where)
        if bot.id in who.blocked:
            raise Impossible(403, "您已屏蔽机器人，先解除屏蔽")
    if where.type == "channel" and where.members[who.id] not in ("creator", "administrator"):
        raise Impossible(403, "只有管理员可以在频道里发言")
    if speech.reply_to is not None:
        seats.message(world, where, speech.reply_to)


def _greet(world: World, who: records.Person, where: records.Chat) -> None:
    if where.type == "private":
        membership.start(world, who, _bot_of(world, where))


def _bot_of(world: World, where: records.Chat) -> records.Bot:
    return next(world.bots[each] for each in where.members if each in world.bots)


async def _media(world: World, speech: Speech) -> list[records.Json]:
    bodies: list[records.Json] = []
    for each in speech.photos:
        # Decoding a big picture takes a good part of a second: not in the loop everybody shares.
        sizes = await asyncio.to_thread(pictures.render, each.data)
        if sizes is None:
            bodies.append(_document(world, each))
        else:
            bodies.append({"photo": [file.key for file in world.vault.keep_photo(sizes)]})
    bodies += [_document(world, each) for each in speech.documents]
    if speech.voice is not None:
        mime = speech.voice.mime or "audio/ogg"
        file = world.vault.keep("voice", speech.voice.data, name=speech.voice.name, mime=mime, duration=3)
        bodies.append({"voice": file.key})
    return bodies


def _plain(who: records.Person, speech: Speech) -> list[records.Json]:
    if speech.shares_contact:
        return [{"contact": {"phone_number": who.phone, "first_name": who.name, "user_id": who.id}}]
    text = speech.text.strip()
    parts = [text[start : start + MAX_TEXT].strip() for start in range(0, len(text), MAX_TEXT)]
    return [{"text": part, **_found("entities", part)} for part in parts if part]


def _document(world: World, attached: Attachment) -> records.Json:
    file = world.vault.keep("document", attached.data, name=attached.name or "file", mime=attached.mime)
    return {"document": file.key}


def _is_text(body: records.Json) -> bool:
    return "text" in body


def _found(name: str, text: str) -> records.Json:
    entities = spans.find(text)
    return {name: entities} if entities else {}


async def _receive(part: datastructures.UploadFile) -> Attachment:
    if (part.size or 0) > MAX_FILE:
        raise Impossible(413, "文件超过 50 MB，发不出去")
    return Attachment(part.filename or "", part.content_type or "", await part.read())


def _point(form: datastructures.FormData) -> records.Json:
    try:
        latitude, longitude = float(str(form.get("latitude"))), float(str(form.get("longitude")))
    except ValueError:
        raise Impossible(400, "位置要有经度和纬度") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Impossible(400, "没有这样的经纬度")
    return {"latitude": latitude, "longitude": longitude}


def _number(given: Any) -> int | None:
    if not given:
        return None
    try:
        return int(str(given))
    except ValueError:
        raise Impossible(400, "reply_to 要写消息编号") from None


def _origin(world: World, name: str) -> records.Json | None:
    if not name:
        return None
    if name.startswith("@"):
        user = bot_view.user(world, seats.account(world, name))
        return {"type": "user", "date": world.clock.stamp(), "sender_user": user}
    return {"type": "hidden_user", "date": world.clock.stamp(), "sender_user_name": name}
