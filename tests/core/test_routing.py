"""Who sees a ticket and where, with the reason; and what somebody is to it."""

import pytest

from bot.core import groups, people, routing, standing
from bot.core.routing import Route
from bot.core.workflow import Action, Standing
from bot.mailbox.outbox import Address
from models import Ticket
from tests.desk import CHANNEL, GROUPS, Desk

FIRE = "12幢4楼窗户冒烟 像是着火了"
MANHOLE = "井盖没了"
QUARREL = "12幢有两家人为车位吵起来了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Look-ups by equality: one kind of database is enough."""
    return small_desk


async def route(desk: Desk, ticket: Ticket) -> Route:
    async with desk.database.reading() as session:
        return await routing.route(session, ticket, now=desk.clock.now(), street=desk.street)


def names(found: Route) -> list[str]:
    return [person.nickname for person in found.persons]


async def test_an_ordinary_matter_goes_to_its_communitys_group_and_says_why(desk: Desk):
    found = await route(desk, await desk.report(by=desk.courier))

    assert (found.groups, names(found), found.reasons) == ((GROUPS["hj"],), [], ("按位置派给汇嘉",))


async def test_both_sides_of_a_border_see_it(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    ticket.neighbours = ["jp"]

    assert (await route(desk, ticket)).groups == (GROUPS["hj"], GROUPS["jp"])


async def test_what_was_returned_goes_to_the_street(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    returned = await desk.act(ticket, Action.RETURN, by=desk.head, text="是市政的")

    assert (await route(desk, returned)).groups == (GROUPS[None],)


@pytest.mark.parametrize(
    ("words", "at", "alerted"),
    [
        # an emergency: the grid head and the street's duty, at any hour
        (FIRE, "2026-11-23 10:00", ["老陈", "小曹"]),
        (FIRE, "2026-11-28 03:00", ["老陈", "小曹"]),
        # an urgent matter only wakes the duty when nobody is at work
        (MANHOLE, "2026-11-23 10:00", []),
        (MANHOLE, "2026-11-23 12:30", ["小曹"]),
        (MANHOLE, "2026-11-28 03:00", ["小曹"]),
        # an ordinary one wakes nobody
        ("2幢门口垃圾箱让风刮翻了", "2026-11-28 03:00", []),
    ],
)
async def test_who_is_told_besides_the_group(desk: Desk, words: str, at: str, alerted: list[str]):
    desk.clock.set(at)

    found = await route(desk, await desk.report(words, by=desk.courier))

    assert (found.groups, names(found)) == ((GROUPS["hj"],), alerted)


@pytest.mark.parametrize(
    ("gone", "who"),
    [
        ([], ["阿芳"]),
        # the first post that is filled: grid worker, grid head, worker
        (["grid_worker"], ["老陈"]),
        (["grid_worker", "head"], ["小王"]),
        (["grid_worker", "head", "worker"], ["小许"]),
    ],
)
async def test_a_people_matter_goes_to_named_persons_and_no_group(desk: Desk, gone: list[str], who: list[str]):
    async with desk.database.transaction() as session:
        for name in gone:
            await people.dismiss(session, desk.known[name], "hj", now=desk.clock.now())

    found = await route(desk, await desk.report(QUARREL, by=desk.courier))

    assert (found.groups, names(found)) == ((), who)


async def test_without_any_group_somebody_still_sees_it(desk: Desk):
    async with desk.database.transaction() as session:
        await groups.lose(session, GROUPS["hj"], now=desk.clock.now(), street=desk.street)

    found = await route(desk, await desk.report(by=desk.courier))

    assert (found.groups, names(found)[:2]) == ((), ["老陈", "小许"])


async def test_without_a_duty_officer_the_dispatcher_is_told(desk: Desk):
    async with desk.database.transaction() as session:
        await people.dismiss(session, desk.duty, None, now=desk.clock.now())

    assert names(await route(desk, await desk.report(FIRE, by=desk.courier))) == ["老陈", "小许"]


@pytest.mark.parametrize(
    ("who", "standings"),
    [
        ("worker", {Standing.STAFF, Standing.OWNER, Standing.CHECKER}),
        ("grid_worker", {Standing.STAFF, Standing.CHECKER}),
        ("head", {Standing.STAFF, Standing.HEAD, Standing.CHECKER}),
        ("dispatcher", {Standing.STAFF, Standing.HEAD, Standing.DISPATCHER, Standing.CHECKER}),
        # the duty officer is the dispatcher of the night
        ("duty", {Standing.STAFF, Standing.HEAD, Standing.DISPATCHER, Standing.CHECKER}),
        ("neighbour", set()),
        ("courier", {Standing.REPORTER}),
        ("second_courier", set()),
        ("guest", set()),
    ],
)
async def test_what_somebody_is_to_a_ticket(desk: Desk, who: str, standings: set[Standing]):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    async with desk.database.reading() as session:
        assert await standing.of(session, ticket, desk.known[who]) == standings


async def test_who_handled_it_is_no_checker(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    ticket = await desk.prove(ticket, by=desk.worker)

    async with desk.database.reading() as session:
        assert Standing.CHECKER not in await standing.of(session, ticket, desk.worker)


async def test_a_neighbour_across_the_border_is_a_neighbour(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    ticket.neighbours = ["jp"]

    async with desk.database.reading() as session:
        assert await standing.of(session, ticket, desk.neighbour) == {Standing.NEIGHBOUR}


async def test_of_a_people_matter_only_the_named_are_anything(desk: Desk):
    ticket = await desk.report(QUARREL, by=desk.courier)

    async with desk.database.reading() as session:
        found = [bool(await standing.of(session, ticket, person)) for person in (desk.grid_worker, desk.worker)]

    assert found == [True, False]


async def test_who_leaves_the_group_gives_his_tickets_back_and_can_open_them_no_more(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    async with desk.database.transaction() as session:
        group = await groups.find(session, GROUPS["hj"])
        assert group is not None
        await groups.leave(session, group, desk.worker, now=desk.clock.now(), street=desk.street)
    await desk.send()

    after = await desk.ticket(ticket)

    async with desk.database.reading() as session:
        assert await standing.of(session, after, desk.worker) == frozenset()
    assert (after.status, after.owner_id) == ("dispatched", None)
    assert "#1" in desk.channel.said_to("chat-老陈")[0]


async def test_a_group_bound_again_belongs_where_it_was_bound_last(desk: Desk):
    at = Address(CHANNEL, "group-jp")
    async with desk.database.transaction() as session:
        await groups.bind(session, at, "hj", "两个社区一个群", by=desk.dispatcher, now=desk.clock.now())

    found = await route(desk, await desk.report(by=desk.courier))

    assert found.groups == (GROUPS["hj"], at)
