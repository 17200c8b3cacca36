"""The ladder as people live it: who hears, when, once, and nobody is woken who need not be (DOMAIN 3.3, 6.2)."""

import asyncio

import pytest

from bot.core import people
from bot.core.reminders import rounds
from bot.core.workflow import Action
from models import Ticket
from tests.desk import GROUPS, Desk
from tests.street import demo_street

MANHOLE = "汇嘉花园2幢门口井盖没了"
FIRE = "12幢4楼窗户冒烟 像是着火了"
SLOW = "2幢门口灭火器箱子空的"
NOISE = "3幢阿姨说隔壁空调外机嗡嗡响 睡不着"


async def shown(desk: Desk, words: str | None = None) -> Ticket:
    """A report whose card has reached the group."""
    ticket = await (desk.report(words, by=desk.courier) if words else desk.report(by=desk.courier))
    await desk.send()
    return ticket


def said_in_group(desk: Desk) -> list[str]:
    return desk.channel.said_to(GROUPS["hj"].chat)


async def test_an_unclaimed_matter_climbs_step_by_step(desk: Desk):
    """S29: in the group once, then the grid head, then secretary and dispatcher."""
    await shown(desk)

    await desk.pass_time("2026-11-23 17:00")

    assert [text.count("#1 ") for text in said_in_group(desk)] == [1]
    heard = {name: len(desk.heard(desk.known[name])) for name in ("head", "secretary", "dispatcher", "duty", "leader")}
    assert heard == {"head": 1, "secretary": 1, "dispatcher": 1, "duty": 0, "leader": 0}
    assert {nudge.key: nudge.outcome for nudge in await desk.nudges()} == {
        "1:claim:1:half": "sent",
        "1:claim:1:overdue": "sent",
        "1:claim:1:double": "sent",
        # nobody owns it yet: whom should the end of its time be told?
        "1:close:1:three_quarters": "empty",
        "1:close:1:overdue": "listed",
    }


async def test_looking_again_says_nothing_again(desk: Desk):
    await shown(desk)
    await desk.remind("2026-11-23 12:00")
    before = len(await desk.owed())

    await desk.remind("2026-11-23 12:01")

    assert len(await desk.owed()) == before


async def test_two_who_look_at_once_say_it_once(desk: Desk):
    await shown(desk)
    desk.clock.set("2026-11-23 12:00")

    async def look() -> None:
        async with desk.database.transaction() as session:
            await rounds.look(session, now=desk.clock.now(), street=desk.street)

    await asyncio.gather(*(look() for _ in range(4)))
    await desk.send()

    assert len(desk.heard(desk.head)) == 1


async def test_what_an_outage_missed_is_told_at_its_newest_step_only(desk: Desk):
    await shown(desk)

    await desk.remind("2026-11-23 15:30")

    outcomes = {nudge.key: nudge.outcome for nudge in await desk.nudges() if ":claim:" in nudge.key}
    assert outcomes == {"1:claim:1:half": "stale", "1:claim:1:overdue": "stale", "1:claim:1:double": "sent"}
    assert desk.heard(desk.head) == []
    assert len(desk.heard(desk.secretary)) == 1


async def test_a_claim_ends_the_ladder_and_a_release_begins_it_anew(desk: Desk):
    ticket = await shown(desk)
    await desk.pass_time("2026-11-23 11:30")
    await desk.claim(ticket, by=desk.worker)
    await desk.pass_time("2026-11-23 13:40")

    await desk.act(ticket, Action.RELEASE, by=desk.worker)
    await desk.pass_time("2026-11-23 15:45")

    claims = [nudge.key for nudge in await desk.nudges() if ":claim:" in nudge.key]
    assert claims == ["1:claim:1:half", "1:claim:2:half", "1:claim:2:overdue"]


async def test_the_owner_is_warned_at_three_quarters_and_the_rest_stands_in_the_lists(desk: Desk):
    ticket = await shown(desk)
    await desk.claim(ticket, by=desk.worker)

    await desk.pass_time("2026-11-23 16:00")

    keys = {nudge.key: (nudge.outcome, nudge.told) for nudge in await desk.nudges()}
    assert keys == {
        "1:close:1:three_quarters": ("sent", [desk.worker.id]),
        "1:close:1:overdue": ("listed", []),
    }
    assert (await desk.ticket(ticket)).late_since is not None


async def test_the_courier_hears_once_that_it_is_late(desk: Desk):
    ticket = await shown(desk)
    await desk.claim(ticket, by=desk.worker)
    await desk.pass_time("2026-11-23 16:00")
    desk.clock.set("2026-11-24 10:00")

    await desk.remind()

    assert len([text for text in desk.heard(desk.courier) if "到时限了" in text]) == 1


async def test_five_working_days_late_is_supervised_and_said_so_on_the_card(desk: Desk):
    ticket = await shown(desk)
    await desk.claim(ticket, by=desk.worker)

    await desk.pass_time("2026-12-01 09:00")

    assert (await desk.ticket(ticket)).supervised_at is not None
    assert "督办" in dict(desk.card(ticket).fields)["状态"]
    assert any("督办" in text for text in desk.heard(desk.worker))


async def test_at_night_an_urgent_matter_wakes_those_on_duty_and_nobody_else(desk: Desk):
    """S07: no message in the group either."""
    desk.clock.set("2026-10-03 02:10")
    await shown(desk, MANHOLE)

    await desk.pass_time("2026-10-03 04:30")

    assert said_in_group(desk) == []
    assert [len(desk.heard(person)) for person in (desk.head, desk.worker, desk.secretary, desk.dispatcher)] == [0] * 4
    # half, overdue, double; then the fencing: soon due, and not done
    assert len(desk.heard(desk.duty)) == 5
    assert len(desk.heard(desk.leader)) == 2


