"""Two tickets that are one matter, and two that only seemed so: merged, and taken apart again (DOMAIN 7.2)."""

import pytest

from bot.core import misread, refusals
from bot.core.workflow import Action
from models import Ticket
from tests.core.kin import reporters, said_to, split
from tests.desk import Desk
from tests.street import moment

BULKY = "5幢门口堆着建筑垃圾"
LAMP = "9幢楼道灯不亮"
MANHOLE = "井盖没了"
QUARREL = "12幢有两家人为车位吵起来了"
NOISE = "3幢阿姨说隔壁空调外机嗡嗡响"


async def two(desk: Desk) -> tuple[Ticket, Ticket]:
    """Two tickets of two couriers, sent."""
    first = await desk.sent(BULKY)
    return first, await desk.sent(LAMP, by=desk.second_courier)


async def test_two_that_are_one_get_one_number_and_all_the_reporters(desk: Desk):
    first, second = await two(desk)

    merged = await desk.act(second, Action.MERGE, by=desk.worker, ticket_id=first.id)
    await desk.send()

    main = await desk.ticket(first)
    assert (merged.status, merged.merged_into, merged.owner_id) == ("merged", first.id, None)
    assert (main.status, main.reporters) == ("dispatched", 2)
    assert await reporters(desk, main) == [desk.courier.id, desk.second_courier.id]
    assert "并到 #1 一起办" in said_to(desk, "second_courier")
    assert dict(desk.card(second).fields)["状态"] == "已并单·到 #1"


async def test_who_was_merged_hears_how_the_other_one_ends(small_desk: Desk):
    first, second = await two(small_desk)
    await small_desk.act(second, Action.MERGE, by=small_desk.worker, ticket_id=first.id)
    await small_desk.claim(first, by=small_desk.worker)
    await small_desk.prove(first, by=small_desk.worker)

    await small_desk.act(first, Action.PASS, by=small_desk.grid_worker)
    await small_desk.send()

    assert "#1 办结了" in said_to(small_desk, "second_courier")


async def test_taken_apart_again_it_has_its_number_its_time_and_its_reporter(desk: Desk):
    # the lamp: 1440 working minutes from Mon 10:00: Thu 10:00; a new claim clock of 120
    first, second = await two(desk)
    await desk.claim(second, by=desk.worker)
    desk.clock.set("2026-11-23 11:00")
    await desk.act(second, Action.MERGE, by=desk.worker, ticket_id=first.id)
    while_merged = [await desk.due(second, name) for name in ("claim", "close")]
    desk.clock.set("2026-11-24 09:00")

    again = await desk.act(second, Action.UNMERGE, by=desk.worker)
    await desk.send()

    # 60 minutes were used; 1380 are left from Tue 09:00
    assert while_merged == [None, None]
    assert [await desk.due(again, name) for name in ("claim", "close")] == ["2026-11-24 11:00", "2026-11-26 17:30"]
    assert (again.status, again.merged_into, again.late_since) == ("dispatched", None, None)
    assert await reporters(desk, again) == [desk.second_courier.id]
    main = await desk.ticket(first)
    assert (main.reporters, await reporters(desk, main)) == (1, [desk.courier.id])
    assert "编号还是 #2" in said_to(desk, "second_courier")


async def test_the_credit_of_what_was_merged_by_mistake_is_not_lost(small_desk: Desk):
    first, second = await two(small_desk)
    await small_desk.act(second, Action.MERGE, by=small_desk.worker, ticket_id=first.id)
    before = await small_desk.points(small_desk.second_courier)
    await small_desk.act(second, Action.UNMERGE, by=small_desk.worker)

    await small_desk.claim(second, by=small_desk.worker)

    assert (before, await small_desk.points(small_desk.second_courier)) == (0, 5)


async def test_two_tickets_of_one_report_survive_being_merged_by_mistake(small_desk: Desk):
    # S12: one message, two matters, one reporter
    first = await small_desk.in_hand()
    second = await split(small_desk, first, "FAC_LIGHT")
    await small_desk.act(second, Action.MERGE, by=small_desk.worker, ticket_id=first.id)

    await small_desk.act(second, Action.UNMERGE, by=small_desk.worker)

    for ticket in (first, second):
        assert await reporters(small_desk, ticket) == [small_desk.courier.id]
    assert (await small_desk.ticket(first)).reporters == 1


async def test_who_was_merged_twice_leaves_both_again(small_desk: Desk):
    first, second = await two(small_desk)
    third = await small_desk.sent("6幢门口垃圾桶满了", by=small_desk.guest)
    await small_desk.act(third, Action.MERGE, by=small_desk.worker, ticket_id=second.id)
    await small_desk.act(second, Action.MERGE, by=small_desk.worker, ticket_id=first.id)
    together = await reporters(small_desk, first)

    await small_desk.act(third, Action.UNMERGE, by=small_desk.worker)

    assert together == [small_desk.courier.id, small_desk.second_courier.id, small_desk.guest.id]
    assert await reporters(small_desk, first) == [small_desk.courier.id, small_desk.second_courier.id]
    assert await reporters(small_desk, second) == [small_desk.second_courier.id]


