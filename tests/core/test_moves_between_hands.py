"""Whose it is: a look first, units outside, returned, reported up, handed over, left behind."""

from typing import Any

import pytest

from bot.core import groups, misread, refusals
from bot.core.refusals import Refusal
from bot.core.workflow import Action
from models import Person, StaffGroup, Ticket
from tests.desk import GROUPS, Desk, chat_of
from tests.street import moment

POLE = "路口电线杆斜了"
PRIVATE = "12幢有两家人为车位吵起来了"
TELECOM: dict[str, Any] = {"party": "TELECOM", "text": "电信张工，回执88"}
POWER: dict[str, Any] = {"party": "POWER", "text": "供电李工，回执9"}


async def leaves(desk: Desk, person: Person) -> None:
    """Somebody leaves the group of 汇嘉."""
    async with desk.database.transaction() as session:
        group = await groups.find(session, GROUPS["hj"])
        assert isinstance(group, StaffGroup)
        await groups.leave(session, group, person, now=desk.clock.now(), street=desk.street)


def said_to(desk: Desk, person: Person) -> str:
    return "\n".join(desk.channel.said_to(chat_of(person)))


def labels(desk: Desk, ticket: Ticket, chat: str = "group-hj") -> list[str]:
    """The buttons of the ticket's card in this chat."""
    return [button.label for row in desk.card(ticket, chat).buttons for button in row]


# A look before it is a case


async def test_a_look_comes_before_the_case(small_desk: Desk):
    ticket = await small_desk.act(await small_desk.sent(), Action.VERIFY, by=small_desk.worker)
    looking = (ticket.status, ticket.owner_id, ticket.registered_at, await small_desk.points(small_desk.courier))
    due = [await small_desk.due(ticket, name) for name in ("claim", "verify", "close")]
    small_desk.clock.advance(minutes=40)

    ticket = await small_desk.act(ticket, Action.CONFIRM, by=small_desk.worker)

    assert looking == ("verifying", small_desk.worker.id, None, 0)
    assert due == [None, "2026-11-23 12:00", "2026-11-23 15:30"]
    assert (ticket.status, ticket.owner_id) == ("claimed", small_desk.worker.id)
    assert ticket.registered_at == moment("2026-11-23 10:40")
    # the close clock runs from the dispatch, not from the case
    assert [await small_desk.due(ticket, name) for name in ("verify", "close")] == [None, "2026-11-23 15:30"]
    assert await small_desk.points(small_desk.courier) == 5


async def test_a_head_may_confirm_and_who_looked_goes_on(small_desk: Desk):
    ticket = await small_desk.act(await small_desk.sent(), Action.VERIFY, by=small_desk.worker)

    ticket = await small_desk.act(ticket, Action.CONFIRM, by=small_desk.head)
    await small_desk.send()

    assert ticket.owner_id == small_desk.worker.id
    assert "汇嘉的小王接着办" in said_to(small_desk, small_desk.courier)


async def test_a_colleague_does_not_confirm_what_he_has_not_seen(small_desk: Desk):
    ticket = await small_desk.act(await small_desk.sent(), Action.VERIFY, by=small_desk.worker)

    with pytest.raises(refusals.NotAllowed):
        await small_desk.act(ticket, Action.CONFIRM, by=small_desk.grid_worker)


async def test_what_was_looked_at_and_put_back_is_dispatched_as_before(small_desk: Desk):
    ticket = await small_desk.act(await small_desk.sent(), Action.VERIFY, by=small_desk.worker)
    small_desk.clock.advance(minutes=30)

    ticket = await small_desk.act(ticket, Action.RELEASE, by=small_desk.worker)

    assert (ticket.status, ticket.owner_id, ticket.registered_at) == ("dispatched", None, small_desk.clock.now())
    due = [await small_desk.due(ticket, name) for name in ("verify", "claim", "close")]
    assert due == [None, "2026-11-23 14:00", "2026-11-23 15:30"]


# A unit outside


