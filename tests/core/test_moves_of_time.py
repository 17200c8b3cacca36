"""Later and sooner: extensions, 挂账, raised and lowered levels, another category; each deadline to the minute."""

import pytest

from bot.core import refusals, requests
from bot.core.workflow import Action
from models import Ticket
from tests.desk import Desk
from tests.street import moment

MANHOLE = "井盖没了"
#: ENV_BULKY, L2: claim 120 and close 960 working minutes
BULKY = "5幢门口堆着建筑垃圾"
FIRE = "12幢4楼窗户冒烟 像是着火了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Minutes are counted in Python: one kind of database is enough."""
    return small_desk


async def extended(desk: Desk, ticket: Ticket) -> Ticket:
    """Asked for by the worker, granted by the dispatcher."""
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")
    return await desk.decide(ticket, by=desk.dispatcher)


async def suspended(desk: Desk, ticket: Ticket, until: str) -> Ticket:
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment(until), text="等公示期满")
    return await desk.decide(ticket, by=desk.dispatcher)


# Extensions (3.2.5)


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


# 挂账 (3.2.6)


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


# Levels (3.2.9, 7.42)


async def test_a_raise_counts_from_now_and_the_earlier_deadline_counts(desk: Desk):
    # bulky waste: claim 120, close 960 working minutes from Mon 10:00: 13:30, Wed 10:00
    ticket = await desk.sent(BULKY)
    desk.clock.set("2026-11-23 11:00")

    await desk.act(ticket, Action.RAISE, by=desk.grid_worker, level="L1")

    # L1: claim 30 minutes, make safe 2 hours, close 24 hours, all of them day and night, from 11:00
    due = [await desk.due(ticket, name) for name in ("claim", "make_safe", "close")]
    assert due == ["2026-11-23 11:30", "2026-11-23 13:00", "2026-11-24 11:00"]


async def test_a_raise_never_gives_more_time(desk: Desk):
    # 240 working minutes: due 15:30, sooner than 24 hours from now
    ticket = await desk.sent()
    desk.clock.set("2026-11-23 11:50")

    await desk.act(ticket, Action.RAISE, by=desk.grid_worker, level="L1")

    # the claim was due at 12:00 and so it stays
    due = [await desk.due(ticket, name) for name in ("claim", "make_safe", "close")]
    assert due == ["2026-11-23 12:00", "2026-11-23 13:50", "2026-11-23 15:30"]


async def test_a_raise_at_night_runs_at_night(desk: Desk):
    # claim due Tue 10:00, close due Tue 12:00
    desk.clock.set("2026-11-23 17:30")
    ticket = await desk.sent()
    desk.clock.set("2026-11-23 23:50")

    await desk.act(ticket, Action.RAISE, by=desk.duty, level="L1")

    due = [await desk.due(ticket, name) for name in ("claim", "make_safe", "close")]
    assert due == ["2026-11-24 00:20", "2026-11-24 01:50", "2026-11-24 12:00"]


async def test_who_looks_at_a_raised_matter_must_be_quick(desk: Desk):
    # a look may take 120 working minutes; of an L1 30 minutes
    ticket = await desk.act(await desk.sent(), Action.VERIFY, by=desk.worker)
    before = await desk.due(ticket, "verify")

    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")

    assert (before, await desk.due(ticket, "verify")) == ("2026-11-23 12:00", "2026-11-23 10:30")


@pytest.mark.parametrize(("level", "action"), [("L2", Action.RAISE), ("L3", Action.RAISE), ("L1", Action.LOWER)])
async def test_up_is_up_and_down_is_down(desk: Desk, level: str, action: Action):
    ticket = await desk.in_hand()

    with pytest.raises(refusals.BadLevel):
        await desk.act(ticket, action, by=desk.worker, level=level, text="看错了")


