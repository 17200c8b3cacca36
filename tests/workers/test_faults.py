"""A fault of our own, or a platform that says no, holds up nobody else and is heard by the operators."""

import asyncio

from bot.channels.base import NotOurs
from bot.core import speech
from bot.core.notes import Note
from bot.mailbox.outbox import Address
from bot.schedule import start
from bot.sweeps import AGAIN_AFTER, Sweeps
from bot.workers.outbound import FAULTY_TRIES
from models import Report
from tests.desk import CHANNEL, OPERATORS, Desk
from tests.workers.channels import MoodyChannel

A = Address(CHANNEL, "a")
GARBAGE = "垃圾桶满了溢出来"


async def owe(desk: Desk, *texts: str) -> None:
    async with desk.database.transaction() as session:
        for text in texts:
            await speech.say(session, A, Note(text), now=desk.clock.now())


async def break_first_report(desk: Desk) -> None:
    """Report 1 was answered with a category that the taxonomy does not have any more."""
    async with desk.database.transaction() as session:
        (await session.get_one(Report, 1)).chosen = {"code": "GONE"}


async def test_a_note_that_cannot_be_drawn_is_given_up_and_the_next_one_goes_out(desk: Desk, channel: MoodyChannel):
    await owe(desk, "faulty", "fine")
    channel.refuse("a", *[KeyError("no such field")] * FAULTY_TRIES)

    for _ in range(FAULTY_TRIES):
        await desk.send()
        desk.clock.advance(minutes=1)

    assert channel.said_to("a") == ["fine"]
    assert "第1条消息" in channel.said_to(OPERATORS.chat)[0]


async def test_what_waiting_may_mend_is_not_given_up_as_a_fault(desk: Desk, channel: MoodyChannel):
    await owe(desk, "later")
    channel.refuse("a", *[OSError("the store is away")] * FAULTY_TRIES)

    for _ in range(FAULTY_TRIES + 1):
        await desk.send()
        desk.clock.advance(minutes=1)

    assert channel.said_to("a") == ["later"]


async def test_a_message_that_may_not_be_taken_away_is_told_to_the_operators(desk: Desk, channel: MoodyChannel):
    async with desk.database.transaction() as session:
        await speech.remove(session, A, "77", now=desk.clock.now())
    channel.refuse("a", NotOurs("message can't be deleted"))

    await desk.send()

    assert [item.status for item in await desk.owed(recipient="a")] == ["failed"]
    assert channel.said_to(OPERATORS.chat) == [desk.street.texts("alarm-not-removed", item=1)]


async def test_ending_waits_for_what_was_just_being_chosen(desk: Desk, channel: MoodyChannel):
    await owe(desk, "hello")
    sender = desk.sender()
    choosing = asyncio.ensure_future(sender.step())
    # it is in the middle of asking the database
    await asyncio.sleep(0)

    await sender.finish()

    assert (choosing.done(), channel.said_to("a")) == (True, ["hello"])


async def test_a_report_that_cannot_be_handed_over_holds_up_no_other(desk: Desk):
    sweeps = Sweeps(desk.database, desk.clock, desk.street, desk.bells, OPERATORS)
    await desk.report(GARBAGE, by=desk.courier, at=None)
    second = await desk.report(GARBAGE, by=desk.second_courier, at=None)
    await break_first_report(desk)
    desk.clock.advance(minutes=30)

    await sweeps.unanswered()
    await desk.send()

    assert (await desk.ticket(second)).status == "dispatched"
    assert desk.channel.said_to(OPERATORS.chat) == [desk.street.texts("alarm-unanswered", report=1)]


async def test_a_report_that_could_not_be_handed_over_is_tried_again_later(desk: Desk):
    sweeps = Sweeps(desk.database, desk.clock, desk.street, desk.bells, OPERATORS)
    ticket = await desk.report(GARBAGE, by=desk.courier, at=None)
    await break_first_report(desk)
    desk.clock.advance(minutes=30)

    await sweeps.unanswered()
    async with desk.database.transaction() as session:
        (await session.get_one(Report, 1)).chosen = {}
    desk.clock.advance(seconds=AGAIN_AFTER.total_seconds())
    await sweeps.unanswered()

    assert (await desk.ticket(ticket)).status == "dispatched"


async def test_every_sweep_looks_at_once(small_desk: Desk):
    class Looked(Sweeps):
        """Says that it looked; a sweep cut off in the middle of a query would leave SQLite's thread hanging."""

        async def unanswered(self) -> None:
            looked["unanswered"].set()

        async def finished(self) -> None:
            looked["finished"].set()

    looked = {"unanswered": asyncio.Event(), "finished": asyncio.Event()}
    scheduler = start(Looked(small_desk.database, small_desk.clock, small_desk.street, small_desk.bells))

    # far less than the hour between two looks
    async with asyncio.timeout(20):
        for each in looked.values():
            await each.wait()
    scheduler.shutdown(wait=False)

    assert all(each.is_set() for each in looked.values())
