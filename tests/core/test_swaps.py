"""A shift goes to a colleague: asked, agreed, approved; each step once, by who may, and all hear of it."""

import asyncio
from datetime import date

import pytest
import sqlalchemy as sa

from bot.core import refusals
from bot.core.notes import Note
from bot.core.roster import swaps
from bot.core.roster.swaps import Step
from models import Person, ShiftSwap
from tests.core import rosters
from tests.desk import Desk, chat_of

MON, TUE = date(2026, 11, 30), date(2026, 12, 1)
ROSTER = "11-30 夜班 小王\n12-01 夜班 阿芳"


@pytest.fixture
async def kept(desk: Desk) -> Desk:
    """汇嘉 with a roster: 小王 has the night of the 30th, 阿芳 the one after."""
    await rosters.enter(desk, ROSTER, "hj")
    return desk


async def ask(desk: Desk, by: Person, written: str) -> str:
    """Somebody asks; whom he asked, or why he cannot."""
    async with desk.database.transaction() as session:
        try:
            return (await swaps.ask(session, by, written, now=desk.clock.now(), street=desk.street)).nickname
        except refusals.Refusal as no:
            return desk.street.texts(no.text_id, **no.facts)


async def press(desk: Desk, step: Step, *, by: Person, swap: int = 1) -> str:
    """Somebody presses a button; what he reads."""
    async with desk.database.transaction() as session:
        try:
            return await swaps.answer(session, swap, step, by=by, now=desk.clock.now(), street=desk.street)
        except refusals.Refusal as no:
            return desk.street.texts(no.text_id, **no.facts)


async def told(desk: Desk, person: Person) -> list[str]:
    await desk.send()
    return desk.channel.said_to(chat_of(person))


async def buttons(desk: Desk, person: Person) -> list[str]:
    """The buttons under the last thing this person was told."""
    await desk.send()
    shown = [s.what for s in desk.channel.messages.values() if s.to.chat == chat_of(person)]
    assert isinstance(shown[-1], Note)
    return [button.id for row in shown[-1].buttons for button in row]


async def status(desk: Desk, swap: int = 1) -> str:
    async with desk.database.reading() as session:
        return (await session.get_one(ShiftSwap, swap)).status


async def test_a_swap_is_asked_agreed_and_approved_and_the_roster_changes(kept: Desk):
    asked = await ask(kept, kept.worker, "11-30 夜班 阿芳")
    of_colleague = await buttons(kept, kept.grid_worker)
    agreed = await press(kept, Step.YES, by=kept.grid_worker)
    of_head = await buttons(kept, kept.head)
    approved = await press(kept, Step.GRANT, by=kept.head)

    assert (asked, agreed, approved) == ("阿芳", "好的，等批准", "批准了，值班表已改")
    assert (of_colleague, of_head) == (["w:1:yes", "w:1:no"], ["w:1:grant", "w:1:refuse"])
    assert await rosters.shifts(kept, "hj") == [(MON, "夜班", "阿芳"), (TUE, "夜班", "阿芳")]
    assert await told(kept, kept.worker) == [
        "阿芳同意替您值 汇嘉 11-30 周一 夜班，等老陈批准。",
        "换好了：汇嘉 11-30 周一 夜班 由阿芳替小王值（老陈批准）。",
    ]
    assert await told(kept, kept.grid_worker) == [
        "小王想请您替一个班：汇嘉 11-30 周一 夜班。行吗？",
        "换好了：汇嘉 11-30 周一 夜班 由阿芳替小王值（老陈批准）。",
    ]


async def test_a_colleague_who_cannot_says_so_and_nothing_changes(kept: Desk):
    await ask(kept, kept.worker, "11-30 夜班 阿芳")

    await press(kept, Step.NO, by=kept.grid_worker)

    assert await status(kept) == "refused"
    assert await told(kept, kept.worker) == ["阿芳那天不方便，汇嘉 11-30 周一 夜班 还是您的班。可以再问问别人。"]
    assert await told(kept, kept.head) == []
    assert (MON, "夜班", "小王") in await rosters.shifts(kept, "hj")


