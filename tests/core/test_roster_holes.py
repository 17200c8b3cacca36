"""Empty shifts are warned of three days ahead and one day ahead, in one message a place, once."""

from datetime import date

import pytest

from bot.core.roster import holes
from models import Person
from tests.core import rosters
from tests.desk import Desk
from tests.street import demo_street


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """The queries are the roster's own, tried on both kinds of database elsewhere."""
    return small_desk


@pytest.fixture
async def leader(desk: Desk) -> Person:
    return await rosters.appoint(desk, "邓主任", "leader")


async def look(desk: Desk, at: str, who: str = "小许") -> list[str]:
    """Everything this person was told so far, when the street has looked at this moment."""
    await rosters.look(desk, at)
    return desk.channel.said_to(f"chat-{who}")


async def test_a_hole_is_told_three_days_ahead_and_one_day_ahead(desk: Desk, leader: Person):
    await rosters.enter(desk, rosters.WEEK)
    await rosters.enter(desk, "11-26 带班 邓主任")
    # On Friday the days that follow are told too, so Thursday's is looked at alone.
    told = [len(await look(desk, f"2026-11-{day} 08:40")) for day in (23, 24, 25, 26)]

    assert told == [1, 1, 2, 2]
    first, second = desk.channel.said_to("chat-小许")
    assert first == second
    assert first == (
        "洪塘街道（演示）值班表有空着的班，请排一下：\n11-26 周四 夜班\n发 /roster，换行写“11-26 夜班 小王”就行。"
    )


async def test_all_the_holes_of_a_place_are_one_message(desk: Desk, leader: Person):
    """Told on a Friday: Saturday to Monday a day ahead, Tuesday and Wednesday three days ahead."""
    await rosters.enter(desk, rosters.WEEK)
    await rosters.enter(desk, "11-29 夜班 小曹")

    (told,) = await look(desk, "2026-11-27 08:40")

    assert told.splitlines()[1:-1] == [
        "11-29 周日 白班、带班",
        "11-30 周一 夜班、带班",
        "12-01 周二 夜班、带班",
        "12-02 周三 夜班、带班",
    ]


@pytest.mark.parametrize(
    ("at", "times"),
    [
        ("2026-11-23 08:39", 0),
        ("2026-11-23 08:40", 1),
        # late, but on the same day
        ("2026-11-23 23:59", 1),
        # the day after it is too late for the first warning, and too early for the second
        ("2026-11-24 08:40", 0),
        ("2026-11-24 00:00", 0),
    ],
)
async def test_a_warning_comes_in_working_hours_and_late_only_on_the_same_day(
    desk: Desk, leader: Person, at: str, times: int
):
    await rosters.enter(desk, rosters.WEEK)
    await rosters.enter(desk, "11-26 带班 邓主任")

    assert len(await look(desk, at)) == times


async def test_what_was_told_is_not_told_again_and_what_is_new_is(desk: Desk, leader: Person):
    await rosters.enter(desk, rosters.WEEK)
    await rosters.enter(desk, "11-26 带班 邓主任")
    await look(desk, "2026-11-23 08:40")
    again = len(await look(desk, "2026-11-23 08:41"))

    await rosters.enter(desk, "11-24 带班 邓主任")

    told = await look(desk, "2026-11-23 11:00")
    assert (again, len(told)) == (1, 2)
    assert "11-24 周二 夜班" in told[1]
    assert "11-26" not in told[1].splitlines()[1]


async def test_who_fills_a_hole_hears_no_more_of_it(desk: Desk, leader: Person):
    await rosters.enter(desk, rosters.WEEK)
    await rosters.enter(desk, "11-26 带班 邓主任")
    await look(desk, "2026-11-23 08:40")

    await rosters.enter(desk, "11-26 夜班 小曹\n11-26 带班 邓主任")

    assert len(await look(desk, "2026-11-25 08:40")) == 1


async def test_the_shift_of_somebody_who_left_is_a_hole(desk: Desk, leader: Person):
    await rosters.enter(desk, rosters.WEEK)

    await rosters.dismiss(desk, desk.duty)

    assert "11-24 周二 夜班" in (await look(desk, "2026-11-23 08:40"))[0]


async def test_a_street_without_a_roster_hears_nothing(desk: Desk):
    assert await look(desk, "2026-11-23 08:40") == []


async def test_a_roster_that_ended_two_weeks_ago_is_none(desk: Desk, leader: Person):
    await rosters.enter(desk, "11-23 夜班 小曹\n11-23 带班 邓主任")

    on_the_last_day = await look(desk, "2026-12-07 08:40")
    after_it = await look(desk, "2026-12-08 08:40")

    assert (len(on_the_last_day), len(after_it)) == (1, 1)


