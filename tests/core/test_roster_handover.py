"""The hand-over list: whoever begins a shift hears what is urgent, late or due in it; once."""

import pytest
import sqlalchemy as sa
from sqlmodel import col

from bot.core import standing
from bot.core.workflow import Action
from models import Nudge, Person, Ticket
from tests.core import rosters
from tests.desk import Desk

ROSTER = "11-23 白班 小曹\n11-23 夜班 小钱\n11-24 白班 小曹"
MANHOLE = "井盖没了"
RUBBISH = "2幢门口垃圾箱让风刮翻了"
ALONE = "2幢外卖放门口两天没拿 这家是个老人 平时秒接"
QUARREL = "12幢301有两家人为车位吵起来了"


@pytest.fixture
async def kept(desk: Desk) -> Desk:
    """A street with a roster and two duty officers, on Monday at ten."""
    await rosters.appoint(desk, "小钱", "duty")
    await rosters.enter(desk, ROSTER)
    return desk


async def look(desk: Desk, at: str) -> list[str]:
    """What 小钱 was told when the street looked at this moment, cards aside."""
    await rosters.look(desk, at)
    return desk.channel.said_to("chat-小钱")


async def reported(desk: Desk, words: str) -> Ticket:
    ticket = await desk.report(words, by=desk.courier)
    await desk.send()
    # Two reports of one courier within 90 seconds would be one.
    desk.clock.advance(minutes=3)
    return await desk.ticket(ticket)


async def outcomes(desk: Desk) -> list[tuple[str, int]]:
    """What became of the hand-over lists, and how many heard them."""
    async with desk.database.reading() as session:
        query = sa.select(Nudge).where(col(Nudge.key).startswith("handover:"))
        return [(row.outcome, len(row.told)) for row in (await session.scalars(query)).all()]


async def test_the_incoming_officer_hears_what_is_urgent_unclaimed_or_due(kept: Desk):
    manhole = await reported(kept, MANHOLE)
    await kept.claim(manhole, by=kept.worker)
    await reported(kept, RUBBISH)

    (told,) = await look(kept, "2026-11-23 17:30")

    head, first, second = told.splitlines()
    assert head == "夜班接班，手上有这 2 件（打“认领 12”就能接）："
    assert first.startswith("🔴 #1 井盖、雨水箅子缺失破损 · ")
    assert "小王" in first
    # It should have been fenced off by noon, and is to be closed after his shift.
    assert first.endswith("到场围护12:00前")
    assert second.startswith("🟡 #2 暴露垃圾")
    assert "还没人接 · 认领13:33前" in second


async def test_an_ordinary_matter_in_good_hands_is_not_handed_over(kept: Desk):
    await kept.claim(await reported(kept, "路上有个大坑"), by=kept.worker)

    assert await look(kept, "2026-11-23 17:30") == []


async def test_what_is_due_in_the_shift_is_handed_over_and_what_is_due_later_is_not(kept: Desk):
    ticket = await kept.claim(await reported(kept, "5幢楼道灯不亮"), by=kept.worker)
    await rosters.enter(kept, "11-25 白班 小钱\n11-26 白班 小钱")
    due = await kept.due(ticket, "close")

    before = await look(kept, "2026-11-25 08:30")
    on_the_day = await look(kept, "2026-11-26 08:30")

    assert due == "2026-11-26 10:00"
    assert (len(before), len(on_the_day)) == (0, 1)


async def test_it_is_said_once_also_after_the_roster_was_entered_anew(kept: Desk):
    await reported(kept, MANHOLE)
    await look(kept, "2026-11-23 17:30")
    await rosters.enter(kept, ROSTER)

    told = await look(kept, "2026-11-23 18:00")

    assert len(told) == 1


async def test_each_change_of_shift_has_its_own(kept: Desk):
    await reported(kept, MANHOLE)
    await look(kept, "2026-11-23 17:30")

    await look(kept, "2026-11-24 08:30")

    assert len(kept.channel.said_to("chat-小曹")) == 1


async def test_where_nothing_is_open_nothing_is_said_then_or_later(kept: Desk):
    await look(kept, "2026-11-23 17:30")
    await reported(kept, MANHOLE)

    told = await look(kept, "2026-11-23 18:30")

    assert told == []
    assert await outcomes(kept) == [("empty", 0)]


@pytest.mark.parametrize(
    ("back_at", "lists"),
    [
        ("2026-11-23 17:29", 0),
        ("2026-11-23 19:29", 1),
        # his shift is two hours old: he knows what is open
        ("2026-11-23 19:30", 0),
        # the change that was missed is not made up for
        ("2026-11-24 08:30", 0),
    ],
)
async def test_after_an_outage_only_a_shift_that_has_just_begun_is_handed_over(kept: Desk, back_at: str, lists: int):
    await reported(kept, MANHOLE)

    assert len(await look(kept, back_at)) == lists


async def test_without_a_roster_nothing_is_handed_over(desk: Desk):
    await reported(desk, MANHOLE)

    await look(desk, "2026-11-23 17:30")

    assert desk.channel.said_to("chat-小曹") == []


async def test_a_communitys_shift_gets_no_list(desk: Desk):
    await rosters.appoint(desk, "小钱", "worker", "hj")
    await rosters.enter(desk, "11-23 夜班 小钱", "hj")
    await reported(desk, MANHOLE)

    assert await look(desk, "2026-11-23 17:30") == []


async def test_at_most_twenty_lines_and_how_many_more(kept: Desk):
    for number in range(22):
        await reported(kept, f"{number + 1}幢门口井盖没了")
        kept.clock.advance(minutes=2)

    (told,) = await look(kept, "2026-11-23 17:30")

    assert len(told.splitlines()) == 22
    assert told.splitlines()[-1] == "……还有 2 件，用 /open 看"


async def test_an_urgent_people_matter_that_nobody_took_is_opened_to_him(kept: Desk):
    ticket = await reported(kept, ALONE)

    (told,) = await look(kept, "2026-11-23 17:30")

    async with kept.database.reading() as session:
        after = await session.get_one(Ticket, ticket.id)
        him = (await session.scalars(sa.select(Person).filter_by(nickname="小钱"))).one()
        assert await standing.of(session, after, him)
    assert "#1 独居、困难人员异常" in told
    assert kept.card(ticket, "chat-小钱")


async def test_the_place_of_a_people_matter_is_masked(kept: Desk):
    ticket = await reported(kept, ALONE)
    async with kept.database.transaction() as session:
        (await session.get_one(Ticket, ticket.id)).place = "汇嘉花园2幢301室"

    (told,) = await look(kept, "2026-11-23 17:30")

    assert "301" not in told
    assert "汇嘉花园2幢***" in told


async def test_of_a_people_matter_that_is_not_urgent_only_the_named_hear(kept: Desk):
    """Its claim is late and it is an L2; 小钱 is not named on it."""
    ticket = await reported(kept, QUARREL)

    told = await look(kept, "2026-11-23 17:30")

    assert (ticket.level, told) == ("L2", [])


async def test_what_is_closed_or_withdrawn_is_over(kept: Desk):
    closed = await reported(kept, MANHOLE)
    await kept.act(closed, Action.REJECT, by=kept.worker, text="是施工围挡")

    assert await look(kept, "2026-11-23 17:30") == []
