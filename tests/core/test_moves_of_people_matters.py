"""People matters on every way they can move: who is named, who is told what, and what no group and no courier reads."""

from collections.abc import Awaitable, Callable

import pytest

from bot.core import groups, offers, prompts, refusals
from bot.core.workflow import Action
from bot.mailbox.outbox import Address
from models import Person, Ticket
from tests.desk import GROUPS, Desk, chat_of
from tests.street import moment

QUARREL = "12幢有两家人为车位吵起来了"
#: FIRE_CORRIDOR_CLUTTER, and what the words say of people
BOTH = "2幢楼道里堆满纸箱，楼上老人没人管"
TELECOM = {"party": "TELECOM", "text": "电信张工13812345678，回执88"}
REASON = "老人住院了，等女儿回来"
SECRETS = ("张工", "13812345678", "回执88", "住院", "女儿", "老人", "通信运营商", "派出所", "阿芳", "小王", "吵")


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Who is told what does not depend on the kind of database."""
    return small_desk


async def quarrel(desk: Desk) -> Ticket:
    """In the hands of the grid worker, the first post that is named."""
    return await desk.claim(await desk.sent(QUARREL), by=desk.grid_worker)


async def suspend(desk: Desk, ticket: Ticket) -> Ticket:
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.grid_worker, until=moment("2026-12-21 00:00"), text=REASON)
    return await desk.decide(ticket, by=desk.dispatcher)


async def transfer(desk: Desk, ticket: Ticket) -> Ticket:
    return await desk.act(ticket, Action.TRANSFER, by=desk.grid_worker, **TELECOM)


async def merge(desk: Desk, ticket: Ticket) -> Ticket:
    desk.clock.advance(minutes=5)
    other = await desk.sent("3幢阿姨说隔壁空调外机嗡嗡响", by=desk.second_courier)
    await desk.act(ticket, Action.MERGE, by=desk.grid_worker, ticket_id=other.id)
    return await desk.act(ticket, Action.UNMERGE, by=desk.grid_worker)


async def conclude(desk: Desk, ticket: Ticket) -> Ticket:
    await desk.act(ticket, Action.HAND_OFF, by=desk.grid_worker, text=f"转派出所张工，{REASON}")
    return await desk.act(ticket, Action.CONCLUDE, by=desk.grid_worker, text=REASON)


async def reject(desk: Desk, ticket: Ticket) -> Ticket:
    return await desk.act(ticket, Action.REJECT, by=desk.grid_worker, text=REASON)


async def split(desk: Desk, ticket: Ticket) -> Ticket:
    return await desk.act(ticket, Action.SPLIT, by=desk.grid_worker, category="ENV_GARBAGE")


async def extend(desk: Desk, ticket: Ticket) -> Ticket:
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.grid_worker, text=REASON)
    return await desk.decide(ticket, by=desk.dispatcher)


async def up_and_back(desk: Desk, ticket: Ticket) -> Ticket:
    await desk.act(ticket, Action.ESCALATE, by=desk.grid_worker, text=REASON)
    await desk.act(ticket, Action.SUPERVISE, by=None)
    return await desk.act(ticket, Action.RETURN, by=desk.head, text=REASON)


Story = Callable[[Desk, Ticket], Awaitable[Ticket]]
STORIES: dict[str, Story] = {
    story.__name__: story for story in (suspend, transfer, merge, conclude, reject, split, extend, up_and_back)
}


@pytest.mark.parametrize("name", STORIES)
async def test_on_no_way_does_a_group_or_a_courier_read_more_than_the_number(desk: Desk, name: str):
    await STORIES[name](desk, await quarrel(desk))
    await desk.send()

    groups_read = [item for chat in GROUPS.values() for item in desk.channel.said_to(chat.chat)]
    cards_in_groups = [shown for shown in desk.channel.messages.values() if shown.to.chat.startswith("group")]
    couriers_read = "".join(
        desk.channel.said_to(chat_of(desk.courier)) + desk.channel.said_to(chat_of(desk.second_courier))
    )
    assert (groups_read, cards_in_groups) == ([], [])
    assert "#1" in couriers_read
    assert [secret for secret in SECRETS if secret in couriers_read] == []


async def test_who_decides_about_a_people_matter_reads_the_reason_and_not_what_it_is(desk: Desk):
    ticket = await quarrel(desk)

    await desk.act(ticket, Action.ASK_EXTEND, by=desk.grid_worker, text=REASON)
    await desk.send()

    (asked,) = desk.channel.said_to(chat_of(desk.dispatcher))
    assert asked == f"#1 专人事项：阿芳申请延期，因为{REASON}。批不批？"
    assert desk.dispatcher.id in (await desk.ticket(ticket)).named
    # he is named now and may act; nobody else came in
    assert desk.duty.id not in (await desk.ticket(ticket)).named


async def test_who_must_not_know_of_it_is_refused_as_if_it_were_not_there(desk: Desk):
    ticket = await quarrel(desk)
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.grid_worker, text=REASON)

    for stranger in (desk.worker, desk.head, desk.duty, desk.neighbour, desk.guest):
        with pytest.raises(refusals.NotFound):
            await desk.decide(ticket, by=stranger)


async def test_reported_up_the_head_is_named_and_reads_the_card_in_private(desk: Desk):
    ticket = await desk.act(await quarrel(desk), Action.ESCALATE, by=desk.grid_worker)
    await desk.send()

    assert (ticket.owner_id, desk.head.id in ticket.named) == (desk.head.id, True)
    assert "处置完成" in [button.label for row in desk.card(ticket, chat_of(desk.head)).buttons for button in row]


async def test_sent_to_another_community_it_is_seen_no_more_where_it_was(desk: Desk):
    ticket = await desk.act(await quarrel(desk), Action.RETURN, by=desk.grid_worker, text="是江畔的")
    await desk.send()
    assert desk.card(ticket, chat_of(desk.grid_worker))

    ticket = await desk.act(ticket, Action.REROUTE, by=desk.dispatcher, community="jp")
    await desk.send()

    assert ticket.named == sorted([desk.neighbour.id or 0, desk.dispatcher.id or 0])
    assert [desk.channel.messages[gone].to.chat for gone in desk.channel.removed] == [chat_of(desk.grid_worker)]


async def test_what_turns_out_to_be_about_people_stays_in_the_hands_of_its_owner(desk: Desk):
    # claimed by the worker, who is none of those whom such a matter is given to
    ticket = await desk.in_hand()

    ticket = await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="PPL_DISPUTE")
    await desk.send()

    assert desk.worker.id in ticket.named
    assert desk.card(ticket, chat_of(desk.worker)).buttons
    assert (await desk.act(ticket, Action.RELEASE, by=desk.worker)).status == "dispatched"


async def test_whoever_only_saw_what_it_is_about_is_not_named(desk: Desk):
    ticket = await desk.sent()

    ticket = await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="PPL_DISPUTE")

    assert ticket.named == [desk.grid_worker.id]


async def test_a_part_about_people_takes_the_words_off_the_public_card(desk: Desk):
    ticket = await desk.in_hand(BOTH)
    before = desk.card(ticket).body if ticket.privacy == "image" else ""

    await desk.act(ticket, Action.SPLIT, by=desk.worker, category="PPL_CARE")
    await desk.send()

    assert "老人" in before
    assert desk.card(ticket).body == "（说的话涉及个人，不在群里显示）"
    assert "老人" in next(s.what for s in desk.channel.messages.values() if s.to.chat == chat_of(desk.grid_worker)).body  # type: ignore[union-attr]


async def test_the_public_half_of_a_people_matter_does_not_become_public_by_its_category(desk: Desk):
    ticket = await quarrel(desk)
    await desk.act(ticket, Action.SPLIT, by=desk.grid_worker, category="ENV_GARBAGE")
    part = await desk.numbered(2)

    part = await desk.act(part, Action.CATEGORISE, by=desk.grid_worker, category="ENV_BULKY")
    await desk.send()

    assert (part.category, part.privacy) == ("ENV_BULKY", "confidential")
    assert not [shown for shown in desk.channel.messages.values() if shown.to.chat.startswith("group")]


async def test_a_matter_that_only_looked_private_becomes_public_when_a_person_says_so(desk: Desk):
    ticket = await quarrel(desk)

    ticket = await desk.act(ticket, Action.CATEGORISE, by=desk.grid_worker, category="ORD_CAR_PARK")
    await desk.send()

    assert ticket.privacy == "image"
    assert desk.card(ticket)


async def test_what_can_be_done_with_a_people_matter_is_offered_in_private_only(desk: Desk):
    ticket, by = await quarrel(desk), desk.grid_worker
    # a button on a card of the group that could not be taken down
    async with desk.database.transaction() as session:
        place = await groups.find(session, GROUPS["hj"])
        now, street = desk.clock.now(), desk.street
        await prompts.offer_more(session, ticket, by, GROUPS["hj"], place, now=now, street=street)
        await prompts.ask(session, ticket, by, GROUPS["hj"], Action.TRANSFER, now=now, street=street)
    await desk.send()

    assert desk.channel.said_to("group-hj") == []
    assert any("转给哪个单位" in words for words in desk.channel.said_to(chat_of(by)))


@pytest.mark.parametrize("who", ["worker", "neighbour", "courier", "guest"])
async def test_the_menu_does_not_tell_strangers_that_there_is_such_a_matter(desk: Desk, who: str):
    ticket, by = await quarrel(desk), desk.known[who]
    refusal = refusals.NotAllowed if who == "courier" else refusals.NotFound

    with pytest.raises(refusal):
        await _menu(desk, ticket, by)


async def _menu(desk: Desk, ticket: Ticket, by: Person) -> None:
    async with desk.database.transaction() as session:
        at, now = Address("memory", chat_of(by)), desk.clock.now()
        await prompts.offer_more(session, ticket, by, at, None, now=now, street=desk.street)


async def test_a_public_matter_of_another_community_says_whose_it_is(desk: Desk):
    ticket = await desk.in_hand()

    with pytest.raises(refusals.NotYourGroup):
        await _menu(desk, ticket, desk.neighbour)


async def test_where_nothing_is_left_to_do_the_menu_says_so(desk: Desk):
    ticket = await desk.in_hand()

    with pytest.raises(offers.NothingMore):
        await _menu(desk, ticket, desk.courier)
