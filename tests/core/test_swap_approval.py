"""Who approves a swap, and what makes one void before anybody has."""

import pytest

from bot.core.notes import Note
from bot.core.roster.swaps import Step
from tests.core import rosters, swapping
from tests.core.swapping import MON
from tests.desk import Desk


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Look-ups by equality: one kind of database is enough."""
    return small_desk


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
async def test_what_happened_in_between_makes_it_void_and_both_hear_why(desk: Desk, happens, why: str):
    await rosters.enter(desk, swapping.ROSTER, "hj")
    await swapping.ask(desk, desk.worker, "11-30 夜班 阿芳")
    await swapping.press(desk, Step.YES, by=desk.grid_worker)

    await happens(desk)

    words = f"汇嘉 11-30 周一 夜班 没换成：{why}。"
    assert await swapping.press(desk, Step.GRANT, by=desk.head) == words
    assert await swapping.status(desk) == "void"
    assert [(await swapping.told(desk, each))[-1] for each in (desk.worker, desk.grid_worker)] == [words, words]


async def test_a_roster_entered_anew_with_the_same_shift_leaves_the_swap_as_it_is(desk: Desk):
    await rosters.enter(desk, swapping.ROSTER, "hj")
    await swapping.ask(desk, desk.worker, "11-30 夜班 阿芳")
    await swapping.press(desk, Step.YES, by=desk.grid_worker)

    await rosters.enter(desk, swapping.ROSTER, "hj")

    assert await swapping.press(desk, Step.GRANT, by=desk.head) == "批准了，值班表已改"
    assert (MON, "夜班", "阿芳") in await rosters.shifts(desk, "hj")


async def approvers(desk: Desk) -> list[str]:
    """Who was asked to approve."""
    await desk.send()
    asked = [
        shown.to.chat.removeprefix("chat-")
        for shown in desk.channel.messages.values()
        if isinstance(shown.what, Note) and "批准吗" in shown.what.text
    ]
    return sorted(asked)


async def test_head_and_secretary_are_asked_but_not_the_one_who_swaps(desk: Desk):
    await rosters.appoint(desk, "周书记", "secretary", "hj")
    await rosters.enter(desk, "11-30 夜班 老陈\n12-01 夜班 小王", "hj")
    await swapping.ask(desk, desk.worker, "12-01 夜班 阿芳")
    await swapping.press(desk, Step.YES, by=desk.grid_worker)
    both = await approvers(desk)

    await swapping.ask(desk, desk.head, "11-30 夜班 阿芳")
    await swapping.press(desk, Step.YES, by=desk.grid_worker, swap=2)

    assert both == ["周书记", "老陈"]
    assert (await approvers(desk)).count("周书记") == 2
    assert (await approvers(desk)).count("老陈") == 1
    assert await swapping.press(desk, Step.GRANT, by=desk.head, swap=2) == "这次换班问的不是您。"


async def test_a_community_with_nobody_else_is_approved_by_the_street(desk: Desk):
    await rosters.enter(desk, "11-30 夜班 老陈", "hj")
    await swapping.ask(desk, desk.head, "11-30 夜班 阿芳")

    await swapping.press(desk, Step.YES, by=desk.grid_worker)

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
    desk: Desk, posts: list[tuple[str, str]], asked: list[str]
):
    for nickname, post in posts:
        await rosters.appoint(desk, nickname, post)
    await rosters.enter(desk, "11-30 夜班 小许")
    await swapping.ask(desk, desk.dispatcher, "11-30 夜班 小曹")

    await swapping.press(desk, Step.YES, by=desk.duty)

    assert await approvers(desk) == asked


async def test_who_alone_is_there_may_approve_of_himself(desk: Desk):
    await rosters.enter(desk, "11-30 夜班 小许")
    await swapping.ask(desk, desk.dispatcher, "11-30 夜班 小曹")
    await swapping.press(desk, Step.YES, by=desk.duty)

    await swapping.press(desk, Step.GRANT, by=desk.dispatcher)

    assert await rosters.shifts(desk) == [(MON, "夜班", "小曹")]