async def test_what_is_not_approved_stays_as_it_was_and_both_hear_it(kept: Desk):
    await ask(kept, kept.worker, "11-30 夜班 阿芳")
    await press(kept, Step.YES, by=kept.grid_worker)

    await press(kept, Step.REFUSE, by=kept.head)

    words = "老陈没批准换班，汇嘉 11-30 周一 夜班 还是小王值。"
    assert [(await told(kept, each))[-1] for each in (kept.worker, kept.grid_worker)] == [words, words]
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
    await ask(kept, kept.worker, "11-30 夜班 阿芳")
    if step in (Step.GRANT, Step.REFUSE):
        await press(kept, Step.YES, by=kept.grid_worker)
    before = await status(kept)

    said = await press(kept, step, by=kept.known[who])

    assert (said != "这次换班问的不是您。") == may
    assert (await status(kept) != before) == may


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
    await ask(kept, kept.worker, "11-30 夜班 阿芳")
    for each in earlier:
        await press(kept, each, by=kept.grid_worker if each in swaps.OF_COLLEAGUE else kept.head)
    before, roster = await status(kept), await rosters.shifts(kept, "hj")

    words = await press(kept, step, by=kept.known[who])

    assert words == f"这次换班{said}，不用再按了。"
    assert (await status(kept), await rosters.shifts(kept, "hj")) == (before, roster)


async def test_of_two_who_approve_at_once_one_does(kept: Desk):
    await rosters.appoint(kept, "周书记", "secretary", "hj")
    secretary = await rosters.appoint(kept, "周书记", "secretary", "hj")
    await ask(kept, kept.worker, "11-30 夜班 阿芳")
    await press(kept, Step.YES, by=kept.grid_worker)

    said = await asyncio.gather(press(kept, Step.GRANT, by=kept.head), press(kept, Step.REFUSE, by=secretary))

    assert sum("不用再按了" in words for words in said) == 1
    assert len(await told(kept, kept.worker)) == 2


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
    await rosters.enter(small_desk, ROSTER, "hj")

    assert await ask(small_desk, small_desk.worker, written) == said


async def test_a_colleague_with_a_shift_elsewhere_at_that_time_cannot(kept: Desk):
    await rosters.appoint(kept, "阿芳", "worker", "jp")
    await rosters.enter(kept, "11-30 带班 阿芳", "jp")

    assert await ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：阿芳那时候在江畔有班（11-30 周一 带班）。"


async def test_a_colleague_who_is_on_the_same_shift_cannot(kept: Desk):
    await rosters.enter(kept, "11-30 夜班 小王、阿芳", "hj")

    assert await ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：阿芳也在这个班上。"


async def test_a_colleague_who_cannot_be_reached_cannot_be_asked(kept: Desk):
    await rosters.lose(kept, kept.grid_worker)

    assert await ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：阿芳还没跟机器人说过话，问不到他。"


async def test_a_shift_that_has_begun_cannot_be_swapped(kept: Desk):
    kept.clock.set("2026-11-30 17:30")

    assert await ask(kept, kept.worker, "11-30 夜班 阿芳") == "换不了：这个班已经开始了。"


async def test_who_is_asked_instead_makes_the_earlier_request_void(kept: Desk):
    await ask(kept, kept.worker, "11-30 夜班 阿芳")

    await ask(kept, kept.worker, "11-30 夜班 老陈")

    assert [await status(kept, 1), await status(kept, 2)] == ["void", "asked"]
    assert (await told(kept, kept.grid_worker))[-1] == "小王另外找人了，汇嘉 11-30 周一 夜班 不用您替了。"
    assert await press(kept, Step.YES, by=kept.grid_worker) == "这次换班已经作废了，不用再按了。"


async def leaves_it_to_time(desk: Desk) -> None:
    desk.clock.set("2026-11-30 17:30")


async def enters_it_anew(desk: Desk) -> None:
    await rosters.enter(desk, "11-30 夜班 老陈", "hj")


async def dismisses_the_asker(desk: Desk) -> None:
    await rosters.dismiss(desk, desk.worker, "hj")


async def dismisses_the_colleague(desk: Desk) -> None:
    await rosters.dismiss(desk, desk.grid_worker, "hj")


