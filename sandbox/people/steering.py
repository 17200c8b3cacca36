"""/world: who there is, new people and groups, the weather, the clock, and the record of calls."""

import dataclasses
import re
from datetime import timedelta
from typing import Any, Literal

from fastapi import APIRouter
from fastapi.responses import FileResponse
from pydantic import AwareDatetime, BaseModel, Field

from sandbox import faults, membership, records
from sandbox.people import seats
from sandbox.people.errors import Impossible
from sandbox.world import World

UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class NewPerson(BaseModel):
    """Somebody moves to the street."""

    username: str
    name: str
    trade: str = ""


class NewChat(BaseModel):
    """A group, supergroup or channel with these members; the first one owns it, the bot is in it as administrator."""

    type: Literal["group", "supergroup", "channel"] = "supergroup"
    title: str
    members: list[str] = []
    username: str = ""
    bot_admin: bool = True


class Blocking(BaseModel):
    """Somebody blocks the bot or lets it in again."""

    who: str = Field(alias="from")
    blocked: bool = True


class NewFault(BaseModel):
    """Bad weather, see faults.Fault."""

    method: str = "*"
    status: int | None = None
    description: str | None = None
    retry_after: int | None = None
    times: int = 1
    delay: float = Field(0.0, ge=0)
    drop: Literal["before", "after"] | None = None
    html: bool = False


class Switch(BaseModel):
    """On or off."""

    on: bool


class Moment(BaseModel):
    """A time with its zone, or a step ahead such as "30m", "2h" or "1d"."""

    now: AwareDatetime | None = None
    advance: str = ""


def make_router(world: World, demo: records.Json | None) -> APIRouter:
    """The routes that look at and steer this world."""
    router = APIRouter(prefix="/world")

    @router.get("")
    async def look() -> records.Json:
        """Everybody and every chat but the private ones."""
        return _overview(world) | ({"demo": demo} if demo else {})

    @router.post("/people")
    async def add_person(new: NewPerson) -> records.Json:
        """Somebody new, or the one there is."""
        return _person(world.add_person(new.username, new.name, new.trade))

    @router.post("/chats")
    async def add_chat(new: NewChat) -> records.Json:
        """A new group, or the one there is."""
        for name in new.members:
            seats.person(world, name)
        chat = world.add_group(new.title, new.members, bot_admin=new.bot_admin, type=new.type, username=new.username)
        return _chat(world, chat)

    @router.post("/block")
    async def block(blocking: Blocking) -> records.Json:
        """Somebody blocks the bot or lets it in again."""
        change = membership.block if blocking.blocked else membership.unblock
        change(world, seats.person(world, blocking.who), world.bot)
        return {"ok": True}

    @router.post("/limits")
    async def limit(switch: Switch) -> records.Json:
        """Telegram's flood limits on or off."""
        world.floods.is_on = switch.on
        return {"on": switch.on}

    @router.post("/clock")
    async def move_clock(moment: Moment) -> records.Json:
        """The sandbox's clock reads this and ticks on."""
        world.move_clock(moment.now or world.clock.now() + _step(moment.advance))
        return {"now": world.clock.now().isoformat()}

    _add_proofs(router, world)
    return router


def _add_proofs(router: APIRouter, world: World) -> None:
    @router.get("/faults")
    async def list_faults() -> records.Json:
        """What is still to go wrong."""
        return {"faults": [dataclasses.asdict(each) for each in world.faults.listed()]}

    @router.post("/faults")
    async def order(fault: NewFault) -> records.Json:
        """The next calls go wrong."""
        world.faults.add(faults.Fault(**fault.model_dump()))
        return {"ok": True}

    @router.delete("/faults")
    async def clear() -> records.Json:
        """Nothing goes wrong any more."""
        world.faults.clear()
        return {"ok": True}

    @router.get("/calls")
    async def list_calls(after: int = 0) -> records.Json:
        """What the bot called, and what came of it."""
        return {"calls": [dataclasses.asdict(call) for call in world.journal.after(after)]}

    @router.get("/files/{key}/{name}")
    async def download(key: str, name: str) -> FileResponse:
        """A picture or file as people's phones load it."""
        file = world.vault.find(key)
        if file is None:
            raise Impossible(404, "没有这个文件")
        # A document is never run in the page's origin, whatever somebody sent: only pictures and sound are shown.
        shown = file.mime if file.mime.startswith(("image/jpeg", "image/png", "audio/")) else "application/octet-stream"
        return FileResponse(world.vault.location(file), media_type=shown, headers={"cache-control": "max-age=86400"})


def _overview(world: World) -> dict[str, Any]:
    chats = [chat for chat in world.chats.values() if chat.type != "private" and not chat.moved_to]
    return {
        "people": [_person(person) for person in world.people.values()],
        "chats": [_chat(world, chat) for chat in chats],
        "bot": _bot(world.bot) if world.bots else None,
        "now": world.clock.now().isoformat(),
        "limits": world.floods.is_on,
    }


def _step(words: str) -> timedelta:
    match = re.fullmatch(r"(\d{1,6})([mhd])", words)
    if match is None:
        raise Impossible(400, "要写 now（带时区的时间），或者 advance，例如 30m、2h、1d")
    return timedelta(**{UNITS[match[2]]: int(match[1])})


def _bot(bot: records.Bot) -> records.Json:
    commands: list[records.Json] = next((bot.profile[key] for key in bot.profile if key.startswith("commands/")), [])
    return {"username": bot.username, "id": bot.id, "name": bot.name, "commands": commands}


def _person(person: records.Person) -> records.Json:
    return {"username": person.username, "id": person.id, "name": person.name, "trade": person.trade}


def _chat(world: World, chat: records.Chat) -> records.Json:
    present = [user for user in chat.members if membership.is_member(chat, user)]
    names = [world.people[user].username for user in present if user in world.people]
    bots = [world.bots[user].username for user in present if user in world.bots]
    return {"id": chat.id, "type": chat.type, "title": chat.title, "members": names, "bots": bots}
