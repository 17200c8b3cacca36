"""A small street for the sandbox's tests: one bot, two couriers, one worker, one group, reached over real HTTP."""

from typing import Any

import httpx

from sandbox.world import World

TOKEN = "123456:TEST-token"
Json = dict[str, Any]


class Street:
    """The world behind a running server, with the shortest words for what tests do."""

    def __init__(self, world: World, url: str, http: httpx.AsyncClient) -> None:
        self.world = world
        self.url = url
        self.http = http
        self.group = world.chats["-1001000000001"]

    async def call(self, method: str, **params: Any) -> Json:
        """The whole answer of the Bot API to a JSON call."""
        answer = await self.http.post(f"/bot{TOKEN}/{method}", json=params)
        body: Json = answer.json()
        assert answer.status_code == body.get("error_code", 200)
        return body

    async def bot(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def upload(self, method: str, files: Any, **params: Any) -> Any:
        """The result of a multipart call that must succeed."""
        answer = await self.http.post(f"/bot{TOKEN}/{method}", data=params, files=files)
        assert answer.json()["ok"], answer.text
        return answer.json()["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        """Code and description of a call that must be refused."""
        body = await self.call(method, **params)
        assert not body["ok"], body
        return body["error_code"], body["description"]

    async def updates(self, offset: int = 0, **params: Any) -> list[Json]:
        """What waits for the bot."""
        found: list[Json] = await self.bot("getUpdates", offset=offset, **params)
        return found

    async def send(self, chat: int | str, who: str, *, files: Any = None, **fields: Any) -> list[int]:
        """The numbers of what the person sent."""
        answer = await self.http.post(f"/world/chats/{chat}/send", data={"from": who, **fields}, files=files or {})
        assert answer.status_code == 200, answer.text
        ids: list[int] = answer.json()["message_ids"]
        return ids

    async def do(self, chat: int | str, deed: str, **fields: Any) -> Json:
        """The answer to a deed of a person that must be possible; `who` stands for "from"."""
        answer = await self.attempt(chat, deed, **fields)
        assert answer.status_code == 200, answer.text
        body: Json = answer.json()
        return body

    async def attempt(self, chat: int | str, deed: str, **fields: Any) -> httpx.Response:
        """The answer to a deed of a person."""
        if "who" in fields:
            fields["from"] = fields.pop("who")
        return await self.http.post(f"/world/chats/{chat}/{deed}", json=fields)

    async def sees(self, viewer: str, chat: int | str, **params: Any) -> list[Json]:
        """The messages of a chat as somebody sees them."""
        return list((await self.looks(viewer, chat, **params))["messages"])

    async def looks(self, viewer: str, chat: int | str, **params: Any) -> Json:
        """The whole answer to somebody who looks into a chat."""
        answer = await self.http.get(f"/world/chats/{chat}/messages", params={"viewer": viewer, **params})
        assert answer.status_code == 200, answer.text
        body: Json = answer.json()
        return body


def settle(world: World) -> World:
    """The street's people and group, also in a world that has them already."""
    world.add_bot(TOKEN, "street_bot", "随手拍")
    world.add_person("li", "李姐", "社区工作者")
    world.add_person("wang", "小王", "外卖")
    world.add_person("zhao", "小赵", "快递")
    world.add_group("汇嘉移动网格群", ["li", "wang"])
    return world
