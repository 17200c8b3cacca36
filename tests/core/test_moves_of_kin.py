"""Two matters in one ticket: a part is split off, or one of many reporters is taken out (DOMAIN 7.1, 7.2)."""

import pytest

from bot.core import refusals
from bot.core.workflow import Action
from tests.core.kin import reporters, said_to, split
from tests.desk import Desk

#: ENV_SEWAGE: a matter of several units, 480 working minutes
SEWAGE = "下水道堵了 污水冒出来"


async def test_a_part_has_its_own_number_category_and_the_same_reporters(desk: Desk):
    ticket = await desk.in_hand()
    await desk.join(ticket, by=desk.second_courier)

    part = await split(desk, ticket, "FAC_LIGHT")

    assert (part.id, part.parent_id, part.status, part.category) == (2, ticket.id, "dispatched", "FAC_LIGHT")
    assert (part.words, part.place, part.community) == (ticket.words, ticket.place, ticket.community)
    assert (part.reporters, await reporters(desk, part)) == (2, [desk.courier.id, desk.second_courier.id])
    assert part.reasons["category"] == ["从 #1 拆出来的"]
    assert "里头还有一件，另立了 #2" in said_to(desk, "courier")
    # the lead stays with whom it was
    assert (await desk.ticket(ticket)).owner_id == desk.worker.id


async def test_the_parts_of_a_matter_of_several_units_end_with_it(small_desk: Desk):
    # 480 working minutes from Mon 10:00: Tue 10:00; a bulky part alone would have until Wed
    ticket = await small_desk.in_hand(SEWAGE)
    small_desk.clock.advance(minutes=60)

    part = await split(small_desk, ticket, "ENV_BULKY")

    due = [await small_desk.due(each, "close") for each in (ticket, part)]
    assert (ticket.kind, due) == ("cross_department", ["2026-11-24 10:00"] * 2)


async def test_the_parts_of_a_simple_matter_have_their_own_time(small_desk: Desk):
    ticket = await small_desk.in_hand()

    part = await split(small_desk, ticket, "ENV_BULKY")

    due = [await small_desk.due(each, "close") for each in (ticket, part)]
    assert due == ["2026-11-23 15:30", "2026-11-25 10:00"]


async def test_more_time_for_the_matter_is_more_time_for_its_parts(small_desk: Desk):
    ticket = await small_desk.in_hand(SEWAGE)
    part = await split(small_desk, ticket, "ENV_BULKY")
    await small_desk.act(ticket, Action.ASK_EXTEND, by=small_desk.worker, text="等疏通车")

    await small_desk.decide(ticket, by=small_desk.dispatcher)

    due = [await small_desk.due(each, "close") for each in (ticket, part)]
    assert due == ["2026-11-25 10:00"] * 2


async def test_more_time_for_a_part_alone_is_counted_in_its_own_hours(small_desk: Desk):
    ticket = await small_desk.in_hand(SEWAGE)
    part = await split(small_desk, ticket, "ENV_GARBAGE")
    await small_desk.claim(part, by=small_desk.worker)
    await small_desk.act(part, Action.ASK_EXTEND, by=small_desk.worker, text="车还没来")

    await small_desk.decide(part, by=small_desk.dispatcher)

    # Tue 10:00 and 240 working minutes
    assert await small_desk.due(part, "close") == "2026-11-24 15:30"


async def test_another_category_takes_no_part_out_of_the_joint_deadline(small_desk: Desk):
    part = await split(small_desk, await small_desk.in_hand(SEWAGE), "ENV_BULKY")

    await small_desk.act(part, Action.CATEGORISE, by=small_desk.worker, category="FAC_ROAD")

    assert await small_desk.due(part, "close") == "2026-11-24 10:00"


async def test_a_matter_of_several_units_is_done_when_every_part_is(small_desk: Desk):
    ticket = await small_desk.in_hand(SEWAGE)
    part = await split(small_desk, ticket, "FAC_LIGHT")
    with pytest.raises(refusals.ChildrenOpen) as refused:
        await small_desk.prove(ticket, by=small_desk.worker)
    await small_desk.act(part, Action.REJECT, by=small_desk.worker, text="灯是好的")

    ticket = await small_desk.prove(ticket, by=small_desk.worker)

    assert (refused.value.facts["children"], ticket.status) == ("#2", "pending_check")


async def test_what_was_taken_out_of_a_simple_matter_does_not_hold_it_up(small_desk: Desk):
    ticket = await small_desk.in_hand()
    await split(small_desk, ticket, "FAC_LIGHT")

    ticket = await small_desk.prove(ticket, by=small_desk.worker)

    assert ticket.status == "pending_check"


async def test_a_part_of_what_the_street_has_stays_with_the_street(small_desk: Desk):
    ticket = await small_desk.sent()
    await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是市政的")
    await small_desk.act(ticket, Action.SPLIT, by=small_desk.dispatcher, category="FAC_ROAD")

    assert (await small_desk.numbered(2)).is_with_street


async def test_one_reporter_is_taken_out_with_his_own_words(desk: Desk):
    ticket = await desk.in_hand()
    report_id = await desk.join(ticket, by=desk.second_courier)

    await desk.act(ticket, Action.PART, by=desk.worker, report_id=report_id)
    await desk.send()

    part, left = await desk.numbered(2), await desk.ticket(ticket)
    assert (part.id, part.status, part.parent_id, part.words) == (2, "dispatched", None, "这里还是这样")
    assert (part.reporters, await reporters(desk, part)) == (1, [desk.second_courier.id])
    assert (left.reporters, await reporters(desk, left)) == (1, [desk.courier.id])
    assert "不是一回事，另立了 #2" in said_to(desk, "second_courier")
    assert "#2" not in said_to(desk, "courier")


@pytest.mark.parametrize("which", ["first", "none", "another's"])
async def test_the_first_reporter_and_strangers_are_not_taken_out(small_desk: Desk, which: str):
    ticket = await small_desk.in_hand()
    await small_desk.join(ticket, by=small_desk.second_courier)
    report_id = {"first": 1, "none": None, "another's": 99}[which]

    with pytest.raises(refusals.BadInput):
        await small_desk.act(ticket, Action.PART, by=small_desk.worker, report_id=report_id)

    assert (await small_desk.ticket(ticket)).reporters == 2
