"""What complains of those who would get it goes one level above them, and stays there."""

import pytest

from bot.core import offers, refusals
from bot.core.workflow import Action
from bot.mailbox.outbox import Address
from models import Person, Ticket
from tests.desk import AT_HJ, CHANNEL, GROUPS, Desk, chat_of

PUBLIC = "2幢门口垃圾箱让风刮翻了，网格员拍个照就走"
OF_PEOPLE = "网格员收了人家红包，还骂人"
OF_STREET = "街道的人收了人家红包，还骂人"
A_MEAL = "阿婆腿不好没人做饭，想订老年食堂，网格员说了几次都不管"
EMERGENCY = "12幢4楼窗户冒烟 像是着火了 网格员看了一眼就走"


@pytest.fixture
async def desk(small_desk: Desk) -> Desk:
    """The street has a leader too, and the community a secretary."""
    for name, nickname, post, community in (
        ("leader", "老周", "leader", None),
        ("secretary", "老吴", "secretary", "hj"),
    ):
        small_desk.known[name] = await small_desk.newcomer(nickname)
        await small_desk.appoint(small_desk.known[name], post, community)
    return small_desk


async def chats_of(desk: Desk, ticket: Ticket) -> set[str]:
    """Where its card stands, by chat."""
    await desk.send()
    return {
        shown.to.chat
        for name, shown in desk.channel.messages.items()
        if name not in desk.channel.removed and f"#{ticket.id} " in getattr(shown.what, "title", "")
    }


def heard_of(desk: Desk, ticket: Ticket, *persons: Person) -> list[str]:
    """What these persons were told of it in private."""
    return [said for person in persons for said in desk.heard(person) if f"#{ticket.id}" in said]


def below(desk: Desk) -> tuple[Person, ...]:
    """The community's own people."""
    return desk.worker, desk.grid_worker, desk.head, desk.secretary


async def test_a_public_matter_with_a_reproach_to_the_community_is_the_streets_groups(desk: Desk):
    ticket = await desk.report(PUBLIC, by=desk.courier)

    shown = await chats_of(desk, ticket)
    card = desk.card(ticket, "group-street")

    assert (ticket.against, ticket.is_with_street, shown) == ("community", True, {"group-street"})
    assert card.body.startswith("（反映的是社区自己，直接到街道）")
    assert desk.courier.nickname not in str(card)
    assert ticket.reasons["route"] == ["反映的是社区自己，直接到街道"]


async def test_the_courier_hears_in_private_that_it_went_above_them(desk: Desk):
    await desk.report(PUBLIC, by=desk.courier)
    await desk.send()

    assert "不经过他们" in desk.heard(desk.courier)[-1]


async def test_without_a_group_the_street_still_hears_before_the_accused(desk: Desk):
    ticket = await desk.report(OF_PEOPLE, by=desk.courier)

    assert (await chats_of(desk, ticket), ticket.named) == ({chat_of(desk.dispatcher)}, [desk.dispatcher.id])


async def test_a_matter_about_the_streets_own_people_is_the_leaders_alone(desk: Desk):
    ticket = await desk.report(OF_STREET, by=desk.courier)

    shown = await chats_of(desk, ticket)
    ticket = await desk.claim(ticket, by=desk.leader)

    assert (ticket.against, shown, ticket.owner_id) == ("street", {chat_of(desk.leader)}, desk.leader.id)


async def test_a_lamp_that_the_street_forgot_is_repaired_as_ever(desk: Desk):
    ticket = await desk.report("2幢门口垃圾箱让风刮翻了，街道不管", by=desk.courier)

    assert (ticket.against, await chats_of(desk, ticket)) == ("street", {"group-hj"})


async def test_an_emergency_reaches_everybody_as_ever_and_the_level_above(desk: Desk):
    ticket = await desk.report(EMERGENCY, by=desk.courier)

    as_ever = {"group-hj", chat_of(desk.head), chat_of(desk.duty)}
    assert (ticket.level, await chats_of(desk, ticket)) == ("L0", {*as_ever, "group-street"})


async def test_what_rises_to_an_emergency_comes_down_to_who_is_nearest(desk: Desk):
    ticket = await desk.report(PUBLIC, by=desk.courier)

    ticket = await desk.act(ticket, Action.RAISE, by=desk.dispatcher, level="L0")

    assert not ticket.is_with_street
    assert {"group-hj", "group-street"} <= await chats_of(desk, ticket)