@pytest.mark.parametrize(
    ("day", "ahead", "told"),
    [
        (date(2026, 11, 26), 3, date(2026, 11, 23)),
        (date(2026, 11, 26), 1, date(2026, 11, 25)),
        # Saturday and Sunday are no working days
        (date(2026, 11, 30), 1, date(2026, 11, 27)),
        (date(2026, 12, 1), 3, date(2026, 11, 27)),
        # a Sunday that is worked
        (date(2026, 9, 21), 1, date(2026, 9, 20)),
        # inside the October holiday: the day before it
        (date(2026, 10, 7), 3, date(2026, 9, 30)),
        (date(2026, 10, 8), 1, date(2026, 9, 30)),
        # the nine days of the Spring Festival
        (date(2026, 2, 23), 1, date(2026, 2, 14)),
    ],
)
def test_a_warning_that_would_fall_on_a_day_off_comes_on_the_working_day_before(
    desk: Desk, day: date, ahead: int, told: date
):
    assert holes.warning_day(day, ahead, desk.street.calendar) == told


async def test_a_whole_holiday_is_looked_through_on_the_day_before(desk: Desk, leader: Person):
    desk.clock.set("2026-09-28 10:00")
    days = [f"09-{day}" for day in (28, 29, 30)] + [f"10-{day:02}" for day in range(1, 7)]
    await rosters.enter(desk, "\n".join(f"{day} 带班 邓主任\n{day} 夜班 小曹\n{day} 白班 小曹" for day in days))

    (told,) = await look(desk, "2026-09-30 08:40")

    # Three days before the 8th, 9th and 10th is a day of the holiday.
    assert [line.split()[0] for line in told.splitlines()[1:-1]] == ["10-07", "10-08", "10-09", "10-10"]


async def test_a_communitys_holes_are_told_to_its_head(desk: Desk):
    await rosters.enter(desk, "11-23 白班 小王\n11-24 白班 阿芳\n11-25 白班 小王", "hj")

    told = await look(desk, "2026-11-23 08:40", "老陈")

    assert told == ["汇嘉值班表有空着的班，请排一下：\n11-26 周四 白班\n发 /roster，换行写“11-26 白班 小王”就行。"]
    assert desk.channel.said_to("chat-小许") == []


@pytest.mark.parametrize(
    ("roster", "at", "told"),
    [
        # a roster for a holiday alone asks for nothing on ordinary days
        ("10-01 白班 小王\n10-02 白班 阿芳", "2026-10-09 08:40", []),
        # but for the holiday's other days
        ("10-01 白班 小王\n10-02 白班 阿芳", "2026-09-30 08:40", ["10-03", "10-04", "10-05", "10-06", "10-07"]),
        # nor does one for working days ask for the weekend
        ("09-21 白班 小王\n09-22 白班 阿芳", "2026-09-30 08:40", ["10-08", "10-09", "10-10"]),
        # the nights of a community are not watched
        ("09-28 夜班 小王", "2026-09-30 08:40", []),
    ],
)
async def test_a_community_is_reminded_of_the_sort_of_day_it_keeps_a_roster_for(
    desk: Desk, roster: str, at: str, told: list[str]
):
    desk.clock.set("2026-09-20 10:00")
    await rosters.enter(desk, roster, "hj")

    said = await look(desk, at, "老陈")

    assert [line.split()[0] for note in said for line in note.splitlines()[1:-1]] == told


async def test_without_a_head_the_secretary_hears_it_and_without_both_the_street(desk: Desk):
    await rosters.enter(desk, "11-23 白班 小王", "hj")
    await rosters.dismiss(desk, desk.head, "hj")
    await rosters.appoint(desk, "周书记", "secretary", "hj")
    await look(desk, "2026-11-23 08:40")
    await rosters.lose(desk, (await rosters.appoint(desk, "周书记", "secretary", "hj")))

    await look(desk, "2026-11-24 08:40")

    assert len(desk.channel.said_to("chat-周书记")) == 1
    assert len(desk.channel.said_to("chat-小许")) == 1


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({"street_needs": {}}, 0),
        ({"street_needs": {"白班": "every_day"}}, 1),
        ({"street_needs": {"夜班": "days_off"}}, 0),
        ({"warn_at": "09:30"}, 0),
        # the shifts were renamed, and what they are needed for was not written anew
        ({"shifts": {"早班": "08:00-20:00", "晚班": "20:00-08:00"}, "leader_shifts": []}, 0),
    ],
)
async def test_config_says_what_is_needed_and_when_it_is_told(
    desk: Desk, leader: Person, rules: dict[str, object], told: int
):
    await rosters.enter(desk, "11-23 夜班 小曹\n11-26 夜班 小曹")

    desk.street = demo_street(duty=rules)

    assert len(await look(desk, "2026-11-23 08:40")) == told
