"""Statements that make one trip to SQLite's thread find, change and refuse what they would with aiosqlite's four."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.db import Database

LAMPS = sa.table("lamp", sa.column("id", sa.Integer), sa.column("name", sa.String))
COUNT = sa.select(sa.func.count()).select_from(LAMPS)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'lamps.sqlite3'}")
    async with database.transaction() as session:
        await session.execute(sa.text("CREATE TABLE lamp (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"))
    yield database
    await database.close()


async def names(database: Database) -> list[str]:
    async with database.reading() as session:
        return list(await session.scalars(sa.select(LAMPS.c.name).order_by(LAMPS.c.id)))


async def test_a_question_between_two_others_keeps_every_row(database: Database):
    async with database.transaction() as session:
        await session.execute(sa.insert(LAMPS), [{"name": name} for name in "abc"])
        first = await session.execute(sa.select(LAMPS.c.name).order_by(LAMPS.c.id))
        second = await session.execute(sa.select(sa.func.count()).select_from(LAMPS))

    assert ([*first.scalars()], second.scalar()) == (["a", "b", "c"], 3)


async def test_a_change_says_how_many_rows_it_found_and_gives_back_what_was_asked(database: Database):
    async with database.transaction() as session:
        written = await session.execute(sa.insert(LAMPS).values(name="a").returning(LAMPS.c.id))
        changed = await session.execute(sa.update(LAMPS).values(name="b"))
        missed = await session.execute(sa.update(LAMPS).where(LAMPS.c.name == "a").values(name="c"))

    assert (written.scalar(), changed.rowcount, missed.rowcount) == (1, 1, 0)  # type: ignore[attr-defined]


async def test_what_a_refused_statement_stood_beside_is_rolled_back(database: Database):
    async def write_twice() -> None:
        async with database.transaction() as session:
            await session.execute(sa.insert(LAMPS).values(name="a"))
            await session.execute(sa.insert(LAMPS).values(name="a"))

    with pytest.raises(IntegrityError):
        await write_twice()

    assert await names(database) == []


async def test_a_fault_in_a_statement_leaves_the_connection_usable(database: Database):
    with pytest.raises(OperationalError):
        async with database.transaction() as session:
            await session.execute(sa.text("SELECT * FROM no_such_table"))

    async with database.transaction() as session:
        await session.execute(sa.insert(LAMPS).values(name="a"))
    assert await names(database) == ["a"]


async def test_whoever_is_cancelled_in_the_middle_leaves_nothing_behind(database: Database):
    async def write_for_ever() -> None:
        async with database.transaction() as session:
            while True:
                await session.execute(sa.insert(LAMPS).values(name=f"lamp {(await session.scalar(COUNT))}"))

    for pauses in range(12):
        writing = asyncio.ensure_future(write_for_ever())
        for _ in range(pauses):
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)

    async with database.transaction() as session:
        await session.execute(sa.insert(LAMPS).values(name="mine"))
    assert await names(database) == ["mine"]


async def test_a_transaction_without_a_statement_leaves_nothing_open(database: Database):
    for _ in range(3):
        async with database.transaction():
            pass

    async with database.transaction() as session:
        await session.execute(sa.insert(LAMPS).values(name="a"))
    assert await names(database) == ["a"]


async def test_a_question_sees_one_moment_until_it_ends(database: Database):
    async with database.reading() as session:
        before = await session.scalar(COUNT)
        async with database.transaction() as other:
            await other.execute(sa.insert(LAMPS).values(name="a"))
        meanwhile = await session.scalar(COUNT)

    assert (before, meanwhile, await names(database)) == (0, 0, ["a"])


async def test_whoever_raises_after_writing_has_written_nothing(database: Database):
    async def write_and_fail() -> None:
        async with database.transaction() as session:
            await session.execute(sa.insert(LAMPS).values(name="a"))
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        await write_and_fail()

    assert await names(database) == []


async def test_a_writer_of_another_process_is_waited_for_from_the_first_statement(database: Database):
    other = Database(str(database.engine.url.set(drivername="sqlite")))
    order: list[str] = []

    async def write() -> None:
        async with other.transaction() as session:
            await session.execute(sa.insert(LAMPS).values(name=f"lamp {await session.scalar(COUNT)}"))
            order.append("second")

    async with database.transaction() as session:
        await session.execute(sa.insert(LAMPS).values(name="a"))
        writing = asyncio.ensure_future(write())
        await asyncio.sleep(0.05)
        order.append("first")
    await writing
    await other.close()

    # it counted what the first one had written
    assert (order, await names(database)) == (["first", "second"], ["a", "lamp 1"])
