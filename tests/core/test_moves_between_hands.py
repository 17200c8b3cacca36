"""Whose it is: a look first, reported up, handed over, handed off, left behind (DOMAIN 3.1, 7.32)."""

from typing import Any

import pytest

from bot.core import groups, misread, people, refusals
from bot.core.workflow import Action
from models import Person, StaffGroup, Ticket
from tests.desk import GROUPS, Desk, chat_of
from tests.street import moment

POLE = "路口电线杆斜了"
TELECOM: dict[str, Any] = {"party": "TELECOM", "text": "电信张工，回执88"}


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
    assert "现在在通信运营商那边：电信张工，回执88" in said_to(desk, desk.head)
    list_of_departed = next(words for words in desk.channel.said_to(chat_of(desk.head)) if "离开了" in words)
    assert all(f"#{ticket.id}" in list_of_departed for ticket in after)
    with pytest.raises(refusals.NotYourGroup):
        await desk.act(transferred, Action.PROVE, by=desk.worker)


async def test_s28_what_the_grid_head_leaves_goes_to_the_street(small_desk: Desk):
    ticket = await small_desk.claim(await small_desk.sent(), by=small_desk.head)
    await small_desk.act(ticket, Action.TRANSFER, by=small_desk.head, **TELECOM)

    await leaves(small_desk, small_desk.head)

    assert (await small_desk.ticket(ticket)).owner_id == small_desk.dispatcher.id


async def test_s28_what_nobody_inherits_is_claimed_anew_when_its_day_has_come(small_desk: Desk):
    ticket = await small_desk.in_hand()
    await small_desk.act(
        ticket, Action.ASK_SUSPEND, by=small_desk.worker, until=moment("2026-12-21 00:00"), text="等表决"
    )
    await small_desk.decide(ticket, by=small_desk.dispatcher)
    async with small_desk.database.transaction() as session:
        for person, community in ((small_desk.head, "hj"), (small_desk.dispatcher, None)):
            await people.dismiss(session, person, community, now=small_desk.clock.now())
    await leaves(small_desk, small_desk.worker)
    small_desk.clock.set("2026-12-21 00:00")

    ticket = await small_desk.act(ticket, Action.RESUME, by=None)

    assert (ticket.status, ticket.owner_id) == ("dispatched", None)
    assert await small_desk.due(ticket, "claim") == "2026-12-21 10:30"


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
