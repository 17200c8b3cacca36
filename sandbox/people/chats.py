"""/world/chats: reading, saying, pressing, changing and taking back, coming and going."""

import asyncio
from typing import Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from sandbox import membership, posting, presses, records
from sandbox.people import seats, speech, views
from sandbox.people.errors import Impossible
from sandbox.world import World

MAX_WAIT = 60.0


class Deed(BaseModel):
    """Somebody does something to a message."""

    who: str = Field(alias="from")
    message_id: int


class Rewording(Deed):
    """New words for a message."""

    text: str | None = None
    caption: str | None = None


class Forwarding(Deed):
    """A message passed on to another chat, named as in a path."""

    to: str


class Pressing(Deed):
    """A press of a button, by its label or its callback data.

    `forge` sends data that is under no button, `inaccessible` presses as under a card too old for Telegram to show.
    """

    button: str
    timeout: float = 15.0
    forge: bool = False
    inaccessible: bool = False


class Moving(BaseModel):
    """People, or the bot, coming and going; `by` is who adds or removes them, without it they do so themselves."""

    add: list[str] = []
    remove: list[str] = []
    by: str | None = None


def make_router(world: World) -> APIRouter:
    """The routes of the chats of this world."""
    router = APIRouter(prefix="/world/chats/{chat}")

    @router.get("/messages")
    async def read(
        chat: str,
        viewer: str,
        after: int = 0,
        version: int | None = None,
        wait: float = Query(0.0, ge=0),
    ) -> records.Json:
        """The messages as the viewer sees them; with `version` and `wait` once something is newer than that."""
        who = seats.person(world, viewer)
        where = seats.chat(world, chat, who)
        if version is not None:
            await _wait_for_news(world, where, version, min(wait, MAX_WAIT))
        rows = [row for row in world.messages.get(where.key, {}).values() if row.id > after]
        shown = [views.message(world, who, row) for row in rows]
        keyboard = views.keyboard(world, who, where)
        return {"messages": shown, "version": where.version, "keyboard": keyboard, "pinned": where.pinned}

    @router.post("/send")
    async def send(chat: str, request: Request) -> records.Json:
        """Somebody sends something; see README.md for the fields of the form."""
        async with request.form(max_part_size=speech.MAX_FILE) as form:
            who = seats.person(world, str(form.get("from") or ""))
            where = seats.chat(world, chat, who)
            said = await speech.read(world, form)
        return {"message_ids": await speech.say(world, who, where, said)}

    @router.post("/press")
    async def press(chat: str, pressing: Pressing) -> records.Json:
        """Somebody presses a button and waits for the bot's answer."""
        return await _press(world, chat, pressing)

    _add_changes(router, world)
    return router


def _add_changes(router: APIRouter, world: World) -> None:
    @router.post("/edit")
    async def edit(chat: str, wording: Rewording) -> records.Json:
        """Somebody changes his message."""
        who, _, message = _find(world, chat, wording)
        text = wording.text if wording.text is not None else wording.caption
        speech.reword(world, who, message, text or "")
        return {"ok": True}

    @router.post("/delete")
    async def delete(chat: str, deed: Deed) -> records.Json:
        """Somebody takes a message back: his own, any in a private chat, any as the group's owner."""
        who, where, message = _find(world, chat, deed)
        is_boss = where.members.get(who.id) in ("creator", "administrator")
        if message.sender != who.id and where.type != "private" and not is_boss:
            raise Impossible(403, "只能撤回自己发的消息")
        posting.delete(world, message)
        return {"ok": True}

    @router.post("/forward")
    async def forward(chat: str, forwarding: Forwarding) -> records.Json:
        """Somebody passes a message on."""
        who, _, message = _find(world, chat, forwarding)
        where = seats.chat(world, forwarding.to, who)
        return {"message_ids": [speech.forward(world, who, message, where).id]}

    @router.post("/members")
    async def move(chat: str, moving: Moving) -> records.Json:
        """People come and go."""
        where = seats.group(world, chat)
        by = seats.account(world, moving.by) if moving.by else None
        added = [seats.account(world, name) for name in moving.add]
        removed = [seats.account(world, name) for name in moving.remove]
        _move(world, where, added, removed, by)
        return {"ok": True}

    @router.post("/upgrade")
    async def upgrade(chat: str) -> records.Json:
        """The group becomes a supergroup with another id."""
        return {"id": membership.upgrade(world, seats.group(world, chat)).id}


def _find(world: World, chat: str, deed: Deed) -> tuple[records.Person, records.Chat, records.Message]:
    who = seats.person(world, deed.who)
    where = seats.chat(world, chat, who)
    return who, where, seats.message(world, where, deed.message_id)


async def _wait_for_news(world: World, where: records.Chat, version: int, seconds: float) -> None:
    ends = asyncio.get_running_loop().time() + seconds
    while where.version <= version and not world.is_closed:
        left = ends - asyncio.get_running_loop().time()
        if left <= 0 or not await world.bells.wait(f"chat/{where.key}", left):
            return


async def _press(world: World, chat: str, pressing: Pressing) -> records.Json:
    who, where, message = _find(world, chat, pressing)
    bot = world.bots.get(message.sender)
    button = _button(message, pressing.button)
    if bot is None or (button is None and not pressing.forge):
        raise Impossible(404, f"这条消息没有“{pressing.button}”这个按钮")
    if button is not None and button.get("url"):
        return {"toast": None, "alert": False, "answered": True, "url": button["url"]}
    data = pressing.button if button is None else str(button.get("callback_data", ""))
    row = presses.press(world, who, where, bot, message.id, data, is_accessible=not pressing.inaccessible)
    await presses.wait(world, row, min(pressing.timeout, MAX_WAIT))
    return {"toast": row.toast, "alert": row.alert, "answered": row.answered, "url": row.url}


def _button(message: records.Message, wanted: str) -> records.Json | None:
    """The button as it is now, or as a phone that lags behind the edits still shows it."""
    markups = [message.markup or {}, *reversed(message.former)]
    rows: list[list[Any]] = [row for markup in markups for row in markup.get("inline_keyboard", [])]
    buttons = [button for row in rows for button in row]
    by_label = (each for each in buttons if each["text"] == wanted)
    by_data = (each for each in buttons if each.get("callback_data") == wanted)
    return next(by_label, None) or next(by_data, None)


def _move(world: World, where: records.Chat, added: list[int], removed: list[int], by: int | None) -> None:
    owner = next((user for user, status in where.members.items() if status == "creator"), None)
    for user in added:
        # The bot cannot come by itself: somebody invites it.
        host = by or (owner if user in world.bots else None) or user
        membership.join(world, where, [user], by=host)
    for user in removed:
        host = by or (owner if user in world.bots else None) or user
        membership.leave(world, where, user, by=host)