async def test_the_more_urgent_of_two_makes_the_other_as_urgent(small_desk: Desk):
    first = await small_desk.in_hand()
    urgent = await small_desk.sent(MANHOLE, by=small_desk.second_courier)

    await small_desk.act(urgent, Action.MERGE, by=small_desk.worker, ticket_id=first.id)
    await small_desk.send()

    main = await small_desk.ticket(first)
    assert (main.level, await small_desk.due(main, "make_safe")) == ("L1", "2026-11-23 12:00")
    assert "级别提了" in said_to(small_desk, "worker")


async def test_the_more_urgent_of_two_does_not_go_to_sleep_with_the_other(small_desk: Desk):
    resting = await small_desk.in_hand()
    await small_desk.act(
        resting, Action.ASK_SUSPEND, by=small_desk.worker, until=moment("2026-12-21 00:00"), text="等表决"
    )
    await small_desk.decide(resting, by=small_desk.dispatcher)
    urgent = await small_desk.sent(MANHOLE, by=small_desk.second_courier)

    with pytest.raises(misread.CannotMerge):
        await small_desk.act(urgent, Action.MERGE, by=small_desk.worker, ticket_id=resting.id)

    assert (await small_desk.ticket(urgent)).status == "dispatched"


async def test_a_people_matter_and_a_public_one_are_never_one(small_desk: Desk):
    public = await small_desk.sent()
    quarrel, noise = [await small_desk.sent(words, by=small_desk.second_courier) for words in (QUARREL, NOISE)]
    grid_worker = small_desk.grid_worker
    for one, other in ((public, quarrel), (quarrel, public)):
        with pytest.raises(misread.CannotMerge):
            await small_desk.act(one, Action.MERGE, by=grid_worker, ticket_id=other.id)

    merged = await small_desk.act(noise, Action.MERGE, by=grid_worker, ticket_id=quarrel.id)

    assert merged.status == "merged"


@pytest.mark.parametrize("number", [None, 0, -3, 99, 2**31, 10**12])
async def test_what_is_not_there_is_nothing_to_merge_with(small_desk: Desk, number: int | None):
    ticket = await small_desk.sent()

    with pytest.raises(refusals.BadInput):
        await small_desk.act(ticket, Action.MERGE, by=small_desk.worker, ticket_id=number)

    assert (await small_desk.ticket(ticket)).status == "dispatched"


async def test_of_a_people_matter_that_is_not_his_nobody_learns_that_it_is_there(small_desk: Desk):
    ticket, quarrel = await small_desk.sent(), await small_desk.sent(QUARREL, by=small_desk.second_courier)
    heard = []
    for number in (quarrel.id, 99):
        with pytest.raises(misread.BadNumber) as refused:
            await small_desk.act(ticket, Action.MERGE, by=small_desk.worker, ticket_id=number)
        heard.append(small_desk.street.texts(refused.value.text_id, **refused.value.facts))

    assert [words.replace(str(quarrel.id), "N").replace("99", "N") for words in heard] == [
        "#1 并不过去：没有找到 #N。"
    ] * 2


async def test_closed_itself_or_another_communitys_is_nothing_to_merge_with(small_desk: Desk):
    closed = await small_desk.close(
        by=small_desk.courier, handled_by=small_desk.worker, checked_by=small_desk.grid_worker
    )
    ticket = await small_desk.sent(LAMP, by=small_desk.second_courier)

    for number in (closed.id, ticket.id):
        with pytest.raises(misread.CannotMerge):
            await small_desk.act(ticket, Action.MERGE, by=small_desk.worker, ticket_id=number)
    with pytest.raises(refusals.NotYourGroup):
        await small_desk.act(ticket, Action.MERGE, by=small_desk.neighbour, ticket_id=closed.id)


async def test_what_has_open_parts_does_not_vanish_into_another(small_desk: Desk):
    ticket = await small_desk.in_hand()
    part = await split(small_desk, ticket, "FAC_LIGHT")
    other = await small_desk.sent("7幢门口堆着建筑垃圾", by=small_desk.second_courier)

    with pytest.raises(refusals.ChildrenOpen) as refused:
        await small_desk.act(ticket, Action.MERGE, by=small_desk.worker, ticket_id=other.id)

    said = small_desk.street.texts(refused.value.text_id, **refused.value.facts)
    assert said == f"#1 拆出去的还没办完：#{part.id}。"


async def test_an_overdue_ticket_stays_late_when_it_comes_back(small_desk: Desk):
    first, second = await two(small_desk)
    small_desk.clock.set("2026-11-30 09:00")
    await small_desk.act(second, Action.MERGE, by=small_desk.worker, ticket_id=first.id)
    small_desk.clock.set("2026-11-30 10:00")

    again = await small_desk.act(second, Action.UNMERGE, by=small_desk.worker)

    assert again.late_since == moment("2026-11-26 10:00")
    assert await small_desk.due(again, "close") == "2026-11-30 10:00"
