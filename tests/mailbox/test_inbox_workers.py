"""Several processes drain one inbox on PostgreSQL: no row twice, no lane out of order."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.db import Database
from bot.mailbox import inbox
from bot.mailbox.inbox import Incoming
from tests.databases import Postgres
from tests.street import moment

NOW = moment("2026-11-23 10:00")


@pytest.fixture
async def shared(postgres: Postgres) -> AsyncIterator[Database]:
    async with postgres.fresh() as database:
        yield database


async def arrive(database: Database, *lanes: str) -> None:
    async with database.transaction() as session:
        items = [Incoming("memory", str(number), lane, {}) for number, lane in enumerate(lanes)]
        await inbox.put(session, items, now=NOW)


async def test_a_row_that_one_worker_holds_is_passed_over_by_the_other(shared: Database):
    await arrive(shared, "a", "b")

    async with shared.transaction() as first, shared.transaction() as second:
        taken = await inbox.take(first, now=NOW), await inbox.take(second, now=NOW)

    assert [item.lane for item in taken if item] == ["a", "b"]


async def test_the_second_of_a_lane_is_not_taken_while_the_first_is_held(shared: Database):
    await arrive(shared, "a", "a")

    async with shared.transaction() as first, shared.transaction() as second:
        taken = await inbox.take(first, now=NOW), await inbox.take(second, now=NOW)

    assert [item.external_id if item else None for item in taken] == ["0", None]


async def test_four_workers_handle_every_item_once_and_each_lane_in_order(shared: Database):
    await arrive(shared, *[f"lane {number % 7}" for number in range(60)])
    handled: list[tuple[str, int]] = []

    async def work() -> None:
        while True:
            async with shared.transaction() as session:
                item = await inbox.take(session, now=NOW)
                if item is None:
                    if await inbox.is_quiet(session, now=NOW):
                        return
                    continue
                # noted while the row is still locked: the order of the notes is the order of handling
                handled.append((item.lane, int(item.external_id)))
                await inbox.finish(session, item, now=NOW)

    await asyncio.gather(*(work() for _ in range(4)))

    assert sorted(number for _, number in handled) == list(range(60))
    lanes = {lane: [n for each, n in handled if each == lane] for lane, _ in handled}
    assert all(numbers == sorted(numbers) for numbers in lanes.values())
