"""Who stands above whom: 网格员 → 网格长 → 书记 → 街道调度 → 街道值班 → 带班领导."""

import pytest

from bot.core import people, superiors
from bot.mailbox.outbox import Address
from models import Person, Ticket
from tests.desk import CHANNEL, Desk, chat_of


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Who is above whom does not depend on the kind of database."""
    return small_desk


async def above(desk: Desk, ticket: Ticket, person: Person) -> tuple[str, bool] | None:
    """The nickname of the next one up, and whether he sits at the street."""
    async with desk.database.reading() as session:
        found = await superiors.above(session, ticket, person.id or 0)
        return (found[0].nickname, found[1]) if found else None


async def whole_ladder(desk: Desk) -> None:
    """A secretary and a leader besides those of the desk."""
    await desk.appoint(desk.second_courier, "secretary", "hj")
    await desk.appoint(desk.guest, "leader", None)


@pytest.mark.parametrize(
    ("who", "next_up"),
    [
        ("worker", ("老陈", False)),
        ("grid_worker", ("老陈", False)),
        ("head", ("小陈", False)),
        # the secretary
        ("second_courier", ("小许", True)),
        ("dispatcher", ("小曹", True)),
        ("duty", ("路人", True)),
        # the leader: nobody is above him
        ("guest", None),
    ],
)
async def test_one_step_at_a_time(desk: Desk, who: str, next_up: tuple[str, bool] | None):
    await whole_ladder(desk)
    ticket = await desk.sent()

    assert await above(desk, ticket, desk.known[who]) == next_up


async def test_an_empty_rung_is_passed_over(desk: Desk):
    # nobody is secretary
    ticket = await desk.sent()

    assert await above(desk, ticket, desk.head) == ("小许", True)


async def test_who_cannot_be_reached_is_passed_over(desk: Desk):
    ticket = await desk.sent()
    async with desk.database.transaction() as session:
        await people.lost(session, Address(CHANNEL, chat_of(desk.head)))

    assert await above(desk, ticket, desk.worker) == ("小许", True)


async def test_who_holds_two_posts_is_not_above_himself(desk: Desk):
    await whole_ladder(desk)
    await desk.appoint(desk.head, "worker", "hj")
    await desk.appoint(desk.second_courier, "grid_head", "hj")
    ticket = await desk.sent()

    # his highest post counts: above the grid head is the secretary, who is somebody else
    assert await above(desk, ticket, desk.head) == ("小陈", False)


async def test_a_ticket_without_a_community_goes_straight_to_the_street(desk: Desk):
    ticket = await desk.sent()
    ticket.community = None

    assert await above(desk, ticket, desk.worker) == ("小许", True)


async def test_the_post_of_another_community_does_not_count_here(desk: Desk):
    ticket = await desk.sent()
    await desk.appoint(desk.neighbour, "grid_head", "jp")

    assert await above(desk, ticket, desk.neighbour) == ("老陈", False)
