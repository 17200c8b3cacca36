"""Not ours: to a unit outside with its contact, back to the street in time, whom the street appoints (DOMAIN 7.33)."""

from typing import Any

import pytest

from bot.core import misread, refusals
from bot.core.refusals import Refusal
from bot.core.workflow import Action
from models import Person, Ticket
from tests.desk import Desk, chat_of

POLE = "路口电线杆斜了"
TELECOM: dict[str, Any] = {"party": "TELECOM", "text": "电信张工，回执88"}
POWER: dict[str, Any] = {"party": "POWER", "text": "供电李工，回执9"}


def said_to(desk: Desk, person: Person) -> str:
    return "\n".join(desk.channel.said_to(chat_of(person)))


def labels(desk: Desk, ticket: Ticket, chat: str = "group-hj") -> list[str]:
    """The buttons of the ticket's card in this chat."""
    return [button.label for row in desk.card(ticket, chat).buttons for button in row]


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
