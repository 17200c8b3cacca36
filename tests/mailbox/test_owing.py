"""Redraws that pile up become one, and quiet means that nothing could be sent."""

from bot.db import Database
from bot.mailbox import outbox
from tests.mailbox import post


async def test_redraws_of_one_card_become_one_at_the_earlier_time_and_the_higher_urgency(database: Database):
    await post.owe_card(database, "a", urgency=2, due_at=4 * post.SECOND)
    await post.owe_card(database, "a", urgency=1)
    await post.owe_card(database, "a", urgency=3, due_at=9 * post.SECOND)

    [item] = await post.take(database)

    assert (item.urgency, item.due_at) == (1, post.NOW)


async def test_a_redraw_wanted_while_the_card_is_being_sent_is_a_second_one(database: Database):
    await post.owe_card(database, "a")
    [under_way] = await post.take(database)

    await post.owe_card(database, "a")

    assert under_way.id is not None
    await post.sent(database, under_way.id)
    assert [item.id for item in await post.take(database)] == [under_way.id + 1]


async def test_each_chat_has_a_drawing_of_its_own(database: Database):
    await post.owe_card(database, "a")
    await post.owe_card(database, "b")

    assert await post.take_chats(database) == ["a", "b"]


async def test_a_new_redraw_does_not_cut_short_the_pause_that_the_platform_asked_for(database: Database):
    await post.owe_card(database, "a")
    [item] = await post.take(database)
    assert item.id is not None
    await post.retry(database, item.id, after=30 * post.SECOND)

    await post.owe_card(database, "a")

    assert (await post.look(database, item.id)).due_at == post.NOW + 30 * post.SECOND


async def test_what_waits_for_a_picture_goes_out_when_it_has_come(database: Database):
    await post.owe_card(database, "a", due_at=4 * post.SECOND)

    async with database.transaction() as session:
        await outbox.hurry(session, "ticket:1", now=post.NOW)

    assert await post.take_chats(database) == ["a"]


async def test_a_hurry_can_make_what_waits_more_urgent_and_never_less(database: Database):
    await post.owe_card(database, "a", urgency=2, due_at=4 * post.SECOND)
    await post.owe_card(database, "b", urgency=0, due_at=4 * post.SECOND)

    async with database.transaction() as session:
        await outbox.hurry(session, "ticket:1", now=post.NOW, urgency=1)

    assert sorted((item.recipient, item.urgency) for item in await post.take(database)) == [("a", 1), ("b", 0)]


async def test_a_hurry_does_not_shorten_a_retry(database: Database):
    await post.owe_card(database, "a")
    [item] = await post.take(database)
    assert item.id is not None
    await post.retry(database, item.id, after=30 * post.SECOND)

    async with database.transaction() as session:
        await outbox.hurry(session, "ticket:1", now=post.NOW)

    assert await post.take_chats(database) == []


async def test_it_is_not_quiet_while_something_is_being_sent_or_could_be(database: Database):
    seen = [await post.is_quiet(database)]
    number = await post.owe(database, "a")
    seen.append(await post.is_quiet(database))
    await post.take(database)
    seen.append(await post.is_quiet(database))
    await post.sent(database, number)
    seen.append(await post.is_quiet(database))

    assert seen == [True, False, False, True]


async def test_it_is_quiet_while_a_recipient_waits_for_the_next_try(database: Database):
    failing = await post.owe(database, "a")
    await post.owe(database, "a")

    await post.retry(database, failing, after=30 * post.SECOND)

    assert [await post.is_quiet(database), await post.is_quiet(database, after=30 * post.SECOND)] == [True, False]


async def test_what_was_sent_long_ago_is_forgotten_and_what_is_owed_or_failed_is_kept(database: Database):
    done, broken = await post.owe(database, "a"), await post.owe(database, "b")
    await post.owe(database, "c")
    await post.sent(database, done)
    async with database.transaction() as session:
        await outbox.failed(session, broken, "400", now=post.NOW)

    async with database.transaction() as session:
        gone = await outbox.forget_finished(session, before=post.NOW + post.SECOND)

    assert (gone, (await post.look(database, broken)).status, await post.take_chats(database)) == (1, "failed", ["c"])
