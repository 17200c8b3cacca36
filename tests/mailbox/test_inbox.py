"""What arrives is kept once, handled in order within its lane, and set aside when it cannot be handled."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.db import Database
from bot.mailbox import inbox
from bot.mailbox.inbox import Incoming
from models import InboxItem
from tests.street import moment

NOW = moment("2026-11-23 10:00")


def item(number: int, lane: str = "chat:1", payload: str = "hello") -> Incoming:
    return Incoming("memory", str(number), lane, {"text": payload})


async def arrive(database: Database, *items: Incoming) -> None:
    async with database.transaction() as session:
        await inbox.put(session, items, now=NOW)


async def handle_next(database: Database, *, after: timedelta = timedelta(0)) -> str | None:
    """Handles one item in a transaction of its own; returns its external id."""
    async with database.transaction() as session:
        found = await inbox.take(session, now=NOW + after)
        if found is not None:
            await inbox.finish(session, found, now=NOW + after)
        return found.external_id if found else None


async def fail_next(database: Database, *, after: timedelta = timedelta(0)) -> bool:
    """Takes the next item, rolls back, records the failure; True when it is parked now."""
    async with database.reading() as session:
        found = await inbox.take(session, now=NOW + after)
        assert found is not None
        number = found.id
    assert number is not None
    async with database.transaction() as session:
        return await inbox.fail(session, number, "ValueError", now=NOW + after)


async def test_a_repeat_of_an_item_is_left_as_it_is(database: Database):
    await arrive(database, item(1, payload="first"))

    await arrive(database, item(1, payload="second"), item(2))

    async with database.reading() as session:
        rows = (await session.scalars(sa.select(InboxItem).order_by(InboxItem.id))).all()  # type: ignore[arg-type]
    assert [(row.external_id, row.payload["text"]) for row in rows] == [("1", "first"), ("2", "hello")]


async def test_a_repeat_of_a_handled_item_is_not_handled_again(database: Database):
    await arrive(database, item(1))
    await handle_next(database)

    await arrive(database, item(1))

    assert await handle_next(database) is None


async def test_no_items_are_no_work(database: Database):
    await arrive(database)

    assert await handle_next(database) is None


async def test_items_of_one_lane_are_handled_in_their_order(database: Database):
    await arrive(database, item(1), item(2), item(3))

    order = [await handle_next(database) for _ in range(4)]

    assert order == ["1", "2", "3", None]


async def test_a_lane_waits_for_its_failed_item_and_the_others_do_not(database: Database):
    await arrive(database, item(1), item(2), item(3, lane="chat:2"))
    await fail_next(database)

    order = [await handle_next(database), await handle_next(database)]

    assert order == ["3", None]


async def test_after_the_pause_the_failed_item_comes_before_the_later_ones(database: Database):
    await arrive(database, item(1), item(2))
    await fail_next(database)

    order = [await handle_next(database, after=timedelta(seconds=1)) for _ in range(2)]

    assert order == ["1", "2"]


async def test_the_same_lane_of_another_channel_waits_for_nothing(database: Database):
    await arrive(database, item(1), Incoming("other", "1", "chat:1", {}))
    await fail_next(database)

    assert await handle_next(database) == "1"


async def test_the_pauses_double_and_the_fourth_failure_parks(database: Database):
    await arrive(database, item(1))
    pauses, after, is_parked = [], timedelta(0), False

    while not is_parked:
        is_parked = await fail_next(database, after=after)
        async with database.reading() as session:
            row = (await session.scalars(sa.select(InboxItem))).one()
        pauses.append((row.not_before or NOW) - NOW - after)
        after = (row.not_before or NOW) - NOW

    # the fourth failure leaves the third's moment as it was
    assert pauses[:3] == [timedelta(seconds=1), timedelta(seconds=2), timedelta(seconds=4)]
    assert (row.status, row.attempts, row.error) == ("parked", 4, "ValueError")


async def test_a_parked_item_holds_nobody_up(database: Database):
    await arrive(database, item(1), item(2))
    async with database.transaction() as session:
        found = await inbox.take(session, now=NOW)
        assert found is not None
        await inbox.park(session, found, "nonsense", now=NOW)

    assert await handle_next(database) == "2"


async def test_a_failure_told_too_late_changes_nothing(database: Database):
    await arrive(database, item(1))
    await handle_next(database)

    async with database.transaction() as session:
        is_parked = await inbox.fail(session, 1, "ValueError", now=NOW)

    async with database.reading() as session:
        row = await session.get_one(InboxItem, 1)
    assert (is_parked, row.status, row.attempts) == (False, "done", 0)


@pytest.mark.parametrize(
    ("history", "is_quiet"),
    [
        # nothing there
        ((), True),
        # one to handle
        ((item(1),), False),
    ],
)
async def test_quiet_means_that_nothing_could_be_handled(
    database: Database, history: tuple[Incoming, ...], is_quiet: bool
):
    await arrive(database, *history)

    async with database.reading() as session:
        assert await inbox.is_quiet(session, now=NOW) is is_quiet


async def test_it_is_quiet_while_a_lane_waits_for_its_next_try(database: Database):
    await arrive(database, item(1), item(2))
    await fail_next(database)

    async with database.reading() as session:
        quiet = [await inbox.is_quiet(session, now=NOW + timedelta(seconds=s)) for s in (0, 1)]

    assert quiet == [True, False]


async def test_what_was_done_long_ago_is_forgotten_and_what_was_parked_is_kept(database: Database):
    await arrive(database, item(1), item(2, lane="chat:2"), item(3, lane="chat:3"))
    await handle_next(database)
    async with database.transaction() as session:
        found = await inbox.take(session, now=NOW)
        assert found is not None
        await inbox.park(session, found, "nonsense", now=NOW)

    async with database.transaction() as session:
        gone = await inbox.forget_finished(session, before=NOW + timedelta(seconds=1))

    async with database.reading() as session:
        assert (gone, await inbox.count_by_status(session)) == (1, {"new": 1, "parked": 1})