async def test_a_unit_works_on_it_and_the_owner_stays(small_desk: Desk):
    ticket = await small_desk.in_hand(POLE)

    ticket = await small_desk.act(ticket, Action.TRANSFER, by=small_desk.worker, **TELECOM)
    await small_desk.send()

    assert (ticket.status, ticket.owner_id) == ("transferred", small_desk.worker.id)
    assert (ticket.party, ticket.contact) == ("TELECOM", "电信张工，回执88")
    assert dict(small_desk.card(ticket).fields)["责任人"] == "小王（转通信运营商）"
    assert "通信运营商" in said_to(small_desk, small_desk.courier)
    # whom to call is the owner's business
    assert "张工" not in said_to(small_desk, small_desk.courier)


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        ({"text": "张工，回执88"}, refusals.BadParty),
        ({"party": "NO_SUCH", "text": "张工，回执88"}, refusals.BadParty),
        # nobody to call, nothing to show
        ({"party": "TELECOM"}, misread.ContactMissing),
        ({"party": "TELECOM", "text": " 。"}, misread.ContactMissing),
    ],
)
async def test_a_unit_needs_a_name_and_a_contact(small_desk: Desk, details: dict[str, Any], refusal: type[Refusal]):
    ticket = await small_desk.in_hand(POLE)

    with pytest.raises(refusal):
        await small_desk.act(ticket, Action.TRANSFER, by=small_desk.worker, **details)

    assert (await small_desk.ticket(ticket)).party is None


async def test_what_the_handler_had_shown_before_is_no_proof_of_the_units_work(small_desk: Desk):
    # 施工占道 wants a photo and a few words; the photo alone is not enough yet
    ticket = await small_desk.in_hand("施工占道没提示")
    await small_desk.prove(ticket, by=small_desk.worker, text="")
    small_desk.clock.advance(minutes=5)

    await small_desk.act(ticket, Action.TRANSFER, by=small_desk.worker, **TELECOM)
    ticket = await small_desk.prove(ticket, by=small_desk.worker, text="他们撤走了", photo="")

    assert ticket.status == "transferred"


async def test_the_rest_of_the_unit_goes_when_the_ticket_is_put_back(small_desk: Desk):
    ticket = await small_desk.act(await small_desk.in_hand(POLE), Action.TRANSFER, by=small_desk.worker, **TELECOM)
    await small_desk.prove(ticket, by=small_desk.worker)
    await small_desk.act(ticket, Action.FAIL, by=small_desk.courier)

    ticket = await small_desk.act(ticket, Action.RELEASE, by=small_desk.worker)

    assert (ticket.status, ticket.party, ticket.contact) == ("dispatched", None, "")


# Not ours


@pytest.mark.parametrize(
    ("at", "is_refused"),
    [
        # delivered Mon 10:00; two working hours end at noon and not before the lunch is over
        ("2026-11-23 11:59", False),
        ("2026-11-23 12:00", False),
        ("2026-11-23 13:30", False),
        ("2026-11-23 13:31", True),
        ("2026-11-24 08:30", True),
    ],
)
async def test_what_is_not_ours_goes_back_within_two_working_hours(small_desk: Desk, at: str, is_refused: bool):
    ticket = await small_desk.in_hand()
    small_desk.clock.set(at)

    try:
        ticket = await small_desk.act(ticket, Action.RETURN, by=small_desk.worker, text="是市政的")
    except refusals.ReturnTooLate:
        assert is_refused
    else:
        assert (is_refused, ticket.status, ticket.is_with_street, ticket.returns) == (False, "dispatched", True, 1)


async def test_two_hours_begin_anew_where_it_is_sent_to(small_desk: Desk):
    ticket = await small_desk.sent()
    small_desk.clock.set("2026-11-23 11:50")
    await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是江畔的")
    small_desk.clock.set("2026-11-24 09:00")
    await small_desk.act(ticket, Action.REROUTE, by=small_desk.dispatcher, community="jp")
    await small_desk.send()
    small_desk.clock.set("2026-11-24 11:00")

    ticket = await small_desk.act(ticket, Action.CLAIM, by=small_desk.neighbour)
    ticket = await small_desk.act(ticket, Action.RETURN, by=small_desk.neighbour, text="也不是我们的")

    assert (ticket.returns, ticket.is_with_street) == (2, True)


