"""What staff are offered before a step: the menu behind 更多, choices that a button carries, or a question."""

import pytest

from bot.core import offers
from bot.core.notes import Note
from bot.core.workflow import Action
from models import Person, Ticket
from tests.desk import Desk
from tests.street import moment


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is offered does not depend on the kind of database."""
    return small_desk


async def asked(desk: Desk, ticket: Ticket, action: Action) -> Note:
    async with desk.database.reading() as session:
        now = await session.get_one(Ticket, ticket.id)
        return await offers.question(session, now, action, now=desk.clock.now(), street=desk.street)


async def menu(desk: Desk, ticket: Ticket, by: Person) -> list[str]:
    """The labels of the menu in his private chat."""
    async with desk.database.reading() as session:
        now = await session.get_one(Ticket, ticket.id)
        note = await offers.menu(session, now, None, by=by, street=desk.street)
    return labels(note)


def labels(note: Note) -> list[str]:
    return [button.label for row in note.buttons for button in row]


def ids(note: Note) -> list[str]:
    return [button.id for row in note.buttons for button in row]


@pytest.mark.parametrize(
    ("action", "begin"),
    [
        (Action.RAISE, ["t:1:raise:L0", "t:1:raise:L1"]),
        (Action.REROUTE, ["t:1:reroute:hj", "t:1:reroute:jp"]),
        # the first reporter is the ticket's own
        (Action.PART, ["t:1:part:2"]),
    ],
)
async def test_what_a_button_can_carry_is_offered_as_buttons(desk: Desk, action: Action, begin: list[str]):
    ticket = await desk.in_hand()
    await desk.join(ticket, by=desk.second_courier)

    note = await asked(desk, ticket, action)

    assert (ids(note)[: len(begin)], note.ask) == (begin, None)


async def test_colleagues_are_offered_and_the_owner_is_not(desk: Desk):
    note = await asked(desk, await desk.in_hand(), Action.HAND_OVER)

    assert labels(note) == ["阿芳", "老陈"]


async def test_where_the_street_has_it_the_streets_people_are_offered_too(desk: Desk):
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.ESCALATE, by=desk.worker)
    await desk.act(ticket, Action.ESCALATE, by=desk.head)

    note = await asked(desk, ticket, Action.HAND_OVER)

    assert labels(note) == ["小曹", "小王", "阿芳", "老陈"]


async def test_open_tickets_near_by_are_offered_to_merge_with(desk: Desk):
    await desk.sent()
    second = await desk.sent("2幢门口旧沙发没人要", by=desk.second_courier)

    note = await asked(desk, second, Action.MERGE)

    assert (labels(note), ids(note)) == (["#1 暴露垃圾、垃圾桶满溢"], ["t:2:merge:1"])


@pytest.mark.parametrize(
    ("action", "part"),
    [
        (Action.ASK_EXTEND, "为什么要延期"),
        (Action.ASK_SUSPEND, "挂账到哪天、为什么"),
        (Action.LOWER, "降到哪一级、为什么"),
        # whom one usually turns to stands there already
        (Action.TRANSFER, "可以写：环卫、物业公司"),
        (Action.RETURN, "该归谁"),
    ],
)
async def test_what_no_button_can_carry_is_asked_for(desk: Desk, action: Action, part: str):
    note = await asked(desk, await desk.in_hand(), action)

    assert (part in note.text, note.ask, note.buttons) == (True, "reply", ())


async def test_the_menu_leaves_out_what_makes_no_sense(desk: Desk):
    # one reporter, L2, never raised
    ticket = await desk.in_hand()

    owner = await menu(desk, ticket, desk.worker)

    assert not {"拆出一位", "申请降级", "督办", "指定社区"} & set(owner)
    assert {"提级", "降级", "申请挂账"} <= set(owner)


async def test_the_menu_of_an_urgent_ticket_asks_before_it_lowers(desk: Desk):
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L0")

    owner = await menu(desk, ticket, desk.worker)

    assert ("申请降级" in owner, "降级" in owner, "提级" in owner) == (True, False, False)


async def test_a_ticket_that_rests_can_still_be_given_to_somebody_else(desk: Desk):
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment("2026-12-21 00:00"), text="等表决")
    await desk.decide(ticket, by=desk.dispatcher)

    assert await menu(desk, ticket, desk.head) == ["转交"]
    assert await menu(desk, ticket, desk.dispatcher) == ["转交", "督办"]


async def test_what_is_supervised_is_not_offered_to_be_so_again(desk: Desk):
    ticket = await desk.in_hand()
    before = await menu(desk, ticket, desk.dispatcher)
    await desk.act(ticket, Action.SUPERVISE, by=desk.dispatcher)

    after = await menu(desk, ticket, desk.dispatcher)

    assert set(before) - set(after) == {"督办"}
