"""Several couriers, one matter: one ticket, one number, and everybody hears how it ends."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.workflow import Action
from bot.db import Database
from tests.core.reports.riders import DRAIN, OTHERS, said, two_reports
from tests.desk import AT_HJ, Desk, chat_of


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        asked.append(statement)

    sa.event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield asked
    sa.event.remove(database.engine.sync_engine, "before_cursor_execute", note)


async def test_the_second_courier_gets_the_number_of_the_first(desk: Desk):
    ticket = await two_reports(desk)

    assert (ticket.id, ticket.reporters, ticket.words) == (1, 2, DRAIN)
    assert said(desk, desk.second_courier) == "这件已有人报，编号 #1，一起跟进；有结果告诉您。"
    assert [(event.action, event.note) for event in await desk.history(ticket)][-1] == ("join", OTHERS[0])


async def test_the_card_counts_them(small_desk: Desk):
    ticket = await two_reports(small_desk)

    assert ("上报", "阿毛等2人") in small_desk.card(ticket).fields


async def test_everybody_hears_of_the_claim_and_of_the_end(desk: Desk):
    ticket = await two_reports(desk)
    await desk.claim(ticket, by=desk.worker)
    await desk.prove(ticket, by=desk.worker)
    await desk.act(ticket, Action.PASS, by=desk.grid_worker)
    await desk.send()

    for person in (desk.courier, desk.second_courier):
        heard = "\n".join(desk.channel.said_to(chat_of(person)))
        assert all(word in heard for word in ("#1 汇嘉的小王接手了", "说处理好了", "办结了"))


@given(order=st.permutations((DRAIN, *OTHERS)))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_joining_in_any_order_gives_one_ticket(small_desk: Desk, order: list[str]):
    # What is older than 72 hours is another story.
    small_desk.clock.advance(days=4)
    before = len(await small_desk.tickets())
    riders = [await small_desk.newcomer(f"骑手{number}") for number in range(len(order))]

    for rider, words in zip(riders, order, strict=True):
        small_desk.clock.advance(minutes=2)
        await small_desk.report(words, by=rider)

    (ticket,) = (await small_desk.tickets())[before:]
    assert (ticket.reporters, ticket.words) == (len(order), order[0])


async def test_of_two_in_the_same_second_one_joins_the_other(desk: Desk):
    riders = [await desk.newcomer(f"骑手{number}") for number in range(6)]

    await asyncio.gather(*(desk.say(DRAIN, by=rider, at=AT_HJ) for rider in riders))

    assert [ticket.reporters for ticket in await desk.tickets()] == [6]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("井盖没了", "路上有个大坑"),
        ("2幢1单元门禁坏了", "2幢2单元门禁坏了"),
        ("2幢门口垃圾箱满了", "3幢门口垃圾箱满了"),
        # a people matter is never joined
        ("2幢两家人为车位吵起来了", "2幢两家人为车位吵起来了"),
    ],
)
async def test_what_is_something_else_stays_a_ticket_of_its_own(small_desk: Desk, first: str, then: str):
    await two_reports(small_desk, first, then)

    assert [ticket.reporters for ticket in await small_desk.tickets()] == [1, 1]


async def test_a_draft_whose_place_becomes_known_is_merged(desk: Desk):
    await desk.report("2幢门口垃圾箱让风刮翻了", by=desk.courier)
    await desk.say("垃圾桶满了溢出来", by=desk.second_courier)
    await desk.send()
    asked = said(desk, desk.second_courier)

    await desk.say("汇嘉花园2幢门口", by=desk.second_courier)
    await desk.send()

    first, second = await desk.tickets()
    assert "#2" in asked
    assert (second.status, second.merged_into, first.reporters) == ("merged", 1, 2)
    told = [text for text in desk.channel.said_to(chat_of(desk.second_courier)) if "#1" in text]
    assert told == ["这件已有人报，编号 #1，一起跟进；有结果告诉您。"]


async def test_an_urgent_report_that_went_out_at_once_is_merged_when_its_place_is_known(desk: Desk):
    await desk.report(DRAIN, by=desk.courier)
    await desk.say(DRAIN, by=desk.second_courier)
    before = [ticket.status for ticket in await desk.tickets()]

    await desk.say(by=desk.second_courier, at=AT_HJ)
    await desk.send()

    assert (before, [ticket.status for ticket in await desk.tickets()]) == (
        ["dispatched", "dispatched"],
        ["dispatched", "merged"],
    )
    assert "编号 #1" in said(desk, desk.second_courier)


async def test_a_draft_that_a_second_courier_speaks_of_is_asked_about_no_more(desk: Desk):
    await desk.report("2幢门口灯不太亮", by=desk.courier)
    waiting = [ticket.status for ticket in await desk.tickets()]

    await desk.report("2幢路灯不亮", by=desk.second_courier)

    (ticket,) = await desk.tickets()
    assert (waiting, ticket.status, ticket.reporters, ticket.words) == (["draft"], "dispatched", 2, "2幢门口灯不太亮")


async def test_what_reads_more_urgent_raises_the_ticket(desk: Desk):
    ticket = await desk.report("2幢门口下水道堵了 全是水", by=desk.courier)
    await desk.claim(ticket, by=desk.worker)

    await desk.report(DRAIN, by=desk.second_courier)
    await desk.send()

    after = await desk.ticket(ticket)
    assert (ticket.level, after.level, after.reporters) == ("L2", "L1", 2)
    assert DRAIN in said(desk, desk.worker)


async def test_only_an_emergency_overrules_what_staff_lowered(small_desk: Desk):
    ticket = await small_desk.report("2幢门口下水道堵了 全是水", by=small_desk.courier)
    await small_desk.act(ticket, Action.LOWER, by=small_desk.worker, level="L3", text="只是慢，没有溢出来")

    await small_desk.report(DRAIN, by=small_desk.second_courier)

    assert (await small_desk.ticket(ticket)).level == "L3"


async def test_who_reports_what_is_said_to_be_done_is_asked_and_the_handler_hears(desk: Desk):
    ticket = await desk.claim(await desk.report(DRAIN, by=desk.courier), by=desk.worker)
    await desk.prove(ticket, by=desk.worker)
    desk.clock.advance(minutes=30)

    await desk.report(DRAIN, by=desk.second_courier)
    await desk.send()
    await desk.act(ticket, Action.FAIL, by=desk.second_courier)

    assert "好了没有" in said(desk, desk.second_courier)
    assert DRAIN in "".join(desk.channel.said_to(chat_of(desk.worker)))
    assert (await desk.ticket(ticket)).rework == 1


async def test_small_talk_looks_for_no_ticket(small_desk: Desk):
    await small_desk.report(by=small_desk.courier)

    with statements(small_desk.database) as asked:
        await small_desk.say("谢谢啊", by=small_desk.second_courier)
        await small_desk.say("还没修", by=small_desk.courier)
    with statements(small_desk.database) as asked_for_a_report:
        await small_desk.report(by=small_desk.second_courier)

    assert ["opened_at >=" in "".join(words) for words in (asked, asked_for_a_report)] == [False, True]
