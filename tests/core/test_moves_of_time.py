"""Later: extensions and 挂账, each deadline to the minute (DOMAIN 3.2.5, 3.2.6)."""

import pytest

from bot.core import refusals, requests
from bot.core.workflow import Action
from models import Ticket
from tests.desk import Desk
from tests.street import moment

MANHOLE = "井盖没了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Minutes are counted in Python: one kind of database is enough."""
    return small_desk


async def extended(desk: Desk, ticket: Ticket) -> Ticket:
    """Asked for by the worker, granted by the dispatcher."""
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")
    return await desk.decide(ticket, by=desk.dispatcher)


async def test_s24_two_extensions_each_of_the_original_length_and_no_third(desk: Desk):
    # 240 working minutes from Mon 10:00: due 15:30, then Tue 10:00, then Tue 15:30
    ticket = await desk.in_hand()
    due = []

    for _ in range(2):
        ticket = await extended(desk, ticket)
        due.append(await desk.due(ticket, "close"))

    assert due == ["2026-11-24 10:00", "2026-11-24 15:30"]
    assert ticket.extensions == 2
    with pytest.raises(refusals.TooManyExtensions):
        await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="还等配件")
    assert await desk.due(ticket, "close") == "2026-11-24 15:30"


@pytest.mark.parametrize(
    ("at", "is_refused"),
    [
        # due at 15:30; asked before that, to the minute
        ("2026-11-23 15:29", False),
        ("2026-11-23 15:30", True),
        ("2026-11-24 09:00", True),
    ],
)
async def test_s25_more_time_is_asked_for_before_it_is_due(desk: Desk, at: str, is_refused: bool):
    ticket = await desk.in_hand()
    desk.clock.set(at)

    try:
        await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")
    except refusals.Overdue:
        assert is_refused
    else:
        assert not is_refused


async def test_what_was_asked_in_time_may_be_granted_after_the_deadline(desk: Desk):
    ticket = await desk.in_hand()
    desk.clock.set("2026-11-23 15:00")
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")
    desk.clock.set("2026-11-23 16:00")

    await desk.decide(ticket, by=desk.dispatcher)

    assert await desk.due(ticket, "close") == "2026-11-24 10:00"


async def test_a_refusal_uses_no_extension_up(desk: Desk):
    ticket = await desk.in_hand()
    for _ in range(3):
        await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")
        await desk.decide(ticket, "no", by=desk.dispatcher)

    ticket = await extended(desk, ticket)

    assert (ticket.extensions, await desk.due(ticket, "close")) == (1, "2026-11-24 10:00")


async def test_making_safe_is_not_extended(desk: Desk):
    ticket = await desk.in_hand(MANHOLE)

    await extended(desk, ticket)

    # close: 24 hours and 24 more, day and night; make safe: 2 hours as before
    due = [await desk.due(ticket, name) for name in ("make_safe", "close")]
    assert due == ["2026-11-23 12:00", "2026-11-25 10:00"]


async def test_without_a_clock_that_runs_there_is_nothing_to_extend(desk: Desk):
    # its card has reached nobody yet
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    with pytest.raises(refusals.WrongMoment):
        await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")


async def test_an_extension_keeps_its_length_after_a_new_category(desk: Desk):
    ticket = await extended(desk, await desk.in_hand())

    # bulky waste: 960 minutes, twice, from Mon 10:00
    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    assert await desk.due(ticket, "close") == "2026-11-27 10:00"


async def test_an_extension_from_before_the_reopening_is_not_counted_again(desk: Desk):
    ticket = await extended(desk, await desk.in_hand())
    await desk.prove(ticket, by=desk.worker)
    await desk.act(ticket, Action.PASS, by=desk.grid_worker)
    desk.clock.set("2026-11-26 08:30")
    await desk.act(ticket, Action.REOPEN, by=desk.courier)

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    # one period of 960 minutes from Thu 08:30
    assert await desk.due(ticket, "close") == "2026-11-27 18:00"


async def test_an_extension_of_a_raised_ticket_never_ends_sooner(desk: Desk):
    # Fri 17:00, 240 working minutes: due Mon 11:30. Raised on Sunday evening, that is still sooner than 24 hours.
    desk.clock.set("2026-11-27 17:00")
    ticket = await desk.in_hand()
    desk.clock.set("2026-11-29 20:00")
    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")
    before = await desk.due(ticket, "close")

    await extended(desk, ticket)

    # the period is that of the level it has now
    assert (before, await desk.due(ticket, "close")) == ("2026-11-30 11:30", "2026-12-01 11:30")