async def test_who_sits_at_both_levels_is_passed_over(desk: Desk):
    await desk.appoint(desk.dispatcher, "grid_worker", "hj")

    ticket = await desk.report(OF_PEOPLE, by=desk.courier)

    assert ticket.named == [desk.duty.id]


@pytest.mark.parametrize("words", [PUBLIC, OF_PEOPLE])
async def test_reminders_climb_without_passing_the_accused(desk: Desk, words: str):
    ticket = await desk.sent(words)

    await desk.pass_time("2026-12-04 18:00")

    assert heard_of(desk, ticket, *below(desk)) == []
    assert Address(CHANNEL, "group-hj") not in {item.to for item in desk.channel.messages.values()}
    assert heard_of(desk, ticket, desk.dispatcher)


async def test_reminders_of_a_matter_about_the_street_reach_the_leader_alone(desk: Desk):
    ticket = await desk.sent(OF_STREET)

    await desk.pass_time("2026-12-04 18:00")

    assert heard_of(desk, ticket, *below(desk), desk.dispatcher, desk.duty) == []
    assert heard_of(desk, ticket, desk.leader)


async def test_a_reproach_that_comes_later_lifts_what_nobody_has_taken(desk: Desk):
    ticket = await desk.sent()

    await desk.say("网格员拍个照就走", by=desk.courier)
    ticket = await desk.ticket(ticket)

    assert (ticket.against, ticket.is_with_street) == ("community", True)
    assert await chats_of(desk, ticket) == {"group-street"}


async def test_a_complaint_does_not_join_what_the_community_reads(desk: Desk):
    first = await desk.sent()

    await desk.say(PUBLIC, by=desk.second_courier, at=AT_HJ)

    assert [(one.id, one.reporters) for one in await desk.tickets()] == [(first.id, 1), (2, 1)]


async def test_the_dispatcher_may_send_it_down_by_hand_without_saying_who_complained(desk: Desk):
    ticket = await desk.sent(PUBLIC)

    ticket = await desk.act(ticket, Action.REROUTE, by=desk.dispatcher, community="hj")
    await desk.send()

    card = desk.card(ticket)
    assert not ticket.is_with_street
    assert desk.courier.nickname not in str(card)
    assert "反映的是" not in str(card)


async def test_a_part_of_what_was_sent_down_stays_below(desk: Desk):
    ticket = await desk.sent(PUBLIC)
    ticket = await desk.act(ticket, Action.REROUTE, by=desk.dispatcher, community="hj")
    ticket = await desk.claim(ticket, by=desk.worker)

    await desk.act(ticket, Action.SPLIT, by=desk.worker, category="FAC_ROAD")

    assert [one.is_with_street for one in await desk.tickets()] == [False, False]


async def test_an_emergency_about_people_is_told_to_the_leader_too_when_it_is_about_the_street(desk: Desk):
    ticket = await desk.report("12幢有人倒在地上没意识了 街道的人看了一眼就走", by=desk.courier)

    as_ever = {desk.grid_worker.id, desk.duty.id}
    assert (ticket.level, ticket.against, set(ticket.named)) == ("L0", "street", {*as_ever, desk.leader.id})


async def test_nobody_of_the_accused_is_offered_it(desk: Desk):
    ticket = await desk.claim(await desk.sent(OF_PEOPLE), by=desk.dispatcher)

    async with desk.database.reading() as session:
        asked = await offers.question(session, ticket, Action.HAND_OVER, now=desk.clock.now(), street=desk.street)

    assert {button.label for row in asked.buttons for button in row} == {desk.duty.nickname, desk.leader.nickname}


async def test_nobody_of_the_accused_is_brought_in_to_check(desk: Desk):
    ticket = await desk.claim(await desk.sent(A_MEAL), by=desk.dispatcher)

    ticket = await desk.prove(ticket, by=desk.dispatcher)

    assert (ticket.status, ticket.named) == ("pending_check", [desk.dispatcher.id, desk.duty.id])


async def test_nobody_of_the_accused_has_a_say_while_the_street_has_it(desk: Desk):
    ticket = await desk.claim(await desk.sent(PUBLIC), by=desk.dispatcher)

    with pytest.raises(refusals.NotYourGroup):
        await desk.act(ticket, Action.RELEASE, by=desk.head)


async def test_a_property_manager_gets_no_ticket_and_no_unit_is_chosen_by_itself(desk: Desk):
    ticket = await desk.sent("物业经理乱收费还骂人")

    assert (ticket.against, ticket.party, ticket.named) == (None, None, [desk.grid_worker.id])
    assert GROUPS["hj"].chat not in await chats_of(desk, ticket)
