"""A shift goes to a colleague: asked, agreed, approved; each step once, by who may, and all hear of it."""

import asyncio

import pytest
import sqlalchemy as sa

from bot.core.roster import swaps
from bot.core.roster.swaps import Step
from models import ShiftSwap
from tests.core import rosters, swapping
from tests.core.swapping import MON, TUE
from tests.desk import Desk


@pytest.fixture
async def kept(desk: Desk) -> Desk:
    """汇嘉 with a roster: 小王 has the night of the 30th, 阿芳 the one after."""
    await rosters.enter(desk, swapping.ROSTER, "hj")
    return desk


async def test_a_swap_is_asked_agreed_and_approved_and_the_roster_changes(kept: Desk):
    asked = await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")
    of_colleague = await swapping.buttons(kept, kept.grid_worker)
    agreed = await swapping.press(kept, Step.YES, by=kept.grid_worker)
    of_head = await swapping.buttons(kept, kept.head)
    approved = await swapping.press(kept, Step.GRANT, by=kept.head)

    assert (asked, agreed, approved) == ("阿芳", "好的，等批准", "批准了，值班表已改")
    assert (of_colleague, of_head) == (["w:1:yes", "w:1:no"], ["w:1:grant", "w:1:refuse"])
    assert await rosters.shifts(kept, "hj") == [(MON, "夜班", "阿芳"), (TUE, "夜班", "阿芳")]
    assert await swapping.told(kept, kept.worker) == [
        "阿芳同意替您值 汇嘉 11-30 周一 夜班，等老陈批准。",
        "换好了：汇嘉 11-30 周一 夜班 由阿芳替小王值（老陈批准）。",
    ]
    assert await swapping.told(kept, kept.grid_worker) == [
        "小王想请您替一个班：汇嘉 11-30 周一 夜班。行吗？",
        "换好了：汇嘉 11-30 周一 夜班 由阿芳替小王值（老陈批准）。",
    ]


async def test_a_colleague_who_cannot_says_so_and_nothing_changes(kept: Desk):
    await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")

    await swapping.press(kept, Step.NO, by=kept.grid_worker)

    assert await swapping.status(kept) == "refused"
    assert await swapping.told(kept, kept.worker) == [
        "阿芳那天不方便，汇嘉 11-30 周一 夜班 还是您的班。可以再问问别人。"
    ]
    assert await swapping.told(kept, kept.head) == []
    assert (MON, "夜班", "小王") in await rosters.shifts(kept, "hj")


async def test_what_is_not_approved_stays_as_it_was_and_both_hear_it(kept: Desk):
    await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")
    await swapping.press(kept, Step.YES, by=kept.grid_worker)

    await swapping.press(kept, Step.REFUSE, by=kept.head)

    words = "老陈没批准换班，汇嘉 11-30 周一 夜班 还是小王值。"
    assert [(await swapping.told(kept, each))[-1] for each in (kept.worker, kept.grid_worker)] == [words, words]
    assert (MON, "夜班", "小王") in await rosters.shifts(kept, "hj")


@pytest.mark.parametrize(
    ("step", "who", "may"),
    [
        (Step.YES, "grid_worker", True),
        # it is not for the asker, his head or anybody else to say what a colleague can do
        (Step.YES, "worker", False),
        (Step.YES, "head", False),
        (Step.NO, "neighbour", False),
        (Step.NO, "courier", False),
        (Step.GRANT, "head", True),
        # the street may as well
        (Step.GRANT, "dispatcher", True),
        # nobody approves of himself
        (Step.GRANT, "worker", False),
        (Step.GRANT, "grid_worker", False),
        (Step.GRANT, "duty", False),
        (Step.REFUSE, "neighbour", False),
        (Step.REFUSE, "guest", False),
    ],
)
async def test_rights_are_looked_at_when_a_button_is_pressed(kept: Desk, step: Step, who: str, may: bool):
    await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")
    if step in (Step.GRANT, Step.REFUSE):
        await swapping.press(kept, Step.YES, by=kept.grid_worker)
    before = await swapping.status(kept)

    said = await swapping.press(kept, step, by=kept.known[who])

    assert (said != "这次换班问的不是您。") == may
    assert (await swapping.status(kept) != before) == may


@pytest.mark.parametrize(
    ("earlier", "step", "who", "said"),
    [
        ([Step.YES], Step.YES, "grid_worker", "对方已经同意，等着批准"),
        ([Step.YES], Step.NO, "grid_worker", "对方已经同意，等着批准"),
        ([Step.NO], Step.YES, "grid_worker", "没换成"),
        ([Step.YES, Step.GRANT], Step.GRANT, "head", "已经换好了"),
        ([Step.YES, Step.GRANT], Step.REFUSE, "head", "已经换好了"),
        ([Step.YES, Step.REFUSE], Step.GRANT, "head", "没换成"),
        # a forged button: nobody has agreed yet
        ([], Step.GRANT, "head", "还在等同事回话"),
    ],
)
async def test_what_is_pressed_twice_or_late_is_answered_and_changes_nothing(
    kept: Desk, earlier: list[Step], step: Step, who: str, said: str
):
    await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")
    for each in earlier:
        await swapping.press(kept, each, by=kept.grid_worker if each in swaps.OF_COLLEAGUE else kept.head)
    before, roster = await swapping.status(kept), await rosters.shifts(kept, "hj")

    words = await swapping.press(kept, step, by=kept.known[who])

    assert words == f"这次换班{said}，不用再按了。"
    assert (await swapping.status(kept), await rosters.shifts(kept, "hj")) == (before, roster)


