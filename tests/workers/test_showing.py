"""One card per ticket and chat: sent once, edited afterwards, healed when it was lost."""

import pytest

from bot.channels.base import MessageGone, Moved, NotAccepted, TryAgain, Unreachable
from bot.core import groups, tickets
from bot.core.details import FileRef
from bot.core.notes import Card
from bot.core.workflow import Action
from bot.mailbox.outbox import Address
from tests.core.photos import pictures
from tests.desk import CHANNEL, Desk, chat_of
from tests.workers.channels import MoodyChannel

GROUP = "group-hj"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is drawn does not depend on the kind of database."""
    return small_desk


def cards_in(channel: MoodyChannel, chat: str) -> list[Card]:
    return [shown.what for shown in channel.messages.values() if shown.to.chat == chat and isinstance(shown.what, Card)]


async def test_a_card_is_sent_once_and_edited_afterwards(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    await desk.send()

    [card] = cards_in(channel, GROUP)

    assert dict(card.fields)["责任人"] == "小王"


async def test_a_card_that_shows_the_ticket_as_it_is_is_not_drawn_again(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    drawn = [shown.times_drawn for shown in channel.messages.values() if shown.to.chat == GROUP]

    await desk.act(ticket, Action.NOTE, by=desk.worker, text="去看看")
    await desk.send()

    assert [shown.times_drawn for shown in channel.messages.values() if shown.to.chat == GROUP] == drawn


async def test_several_changes_before_the_card_goes_out_are_one_card(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    await desk.claim(ticket, by=desk.worker)
    await desk.act(ticket, Action.RELEASE, by=desk.worker)
    await desk.claim(ticket, by=desk.grid_worker)

    await desk.send()

    assert [item.status for item in await desk.owed(kind="card", recipient=GROUP)][:1] == ["sent"]
    assert dict(desk.card(ticket).fields)["责任人"] == "阿芳"


async def test_a_picture_that_nobody_may_see_any_more_goes_with_its_message(desk: Desk, channel: MoodyChannel):
    channel.files["lamp"] = pictures.encode(pictures.draw())
    ticket = await desk.report("2幢路灯不亮", by=desk.courier)
    photo = FileRef(ref="lamp", unique="lamp", size=1)
    await desk.report("2幢门口路灯坏了", by=desk.second_courier, photos=[photo])
    await desk.send()
    (first,) = [name for name, shown in channel.messages.items() if shown.to.chat == GROUP]

    await desk.act(ticket, Action.LEAVE, by=desk.second_courier)
    await desk.send()

    with_picture, without = cards_in(channel, GROUP)
    assert (with_picture.photo is None, without.photo is None) == (False, True)
    assert channel.removed == [first]


async def test_a_card_that_somebody_deleted_is_posted_again(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    channel.refuse(GROUP, MessageGone("message to edit not found"))

    await desk.claim(ticket, by=desk.worker)
    await desk.send()

    assert [dict(card.fields)["状态"] for card in cards_in(channel, GROUP)] == ["待认领", "处置中"]


async def test_a_card_that_could_not_be_sent_is_drawn_from_the_row_at_its_next_try(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    channel.refuse(GROUP, TryAgain("500"))
    await desk.send()
    await desk.claim(ticket, by=desk.worker)

    desk.clock.advance(seconds=1)
    await desk.send()

    [card] = cards_in(channel, GROUP)
    assert dict(card.fields)["责任人"] == "小王"


async def test_a_card_whose_content_is_never_taken_is_told_to_operators(desk: Desk, channel: MoodyChannel):
    await desk.report(by=desk.courier)
    channel.refuse(GROUP, NotAccepted("BUTTON_DATA_INVALID"))

    await desk.send()

    assert (cards_in(channel, GROUP), len(channel.said_to("operators"))) == ([], 1)


async def test_when_a_group_is_lost_its_cards_go_to_the_grid_head_and_the_street(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    channel.refuse(GROUP, Unreachable("bot was kicked from the supergroup chat"))

    await desk.send()

    assert desk.card(ticket, chat_of(desk.head)).buttons
    assert desk.card(ticket, chat_of(desk.dispatcher)).buttons
    assert "发不进" in channel.said_to(chat_of(desk.dispatcher))[0]


async def test_a_lost_group_is_told_once_however_much_waited_for_it(desk: Desk, channel: MoodyChannel):
    await desk.report(by=desk.courier)
    await desk.report("12幢楼道里堆满纸箱", by=desk.second_courier)
    channel.refuse(GROUP, *[Unreachable("bot was kicked from the supergroup chat")] * 5)

    await desk.send()

    assert len(channel.said_to(chat_of(desk.dispatcher))) == 1


async def test_a_person_who_cannot_be_reached_is_replaced_by_another(desk: Desk, channel: MoodyChannel):
    async with desk.database.transaction() as session:
        await groups.lose(session, Address(CHANNEL, GROUP), now=desk.clock.now(), street=desk.street)
    channel.refuse(chat_of(desk.head), *[Unreachable("bot was blocked by the user")] * 3)

    ticket = await desk.report(by=desk.courier)
    await desk.send()

    assert desk.card(ticket, chat_of(desk.dispatcher)).buttons


async def test_a_group_that_moved_gets_the_card_at_its_new_address(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    channel.refuse(GROUP, Moved("group-new"))

    await desk.send()
    desk.clock.advance(seconds=1)
    await desk.send()

    assert desk.card(ticket, "group-new").buttons
    async with desk.database.reading() as session:
        group = await groups.find(session, Address(CHANNEL, "group-new"))
    assert group is not None
    assert group.community == "hj"


async def test_open_cards_are_posted_again_where_the_group_moved_to_and_closed_ones_are_not(
    desk: Desk, channel: MoodyChannel
):
    await desk.close(by=desk.courier, handled_by=desk.worker, checked_by=desk.grid_worker)
    still_open = await desk.report("12幢楼道里堆满纸箱", by=desk.second_courier)
    await desk.send()

    async with desk.database.transaction() as session:
        await groups.move(session, Address(CHANNEL, GROUP), "group-new", now=desk.clock.now())
    await desk.send()

    [card] = cards_in(channel, "group-new")
    assert f"#{still_open.id} " in card.title


async def test_a_chat_bound_before_its_own_move_was_told_is_one_group(desk: Desk):
    await desk.report(by=desk.courier)
    async with desk.database.transaction() as session:
        new = Address(CHANNEL, "group-new")
        await groups.bind(session, new, "hj", "汇嘉", by=None, now=desk.clock.now())

    async with desk.database.transaction() as session:
        await groups.move(session, Address(CHANNEL, GROUP), "group-new", now=desk.clock.now())

    async with desk.database.reading() as session:
        found = [await groups.find(session, Address(CHANNEL, chat)) for chat in (GROUP, "group-new")]
    assert [group.community if group else None for group in found] == [None, "hj"]


async def test_after_a_restart_every_open_card_shows_the_ticket_as_it_is(desk: Desk, channel: MoodyChannel):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)

    # the process dies here, before it drew anything; another one begins
    await desk.send()

    async with desk.database.reading() as session:
        now = await tickets.get(session, ticket.id or 0)
    assert (now.status, dict(desk.card(ticket).fields)["状态"]) == ("claimed", "处置中")