async def test_two_hours_count_also_where_its_card_stood_before(small_desk: Desk):
    ticket = await small_desk.sent()
    await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是江畔的")
    await small_desk.send()
    # the street disagrees
    await small_desk.act(ticket, Action.REROUTE, by=small_desk.dispatcher, community="hj")
    await small_desk.send()
    small_desk.clock.set("2026-11-24 09:00")

    with pytest.raises(refusals.ReturnTooLate):
        await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="就是江畔的")


@pytest.mark.parametrize("action", [Action.CLAIM, Action.VERIFY, Action.TRANSFER, Action.REJECT, Action.RETURN])
async def test_while_the_street_decides_the_community_leaves_it_alone(small_desk: Desk, action: Action):
    ticket = await small_desk.sent()
    await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是市政的")

    with pytest.raises(refusals.WithStreet):
        await small_desk.act(ticket, action, by=small_desk.head, **TELECOM)

    assert (await small_desk.ticket(ticket)).returns == 1


async def test_the_street_does_not_return_to_itself(small_desk: Desk):
    ticket = await small_desk.sent()
    await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是市政的")
    await small_desk.act(ticket, Action.CLAIM, by=small_desk.dispatcher)

    with pytest.raises(refusals.WithStreet):
        await small_desk.act(ticket, Action.RETURN, by=small_desk.dispatcher, text="不管了")


async def test_s27_after_two_units_returned_it_the_street_appoints_who_cannot_return_it(desk: Desk):
    ticket = await desk.in_hand(POLE)
    await desk.act(ticket, Action.TRANSFER, by=desk.worker, **TELECOM)
    desk.clock.set("2026-11-23 11:00")
    # telecom says no after an hour
    ticket = await desk.act(ticket, Action.RETURN, by=desk.worker, text="电信说不是他们的")
    once = (ticket.status, ticket.returns, ticket.party, await desk.due(ticket, "appoint"))
    await desk.act(ticket, Action.TRANSFER, by=desk.dispatcher, **POWER)
    await desk.act(ticket, Action.MAKE_SAFE, by=desk.worker)
    desk.clock.set("2026-11-23 11:30")
    # and so does power
    ticket = await desk.act(ticket, Action.RETURN, by=desk.dispatcher, text="供电说不是他们的")
    twice = (ticket.status, ticket.returns, ticket.is_appointed)
    due = [await desk.due(ticket, name) for name in ("appoint", "claim")]

    desk.clock.set("2026-11-23 15:00")
    ticket = await desk.act(ticket, Action.TRANSFER, by=desk.dispatcher, **TELECOM)

    assert once == ("dispatched", 1, None, None)
    assert twice == ("dispatched", 2, False)
    # four working hours from 11:30: half an hour before lunch, three and a half after it; nobody is to claim it
    assert due == ["2026-11-23 17:00", None]
    assert (ticket.status, ticket.is_appointed, await desk.due(ticket, "appoint")) == ("transferred", True, None)
    with pytest.raises(refusals.Appointed):
        await desk.act(ticket, Action.RETURN, by=desk.dispatcher, text="电信还是说不是")


async def test_s27_a_community_that_was_appointed_cannot_return_it_either(small_desk: Desk):
    ticket = await small_desk.sent()
    await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是江畔的")
    await small_desk.act(ticket, Action.REROUTE, by=small_desk.dispatcher, community="jp")
    await small_desk.act(ticket, Action.CLAIM, by=small_desk.neighbour)
    await small_desk.act(ticket, Action.RETURN, by=small_desk.neighbour, text="是汇嘉的")

    ticket = await small_desk.act(ticket, Action.REROUTE, by=small_desk.dispatcher, community="hj")
    await small_desk.send()

    assert ticket.is_appointed
    with pytest.raises(refusals.Appointed):
        await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是江畔的")
    assert "不归我们" not in labels(small_desk, ticket)


async def test_the_street_can_press_what_its_unit_says(small_desk: Desk):
    ticket = await small_desk.sent(POLE)
    await small_desk.act(ticket, Action.RETURN, by=small_desk.head, text="是电信的")
    await small_desk.act(ticket, Action.TRANSFER, by=small_desk.dispatcher, **TELECOM)
    await small_desk.send()

    assert "对方退回" in labels(small_desk, ticket, "group-street")
    # the community may be first on the spot, nothing else
    assert labels(small_desk, ticket) == ["已围护"]


