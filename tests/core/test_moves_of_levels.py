"""Sooner, and counted anew: raised and lowered levels, another category (DOMAIN 3.2.8, 3.2.9, 7.42)."""

import pytest

from bot.core import refusals
from bot.core.workflow import Action
from models import Ticket
from tests.desk import Desk
from tests.street import moment

MANHOLE = "井盖没了"
#: ENV_BULKY, L2: claim 120 and close 960 working minutes
BULKY = "5幢门口堆着建筑垃圾"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Minutes are counted in Python: one kind of database is enough."""
    return small_desk


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
