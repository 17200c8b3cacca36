"""Telegram's webhook: only Telegram gets in, and it hears 200 only when the row is there."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import orjson
import pytest
import sqlalchemy as sa
from fastapi import FastAPI

from bot.channels import telegram_updates
from bot.db import Database
from bot.mailbox import inbox
from bot.mailbox.inbox import Incoming
from bot.web import webhook
from models import InboxItem
from tests.street import moment

SECRET = "a-secret-of-letters"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "chat": {"id": -100, "type": "group"}, "text": "井盖没了"}}


@dataclass
class Keeper:
    """Keeps updates as the app does; `fails` makes the database say no."""

    database: Database
    fails: list[Exception] = field(default_factory=list)

    async def keep(self, items: Sequence[Incoming]) -> None:
        async with self.database.transaction() as session:
            await inbox.put(session, items, now=moment("2026-11-23 10:00"))
            if self.fails:
                raise self.fails.pop()

    async def kept(self) -> list[InboxItem]:
        async with self.database.reading() as session:
            return list((await session.scalars(sa.select(InboxItem))).all())


@pytest.fixture
def keeper(database: Database) -> Keeper:
    return Keeper(database)


@pytest.fixture
async def telegram(keeper: Keeper) -> AsyncIterator[httpx.AsyncClient]:
    """Telegram's side of the connection."""
    app = FastAPI()
    app.include_router(webhook.routes(SECRET, keeper.keep, telegram_updates.as_incoming))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        yield client


async def post(telegram: httpx.AsyncClient, body: Any, *, secret: str | bytes | None = SECRET) -> int:
    content = body if isinstance(body, bytes) else orjson.dumps(body)
    headers = {} if secret is None else {HEADER: secret}
    return (await telegram.post(webhook.PATH, content=content, headers=headers)).status_code  # type: ignore[arg-type]


async def test_an_update_is_committed_before_telegram_hears_200(telegram: httpx.AsyncClient, keeper: Keeper):
    status = await post(telegram, UPDATE)

    [item] = await keeper.kept()
    assert (status, item.external_id, item.lane, item.payload) == (200, "7", "chat:-100", UPDATE)


async def test_an_update_sent_again_is_kept_once_and_confirmed_again(telegram: httpx.AsyncClient, keeper: Keeper):
    statuses = [await post(telegram, UPDATE), await post(telegram, UPDATE)]

    assert (statuses, len(await keeper.kept())) == ([200, 200], 1)


@pytest.mark.parametrize(
    "secret",
    [
        None,
        "",
        "wrong",
        # a part of it, and more than it
        SECRET[:-1],
        SECRET + "x",
        # bytes that are no ASCII must not break the comparison
        "密".encode(),
    ],
)
async def test_nobody_else_gets_in(telegram: httpx.AsyncClient, keeper: Keeper, secret: str | bytes | None):
    status = await post(telegram, UPDATE, secret=secret)

    assert (status, await keeper.kept()) == (403, [])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b'{"update_id": 1',
        b"[]",
        b"null",
        b"7",
        # no number: it could not be told from the next one
        {"message": {}},
        {"update_id": "7"},
        {"update_id": None},
        # half a surrogate pair is no text
        b'{"update_id": 7, "x": "\\ud83d"}',
        b"\xff\xfe",
        # deeper than any update
        b'{"update_id": 7, "x": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        # larger than any update
        b'{"update_id": 7, "x": "' + b"a" * webhook.MOST_BYTES + b'"}',
    ],
    ids=lambda body: repr(body)[:30],
)
async def test_what_is_no_update_is_refused(telegram: httpx.AsyncClient, keeper: Keeper, body: Any):
    status = await post(telegram, body)

    assert (status, await keeper.kept()) == (400, [])


async def test_when_the_row_cannot_be_written_telegram_is_asked_to_send_it_again(
    telegram: httpx.AsyncClient, keeper: Keeper
):
    keeper.fails.append(RuntimeError("disk full"))

    first = await post(telegram, UPDATE)
    kept = len(await keeper.kept())
    second = await post(telegram, UPDATE)

    assert (first, kept, second, len(await keeper.kept())) == (500, 0, 200, 1)
