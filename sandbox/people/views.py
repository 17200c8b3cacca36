"""The chat as one person sees it on his phone."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from sandbox import posting, records, spans
from sandbox.world import World

Json = records.Json


def message(world: World, viewer: records.Person, row: records.Message) -> Json:
    """One message as this viewer sees it now; of a deleted one only that it was."""
    sender = world.account(row.sender)
    shown: Json = {
        "id": row.id,
        "from": sender.username,
        "name": sender.name,
        "is_bot": sender.id in world.bots,
        "date": datetime.fromtimestamp(row.date, UTC).isoformat(),
        "text": None,
        "caption": None,
        "entities": [],
        "photos": [],
        "document": None,
        "voice": None,
        "location": None,
        "contact": None,
        "service": None,
        "buttons": [],
        "keyboard": [],
        "force_reply": False,
        "reply_to": row.reply_to,
        "album": row.album,
        "forwarded_from": _origin(row.origin),
        "reactions": [each["emoji"] for given in row.reactions.values() for each in given if "emoji" in each],
        "silent": row.silent,
        "edited": row.edited is not None,
        "deleted": row.deleted,
    }
    return shown if row.deleted else shown | _content(world, row) | _markup(world, viewer, row)


def keyboard(world: World, viewer: records.Person, where: records.Chat) -> list[list[Json]]:
    """The reply keyboard under this viewer's text field now; empty when there is none."""
    for row in reversed(list(world.messages.get(where.key, {}).values())):
        markup = row.markup or {}
        if row.deleted or not ({"keyboard", "remove_keyboard"} & markup.keys()) or not _is_for(world, viewer, row):
            continue
        return [[_key(each) for each in line] for line in markup.get("keyboard", [])]
    return []


def file_url(file: records.File) -> str:
    """Where people's browsers find the file."""
    name = quote(file.name or file.path.rpartition("/")[2])
    return f"/world/files/{file.key}/{name}"


def _content(world: World, row: records.Message) -> Json:
    body = row.body
    shown: Json = {
        "text": body.get("text"),
        "caption": body.get("caption"),
        "entities": body.get("entities") or body.get("caption_entities") or [],
        "location": body.get("location"),
        "contact": body.get("contact"),
    }
    if "photo" in body:
        shown["photos"] = [file_url(world.vault[body["photo"][-1]])]
    for kind in ("document", "video", "audio"):
        if kind in body:
            file = world.vault[body[kind]]
            name = file.name or file.path.rpartition("/")[2]
            shown["document"] = {"name": name, "url": file_url(file), "mime": file.mime, "size": file.size}
    if "voice" in body:
        file = world.vault[body["voice"]]
        shown["voice"] = {"url": file_url(file), "duration": file.duration}
    if "venue" in body:
        shown["location"] = body["location"] | {"title": body["venue"]["title"], "address": body["venue"]["address"]}
    if posting.is_service(row):
        shown["service"] = _service(world, row)
    return shown


def _service(world: World, row: records.Message) -> str:
    who = world.account(row.sender).name
    body = row.body
    if "new_chat_members" in body:
        names = "、".join(world.account(each).name for each in body["new_chat_members"])
        return f"{names} 加入了群聊" if body["new_chat_members"] == [row.sender] else f"{who} 邀请 {names} 加入了群聊"
    if "left_chat_member" in body:
        name = world.account(body["left_chat_member"]).name
        return f"{name} 退出了群聊" if body["left_chat_member"] == row.sender else f"{who} 将 {name} 移出了群聊"
    if "pinned_message" in body:
        return f"{who} 置顶了一条消息"
    return "本群已升级"


def _markup(world: World, viewer: records.Person, row: records.Message) -> Json:
    markup = row.markup or {}
    if "inline_keyboard" in markup:
        return {"buttons": [[_button(each) for each in line] for line in markup["inline_keyboard"]]}
    if "keyboard" in markup and _is_for(world, viewer, row):
        return {"keyboard": [[_key(each)["text"] for each in line] for line in markup["keyboard"]]}
    return {"force_reply": bool(markup.get("force_reply")) and _is_for(world, viewer, row)}


def _button(given: Json) -> Json:
    button = {"text": given["text"], "data": given.get("callback_data")}
    return button | ({"url": given["url"]} if given.get("url") else {})


def _key(given: Any) -> Json:
    if isinstance(given, str):
        return {"text": given, "request": None}
    asks = "location" if given.get("request_location") else "contact" if given.get("request_contact") else None
    return {"text": given["text"], "request": asks}


def _is_for(world: World, viewer: records.Person, row: records.Message) -> bool:
    """A selective keyboard is for those mentioned in the text and for the one who is answered."""
    markup = row.markup or {}
    if not markup.get("selective"):
        return True
    where = world.chats[row.chat]
    target = world.message(where, row.reply_to) if row.reply_to else None
    if target is not None and target.sender == viewer.id:
        return True
    text = row.body.get("text") or row.body.get("caption") or ""
    for span in row.body.get("entities") or row.body.get("caption_entities") or []:
        if span["type"] == "mention" and spans.cut(text, span).lower() == f"@{viewer.username.lower()}":
            return True
        if span["type"] == "text_mention" and span["user"]["id"] == viewer.id:
            return True
    return False


def _origin(origin: Json | None) -> str | None:
    if origin is None:
        return None
    if origin["type"] == "hidden_user":
        return str(origin["sender_user_name"])
    if origin["type"] == "user":
        return str(origin["sender_user"]["first_name"])
    return str(origin["chat"]["title"])
