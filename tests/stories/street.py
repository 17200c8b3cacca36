"""The demo street as an outside judge sees it: its people's phones, its clock and its API, over HTTP only."""

from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import httpx

from bot.demo.main import Demo
from tests.stories.phone import Group, Phone

SHANGHAI = ZoneInfo("Asia/Shanghai")
TOKEN = "stories"
# A machine that is busy with something else still has to bring the story to its end.
PATIENCE_SECONDS = 60
# Every request on a line of its own: an idle line that the server just closes would break a story at random.
ALONE = httpx.Limits(max_keepalive_connections=0)

#: where things happen; 汇嘉花园 2幢 and the like are places of the demo street's invented map
BIN_AT_2 = (29.93475, 121.52495)
NEXT_STREET = (29.93880, 121.56300)
PARK = (29.93658, 121.54455)
IN_JIANGPAN = (29.9340, 121.5430)


class Stage(Protocol):
    """What plays the demo; tests see of it the two addresses only."""

    url: str
    web_url: str

    async def start(self) -> None:
        """Starts everything."""

    async def restart(self) -> None:
        """Lets the bot fall, whatever it is doing, and starts it again over the same data."""

    async def stop(self) -> None:
        """Stops everything."""


class InProcess:
    """The demo inside this process: quick to start, and its bot can fall alone."""

    def __init__(self, folder: Path, start_at: datetime) -> None:
        self._demo = Demo(folder, start_at=start_at, api_token=TOKEN)

    async def start(self) -> None:
        """Starts sandbox and bot."""
        await self._demo.start()
        self.url = self._demo.sandbox.url
        self.web_url = self._demo.web_url

    async def restart(self) -> None:
        """Cancels the bot's loops in the middle of what they do, then starts it again; the chats stay."""
        await self._demo.stop_bot()
        await self._demo.start_bot()

    async def stop(self) -> None:
        """Stops both."""
        await self._demo.stop()


class Street:
    """One demo at work. Everything a test learns of it comes over HTTP."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.folder = folder
        self._stage = stage

    async def open(self) -> None:
        """Starts the demo."""
        await self._stage.start()
        headers = {"Authorization": f"Bearer {TOKEN}"}
        self.people = httpx.AsyncClient(base_url=self._stage.url, limits=ALONE, timeout=PATIENCE_SECONDS)
        self.web = httpx.AsyncClient(
            base_url=self._stage.web_url, headers=headers, limits=ALONE, timeout=PATIENCE_SECONDS
        )
        self._world = (await self.people.get("/world")).json()

    async def close(self) -> None:
        """Stops the demo."""
        await self.people.aclose()
        await self.web.aclose()
        await self._stage.stop()

    async def restart(self) -> None:
        """Lets the bot fall, whatever it is doing, and starts it again over the same data."""
        await self._stage.restart()

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