async def test_an_ordinary_matter_is_lowered_with_a_reason_by_anybody_on_staff(desk: Desk):
    ticket = await desk.in_hand()
    with pytest.raises(refusals.ReasonMissing):
        await desk.act(ticket, Action.LOWER, by=desk.grid_worker, level="L3")

    ticket = await desk.act(ticket, Action.LOWER, by=desk.grid_worker, level="L3", text="只差补漆")

    assert ticket.level == "L3"


async def test_nobody_lowers_an_urgent_matter_by_himself(desk: Desk):
    ticket = await desk.in_hand(MANHOLE)

    with pytest.raises(refusals.NeedsSecondPerson):
        await desk.act(ticket, Action.LOWER, by=desk.head, level="L2", text="已经围好")

    assert (await desk.ticket(ticket)).level == "L1"


async def test_what_was_raised_and_lowered_again_has_its_own_time_from_the_dispatch(desk: Desk):
    # 960 working minutes from Mon 10:00: Wed 10:00; raised at 11:00: Tue 11:00
    ticket = await desk.in_hand(BULKY)
    desk.clock.set("2026-11-23 11:00")
    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")
    raised = await desk.due(ticket, "close")
    desk.clock.set("2026-11-23 12:30")

    await desk.act(ticket, Action.ASK_LOWER, by=desk.worker, level="L2", text="已经围好")
    await desk.decide(ticket, by=desk.head)

    assert raised == "2026-11-24 11:00"
    assert [await desk.due(ticket, name) for name in ("make_safe", "close")] == [None, "2026-11-25 10:00"]


async def test_danger_seen_a_second_time_is_made_safe_in_time_again(desk: Desk):
    # raised twice and lowered, so that the clock of making safe was cut short and then taken away
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")
    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L0")
    await desk.act(ticket, Action.ASK_LOWER, by=desk.worker, level="L2", text="虚惊一场")
    await desk.decide(ticket, by=desk.head)
    desk.clock.set("2026-11-23 11:00")

    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")

    assert await desk.due(ticket, "make_safe") == "2026-11-23 13:00"


