"""Making safe counts day and night; another category is counted from the original dispatch (DOMAIN 3.2.3, 3.2.8)."""

import pytest

from bot.core.workflow import Action
from tests.desk import Desk

MANHOLE = "井盖没了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Minutes are counted in Python: one kind of database is enough."""
    return small_desk


async def test_making_safe_is_counted_day_and_night(desk: Desk):
    desk.clock.set("2026-10-03 02:10")
    ticket = await desk.report(MANHOLE, by=desk.courier)

    await desk.send()

    due = [await desk.due(ticket, name) for name in ("claim", "make_safe", "close")]
    assert due == ["2026-10-03 02:40", "2026-10-03 04:10", "2026-10-04 02:10"]


@pytest.mark.parametrize(
    ("code", "make_safe"),
    [
        # standing illegal building: 15 working days to close, made safe within 48 hours of any day
        ("ORD_ILLEGAL_BUILD", "2026-11-29 17:00"),
        ("FAC_MANHOLE", "2026-11-27 19:00"),
    ],
)
async def test_making_safe_is_continuous_even_where_closing_is_working_time(desk: Desk, code: str, make_safe: str):
    desk.clock.set("2026-11-27 17:00")
    ticket = await desk.report(by=desk.courier)
    await desk.send()

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category=code)

    row = await desk.deadline(ticket, "make_safe")
    assert row is not None
    assert (row.clock, await desk.due(ticket, "make_safe")) == ("continuous", make_safe)


async def test_making_safe_stops_its_own_clock_only(desk: Desk):
    ticket = await desk.report(MANHOLE, by=desk.courier)
    await desk.send()

    await desk.act(ticket, Action.MAKE_SAFE, by=desk.grid_worker)

    running = [await desk.due(ticket, name) is not None for name in ("claim", "make_safe", "close")]
    assert running == [True, False, True]


async def test_a_new_category_is_counted_from_the_original_dispatch(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    desk.clock.advance(minutes=50)

    # bulky waste: 960 working minutes to close
    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    assert await desk.due(ticket, "close") == "2026-11-25 10:00"


async def test_a_new_category_washes_nothing_that_is_overdue(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    desk.clock.set("2026-11-24 10:00")

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    due = [await desk.due(ticket, name) for name in ("claim", "close")]
    assert due == ["2026-11-23 12:00", "2026-11-23 15:30"]


async def test_after_a_rework_a_new_category_counts_the_minutes_used_before(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    desk.clock.advance(minutes=60)
    await desk.prove(ticket, by=desk.worker)
    desk.clock.set("2026-11-23 13:30")
    await desk.act(ticket, Action.FAIL, by=desk.courier)

    # 960 minutes less the 60 that were used, from 13:30 on
    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    assert await desk.due(ticket, "close") == "2026-11-25 11:00"
