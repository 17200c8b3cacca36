"""What is owed goes out in each recipient's order, the urgent first, and is tried again with pauses."""

from datetime import timedelta

import pytest

from bot.db import Database
from bot.mailbox import outbox
from bot.mailbox.outbox import LEASE, MAX_ATTEMPTS, Address
from tests.mailbox import post


async def test_a_recipient_gets_one_item_at_a_time_in_order(database: Database):
    first, second = await post.owe(database, "a"), await post.owe(database, "a")

    taken = [item.id for item in await post.take(database)]
    await post.sent(database, first)

    assert (taken, [item.id for item in await post.take(database)]) == ([first], [second])


async def test_recipients_are_served_side_by_side(database: Database):
    for chat in "abc":
        await post.owe(database, chat)

    assert await post.take_chats(database) == ["a", "b", "c"]


async def test_no_more_is_taken_than_was_asked_for(database: Database):
    for chat in "abc":
        await post.owe(database, chat)

    assert await post.take_chats(database, limit=2) == ["a", "b"]


async def test_what_is_not_due_yet_holds_nothing_up(database: Database):
    await post.owe(database, "a", due_at=4 * post.SECOND)
    later = await post.owe(database, "a")

    assert [item.id for item in await post.take(database)] == [later]


async def test_a_recipient_who_has_hundreds_waiting_does_not_hide_the_others(database: Database):
    failing = await post.owe(database, "flooded")
    await post.take(database)
    await post.retry(database, failing, after=200 * post.SECOND)
    async with database.transaction() as session:
        for _ in range(100):
            await outbox.put(session, Address("memory", "flooded"), "note", now=post.NOW)
    await post.owe(database, "other")

    assert await post.take_chats(database, limit=1) == ["other"]


async def test_a_failed_item_is_tried_again_after_its_pause_before_the_later_ones(database: Database):
    first = await post.owe(database, "a")
    await post.take(database)
    await post.owe(database, "a")
    await post.retry(database, first)

    at_once = await post.take_chats(database)
    later = [item.id for item in await post.take(database, after=post.SECOND)]

    assert (at_once, later) == ([], [first])


async def test_the_pauses_double_up_to_a_quarter_of_an_hour(database: Database):
    number = await post.owe(database, "a")
    pauses, after = [], timedelta(0)

    for _ in range(12):
        await post.retry(database, number, now=after)
        due = (await post.look(database, number)).due_at - post.NOW
        pauses.append(due - after)
        after = due

    assert pauses == [timedelta(seconds=2**n) for n in range(10)] + [timedelta(minutes=15)] * 2


async def test_the_platforms_own_pause_counts(database: Database):
    number = await post.owe(database, "a")

    await post.retry(database, number, after=37 * post.SECOND)

    assert (await post.look(database, number)).due_at == post.NOW + 37 * post.SECOND


async def test_after_the_last_try_the_item_counts_as_failed(database: Database):
    number = await post.owe(database, "a")

    tries = [await post.retry(database, number) for _ in range(MAX_ATTEMPTS)]

    assert (tries.index(False), (await post.look(database, number)).status) == (MAX_ATTEMPTS - 1, "failed")


@pytest.mark.parametrize("kind", ["note", "card"])
async def test_an_l0_overtakes_what_waits_and_what_failed(database: Database, kind: str):
    failed = await post.owe(database, "a")
    await post.retry(database, failed)
    await post.owe(database, "b")
    urgent = await post.owe(database, "a", kind=kind, urgency=0)

    assert [item.id for item in await post.take(database, limit=1)] == [urgent]


async def test_an_l0_note_passes_what_is_being_sent(database: Database):
    await post.owe(database, "a")
    await post.take(database)

    urgent = await post.owe(database, "a", urgency=0)

    assert [item.id for item in await post.take(database)] == [urgent]


async def test_two_drawings_for_one_chat_do_not_cross_even_for_an_l0(database: Database):
    await post.owe(database, "a", kind="card")
    await post.take(database)

    await post.owe(database, "a", kind="card", urgency=0)

    assert await post.take_chats(database) == []


async def test_the_safety_advice_goes_out_before_the_receipt_that_follows_it(database: Database):
    advice, receipt = await post.owe(database, "a", urgency=0), await post.owe(database, "a", urgency=0)

    together = [item.id for item in await post.take(database)]
    meanwhile = [item.id for item in await post.take(database)]
    await post.sent(database, advice)
    afterwards = [item.id for item in await post.take(database)]

    assert (together, meanwhile, afterwards) == ([advice], [], [receipt])


async def test_an_l0_does_not_wait_for_another_that_failed(database: Database):
    broken = await post.owe(database, "a", urgency=0)
    await post.retry(database, broken)

    urgent = await post.owe(database, "a", urgency=0)

    assert [item.id for item in await post.take(database)] == [urgent]


async def test_the_lease_of_a_dead_sender_expires(database: Database):
    number = await post.owe(database, "a")
    await post.take(database, by="dead")

    early = await post.take_chats(database, after=LEASE - post.SECOND)
    [item] = await post.take(database, by="alive", after=LEASE)

    assert (early, item.id, item.holder) == ([], number, "alive")


async def test_the_only_process_takes_back_what_an_earlier_one_was_sending(database: Database):
    number = await post.owe(database, "a")
    await post.take(database, by="before the restart")

    async with database.transaction() as session:
        await outbox.release(session, holder_is_not="after the restart")

    assert [item.id for item in await post.take(database, by="after the restart")] == [number]


async def test_what_this_process_is_sending_is_not_taken_back(database: Database):
    await post.owe(database, "a")
    await post.take(database, by="me")

    async with database.transaction() as session:
        await outbox.release(session, holder_is_not="me")

    assert await post.take_chats(database) == []
