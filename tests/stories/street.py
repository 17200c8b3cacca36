"""The demo street as an outside judge sees it: its people's phones, its clock and its API, over HTTP only."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from bot.demo.main import Demo
from tests.stories.phone import Group, Phone

SHANGHAI = ZoneInfo("Asia/Shanghai")
TOKEN = "stories"
# A machine that is busy with something else still has to bring the story to its end.
PATIENCE_SECONDS = 20

#: where things happen; 汇嘉花园 2幢 and the like are places of the demo street's invented map
BIN_AT_2 = (29.93475, 121.52495)
BRIDGE = (29.93832, 121.54645)
NEXT_STREET = (29.93880, 121.56300)
PARK = (29.93658, 121.54455)
IN_JIANGPAN = (29.9340, 121.5430)


class Street:
    """One demo at work. Everything a test learns of it comes over HTTP."""

    def __init__(self, folder: Path, start_at: datetime) -> None:
        self.folder = folder
        self._demo = Demo(folder, start_at=start_at, api_token=TOKEN)

    async def open(self) -> None:
        """Starts the demo."""
        await self._demo.start()
        self.people = httpx.AsyncClient(base_url=self._demo.sandbox.url, timeout=PATIENCE_SECONDS)
        self._connect()
        self._world = (await self.people.get("/world")).json()

    async def close(self) -> None:
        """Stops the demo."""
        await self.people.aclose()
        await self.web.aclose()
        await self._demo.stop()

    async def restart(self) -> None:
        """Stops the bot, whatever it is doing, and starts it again over the same data; the chats stay."""
        await self.web.aclose()
        await self._demo.stop_bot()
        await self._demo.start_bot()
        self._connect()

    def phone(self, username: str) -> Phone:
        """The phone of one person."""
        return Phone(self, username)

    def phones(self, *usernames: str) -> list[Phone]:
        """The phones of several people."""
        return [self.phone(username) for username in usernames]

    def group(self, name: str) -> Group:
        """The group whose title begins with this name."""
        chat = next(chat for chat in self._world["chats"] if chat["title"].startswith(name))
        return Group(self, str(chat["id"]), chat["title"])

    async def at(self, moment: str) -> None:
        """Moves the clock to this time of the street and waits until what came due is done."""
        answer = await self.web.post("/demo/clock", json={"now": f"{moment}+08:00"})
        assert answer.status_code == 200, answer.text

    async def later(self, length: str) -> None:
        """Moves the clock on by 90s, 30m, 2h, 3d."""
        answer = await self.web.post("/demo/clock", json={"advance": length})
        assert answer.status_code == 200, answer.text

    async def quiet(self) -> None:
        """Waits until everything that came in is handled and everything owed is sent."""
        answer = await self.web.get("/demo/quiet", params={"timeout": PATIENCE_SECONDS})
        assert answer.json() == {"quiet": True}

    async def ticket(self, number: int) -> dict[str, Any]:
        """The ticket as the API tells it."""
        answer = await self.web.get(f"/api/tickets/{number}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def tickets(self, **filters: str | int) -> list[dict[str, Any]]:
        """All tickets, oldest first."""
        answer = await self.web.get("/api/tickets", params=filters)
        found: list[dict[str, Any]] = answer.json()["tickets"]
        return found[::-1]

    async def calls(self, after: int = 0) -> list[dict[str, Any]]:
        """What the bot called on the platform."""
        answer = await self.people.get("/world/calls", params={"after": after})
        found: list[dict[str, Any]] = answer.json()["calls"]
        return found

    def _connect(self) -> None:
        assert self._demo.app.web is not None
        headers = {"Authorization": f"Bearer {TOKEN}"}
        self.web = httpx.AsyncClient(base_url=self._demo.app.web.url, headers=headers, timeout=PATIENCE_SECONDS)
