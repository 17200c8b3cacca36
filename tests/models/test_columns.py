"""Moments keep their zone, documents their shape, and twice the same is refused by the database itself."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, StatementError

from bot.db import Database
from models import Account, CardMessage, InboxItem, Person, PointsEntry, StaffGroup
from tests.street import moment

NOW = moment("2026-11-23 10:00")


async def add(database: Database, *rows: Any) -> None:
    async with database.transaction() as session:
        for row in rows:
            session.add(row)
            await session.flush()


def item(**given: Any) -> InboxItem:
    return InboxItem(**{"channel": "m", "external_id": "1", "lane": "l", "payload": {}, "received_at": NOW, **given})


@pytest.mark.parametrize(
    "at",
    [
        NOW,
        datetime(2026, 11, 23, 2, 0, tzinfo=UTC),
        # microseconds survive
        NOW + timedelta(microseconds=123_456),
        # a zone with half an hour
        datetime(2026, 11, 23, 7, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    ],
)
async def test_a_moment_comes_back_as_the_same_moment_with_a_zone(database: Database, at: datetime):
    await add(database, item(received_at=at))

    async with database.reading() as session:
        found = (await session.scalars(sa.select(InboxItem))).one().received_at

    assert (found, found.utcoffset()) == (at, timedelta(0))


async def test_a_moment_without_a_zone_is_not_stored(database: Database):
    with pytest.raises((StatementError, ValueError)):
        await add(database, item(received_at=datetime(2026, 11, 23, 10, 0)))  # noqa: DTZ001


async def test_moments_are_compared_as_moments_whatever_their_zone(database: Database):
    await add(database, item(received_at=NOW))

    async with database.reading() as session:
        earlier = sa.select(InboxItem).where(InboxItem.received_at <= NOW.astimezone(UTC))  # type: ignore[arg-type]
        found = (await session.scalars(earlier)).all()

    assert len(found) == 1


@pytest.mark.parametrize(
    "payload",
    [
        {"text": "2幢门口垃圾箱让风刮翻了 🗑️", "list": [1, 2.5, None, True], "deep": {"a": {}}},
        # ids of Telegram go beyond 32 bits
        {"chat": {"id": -1001234567890}},
        [],
        "just words",
    ],
)
async def test_a_document_comes_back_as_it_was(database: Database, payload: Any):
    await add(database, item(payload=payload))

    async with database.reading() as session:
        assert (await session.scalars(sa.select(InboxItem))).one().payload == payload


TWICE: dict[str, Any] = {
    "one account on a channel": lambda: [Account(person_id=1, channel="m", external_id="7") for _ in range(2)],
    "one group at an address": lambda: [StaffGroup(channel="m", external_id="g", bound_at=NOW) for _ in range(2)],
    "one item of that number": lambda: [item() for _ in range(2)],
}


@pytest.mark.parametrize("rows", TWICE.values(), ids=TWICE.keys())
async def test_the_same_twice_is_refused(database: Database, rows: Any):
    await add(database, Person(nickname="小王", created_at=NOW))

    with pytest.raises(IntegrityError):
        await add(database, *rows())


@pytest.mark.parametrize(
    "row",
    [
        # a card of no ticket
        CardMessage(ticket_id=99, channel="m", chat="g", at=NOW),
        # points of nobody
        PointsEntry(person_id=99, amount=5, reason="valid_report", at=NOW),
    ],
    ids=["card", "points"],
)
async def test_what_belongs_to_nothing_is_refused(database: Database, row: Any):
    with pytest.raises(IntegrityError):
        await add(database, type(row)(**row.model_dump()))


async def test_a_transaction_that_raises_leaves_nothing(database: Database):
    async def breaks() -> None:
        async with database.transaction() as session:
            session.add(item())
            await session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await breaks()

    async with database.reading() as session:
        assert (await session.scalars(sa.select(InboxItem))).all() == []


async def test_who_reads_waits_for_no_writer_and_sees_what_was_committed(database: Database):
    await add(database, item())

    async with database.transaction() as session:
        session.add(item(external_id="2"))
        await session.flush()
        async with database.reading() as reader:
            seen = len((await reader.scalars(sa.select(InboxItem))).all())

    assert seen == 1