async def test_of_two_who_approve_at_once_one_does(kept: Desk):
    secretary = await rosters.appoint(kept, "周书记", "secretary", "hj")
    await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")
    await swapping.press(kept, Step.YES, by=kept.grid_worker)

    said = await asyncio.gather(
        swapping.press(kept, Step.GRANT, by=kept.head), swapping.press(kept, Step.REFUSE, by=secretary)
    )

    assert sum("不用再按了" in words for words in said) == 1
    assert len(await swapping.told(kept, kept.worker)) == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("11-30 夜班 老陈", "老陈"),
        ("11月30日 夜班 老陈", "老陈"),
        ("", "换不了：要写成 /swap 11-23 白班 小王。"),
        ("11-30 无", "换不了：要写成 /swap 11-23 白班 小王。"),
        ("11-30 夜班 阿芳、老陈", "换不了：要写成 /swap 11-23 白班 小王。"),
        ("11-30 夜班", "换不了：夜班没写谁来值；这一天谁都不排，就写日期加一个“无”。"),
        ("02-30 夜班 阿芳", "换不了：没有 02-30 这一天。"),
        ("11-30 中班 阿芳", "换不了：没有“中班”这个班，有的是：白班、夜班、带班。"),
        ("11-30 白班 阿芳", "您 11-30 周一 没有白班，换不了。"),
        ("12-01 夜班 老陈", "您 12-01 周二 没有夜班，换不了。"),
        ("11-30 夜班 小赵", "换不了：汇嘉名册里没有“小赵”，有的是：小王、阿芳、老陈。"),
        ("11-30 夜班 小林", "换不了：汇嘉名册里没有“小林”，有的是：小王、阿芳、老陈。"),
        ("11-30 夜班 小王", "换不了：这本来就是您的班。"),
        ("11-30 夜班 x' OR 1=1 --", "换不了：汇嘉名册里没有“x' OR 1=1”，有的是：小王、阿芳、老陈。"),
    ],
)
async def test_what_cannot_be_swapped_is_told_why(small_desk: Desk, written: str, said: str):
    await rosters.enter(small_desk, swapping.ROSTER, "hj")

    assert await swapping.ask(small_desk, small_desk.worker, written) == said


async def test_a_colleague_with_a_shift_elsewhere_at_that_time_cannot(kept: Desk):
    await rosters.appoint(kept, "阿芳", "worker", "jp")
    await rosters.enter(kept, "11-30 带班 阿芳", "jp")

    assert (
        await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：阿芳那时候在江畔有班（11-30 周一 带班）。"
    )


async def test_a_colleague_who_is_on_the_same_shift_cannot(kept: Desk):
    await rosters.enter(kept, "11-30 夜班 小王、阿芳", "hj")

    assert await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：阿芳也在这个班上。"


async def test_a_colleague_who_cannot_be_reached_cannot_be_asked(kept: Desk):
    await rosters.lose(kept, kept.grid_worker)

    assert await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：阿芳还没跟机器人说过话，问不到他。"


async def test_a_shift_that_has_begun_cannot_be_swapped(kept: Desk):
    kept.clock.set("2026-11-30 17:30")

    assert await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：这个班已经开始了。"


async def test_who_is_asked_instead_makes_the_earlier_request_void(kept: Desk):
    await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")

    await swapping.ask(kept, kept.worker, "11-30 夜班 老陈")

    assert [await swapping.status(kept, 1), await swapping.status(kept, 2)] == ["void", "asked"]
    assert (await swapping.told(kept, kept.grid_worker))[-1] == "小王另外找人了，汇嘉 11-30 周一 夜班 不用您替了。"
    assert await swapping.press(kept, Step.YES, by=kept.grid_worker) == "这次换班已经作废了，不用再按了。"


@pytest.mark.parametrize("number", [0, 2, 999_999_999, 9_999_999_999])
async def test_a_swap_that_never_was_is_bad_input(kept: Desk, number: int):
    await swapping.ask(kept, kept.worker, "11-30 夜班 阿芳")

    said = await swapping.press(kept, Step.YES, by=kept.grid_worker, swap=number)

    async with kept.database.reading() as session:
        assert len((await session.scalars(sa.select(ShiftSwap))).all()) == 1
    assert said == "这个没看懂，或者已经过时了。"
