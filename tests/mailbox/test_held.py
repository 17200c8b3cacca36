"""What is held back for a person goes when he has time, or is taken back; nobody else's moves."""

from datetime import datetime, timedelta

import pytest

from bot.core import people
from bot.db import Database
from bot.mailbox import held, outbox
from bot.mailbox.outbox import Address
from tests.mailbox import post

SOON, LATER, LATEST = 4 * post.SECOND, timedelta(hours=3), timedelta(hours=4)


@pytest.fixture
async def couriers(database: Database) -> tuple[int, int]:
    """Two persons, by their numbers."""
    async with database.transaction() as session:
        known = [await people.find_or_add(session, "memory", chat, chat, now=post.NOW) for chat in "ab"]
        first, second = (person.id or 0 for person in known)
        return first, second


async def hold(database: Database, person_id: int, due_in: timedelta, *, subject: str = "push:1") -> int:
    async with database.transaction() as session:
        item = await outbox.put(
            session,
            Address("memory", f"chat of {person_id}"),
            "note",
            now=post.NOW,
            subject=subject,
            due_at=post.NOW + due_in,
            push_to=person_id,
        )
        return item.id or 0


async def until(database: Database, person_id: int, **more: int) -> datetime | None:
    async with database.reading() as session:
        return await held.until(session, person_id, beyond=post.NOW + SOON, now=post.NOW, **more)


async def dues(database: Database, *numbers: int) -> list[timedelta]:
    return [(await post.look(database, number)).due_at - post.NOW for number in numbers]


async def test_the_last_of_what_is_held_says_until_when(database: Database, couriers: tuple[int, int]):
    mine, others = couriers
    await hold(database, mine, LATER)
    last = await hold(database, mine, LATEST)
    await hold(database, others, 2 * LATEST)

    assert await until(database, mine) == post.NOW + LATEST
    assert await until(database, mine, before=last) == post.NOW + LATER


async def test_what_waits_for_a_picture_only_is_not_held(database: Database, couriers: tuple[int, int]):
    mine, _ = couriers
    number = await hold(database, mine, SOON)

    async with database.transaction() as session:
        await held.let_go(session, mine, beyond=post.NOW + SOON, now=post.NOW)

    assert await until(database, mine) is None
    assert await dues(database, number) == [SOON]


async def test_one_person_s_are_let_go_and_a_retry_keeps_its_pause(database: Database, couriers: tuple[int, int]):
    mine, others = couriers
    going, failed = await hold(database, mine, LATER), await hold(database, mine, LATER)
    staying = await hold(database, others, LATER)
    await post.retry(database, failed, after=LATER)

    async with database.transaction() as session:
        await held.let_go(session, mine, beyond=post.NOW, now=post.NOW)

    assert await dues(database, going, failed, staying) == [timedelta(0), LATER, LATER]


async def test_what_is_taken_back_is_never_sent(database: Database, couriers: tuple[int, int]):
    mine, _ = couriers
    await hold(database, mine, timedelta(0), subject="check:1")
    kept = await hold(database, mine, timedelta(0), subject="check:11")

    async with database.transaction() as session:
        await held.drop(session, "check:1")

    assert [item.id for item in await post.take(database)] == [kept]


async def test_what_is_put_off_after_a_failed_try_holds_up_nothing(database: Database, couriers: tuple[int, int]):
    mine, _ = couriers
    number = await hold(database, mine, timedelta(0))
    await post.retry(database, number, after=post.SECOND)
    async with database.transaction() as session:
        [item] = await outbox.take(session, "sender", now=post.NOW + post.SECOND, limit=1)
        held.put_off(item, post.NOW + LATER)

    answer = await post.owe(database, f"chat of {mine}")

    assert [item.id for item in await post.take(database)] == [answer]
    await post.sent(database, answer)
    assert [item.id for item in await post.take(database, after=LATER)] == [number]
