"""Clocks stay true: holiday tables that arrive, cards that reached nobody, clocks from before there were reminders."""

import dataclasses

import pytest
import sqlalchemy as sa

from bot.core.calendar import Calendar
from bot.core.reminders import upkeep
from bot.core.workflow import Action
from models import Deadline
from tests.desk import Desk

HOURS = [{"from": "2020-01-01", "slots": ["08:30-12:00", "13:30-18:00"]}]
#: what the notice may say in the end: the Monday after New Year is off, the Saturday is worked
TABLE_2027 = {2027: {"off": ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"], "work": ["2027-01-09"]}}
LAMP = "5幢楼道灯不亮"


def with_table(desk: Desk) -> None:
    """The street after somebody has written the table of 2027."""
    calendar = Calendar.from_mapping({"working_hours": HOURS, "holidays": TABLE_2027})
    desk.street = dataclasses.replace(desk.street, calendar=calendar)


async def recount(desk: Desk) -> None:
    async with desk.database.transaction() as session:
        await upkeep.recount(session, now=desk.clock.now(), street=desk.street)
    await desk.send()


async def claimed_at(desk: Desk, at: str):
    desk.clock.set(at)
    ticket = await desk.report(LAMP, by=desk.courier)
    await desk.send()
    return await desk.claim(ticket, by=desk.worker)


async def test_a_table_that_arrives_moves_open_deadlines_and_tells_their_owners(desk: Desk):
    """DOMAIN 3.2.10: provisional until then."""
    ticket = await claimed_at(desk, "2026-12-31 15:00")
    before = await desk.deadline(ticket, "close")
    with_table(desk)

    await recount(desk)

    after = await desk.deadline(ticket, "close")
    assert before is not None
    assert after is not None
    assert (before.is_provisional, after.is_provisional) == (True, False)
    # three working days: Thursday's rest, then from Tuesday on instead of Monday
    assert (after.due_at - before.due_at).days == 1
    assert any(f"#{ticket.id}" in text and "放假安排有变" in text for text in desk.heard(desk.worker))


async def test_counting_again_over_the_same_calendar_changes_nothing(desk: Desk):
    ticket = await claimed_at(desk, "2026-11-23 10:00")
    before = await desk.deadline(ticket, "close")

    await recount(desk)

    assert await desk.deadline(ticket, "close") == before
    assert desk.heard(desk.worker) == []


async def test_reminders_follow_the_moved_deadline(desk: Desk):
    ticket = await claimed_at(desk, "2026-12-31 15:00")
    with_table(desk)
    await recount(desk)

    row = await desk.deadline(ticket, "close")

    assert row is not None
    assert row.nudge_at is not None
    assert desk.clock.now() < row.nudge_at < row.due_at


async def test_what_was_late_for_certain_stays_late(desk: Desk):
    """DOMAIN 3.2.7"""
    ticket = await claimed_at(desk, "2026-11-23 10:00")
    desk.clock.set("2026-12-01 10:00")
    before = await desk.due(ticket, "close")
    with_table(desk)

    await recount(desk)

    assert await desk.due(ticket, "close") == before


async def test_a_card_that_reaches_nobody_is_told_to_those_on_duty_once(desk: Desk):
    """DOMAIN 7.49: its clocks have not begun, but somebody knows."""
    await desk.report(by=desk.courier)
    desk.clock.advance(minutes=11)

    for _ in range(3):
        async with desk.database.transaction() as session:
            await upkeep.undelivered(session, now=desk.clock.now(), street=desk.street)
        desk.clock.advance(minutes=1)

    owed = [item for item in await desk.owed(kind="note") if "还没送到" in item.payload["text"]]
    assert sorted(item.recipient for item in owed) == ["chat-小曹", "chat-小许"]


async def test_a_delivered_card_needs_no_word(desk: Desk):
    await desk.report(by=desk.courier)
    await desk.send()
    desk.clock.advance(minutes=11)

    async with desk.database.transaction() as session:
        await upkeep.undelivered(session, now=desk.clock.now(), street=desk.street)

    assert [item for item in await desk.owed(kind="note") if "还没送到" in item.payload["text"]] == []


async def test_clocks_from_before_there_were_reminders_get_theirs(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    async with desk.database.transaction() as session:
        await session.execute(sa.update(Deadline).values(nudge_at=None, nudge_step=None))

    async with desk.database.transaction() as session:
        await upkeep.plan_unplanned(session, street=desk.street)

    row = await desk.deadline(ticket, "claim")
    assert row is not None
    assert row.nudge_step == "half"


@pytest.mark.parametrize(
    ("at", "asks"),
    [
        # the first asking day is a Sunday: on Monday, once the lists are out
        ("2026-11-01 09:00", False),
        ("2026-11-02 08:39", False),
        ("2026-11-02 08:40", True),
        ("2026-11-03 09:00", False),
        ("2026-12-15 08:40", True),
        ("2026-10-30 09:00", False),
    ],
)
async def test_a_missing_year_is_asked_for_from_november_on(small_desk: Desk, at, asks):
    desk = small_desk
    desk.clock.set(at)

    async with desk.database.transaction() as session:
        await upkeep.ask_for_table(session, now=desk.clock.now(), street=desk.street)
    await desk.send()

    assert any("2027" in text for text in desk.heard(desk.dispatcher)) == asks


async def test_a_known_year_is_not_asked_for(small_desk: Desk):
    desk = small_desk
    with_table(desk)
    desk.clock.set("2026-11-02 08:40")

    async with desk.database.transaction() as session:
        await upkeep.ask_for_table(session, now=desk.clock.now(), street=desk.street)

    assert await desk.owed(kind="note") == []


async def test_a_matter_taken_back_needs_nobody(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.act(ticket, Action.WITHDRAW, by=desk.courier)
    desk.clock.advance(minutes=11)

    async with desk.database.transaction() as session:
        await upkeep.undelivered(session, now=desk.clock.now(), street=desk.street)

    assert [item for item in await desk.owed(kind="note") if "还没送到" in item.payload["text"]] == []
