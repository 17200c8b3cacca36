"""What was joined comes apart: one goes, one is taken out, a merge was wrong."""

import asyncio

import pytest
import sqlalchemy as sa

from bot.core import kinship, refusals, reports
from bot.core.street import Street
from bot.core.workflow import Action
from models import Person, Ticket
from tests import desk as desks
from tests.core.reports.riders import DRAIN, said, two_reports
from tests.databases import Postgres
from tests.desk import AT_HJ, CHANNEL, Desk


async def part(desk: Desk, ticket: Ticket, person: Person) -> None:
    """Staff take this courier's report out of the ticket."""
    async with desk.database.reading() as session:
        joined = await kinship.reporters(session, ticket)
    (report_id,) = [row.report_id for row in joined if row.person_id == person.id]
    await desk.act(ticket, Action.PART, by=desk.worker, report_id=report_id)


async def test_one_of_several_takes_back_only_his_part(desk: Desk):
    ticket = await two_reports(desk, "2幢路灯不亮", "2幢门口路灯坏了")

    after = await desk.act(ticket, Action.LEAVE, by=desk.second_courier)

    assert (after.status, (await desk.ticket(ticket)).reporters) == ("dispatched", 1)


async def test_who_took_back_his_part_begins_anew(desk: Desk):
    ticket = await two_reports(desk, "2幢路灯不亮", "2幢门口路灯坏了")
    await desk.act(ticket, Action.LEAVE, by=desk.second_courier)

    await desk.say("3幢门口垃圾箱满了", by=desk.second_courier, at=AT_HJ)

    assert [(each.category, each.reporters) for each in await desk.tickets()] == [("FAC_LIGHT", 1), ("ENV_GARBAGE", 1)]


@pytest.mark.parametrize("step", [Action.WITHDRAW, Action.LEAVE])
async def test_the_first_cannot_take_back_what_several_reported(small_desk: Desk, step: Action):
    ticket = await two_reports(small_desk)

    with pytest.raises(refusals.CannotWithdraw):
        await small_desk.act(ticket, step, by=small_desk.courier)


async def test_what_staff_took_apart_is_not_put_together_again(desk: Desk):
    ticket = await two_reports(desk, "2幢路灯不亮", "2幢门口路灯坏了")
    await part(desk, ticket, desk.second_courier)
    desk.clock.advance(seconds=20)

    await desk.say("是门口左边那盏", by=desk.second_courier)

    first, own = await desk.tickets()
    assert (first.reporters, own.status, own.words) == (1, "dispatched", "2幢门口路灯坏了\n是门口左边那盏")


async def test_a_wrong_merge_gives_number_clocks_and_reporters_back(desk: Desk):
    first = await desk.report("3幢门口垃圾箱满了", by=desk.courier)
    second = await desk.report("5幢门口垃圾没人收", by=desk.second_courier)
    await desk.send()
    before = await desk.due(second, "close")
    desk.clock.advance(minutes=20)
    await desk.act(second, Action.MERGE, by=desk.worker, ticket_id=first.id)
    desk.clock.advance(minutes=30)

    await desk.act(second, Action.UNMERGE, by=desk.worker)
    # the news waits until the rush is over
    desk.clock.set("2026-11-23 14:00")
    await desk.send()

    own, main = await desk.ticket(second), await desk.ticket(first)
    assert (own.status, own.id, own.reporters, main.reporters) == ("dispatched", 2, 1, 1)
    # the half hour in which it was nobody's does not count
    assert (before, await desk.due(second, "close")) == ("2026-11-23 15:30", "2026-11-23 16:00")
    assert "编号还是 #2" in said(desk, desk.second_courier)


async def test_a_draft_that_was_merged_wrongly_is_filed_when_it_is_given_back(desk: Desk):
    await desk.report("2幢门口垃圾箱让风刮翻了", by=desk.courier)
    await desk.say("垃圾桶满了溢出来", by=desk.second_courier)
    await desk.say("汇嘉花园2幢门口", by=desk.second_courier)
    _, second = await desk.tickets()

    await desk.act(second, Action.UNMERGE, by=desk.worker)
    await desk.send()

    own = await desk.ticket(second)
    assert (own.status, own.registered_at, own.dispatched_at) == ("dispatched", desk.clock.now(), desk.clock.now())
    assert await desk.due(own, "claim") is not None


async def test_who_came_by_a_number_of_his_own_gets_it_back(desk: Desk):
    await desk.report(DRAIN, by=desk.courier)
    await desk.say(DRAIN, by=desk.second_courier)
    await desk.say(by=desk.second_courier, at=AT_HJ)
    first, _ = await desk.tickets()

    await part(desk, first, desk.second_courier)
    await desk.send()

    first, own = await desk.tickets()
    assert (first.reporters, own.status, own.merged_into, own.reporters) == (1, "dispatched", None, 1)
    assert "编号还是 #2" in said(desk, desk.second_courier)


async def test_a_ticket_that_others_joined_is_merged_by_staff_alone(small_desk: Desk):
    third = await small_desk.newcomer("阿杰")
    await small_desk.report("2幢门口垃圾箱满了", by=small_desk.courier)
    message = await small_desk.say("汇嘉花园3幢门口垃圾箱满了", by=small_desk.second_courier)
    await small_desk.report("3幢门口垃圾箱满了", by=third)

    await small_desk.correct(message, "汇嘉花园2幢门口垃圾箱满了", by=small_desk.second_courier)

    first, second = await small_desk.tickets()
    assert (second.status, second.place, second.reporters) == ("dispatched", "汇嘉花园3幢门口", 2)
    assert (await small_desk.history(second))[-1].note == "汇嘉花园2幢门口垃圾箱满了"
    assert first.reporters == 1


async def test_the_first_cannot_turn_what_others_joined_into_something_else(small_desk: Desk):
    message = await small_desk.say("2幢门口垃圾箱满了", by=small_desk.courier, at=AT_HJ)
    await small_desk.report("2幢门口垃圾箱翻了", by=small_desk.second_courier)

    await small_desk.correct(message, "2幢门口路灯不亮", by=small_desk.courier)

    (ticket,) = await small_desk.tickets()
    assert (ticket.category, ticket.words) == ("ENV_GARBAGE", "2幢门口垃圾箱满了")


async def test_nobody_joins_between_the_look_and_the_withdrawal(postgres: Postgres, street: Street):
    """SQLite has one writer at a time; PostgreSQL lets one look while another writes."""
    async with postgres.fresh() as database:
        await desks.register(database, street)
        async with desks.opened(database, street) as desk:
            ticket = await desk.report("2幢门口垃圾箱满了", by=desk.courier)
            words = reports.Part(CHANNEL, "chat-小陈", "late", words="2幢门口垃圾箱翻了", point=AT_HJ)

            async with database.transaction() as joining:
                await reports.receive(joining, words, by=desk.second_courier, now=desk.clock.now(), street=street)
                withdrawal = asyncio.ensure_future(desk.act(ticket, Action.WITHDRAW, by=desk.courier))
                waiting = sa.text("select count(*) from pg_locks where not granted")
                while not await joining.scalar(waiting):  # noqa: ASYNC110 - the server tells nobody who waits
                    await asyncio.sleep(0)

            with pytest.raises(refusals.WrongMoment):
                await withdrawal
            assert (await desk.ticket(ticket)).reporters == 2
