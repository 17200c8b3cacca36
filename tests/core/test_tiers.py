"""721: at which tier a dispute ended; what is no dispute, or not over, is not counted."""

from typing import Any

import pytest

from bot.core import tiers
from bot.core.workflow import Action
from models import Ticket
from tests.core.procedure.telling import tells
from tests.desk import Desk
from tests.street import moment

NOISE = "3幢阿姨说隔壁空调外机嗡嗡响"
QUARREL = "12幢有两家人为车位吵起来了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is counted does not depend on the kind of database; that the query runs on both, see below."""
    return small_desk


async def noise(desk: Desk, words: str = NOISE) -> Ticket:
    """In the hands of the grid worker."""
    return await desk.claim(await desk.sent(words), by=desk.grid_worker)


async def closed(desk: Desk, ticket: Ticket, *, by: str = "grid_worker", checked_by: str = "head") -> Ticket:
    """Visited, talked over, handled, and passed by somebody who was let in."""
    await tells(desk, ticket, "走访 两家都去了", "座谈 三方都到了", by=desk.known[by])
    ticket = await desk.prove(ticket, by=desk.known[by])
    return await desk.act(ticket, Action.PASS, by=desk.known[checked_by])


async def to_unit(desk: Desk, ticket: Ticket, party: str) -> Ticket:
    details: dict[str, Any] = {"party": party, "text": "李工，回执9"}
    return await desk.act(ticket, Action.TRANSFER, by=desk.grid_worker, **details)


@pytest.mark.parametrize(
    ("party", "tier"),
    [
        (None, "village"),
        # the community reaches these by itself
        ("PROPERTY", "village"),
        ("OWNERS_COMMITTEE", "village"),
        ("POLICE", "section"),
        ("URBAN_ENFORCEMENT", "section"),
        ("STREET_OFFICE", "street"),
    ],
)
async def test_it_ends_where_it_was_handled(desk: Desk, party: str | None, tier: str):
    ticket = await noise(desk)
    if party is not None:
        ticket = await to_unit(desk, ticket, party)

    assert (await closed(desk, ticket)).resolved_tier == tier


async def test_what_was_reported_up_to_the_street_ends_there(desk: Desk):
    ticket = await desk.act(await noise(desk), Action.ESCALATE, by=desk.grid_worker)
    at_head = tiers.of(ticket)
    ticket = await desk.act(ticket, Action.ESCALATE, by=desk.head)

    ticket = await closed(desk, ticket, by="dispatcher")

    assert (at_head, ticket.resolved_tier) == ("village", "street")


async def test_what_ended_outside_did_not_end_in_the_village(desk: Desk):
    ticket = await noise(desk)
    await desk.act(ticket, Action.HAND_OFF, by=desk.grid_worker, text="转法院")

    ticket = await desk.act(ticket, Action.CONCLUDE, by=desk.grid_worker, text="法院调解成了")

    assert ticket.resolved_tier == "section"


async def test_what_is_reopened_has_not_ended_anywhere(desk: Desk):
    ticket = await closed(desk, await noise(desk))

    ticket = await desk.act(ticket, Action.REOPEN, by=desk.grid_worker)

    assert ticket.resolved_tier is None


async def test_s19_disputes_are_counted_by_where_they_ended_and_nothing_else(desk: Desk):
    for minute, words in enumerate((NOISE, QUARREL)):
        desk.clock.set(f"2026-11-23 10:{minute * 10:02}")
        await closed(desk, await noise(desk, words))
    desk.clock.set("2026-11-23 11:00")
    # no dispute
    await desk.close(by=desk.second_courier, handled_by=desk.worker, checked_by=desk.grid_worker)
    # a dispute that is not over
    desk.clock.set("2026-11-23 11:30")
    await noise(desk, "5幢两家人为楼道吵起来了")

    counted = await count(desk, "2026-11-23 00:00", "2026-11-24 00:00")

    assert (counted.ended, counted.total) == ({"village": 2, "section": 0, "street": 0}, 2)


@pytest.mark.parametrize(
    ("since", "until", "total"),
    [
        ("2026-11-23 10:00", "2026-11-24 00:00", 1),
        # from the first moment, up to the last but not with it
        ("2026-11-23 10:01", "2026-11-24 00:00", 0),
        ("2026-11-23 00:00", "2026-11-23 10:00", 0),
        ("2026-11-23 00:00", "2026-11-23 10:01", 1),
    ],
)
async def test_a_period_begins_with_its_first_moment_and_ends_before_its_last(
    desk: Desk, since: str, until: str, total: int
):
    await closed(desk, await noise(desk))

    assert (await count(desk, since, until)).total == total


async def test_the_targets_are_a_whole():
    assert sum(tiers.TARGET.values()) == 100


async def count(desk: Desk, since: str, until: str) -> tiers.Tiers:
    async with desk.database.reading() as session:
        return await tiers.count(session, since=moment(since), until=moment(until))