async def test_an_emergency_climbs_within_minutes_at_any_hour(desk: Desk):
    desk.clock.set("2026-10-03 02:10")
    await shown(desk, FIRE)

    await desk.pass_time("2026-10-03 02:20")

    told = {nudge.key: set(nudge.told) for nudge in await desk.nudges()}
    assert told == {
        "1:claim:1:half": {desk.duty.id, desk.head.id},
        "1:claim:1:overdue": {desk.head.id, desk.secretary.id, desk.duty.id},
        "1:claim:1:double": {desk.leader.id},
    }


async def test_what_comes_due_in_the_evening_waits_for_the_morning(desk: Desk):
    """Staff hear of ordinary matters in working time only: 48 continuous hours may end on a Saturday night."""
    desk.clock.set("2026-11-26 20:00")
    await shown(desk, "5幢楼顶在搭阳光房")
    await desk.pass_time("2026-11-29 12:00")
    before = [nudge.key for nudge in await desk.nudges() if "make_safe" in nudge.key]

    await desk.pass_time("2026-11-30 08:30")

    after = {nudge.key: nudge.outcome for nudge in await desk.nudges() if "make_safe" in nudge.key}
    assert before == []
    assert after == {"1:make_safe:1:three_quarters": "stale", "1:make_safe:1:overdue": "sent"}


@pytest.mark.parametrize(
    ("at", "may"),
    [
        # the first and the last minute of the day, and lunch, which is not quiet
        ("2026-11-24 08:30", True),
        ("2026-11-24 12:30", True),
        ("2026-11-24 18:00", True),
        ("2026-11-24 08:29", False),
        ("2026-11-24 18:01", False),
        # a Saturday, a make-up Sunday
        ("2026-11-28 10:00", False),
        ("2026-09-20 10:00", True),
    ],
)
async def test_ordinary_reminders_come_on_working_days_only(small_desk: Desk, at, may):
    desk = small_desk
    desk.clock.set("2026-09-18 10:00" if at.startswith("2026-09") else "2026-11-23 10:00")
    await shown(desk)

    await desk.remind(at)

    assert bool([n for n in await desk.nudges() if n.outcome == "sent"]) == may


async def test_a_people_matter_is_never_named_in_a_group_and_who_is_called_may_see_it(desk: Desk):
    ticket = await shown(desk, NOISE)

    await desk.pass_time("2026-11-25 12:00")

    assert said_in_group(desk) == []
    everything = [text for chat in GROUPS.values() for text in desk.channel.said_to(chat.chat)]
    assert all("空调" not in text and "3幢" not in text for text in everything)
    assert all("空调" not in text and "3幢" not in text for text in desk.heard(desk.secretary))
    assert desk.secretary.id in (await desk.ticket(ticket)).named


async def test_an_empty_post_is_climbed_over(desk: Desk):
    async with desk.database.transaction() as session:
        await people.dismiss(session, desk.head, "hj", now=desk.clock.now())
    await shown(desk)

    await desk.pass_time("2026-11-23 12:00")

    assert len(desk.heard(desk.secretary)) == 1


async def test_many_at_once_are_one_message_and_the_most_urgent_stand_first(desk: Desk):
    for building in range(1, 9):
        await desk.report(f"{building}幢门口垃圾箱翻了", by=desk.courier, at=None)
    await desk.send()

    await desk.pass_time("2026-11-23 12:00")

    assert len(desk.heard(desk.head)) == 1
    assert all(f"#{number} " in desk.heard(desk.head)[0] for number in range(1, 9))
    assert len(said_in_group(desk)) == 1


async def test_who_handled_it_is_not_asked_to_check_it(desk: Desk):
    ticket = await shown(desk)
    await desk.claim(ticket, by=desk.worker)
    await desk.prove(ticket, by=desk.worker)

    await desk.pass_time("2026-11-24 11:00")

    (check,) = [nudge for nudge in await desk.nudges() if ":check:" in nudge.key]
    assert desk.worker.id not in check.told
    assert check.told != []


async def test_a_suspension_ends_by_itself(desk: Desk):
    """S26: the time that was left goes on."""
    ticket = await shown(desk)
    await desk.claim(ticket, by=desk.worker)
    desk.clock.set("2026-11-23 11:00")
    until = demo_street().calendar.next_working(desk.clock.now()).replace(day=25, hour=0)
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=until, text="等业委会表决")
    await desk.decide(ticket, by=desk.dispatcher)

    await desk.pass_time("2026-11-25 07:00")

    at_night = [text for text in desk.heard(desk.worker) if "恢复办理" in text]
    await desk.pass_time("2026-11-25 08:30")

    # 60 of 240 minutes were used: 180 are left from Wednesday 8:30 on
    assert (await desk.ticket(ticket)).status == "claimed"
    assert await desk.due(ticket, "close") == "2026-11-25 11:30"
    assert at_night == []
    assert any("恢复办理" in text for text in desk.heard(desk.worker))


async def test_the_ladder_is_the_streets_own(desk: Desk):
    """config.yaml may say that nobody is told at half time."""
    desk.street = demo_street(reminders={"claim_half": {}})
    await shown(desk)

    await desk.pass_time("2026-11-23 11:30")

    assert await desk.nudges() == []


async def test_a_late_claim_that_turns_into_an_emergency_climbs_anew_at_its_pace(desk: Desk):
    ticket = await shown(desk)
    await desk.pass_time("2026-11-23 12:30")
    before = {name: len(desk.heard(desk.known[name])) for name in ("secretary", "duty", "leader")}

    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L0")
    await desk.pass_time("2026-11-23 12:45")

    assert before == {"secretary": 0, "duty": 0, "leader": 0}
    assert all(desk.heard(desk.known[name]) for name in before)
