"""Two hundred people press 认领 on their phones at once, over HTTP, through the whole program."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.telegram import NAME
from bot.core import groups, people
from bot.demo.main import Demo
from bot.mailbox.outbox import Address
from tests.databases import Postgres, Sqlite
from tests.street import moment

CROWD = [f"crowd{number}" for number in range(200)]


class DemoOn(Demo):
    """The demo over a database of the test's choice."""

    database_url: str

    def _settings(self) -> Any:
        settings = super()._settings()
        database = settings.database.model_copy(update={"url": self.database_url})
        return settings.model_copy(update={"database": database})


@pytest.fixture
async def demo(database_kind: Sqlite | Postgres, tmp_path: Path) -> AsyncIterator[Demo]:
    async with database_kind.bare() as url:
        demo = DemoOn(tmp_path, start_at=moment("2026-11-23 10:00"))
        demo.database_url = url
        await demo.start()
        yield demo
        await demo.stop()


@pytest.fixture
async def http(demo: Demo) -> AsyncIterator[httpx.AsyncClient]:
    # httpx's own limit of 100 connections would let only half of the crowd press.
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=demo.sandbox.url, limits=limits, timeout=60, trust_env=False) as http:
        yield http


async def enlist(demo: Demo) -> int:
    """Two hundred more workers of 汇嘉, in the register and in a group of their own; the group's id."""
    with demo.world.store.together():
        accounts = [demo.world.add_person(name, name).id for name in CROWD]
        chat = demo.world.add_group("汇嘉大群", CROWD)
    now = demo.clock.now()
    async with demo.app.database.transaction() as session:
        await groups.bind(session, Address(NAME, str(chat.id)), "hj", chat.title, by=None, now=now)
        for name, account in zip(CROWD, accounts, strict=True):
            person = await people.find_or_add(session, NAME, str(account), name, now=now)
            await people.appoint(session, person, "worker", "hj", by=None, now=now)
    return chat.id


async def post_card(demo: Demo, http: httpx.AsyncClient, group: int) -> int:
    """A courier's report becomes a card in the group; its message id."""
    report = {"from": "r1", "text": "2幢门口垃圾箱让风刮翻了", "latitude": "29.9347", "longitude": "121.5249"}
    for part in ({k: v for k, v in report.items() if k != "text"}, {"from": "r1", "text": report["text"]}):
        (await http.post("/world/chats/@bot/send", data=part)).raise_for_status()
    assert await demo.wait_until_quiet(30)
    seen = (await http.get(f"/world/chats/{group}/messages", params={"viewer": CROWD[0]})).json()["messages"]
    [card] = [message["id"] for message in seen if message["buttons"]]
    return int(card)


async def test_one_gets_it_and_199_are_told_who(demo: Demo, http: httpx.AsyncClient):
    group = await enlist(demo)
    card = await post_card(demo, http, group)

    async def press(name: str) -> dict[str, Any]:
        body = {"from": name, "message_id": card, "button": "认领", "timeout": 60}
        answer: dict[str, Any] = (await http.post(f"/world/chats/{group}/press", json=body)).json()
        return answer

    answers = await asyncio.gather(*(press(name) for name in CROWD))

    [winner] = [name for name, answer in zip(CROWD, answers, strict=True) if not answer["alert"]]
    assert [answer["toast"] for answer in answers].count("#1 归您了") == 1
    assert [answer["toast"] for answer in answers].count(f"#1 {winner}已经认领了。") == len(CROWD) - 1