async def gives_him_another_shift(desk: Desk) -> None:
    await rosters.appoint(desk, "阿芳", "worker", "jp")
    await rosters.enter(desk, "11-30 夜班 阿芳", "jp")


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (leaves_it_to_time, "这个班已经开始了"),
        (enters_it_anew, "班已经重新排过了"),
        (dismisses_the_asker, "班已经重新排过了"),
        (dismisses_the_colleague, "阿芳已经不在这个岗位了"),
        (gives_him_another_shift, "阿芳那时候在江畔有班（11-30 周一 夜班）"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
async def test_what_happened_in_between_makes_it_void_and_both_hear_why(small_desk: Desk, happens, why: str):
    desk = small_desk
    await rosters.enter(desk, ROSTER, "hj")
    await ask(desk, desk.worker, "11-30 夜班 阿芳")
    await press(desk, Step.YES, by=desk.grid_worker)

    await happens(desk)

    words = f"汇嘉 11-30 周一 夜班 没换成：{why}。"
    assert await press(desk, Step.GRANT, by=desk.head) == words
    assert await status(desk) == "void"
    assert [(await told(desk, each))[-1] for each in (desk.worker, desk.grid_worker)] == [words, words]


async def test_a_roster_entered_anew_with_the_same_shift_leaves_the_swap_as_it_is(kept: Desk):
    await ask(kept, kept.worker, "11-30 夜班 阿芳")
    await press(kept, Step.YES, by=kept.grid_worker)

    await rosters.enter(kept, ROSTER, "hj")

    assert await press(kept, Step.GRANT, by=kept.head) == "批准了，值班表已改"
    assert (MON, "夜班", "阿芳") in await rosters.shifts(kept, "hj")


async def approvers(desk: Desk) -> list[str]:
    """Who was asked to approve."""
    await desk.send()
    asked = [
        shown.to.chat.removeprefix("chat-")
        for shown in desk.channel.messages.values()
        if isinstance(shown.what, Note) and "批准吗" in shown.what.text
    ]
    return sorted(asked)


async def test_head_and_secretary_are_asked_but_not_the_one_who_swaps(small_desk: Desk):
    desk = small_desk
    await rosters.appoint(desk, "周书记", "secretary", "hj")
    await rosters.enter(desk, "11-30 夜班 老陈\n12-01 夜班 小王", "hj")
    await ask(desk, desk.worker, "12-01 夜班 阿芳")
    await press(desk, Step.YES, by=desk.grid_worker)
    both = await approvers(desk)

    await ask(desk, desk.head, "11-30 夜班 阿芳")
    await press(desk, Step.YES, by=desk.grid_worker, swap=2)

    assert both == ["周书记", "老陈"]
    assert (await approvers(desk)).count("周书记") == 2
    assert (await approvers(desk)).count("老陈") == 1
    assert await press(desk, Step.GRANT, by=desk.head, swap=2) == "这次换班问的不是您。"


async def test_a_community_with_nobody_else_is_approved_by_the_street(small_desk: Desk):
    desk = small_desk
    await rosters.enter(desk, "11-30 夜班 老陈", "hj")
    await ask(desk, desk.head, "11-30 夜班 阿芳")

    await press(desk, Step.YES, by=desk.grid_worker)

    assert await approvers(desk) == ["小许"]


@pytest.mark.parametrize(
    ("posts", "asked"),
    [
        # a dispatcher who is not one of the two
        ([("小沈", "dispatcher"), ("邓主任", "leader")], ["小沈"]),
        # the only dispatcher swaps himself: the leader
        ([("邓主任", "leader")], ["邓主任"]),
        # nobody else is there
        ([], ["小许"]),
    ],
)
async def test_at_the_street_the_dispatcher_approves_else_the_leader(
    small_desk: Desk, posts: list[tuple[str, str]], asked: list[str]
):
    desk = small_desk
    for nickname, post in posts:
        await rosters.appoint(desk, nickname, post)
    await rosters.enter(desk, "11-30 夜班 小许")
    await ask(desk, desk.dispatcher, "11-30 夜班 小曹")

    await press(desk, Step.YES, by=desk.duty)

    assert await approvers(desk) == asked


async def test_who_alone_is_there_may_approve_of_himself(small_desk: Desk):
    desk = small_desk
    await rosters.enter(desk, "11-30 夜班 小许")
    await ask(desk, desk.dispatcher, "11-30 夜班 小曹")
    await press(desk, Step.YES, by=desk.duty)

    await press(desk, Step.GRANT, by=desk.dispatcher)

    assert await rosters.shifts(desk) == [(MON, "夜班", "小曹")]


@pytest.mark.parametrize("number", [0, 2, 999_999_999, 9_999_999_999])
async def test_a_swap_that_never_was_is_bad_input(kept: Desk, number: int):
    await ask(kept, kept.worker, "11-30 夜班 阿芳")

    said = await press(kept, Step.YES, by=kept.grid_worker, swap=number)

    async with kept.database.reading() as session:
        assert len((await session.scalars(sa.select(ShiftSwap))).all()) == 1
    assert said == "这个没看懂，或者已经过时了。"