# Up, and over


async def test_reported_up_it_goes_to_the_head_and_then_to_the_street(small_desk: Desk):
    ticket = await small_desk.in_hand()
    owners = []

    for by in (small_desk.worker, small_desk.head, small_desk.dispatcher):
        ticket = await small_desk.act(ticket, Action.ESCALATE, by=by, text="要协调")
        owners.append((ticket.owner_id, ticket.is_with_street))
    await small_desk.send()

    # nobody is secretary here, and the street has a duty officer above the dispatcher
    head, dispatcher, duty = small_desk.head.id, small_desk.dispatcher.id, small_desk.duty.id
    assert owners == [(head, False), (dispatcher, True), (duty, True)]
    assert await small_desk.due(ticket, "close") == "2026-11-23 15:30"
    assert "上报到您这里了" in said_to(small_desk, small_desk.head)
    with pytest.raises(refusals.NobodyAbove):
        await small_desk.act(ticket, Action.ESCALATE, by=small_desk.duty)


async def test_only_the_owner_reports_it_up(small_desk: Desk):
    ticket = await small_desk.in_hand()

    with pytest.raises(refusals.NotAllowed):
        await small_desk.act(ticket, Action.ESCALATE, by=small_desk.grid_worker)


async def test_what_several_parties_settle_has_seven_days_from_the_report_up(small_desk: Desk):
    ticket = await small_desk.claim(await small_desk.sent("3幢阿姨说隔壁空调外机嗡嗡响"), by=small_desk.grid_worker)

    ticket = await small_desk.act(ticket, Action.ESCALATE, by=small_desk.grid_worker)

    assert (ticket.category, ticket.owner_id) == ("PRO_NOISE", small_desk.head.id)
    assert await small_desk.due(ticket, "coordinate") == "2026-11-30 10:00"


async def test_the_street_hands_it_down_again_and_the_community_can_work(small_desk: Desk):
    ticket = await small_desk.in_hand()
    await small_desk.act(ticket, Action.ESCALATE, by=small_desk.worker)
    await small_desk.act(ticket, Action.ESCALATE, by=small_desk.head)

    ticket = await small_desk.act(ticket, Action.HAND_OVER, by=small_desk.dispatcher, to_person_id=small_desk.worker.id)
    await small_desk.send()

    assert (ticket.owner_id, ticket.is_with_street) == (small_desk.worker.id, False)
    assert "处置完成" in labels(small_desk, ticket)


@pytest.mark.parametrize("who", ["neighbour", "courier", "worker"])
async def test_it_is_handed_to_nobody_who_could_not_work_on_it(small_desk: Desk, who: str):
    ticket = await small_desk.in_hand()

    with pytest.raises(misread.BadPerson):
        await small_desk.act(ticket, Action.HAND_OVER, by=small_desk.worker, to_person_id=small_desk.known[who].id)


# Out of the street's hands


async def test_what_was_handed_off_is_asked_after_and_ends_with_its_result(small_desk: Desk):
    ticket = await small_desk.in_hand()
    ticket = await small_desk.act(ticket, Action.HAND_OFF, by=small_desk.worker, text="转12345，回执77")
    # five working days of 480 minutes
    asked = await small_desk.due(ticket, "follow_up")

    ticket = await small_desk.act(ticket, Action.CONCLUDE, by=small_desk.grid_worker, text="12345回复已修好")
    await small_desk.send()

    assert asked == "2026-11-30 10:00"
    assert (ticket.status, await small_desk.due(ticket, "follow_up")) == ("closed", None)
    assert "12345回复已修好" in said_to(small_desk, small_desk.courier)


async def test_what_comes_back_after_it_was_handed_off_is_seen_again(small_desk: Desk):
    # nobody ever owned it: the bot itself handed it on
    outside = await small_desk.report("红绿灯坏了", by=small_desk.courier)
    await small_desk.act(outside, Action.HAND_OFF, by=None, text="街道外")
    await small_desk.act(outside, Action.CONCLUDE, by=small_desk.dispatcher, text="说修好了")

    ticket = await small_desk.act(outside, Action.REOPEN, by=small_desk.courier)
    await small_desk.send()

    assert (ticket.status, ticket.owner_id, ticket.rework) == ("dispatched", None, 1)
    assert "认领" in labels(small_desk, ticket)


