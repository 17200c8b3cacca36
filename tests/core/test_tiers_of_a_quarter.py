"""721: where disputes ended, counted; shares and comparisons only where they say something (DOMAIN 5.2)."""

from datetime import datetime

import pytest

from bot.core import tiers
from bot.core.tiers import Tiers
from bot.core.workflow import Action
from tests.core.procedure.telling import dispute, tells
from tests.desk import Desk
from tests.street import moment


@pytest.mark.parametrize(
    ("now", "since", "until"),
    [
        ("2026-11-23 10:00", "2026-10-01 00:00", "2027-01-01 00:00"),
        ("2026-12-31 23:59", "2026-10-01 00:00", "2027-01-01 00:00"),
        # midnight in Shanghai, not in Greenwich
        ("2027-01-01 00:00", "2027-01-01 00:00", "2027-04-01 00:00"),
        ("2027-09-30 12:00", "2027-07-01 00:00", "2027-10-01 00:00"),
    ],
)
def test_a_quarter_begins_and_ends_at_the_streets_midnight(now: str, since: str, until: str):
    assert tiers.quarter_of(moment(now)) == (moment(since), moment(until))


@pytest.mark.parametrize(
    ("ended", "shares", "is_comparable"),
    [
        ((0, 0, 0), {}, False),
        # four are told as numbers
        ((3, 1, 0), {}, False),
        ((4, 1, 0), {"village": 80, "section": 20, "street": 0}, False),
        ((2, 2, 2), {"village": 33, "section": 33, "street": 33}, False),
        ((14, 4, 1), {"village": 74, "section": 21, "street": 5}, False),
        ((14, 4, 2), {"village": 70, "section": 20, "street": 10}, True),
    ],
)
def test_few_disputes_have_no_shares_and_under_twenty_are_not_compared(
    ended: tuple[int, int, int], shares: dict[str, int], is_comparable: bool
):
    found = Tiers(dict(zip(tiers.TARGET, ended, strict=True)))

    assert (found.shares(), found.is_comparable) == (shares, is_comparable)


async def settled(desk: Desk) -> None:
    """A dispute that the community closed by itself."""
    ticket = await dispute(desk)
    await tells(desk, ticket, "走访 两家都去了", "座谈 三方都到了", by=desk.grid_worker)
    await desk.act(ticket, Action.PROVE, by=desk.grid_worker)
    await desk.act(ticket, Action.PASS, by=desk.head)


async def counted(desk: Desk, since: datetime, until: datetime) -> dict[str, int]:
    async with desk.database.reading() as session:
        return (await tiers.count(session, since=since, until=until)).ended


async def test_a_dispute_counts_where_and_when_it_ended(desk: Desk):
    await settled(desk)

    this, next_one = tiers.quarter_of(desk.clock.now()), (moment("2027-01-01 00:00"), moment("2027-04-01 00:00"))

    assert await counted(desk, *this) == {"village": 1, "section": 0, "street": 0}
    assert await counted(desk, *next_one) == {"village": 0, "section": 0, "street": 0}


async def test_other_matters_are_no_disputes(desk: Desk):
    await desk.close(by=desk.courier, handled_by=desk.worker, checked_by=desk.grid_worker)

    assert sum((await counted(desk, *tiers.quarter_of(desk.clock.now()))).values()) == 0
