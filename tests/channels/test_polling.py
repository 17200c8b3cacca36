"""The poller confirms nothing to Telegram before it is committed, and lives through what goes wrong."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi import FastAPI, Request, Response

from bot import serving
from bot.channels import telegram_updates
from bot.channels.telegram_updates import Poller
from bot.mailbox.inbox import Incoming
from bot.tasks import Tasks

TOKEN = "1:abc"


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": 5}, "text": str(number)}}


@dataclass
class Telegram:
    """A Bot API that holds updates until they are confirmed; `troubles` are answers given before it does."""

    waiting: list[dict[str, Any]]
    troubles: list[Response] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.post(f"/bot{TOKEN}/getUpdates")
        async def get_updates(request: Request) -> Any:
            body = await request.json()
            self.asked.append(body["offset"])
            if self.troubles:
                return self.troubles.pop(0)
            self.waiting = [each for each in self.waiting if each["update_id"] >= body["offset"]]
            if not self.waiting:
                # long polling: the answer comes when there is something
                await asyncio.sleep(0.02)
            return {"ok": True, "result": self.waiting[: body["limit"]]}

        return app


@dataclass
class Keeper:
    """Remembers what was committed; `fails` makes the next commits raise."""

    telegram: Telegram
    fails: list[Exception] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    #: offsets that Telegram had been asked for at each commit
    confirmed: list[list[int]] = field(default_factory=list)

    async def keep(self, items: Sequence[Incoming]) -> None:
        if self.fails:
            raise self.fails.pop()
        self.confirmed.append(list(self.telegram.asked))
        self.kept += [item.external_id for item in items]


@asynccontextmanager
async def polling(keeper: Keeper) -> AsyncIterator[None]:
    serving_tasks, polling_tasks = Tasks(), Tasks()
    server = await serving.serve(keeper.telegram.app(), serving.listen("127.0.0.1"), serving_tasks)
    polling_tasks.keep_running("poller", Poller(TOKEN, server.url, keeper.keep).run)
    yield
    await polling_tasks.stop()
    await server.stop()


async def until(is_true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        # Both ends run in this loop; nothing here could ring a bell without being part of what is tested.
        while not is_true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses of real life would only make the tests slow; their order is what counts."""
    monkeypatch.setattr(telegram_updates, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr("bot.tasks.RESTART_PAUSE_SECONDS", 0.01)


async def test_the_next_offset_goes_out_only_after_the_page_was_committed():
    keeper = Keeper(Telegram([update(10), update(11)]))

    async with polling(keeper):
        await until(lambda: 12 in keeper.telegram.asked)

    assert keeper.kept == ["10", "11"]
    assert keeper.confirmed == [[0]]


async def test_what_could_not_be_committed_is_fetched_again():
    keeper = Keeper(Telegram([update(10)]), fails=[RuntimeError("disk full")])

    async with polling(keeper):
        await until(lambda: 11 in keeper.telegram.asked)

    assert (keeper.kept, keeper.telegram.asked[:3]) == (["10"], [0, 0, 11])


@pytest.mark.parametrize(
    "trouble",
    [
        Response('{"ok": false, "error_code": 500, "description": "Internal Server Error"}', 500),
        # two pollers on one token take turns
        Response('{"ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates"}', 409),
        Response('{"ok": false, "error_code": 429, "description": "x", "parameters": {"retry_after": 0}}', 429),
        # what a proxy before the Bot API says
        Response("<html>502 Bad Gateway</html>", 502),
        Response("", 200),
        Response("[]", 200),
    ],
    ids=["500", "409", "429", "html", "empty", "list"],
)
async def test_a_trouble_of_the_network_only_makes_it_wait(trouble: Response):
    keeper = Keeper(Telegram([update(10)], troubles=[trouble]))

    async with polling(keeper):
        await until(lambda: bool(keeper.kept))

    assert keeper.kept == ["10"]


async def test_one_update_without_sense_does_not_stop_the_page():
    odd = {"update_id": 11, "message": "this is no message"}
    keeper = Keeper(Telegram([update(10), odd, update(12)]))

    async with polling(keeper):
        await until(lambda: 13 in keeper.telegram.asked)

    assert keeper.kept == ["10", "11", "12"]


@pytest.mark.parametrize(
    ("body", "lane"),
    [
        ({"message": {"chat": {"id": 5}}}, "chat:5"),
        ({"edited_message": {"chat": {"id": 5}}}, "chat:5"),
        # Telegram keeps presses in the order of the person, not of the chat
        ({"callback_query": {"from": {"id": 9}, "message": {"chat": {"id": 5}}}}, "user:9"),
        ({"my_chat_member": {"chat": {"id": -3}}}, "chat:-3"),
        ({"chat_member": {"chat": {"id": -3}}}, "chat:-3"),
        ({"message": {"chat": None}}, "chat:?"),
        ({"callback_query": {}}, "user:?"),
        ({"poll": {}}, "other"),
        ({"message": []}, "other"),
        ({}, "other"),
    ],
)
def test_the_lane_is_the_chat_or_the_person_who_pressed(body: dict[str, Any], lane: str):
    assert telegram_updates.as_incoming({"update_id": 1, **body}).lane == lane