@pytest.mark.parametrize(
    ("reason", "told"),
    [("业主说打13812345678", "业主说打***"), ("等业委会表决", "等业委会表决")],
)
async def test_reasons_reach_couriers_without_telephone_numbers(small_desk: Desk, reason: str, told: str):
    ticket = await small_desk.in_hand()
    await small_desk.act(
        ticket, Action.ASK_SUSPEND, by=small_desk.worker, until=moment("2026-12-21 00:00"), text=reason
    )

    await small_desk.decide(ticket, by=small_desk.dispatcher)
    await small_desk.send()

    assert told in said_to(small_desk, small_desk.courier)
    assert "2026-12-21" in said_to(small_desk, small_desk.courier)


# S28


async def test_s28_what_waits_for_others_goes_to_the_grid_head_with_its_clocks(desk: Desk):
    claimed = await desk.in_hand()
    desk.clock.advance(minutes=5)
    transferred = await desk.in_hand("5幢楼道灯不亮")
    desk.clock.advance(minutes=5)
    suspended = await desk.in_hand("9幢路灯不亮")
    await desk.act(transferred, Action.TRANSFER, by=desk.worker, **TELECOM)
    await desk.act(suspended, Action.ASK_SUSPEND, by=desk.worker, until=moment("2026-12-21 00:00"), text="等表决")
    await desk.decide(suspended, by=desk.dispatcher)
    before = [await desk.due(ticket, "close") for ticket in (claimed, transferred)]

    await leaves(desk, desk.worker)
    await desk.send()

    after = [await desk.ticket(ticket) for ticket in (claimed, transferred, suspended)]
    assert [(ticket.status, ticket.owner_id) for ticket in after] == [
        ("dispatched", None),
        ("transferred", desk.head.id),
        ("suspended", desk.head.id),
    ]
    assert [await desk.due(ticket, "close") for ticket in (claimed, transferred)] == before
    assert await desk.due(suspended, "suspend") == "2026-12-21 00:00"
    list_of_departed = next(words for words in desk.channel.said_to(chat_of(desk.head)) if "离开了" in words)
    assert all(f"#{ticket.id}" in list_of_departed for ticket in after)
    with pytest.raises(refusals.NotYourGroup):
        await desk.act(transferred, Action.PROVE, by=desk.worker)


async def test_s28_what_the_grid_head_leaves_goes_to_the_street(small_desk: Desk):
    ticket = await small_desk.claim(await small_desk.sent(), by=small_desk.head)
    await small_desk.act(ticket, Action.TRANSFER, by=small_desk.head, **TELECOM)

    await leaves(small_desk, small_desk.head)

    assert (await small_desk.ticket(ticket)).owner_id == small_desk.dispatcher.id


async def test_s28_a_request_of_somebody_who_left_can_still_be_decided(small_desk: Desk):
    ticket = await small_desk.act(await small_desk.in_hand(POLE), Action.TRANSFER, by=small_desk.worker, **TELECOM)
    await small_desk.act(ticket, Action.ASK_EXTEND, by=small_desk.worker, text="等杆子")

    await leaves(small_desk, small_desk.worker)
    ticket = await small_desk.decide(ticket, by=small_desk.dispatcher)

    assert (ticket.extensions, ticket.owner_id) == (1, small_desk.head.id)


async def test_supervised_is_seen_and_told_to_the_owner(small_desk: Desk):
    ticket = await small_desk.in_hand()
    with pytest.raises(refusals.NotAllowed):
        await small_desk.act(ticket, Action.SUPERVISE, by=small_desk.head)

    ticket = await small_desk.act(ticket, Action.SUPERVISE, by=small_desk.dispatcher)
    await small_desk.send()

    assert ticket.supervised_at == small_desk.clock.now()
    assert dict(small_desk.card(ticket).fields)["状态"] == "处置中·督办"
    assert "督办" in said_to(small_desk, small_desk.worker)