async def test_an_emergency_that_turns_out_to_be_one_is_counted_before_its_card_arrives(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    await desk.act(ticket, Action.CATEGORISE, by=None, category="EMG_FIRE")

    assert await desk.due(ticket, "claim") == "2026-11-23 10:05"


# Categories (3.2.8)


async def overdue(desk: Desk) -> Ticket:
    """Due Mon 15:30; it is Tue 09:00."""
    ticket = await desk.in_hand()
    desk.clock.set("2026-11-24 09:00")
    return ticket


@pytest.mark.parametrize("who", ["worker", "head"])
async def test_staff_wash_nothing_by_a_new_category(desk: Desk, who: str):
    ticket = await overdue(desk)

    await desk.act(ticket, Action.CATEGORISE, by=desk.known[who], category="ENV_BULKY")
    ticket = await desk.prove(ticket, by=desk.worker)

    assert ticket.late_since == moment("2026-11-23 15:30")


async def test_the_dispatcher_may_say_that_it_never_was_late(desk: Desk):
    ticket = await overdue(desk)

    await desk.act(ticket, Action.CATEGORISE, by=desk.dispatcher, category="ENV_BULKY")

    assert await desk.due(ticket, "close") == "2026-11-25 10:00"
    assert (await desk.prove(ticket, by=desk.worker)).late_since is None


async def test_what_the_dispatcher_forgives_is_forgiven_also_when_it_was_noted_before(desk: Desk):
    # handled on Tuesday, too late for the category it had; the check fails
    ticket = await desk.prove(await overdue(desk), by=desk.worker)
    late_since = ticket.late_since
    desk.clock.set("2026-11-24 10:00")
    await desk.act(ticket, Action.FAIL, by=desk.grid_worker)

    ticket = await desk.act(ticket, Action.CATEGORISE, by=desk.dispatcher, category="ENV_BULKY")

    # Mon 10:00 to Tue 09:00 are 420 minutes of 960; 540 are left from Tue 10:00
    assert (late_since, ticket.late_since) == (moment("2026-11-23 15:30"), None)
    assert await desk.due(ticket, "close") == "2026-11-25 11:00"


async def test_what_is_too_late_for_its_new_category_as_well_stays_late(desk: Desk):
    ticket = await overdue(desk)

    # fire lane: 120 working minutes, until noon
    await desk.act(ticket, Action.CATEGORISE, by=desk.dispatcher, category="FIRE_PASSAGE_BLOCKED")
    ticket = await desk.prove(ticket, by=desk.worker)

    assert ticket.late_since == moment("2026-11-23 12:00")


# Checks


async def test_s23_rework_goes_on_with_what_was_left(desk: Desk):
    desk.clock.set("2026-11-24 09:00")
    ticket = await desk.in_hand()
    desk.clock.set("2026-11-24 10:40")
    await desk.prove(ticket, by=desk.worker)
    desk.clock.set("2026-11-24 14:30")

    ticket = await desk.act(ticket, Action.FAIL, by=desk.courier)

    row = await desk.deadline(ticket, "close")
    assert row is not None
    assert (row.minutes, await desk.due(ticket, "close")) == (140, "2026-11-24 16:50")
    assert (ticket.status, ticket.rework, ticket.owner_id) == ("claimed", 1, desk.worker.id)


@pytest.mark.parametrize(
    ("who", "minutes", "is_refused"),
    [
        ("grid_worker", 10, False),
        ("grid_worker", 11, True),
        # whose finger it was not
        ("head", 1, True),
        ("worker", 1, True),
    ],
)
async def test_a_slip_of_the_finger_is_taken_back_within_minutes_by_whose_it_was(
    desk: Desk, who: str, minutes: int, is_refused: bool
):
    ticket = await desk.prove(await desk.in_hand(), by=desk.worker)
    await desk.act(ticket, Action.PASS, by=desk.grid_worker)
    desk.clock.advance(minutes=minutes)

    try:
        ticket = await desk.act(ticket, Action.UNDO, by=desk.known[who])
    except refusals.UndoTooLate:
        assert is_refused
    else:
        assert (is_refused, ticket.status, ticket.closed_at, ticket.resolved_tier) == (
            False,
            "pending_check",
            None,
            None,
        )
        # Tue 10:10: the checker has his 24 hours again
        assert await desk.due(ticket, "check") == "2026-11-24 10:10"


async def test_what_ended_elsewhere_does_not_come_back_to_be_checked_here(desk: Desk):
    # passed by the grid worker once, reopened, and then handed off
    ticket = await desk.close(by=desk.courier, handled_by=desk.worker, checked_by=desk.grid_worker)
    await desk.act(ticket, Action.REOPEN, by=desk.courier)
    await desk.act(ticket, Action.HAND_OFF, by=desk.worker, text="转12345")
    await desk.act(ticket, Action.CONCLUDE, by=desk.grid_worker, text="12345回复已修好")

    with pytest.raises(refusals.UndoTooLate):
        await desk.act(ticket, Action.UNDO, by=desk.grid_worker)


async def test_an_undone_closing_brings_no_points_twice(desk: Desk):
    ticket = await desk.prove(await desk.in_hand(FIRE), by=desk.worker)
    await desk.act(ticket, Action.PASS, by=desk.grid_worker)
    await desk.act(ticket, Action.UNDO, by=desk.grid_worker)

    await desk.act(ticket, Action.PASS, by=desk.grid_worker)

    assert await desk.points(desk.courier) == 15


async def test_the_same_is_not_asked_for_twice_before_it_is_decided(desk: Desk):
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")

    with pytest.raises(requests.AlreadyAsked):
        await desk.act(ticket, Action.ASK_EXTEND, by=desk.head, text="等配件")
