"""Several processes send from one outbox on PostgreSQL: nothing twice, nobody's messages out of order."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.db import Database
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from tests.databases import Postgres
from tests.mailbox import post


@pytest.fixture
async def shared(postgres: Postgres) -> AsyncIterator[Database]:
    async with postgres.fresh() as database:
        yield database


async def test_four_senders_send_every_item_once_and_keep_each_recipients_order(shared: Database):
    async with shared.transaction() as session:
        for number in range(80):
            await outbox.put(session, Address("memory", f"chat {number % 5}"), "note", now=post.NOW)
    under_way: set[str] = set()
    order: list[tuple[str, int]] = []

    async def send(name: str) -> None:
        while True:
            async with shared.transaction() as session:
                taken = await outbox.take(session, name, now=post.NOW, limit=3)
                if not taken and await outbox.is_quiet(session, now=post.NOW):
                    return
            assert not under_way & {item.recipient for item in taken}
            for item in taken:
                under_way.add(item.recipient)
                order.append((item.recipient, item.id or 0))
            for item in taken:
                await asyncio.sleep(0)
                under_way.discard(item.recipient)
                async with shared.transaction() as session:
                    await outbox.sent(session, item.id or 0, now=post.NOW)

    await asyncio.gather(*(send(f"sender {number}") for number in range(4)))

    assert sorted(number for _, number in order) == list(range(1, 81))
    chats = {chat: [n for each, n in order if each == chat] for chat, _ in order}
    assert all(numbers == sorted(numbers) for numbers in chats.values())