async def test_the_same_is_not_asked_for_twice_before_it_is_decided(desk: Desk):
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")

    with pytest.raises(requests.AlreadyAsked):
        await desk.act(ticket, Action.ASK_EXTEND, by=desk.head, text="等配件")


async def suspended(desk: Desk, ticket: Ticket, until: str) -> Ticket:
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment(until), text="等公示期满")
    return await desk.decide(ticket, by=desk.dispatcher)


async def test_s26_a_suspended_ticket_stands_still_and_goes_on_with_what_was_left(desk: Desk):
    # 30 of 240 minutes are used
    ticket = await desk.in_hand()
    desk.clock.advance(minutes=30)
    ticket = await suspended(desk, ticket, "2026-12-21 00:00")
    stood = [await desk.due(ticket, name) for name in ("close", "suspend")]
    until = ticket.suspended_until
    desk.clock.set("2026-12-21 00:00")

    ticket = await desk.act(ticket, Action.RESUME, by=None)

    assert (stood, until) == ([None, "2026-12-21 00:00"], moment("2026-12-21 00:00"))
    assert (ticket.status, ticket.owner_id, ticket.suspended_until) == ("claimed", desk.worker.id, None)
    # Mon 08:30 and 210 minutes: exactly noon
    assert [await desk.due(ticket, name) for name in ("close", "suspend")] == ["2026-12-21 12:00", None]
    assert ticket.late_since is None


async def test_the_deadline_of_a_suspension_says_why(desk: Desk):
    ticket = await suspended(desk, await desk.in_hand(), "2026-12-21 00:00")

    row = await desk.deadline(ticket, "suspend")

    assert row is not None
    assert "12月21日" in row.why
    assert (row.due_at - row.started_at).total_seconds() == row.minutes * 60


@pytest.mark.parametrize(
    ("until", "is_refused"),
    [
        ("2026-11-23 10:00", True),
        ("2026-11-23 00:00", True),
        ("2025-12-20 00:00", True),
        ("2026-11-24 00:00", False),
        # 365 days from Mon 10:00
        ("2027-11-23 00:00", False),
        ("2027-11-24 00:00", True),
    ],
)
async def test_a_suspension_ends_on_a_day_to_come_within_a_year(desk: Desk, until: str, is_refused: bool):
    ticket = await desk.in_hand()

    try:
        await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment(until), text="等公示期满")
    except refusals.DayOutOfReach:
        assert is_refused
    else:
        assert not is_refused


async def test_a_ticket_is_suspended_once(desk: Desk):
    ticket = await suspended(desk, await desk.in_hand(), "2026-12-21 00:00")
    await desk.act(ticket, Action.RESUME, by=desk.worker)

    with pytest.raises(refusals.AlreadySuspended):
        await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment("2027-01-21 00:00"), text="又要等")


async def test_what_is_not_safe_is_not_suspended(desk: Desk):
    ticket = await desk.in_hand(MANHOLE)
    ask = {"until": moment("2026-12-21 00:00"), "text": "等排期"}
    with pytest.raises(refusals.NotSafeYet):
        await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, **ask)

    await desk.act(ticket, Action.MAKE_SAFE, by=desk.worker)
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, **ask)

    assert (await desk.decide(ticket, by=desk.dispatcher)).status == "suspended"


async def test_danger_that_came_after_the_request_is_seen_when_it_is_decided(desk: Desk):
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment("2026-12-21 00:00"), text="等排期")
    await desk.act(ticket, Action.RAISE, by=desk.grid_worker, level="L1")

    with pytest.raises(refusals.NotSafeYet):
        await desk.decide(ticket, by=desk.dispatcher)

    assert (await desk.ticket(ticket)).status == "claimed"


async def test_overdue_stays_a_fact_through_a_suspension(desk: Desk):
    ticket = await desk.in_hand()
    desk.clock.set("2026-11-24 09:00")
    ticket = await suspended(desk, ticket, "2026-12-21 00:00")
    desk.clock.set("2026-12-21 00:00")

    ticket = await desk.act(ticket, Action.RESUME, by=None)

    assert ticket.late_since == moment("2026-11-23 15:30")
    # nothing was left
    assert await desk.due(ticket, "close") == "2026-12-21 00:00"
