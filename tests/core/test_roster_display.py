"""What /duty shows of a day and of a week."""

from datetime import date

import pytest

from bot.core.roster import display
from tests.core import rosters
from tests.desk import Desk
from tests.street import demo_street

MON = date(2026, 11, 30)


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Words only: one kind of database is enough."""
    return small_desk


async def day(desk: Desk, shown: date = MON, *places: str | None) -> list[str]:
    async with desk.database.reading() as session:
        return await display.day(session, places or (None,), shown, now=desk.clock.now(), street=desk.street)


async def week(desk: Desk, *places: str | None) -> list[str]:
    async with desk.database.reading() as session:
        return await display.week(session, places, MON, now=desk.clock.now(), street=desk.street)


async def test_each_shift_has_its_hours_and_its_people_in_the_order_of_the_day(desk: Desk):
    await rosters.appoint(desk, "邓主任", "leader")
    await rosters.enter(desk, "11-30 带班 邓主任\n11-30 夜班 小曹、小许\n11-30 白班 小曹")

    assert await day(desk) == [
        "11-30 周一 值班：",
        "【街道值班】",
        "白班 08:30-17:30 小曹",
        "夜班 17:30-08:30 小曹、小许",
        "【带班领导】",
        "带班 08:30-08:30 邓主任",
    ]


async def test_a_shift_that_is_needed_and_empty_is_shown_as_empty(desk: Desk):
    await rosters.enter(desk, "11-28 夜班 小曹")

    told = await day(desk, date(2026, 11, 28))

    assert told[1:4] == ["【街道值班】", "白班 08:30-17:30 空着", "夜班 17:30-08:30 小曹"]


async def test_who_left_is_not_shown(desk: Desk):
    await rosters.enter(desk, "11-30 夜班 小曹")

    await rosters.dismiss(desk, desk.duty)

    assert (await day(desk))[2] == "夜班 17:30-08:30 空着"


async def test_a_communitys_own_leader_stands_with_its_shifts(desk: Desk):
    await rosters.enter(desk, "11-30 白班 小王\n11-30 带班 老陈", "hj")

    told = await day(desk, MON, "hj", None)

    assert told[1:4] == ["【汇嘉】", "白班 08:30-17:30 小王", "带班 08:30-08:30 老陈"]


async def test_a_shift_whose_name_is_gone_from_config_is_still_shown(desk: Desk):
    await rosters.enter(desk, "11-30 夜班 小曹")

    desk.street = demo_street(duty={"shifts": {"晚班": "18:00-08:00"}, "leader_shifts": []})

    assert (await day(desk))[1:3] == ["【街道值班】", "夜班 小曹"]


async def test_a_day_without_anybody_in_a_roster_that_is_kept_has_nobody(desk: Desk):
    await rosters.enter(desk, "11-28 白班 小王", "hj")

    assert (await day(desk, MON, "hj"))[1:3] == ["【汇嘉】", "没有人"]


async def test_of_today_it_is_said_who_is_on_duty_at_this_moment(desk: Desk):
    """At two in the morning it is still the night shift of the day before."""
    await rosters.enter(desk, "11-29 夜班 小许\n11-30 夜班 小曹")
    desk.clock.set("2026-11-30 02:00")

    told = await day(desk)

    assert told[-1] == "现在找谁：街道 小许"


async def test_a_week_has_a_line_a_day_and_whoever_stands_in(desk: Desk):
    await rosters.enter(desk, "11-30 白班 小王\n11-30 夜班 阿芳\n12-02 白班 小王、阿芳", "hj")

    told = await week(desk, "hj", None)

    assert told[:5] == [
        "11-30 到 12-06 值班：",
        "【汇嘉】",
        "11-30 周一 白班 小王；夜班 阿芳",
        "12-01 周二 没有人",
        "12-02 周三 白班 小王、阿芳",
    ]
    assert told[9:11] == ["【街道值班】", "没排值班表，按岗位找：小曹"]
    assert told[-1].startswith("排班：发 /roster")


async def test_who_keeps_every_roster_is_not_told_how_to_enter_one(desk: Desk):
    await rosters.enter(desk, "11-30 白班 小王", "hj")
    await rosters.enter(desk, "11-30 夜班 小曹")

    assert "/roster" not in "".join(await day(desk, MON, "hj", None))
