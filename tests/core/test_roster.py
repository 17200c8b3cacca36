"""A roster is entered as a whole or not at all, and every fault is told at once."""

from datetime import date

import pytest

from bot.core.roster import wording
from models import Shift
from tests.core import rosters
from tests.desk import Desk

MON, TUE, WED = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Checks before anything is written: one kind of database is enough."""
    return small_desk


async def test_what_is_entered_is_who_is_on_it(desk: Desk):
    plan = await rosters.enter(desk, "11-30 白班 小王、阿芳\n12-01 夜班 老陈", "hj", by=desk.head)

    assert await rosters.shifts(desk, "hj") == [(MON, "白班", "小王"), (MON, "白班", "阿芳"), (TUE, "夜班", "老陈")]
    assert wording.entered(plan, desk.street) == [
        "汇嘉值班表记好了，2 天 2 个班：",
        "11-30 周一 白班 小王、阿芳",
        "12-01 周二 夜班 老陈",
    ]


async def test_a_night_shift_ends_the_next_morning_and_a_leaders_a_day_later(desk: Desk):
    await rosters.appoint(desk, "邓主任", "leader")

    await rosters.enter(desk, "11-30 夜班 小曹\n11-30 带班 邓主任")

    async with desk.database.reading() as session:
        night, leader = await session.get_one(Shift, 1), await session.get_one(Shift, 2)
    assert (night.post, night.starts_at.isoformat(), night.ends_at.isoformat()) == (
        "duty",
        "2026-11-30T09:30:00+00:00",
        "2026-12-01T00:30:00+00:00",
    )
    assert (leader.post, leader.ends_at - leader.starts_at) == ("leader", TUE - MON)


async def test_entering_a_day_again_replaces_that_day_at_that_place_and_says_so(desk: Desk):
    await rosters.enter(desk, "11-30 白班 小王\n11-30 夜班 阿芳\n12-01 白班 小王", "hj")
    await rosters.enter(desk, "11-30 夜班 小曹")

    plan = await rosters.enter(desk, "11-30 白班 老陈\n11-30 夜班 阿芳\n12-02 白班 小王", "hj")

    assert await rosters.shifts(desk, "hj") == [
        (MON, "夜班", "阿芳"),
        (MON, "白班", "老陈"),
        (TUE, "白班", "小王"),
        (WED, "白班", "小王"),
    ]
    assert await rosters.shifts(desk) == [(MON, "夜班", "小曹")]
    assert wording.entered(plan, desk.street)[-2:] == [
        "11-30 原来排过，已按新的来。",
        "原来有、现在没有了的：11-30 白班 小王",
    ]


async def test_a_day_can_be_emptied(desk: Desk):
    await rosters.enter(desk, "11-30 白班 小王\n12-01 白班 小王", "hj")

    plan = await rosters.enter(desk, "11-30 无", "hj")

    assert await rosters.shifts(desk, "hj") == [(TUE, "白班", "小王")]
    assert "11-30 周一 没有人" in wording.entered(plan, desk.street)


async def test_whoever_cannot_be_reached_is_entered_and_named(desk: Desk):
    await rosters.lose(desk, desk.grid_worker)

    plan = await rosters.enter(desk, "11-30 白班 小王\n11-30 夜班 阿芳\n12-01 夜班 阿芳", "hj")

    assert len(await rosters.shifts(desk, "hj")) == 3
    assert wording.entered(plan, desk.street)[-1].startswith("⚠ 阿芳 还没跟机器人说过话")


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("值班小曹", "值班小曹"),
        # a part that nobody else has, however it is written
        ("小曹", "值班小曹"),
        ("@小曹", "值班小曹"),
        ("ｌｉ　ｗｅｉ", "Li Wei"),
        # the whole name of one is a part of another's
        ("邓主任", "邓主任"),
        # two of one name have different posts
        ("双双（带班领导）", "双双"),
    ],
)
async def test_a_person_is_named_by_nickname_or_by_a_part_that_only_he_has(desk: Desk, name: str, who: str):
    for nickname, post in (("值班小曹", "duty"), ("Li Wei", "duty"), ("邓主任", "leader"), ("副邓主任", "leader")):
        await rosters.appoint(desk, nickname, post)
    await rosters.dismiss(desk, desk.duty)
    await rosters.appoint(desk, "双双", "duty", account="first")
    await rosters.appoint(desk, "双双", "leader", account="second")

    await rosters.enter(desk, f"11-30 夜班 {name}")

    assert await rosters.shifts(desk) == [(MON, "夜班", who)]


@pytest.mark.parametrize(
    ("text", "community", "told"),
    [
        ("11-30 夜班 小赵", "hj", "第 1 行：汇嘉名册里没有“小赵”，有的是：小王、阿芳、老陈"),
        # somebody of another community, and a courier
        ("11-30 夜班 小林", "hj", "第 1 行：汇嘉名册里没有“小林”，有的是：小王、阿芳、老陈"),
        ("11-30 夜班 阿毛", "hj", "第 1 行：汇嘉名册里没有“阿毛”，有的是：小王、阿芳、老陈"),
        # one character is a part of nearly every name
        ("11-30 夜班 王", "hj", "第 1 行：汇嘉名册里没有“王”，有的是：小王、阿芳、老陈"),
        ("11-30 夜班 x' OR 1=1 --", "hj", "第 1 行：汇嘉名册里没有“x' OR 1=1”，有的是：小王、阿芳、老陈"),
        ("11-30 夜班 😀", "hj", "第 1 行：汇嘉名册里没有“😀”，有的是：小王、阿芳、老陈"),
        ("11-30 夜班 小王", "ys", "第 1 行：云水湾名册还是空的，请管理员先用 /appoint 定岗"),
        # the same person by two of his names
        ("11-30 夜班 阿芳、@阿芳", "hj", "第 1 行：阿芳 写了两遍"),
        ("", "hj", "没有写谁值班。一行一个班，例如：11-23 白班 小王"),
        (" \n，\n", "hj", "没有写谁值班。一行一个班，例如：11-23 白班 小王"),
    ],
)
async def test_what_cannot_be_entered_is_told_and_changes_nothing(desk: Desk, text: str, community: str, told: str):
    assert await rosters.faults(desk, text, community) == [told]
    assert await rosters.shifts(desk, community) == []


async def test_a_name_that_two_have_is_answered_with_both(desk: Desk):
    await rosters.appoint(desk, "小王", "grid_worker", "hj", account="another")
    await rosters.appoint(desk, "老陈他爸", "worker", "hj")

    (told,) = await rosters.faults(desk, "11-30 夜班 小王\n12-01 夜班 老陈", "hj")

    assert told == (
        "第 1 行：汇嘉叫“小王”的不止一位：小王（社区工作者）、小王（网格员）。请写全，或者写成“小王（网格员）”"
    )


async def test_every_fault_is_told_at_once_and_the_good_lines_wait_too(desk: Desk):
    await rosters.enter(desk, "11-30 白班 小王", "hj")

    told = await rosters.faults(desk, "11-30 白班 老陈\n02-30 白班 老陈\n12-01 中班 老陈\n12-02 白班 小赵", "hj")

    assert [line.partition("：")[0] for line in told] == ["第 2 行", "第 3 行", "第 4 行"]
    assert await rosters.shifts(desk, "hj") == [(MON, "白班", "小王")]


@pytest.mark.parametrize(
    ("other", "text", "fault"),
    [
        ("11-30 夜班 小王", "11-30 夜班 小王", True),
        # the night before lasts until 08:30, when the day begins
        ("11-30 夜班 小王", "12-01 白班 小王", False),
        # a leader's day overlaps the night of its day, and the night of the day before does not
        ("11-30 带班 小王", "11-30 夜班 小王", True),
        ("11-30 带班 小王", "11-29 夜班 小王", False),
        ("11-30 夜班 小王", "11-30 夜班 阿芳", False),
    ],
)
async def test_nobody_is_at_two_places_at_once(desk: Desk, other: str, text: str, fault: bool):
    await rosters.appoint(desk, "小王", "worker", "jp")
    await rosters.enter(desk, other, "jp")

    told = await rosters.faults(desk, text, "hj")

    assert bool(told) == fault
    assert all("小王 同一时间在江畔已经有班了（11-30 周一" in line for line in told)


async def test_the_street_counts_as_a_place_too(desk: Desk):
    await rosters.appoint(desk, "小王", "duty")
    await rosters.enter(desk, "11-30 夜班 小王", "hj")

    (told,) = await rosters.faults(desk, "11-30 夜班 小王")

    assert "在汇嘉已经有班了" in told


async def test_a_shift_at_a_place_that_he_left_is_in_nobodys_way(desk: Desk):
    await rosters.appoint(desk, "小王", "worker", "jp")
    await rosters.enter(desk, "11-30 夜班 小王", "jp")
    await rosters.dismiss(desk, desk.worker, "jp")

    assert await rosters.faults(desk, "11-30 夜班 小王", "hj") == []


async def test_three_hundred_lines_are_entered_at_once(desk: Desk):
    days = [date.fromordinal(MON.toordinal() + ahead) for ahead in range(300)]

    plan = await rosters.enter(desk, "\n".join(f"{day} 夜班 阿芳" for day in days), "hj")

    told = wording.entered(plan, desk.street)
    assert len(await rosters.shifts(desk, "hj")) == 300
    assert told[0] == "汇嘉值班表记好了，300 天 300 个班："
    assert told[-1] == "……还有 269 天"


async def test_the_same_fault_of_three_hundred_lines_is_told_once(desk: Desk):
    lines = [f"{date.fromordinal(MON.toordinal() + ahead)} 夜班 小赵" for ahead in range(299)]

    told = await rosters.faults(desk, "\n".join([*lines, "12-01 夜班 阿芳"]), "hj")

    assert told == [
        "第 1-299 行：汇嘉名册里没有“小赵”，有的是：小王、阿芳、老陈",
        "第 300 行：和第 2 行是同一个班；几个人一起值就写在一行，用、隔开",
    ]


def test_many_sentences_become_messages_that_a_channel_takes():
    told = [f"{number} 没有这一天" * 9 for number in range(300)]

    pages = list(wording.pages(told))

    assert "\n".join(pages).split("\n") == told
    assert len(pages) > 1
    assert max(map(len, pages)) <= 4096
