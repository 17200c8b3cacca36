"""Background loops are watched, a bell is never missed, and what is due is found in the rows."""

import asyncio
from datetime import timedelta

import pytest

from bot.bells import Bell
from bot.mailbox import inbox
from bot.mailbox.inbox import Incoming
from bot.sweeps import Sweeps
from bot.tasks import Tasks
from tests.desk import CHANNEL, Desk, chat_of


@pytest.fixture
def sweeps(small_desk: Desk) -> Sweeps:
    return Sweeps(small_desk.database, small_desk.clock, small_desk.street, small_desk.bells)


async def test_a_loop_that_falls_starts_again(monkeypatch: pytest.MonkeyPatch):
    # the pause of real life would only make the test slow
    monkeypatch.setattr("bot.tasks.RESTART_PAUSE_SECONDS", 0)
    tasks, starts, done = Tasks(), [0], asyncio.Event()

    async def loop() -> None:
        starts[0] += 1
        if starts[0] < 3:
            raise ValueError("falls")
        done.set()

    tasks.keep_running("loop", loop)
    async with asyncio.timeout(20):
        await done.wait()
    await tasks.stop()

    assert starts == [3]


async def test_stopping_ends_everything_and_waits_for_it():
    tasks, ended = Tasks(), []

    async def work(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(name)

    for name in "ab":
        tasks.start(name, work(name))
    # they have to begin before they can be ended
    await asyncio.sleep(0)
    await tasks.stop()

    assert sorted(ended) == ["a", "b"]


async def test_a_bell_rung_before_the_wait_is_heard():
    bell = Bell()
    bell.ring()

    waiting = asyncio.ensure_future(bell.wait())
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert waiting.done()


async def test_a_question_nobody_answered_is_handed_to_a_person_once(small_desk: Desk, sweeps: Sweeps):
    # Half an hour later he still has no rush, and is told at once.
    small_desk.clock.set("2026-11-23 09:30")
    ticket = await small_desk.report("垃圾桶满了溢出来", by=small_desk.courier, at=None)
    small_desk.clock.advance(minutes=30)

    await sweeps.unanswered()
    await sweeps.unanswered()
    await small_desk.send()

    filed = [event.action for event in await small_desk.history(ticket)].count("file")
    told = [text for text in small_desk.channel.said_to(chat_of(small_desk.courier)) if "已交给工作人员" in text]
    assert (filed, len(told), (await small_desk.ticket(ticket)).status) == (1, 1, "dispatched")


async def test_a_question_is_waited_for_until_its_time(small_desk: Desk, sweeps: Sweeps):
    ticket = await small_desk.report("垃圾桶满了溢出来", by=small_desk.courier, at=None)
    small_desk.clock.advance(minutes=29)

    await sweeps.unanswered()

    assert (await small_desk.ticket(ticket)).status == "draft"


async def test_what_was_missed_while_the_program_was_away_is_done_on_waking(small_desk: Desk, sweeps: Sweeps):
    tickets = [await small_desk.report("垃圾桶满了溢出来", by=by, at=None)
               for by in (small_desk.courier, small_desk.second_courier)]  # fmt: skip
    small_desk.clock.advance(days=3)

    await sweeps.run_all()

    assert [(await small_desk.ticket(ticket)).status for ticket in tickets] == ["dispatched", "dispatched"]


async def test_words_that_were_handled_long_ago_are_forgotten(small_desk: Desk, sweeps: Sweeps):
    async with small_desk.database.transaction() as session:
        await inbox.put(session, [Incoming(CHANNEL, "1", "lane", {"text": "words"})], now=small_desk.clock.now())
        item = await inbox.take(session, now=small_desk.clock.now())
        assert item is not None
        await inbox.finish(session, item, now=small_desk.clock.now())
    kept = []

    for days in (timedelta(days=7), timedelta(seconds=1)):
        small_desk.clock.at += days
        await sweeps.finished()
        async with small_desk.database.reading() as session:
            kept.append(await inbox.count_by_status(session))

    assert kept == [{"done": 1}, {}]
