"""Who is on duty: by the roster, else by post, and only who can be reached."""

import pytest

from bot.core import duty, groups
from bot.core.workflow import Action
from models import Person
from tests.core import rosters
from tests.desk import GROUPS, Desk

#: Monday the 23rd; the desk's day begins at 10:00
ROSTER = "11-23 白班 小曹\n11-23 夜班 小钱\n11-24 白班 小曹"


async def names(desk: Desk, who: str, at: str) -> list[str]:
    desk.clock.set(at)
    async with desk.database.reading() as session:
        now = desk.clock.now()
        if who == "leader":
            found = await duty.leader_on_duty(session, now=now)
        else:
            found = await duty.of_community(session, who, now=now)
        return [person.nickname for person in found]


@pytest.fixture
async def second(desk: Desk) -> Person:
    """A second duty officer."""
    return await rosters.appoint(desk, "小钱", "duty")


@pytest.mark.parametrize(
    ("at", "who"),
    [
        ("2026-11-23 08:29", ["小曹", "小钱"]),
        ("2026-11-23 08:30", ["小曹"]),
        ("2026-11-23 17:29", ["小曹"]),
        # the change of shift: whoever comes, not whoever goes
        ("2026-11-23 17:30", ["小钱"]),
        ("2026-11-24 00:00", ["小钱"]),
        ("2026-11-24 08:29", ["小钱"]),
        ("2026-11-24 08:30", ["小曹"]),
        # nobody was entered for the night: whoever holds the post
        ("2026-11-24 18:00", ["小曹", "小钱"]),
    ],
)
async def test_the_roster_says_who_is_on_duty_at_the_street(desk: Desk, second: Person, at: str, who: list[str]):
    await rosters.enter(desk, ROSTER)

    assert await rosters.on_duty(desk, at) == who


async def test_without_a_roster_it_is_the_post_first_that_can_be_reached(desk: Desk):
    told = [await rosters.on_duty(desk)]
    await rosters.appoint(desk, "邓主任", "leader")
    await rosters.appoint(desk, "管理员", "admin")
    for person in (desk.duty, desk.dispatcher):
        await rosters.lose(desk, person)
        told.append(await rosters.on_duty(desk))
    async with desk.database.reading() as session:
        leader = await duty.leader_on_duty(session, now=desk.clock.now())
    for person in leader:
        await rosters.lose(desk, person)

    assert told == [["小曹"], ["小许"], ["邓主任"]]
    assert await rosters.on_duty(desk) == ["管理员"]


async def test_when_nobody_can_be_reached_it_is_still_theirs(desk: Desk):
    for person in (desk.duty, desk.dispatcher):
        await rosters.lose(desk, person)

    assert await rosters.on_duty(desk) == ["小曹"]


async def test_a_street_without_anybody_has_nobody_on_duty(desk: Desk):
    for person in (desk.duty, desk.dispatcher):
        await rosters.dismiss(desk, person)

    assert await rosters.on_duty(desk) == []


async def test_who_is_on_shift_and_cannot_be_reached_is_stood_in_for(desk: Desk, second: Person):
    await rosters.enter(desk, ROSTER)

    await rosters.lose(desk, second)

    assert await rosters.on_duty(desk, "2026-11-23 20:00") == ["小曹"]


async def test_of_two_on_a_shift_it_is_whoever_can_be_reached(desk: Desk, second: Person):
    await rosters.enter(desk, "11-23 夜班 小钱、小许")

    both = await rosters.on_duty(desk, "2026-11-23 20:00")
    await rosters.lose(desk, second)

    assert (both, await rosters.on_duty(desk)) == (["小钱", "小许"], ["小许"])


async def test_who_left_does_not_count_though_his_shift_stands(desk: Desk, second: Person):
    await rosters.enter(desk, ROSTER)

    await rosters.dismiss(desk, second)

    assert await rosters.on_duty(desk, "2026-11-23 20:00") == ["小曹"]


async def test_the_leader_on_duty_comes_from_the_roster_else_from_the_post(desk: Desk):
    assert await names(desk, "leader", "2026-11-23 10:00") == []
    for nickname in ("邓主任", "钱主任"):
        await rosters.appoint(desk, nickname, "leader")

    await rosters.enter(desk, "11-23 带班 钱主任")

    assert await names(desk, "leader", "2026-11-24 08:00") == ["钱主任"]
    assert await names(desk, "leader", "2026-11-24 09:00") == ["邓主任", "钱主任"]
    # a leader's day is no duty officer's shift
    assert await rosters.on_duty(desk, "2026-11-24 08:00") == ["小曹"]


async def test_a_community_has_its_roster_then_its_posts_then_the_street(desk: Desk):
    await rosters.enter(desk, "11-23 白班 阿芳", "hj")

    rostered = await names(desk, "hj", "2026-11-23 10:00")
    later = await names(desk, "hj", "2026-11-23 20:00")
    found = [rostered, later]
    for person in (desk.worker, desk.grid_worker, desk.head):
        await rosters.dismiss(desk, person, "hj")
        found.append(await names(desk, "hj", "2026-11-23 10:00"))

    assert found == [["阿芳"], ["小王"], ["阿芳"], ["老陈"], ["小曹"]]


async def test_one_places_roster_is_not_anothers(desk: Desk):
    await rosters.enter(desk, "11-23 夜班 小林", "jp")

    assert await names(desk, "hj", "2026-11-23 20:00") == ["小王"]
    assert await rosters.on_duty(desk, "2026-11-23 20:00") == ["小曹"]


async def test_an_urgent_matter_at_night_is_told_to_the_one_on_shift(desk: Desk, second: Person):
    await rosters.enter(desk, ROSTER)
    desk.clock.set("2026-11-23 23:00")

    await desk.report("井盖没了", by=desk.courier)
    await desk.send()

    chats = {item.recipient for item in await desk.owed(kind="card")}
    assert chats == {"group-hj", "chat-小钱"}


async def test_who_leaves_empties_his_shifts_and_whoever_keeps_the_roster_hears_which(desk: Desk):
    await rosters.appoint(desk, "小王", "worker", "jp")
    await rosters.enter(desk, "11-23 白班 小王\n11-24 夜班 小王、阿芳\n12-01 白班 小王", "hj")
    await rosters.enter(desk, "11-25 白班 小王", "jp")
    desk.clock.set("2026-11-24 09:00")

    async with desk.database.transaction() as session:
        group = await groups.find(session, GROUPS["hj"])
        assert group is not None
        await groups.leave(session, group, desk.worker, now=desk.clock.now(), street=desk.street)
    await desk.send()

    # Monday's is over, and his post in 江畔 is still his.
    assert desk.channel.said_to("chat-老陈") == [
        "小王 离开了，排给他的 2 个班空出来了，请另外安排：\n11-24 周二 夜班\n12-01 周二 白班"
    ]
    assert await names(desk, "jp", "2026-11-25 10:00") == ["小王"]


async def test_the_head_hears_of_tickets_and_of_shifts(desk: Desk):
    await rosters.enter(desk, "11-24 白班 小王", "hj")
    await desk.act(await desk.report(by=desk.courier), Action.CLAIM, by=desk.worker)

    async with desk.database.transaction() as session:
        group = await groups.find(session, GROUPS["hj"])
        assert group is not None
        await groups.leave(session, group, desk.worker, now=desk.clock.now(), street=desk.street)
    await desk.send()

    shifts, tickets = desk.channel.said_to("chat-老陈")
    assert "11-24 周二 白班" in shifts
    assert "#1" in tickets
