"""The three clocks of a ticket (DOMAIN 3.2): when they start, stop, go on, and are counted anew."""

import pytest

from bot.core.workflow import Action
from tests.desk import Desk

FIRE = "12幢4楼窗户冒烟 像是着火了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Minutes are counted in Python: one kind of database is enough."""
    return small_desk


async def test_the_claim_clock_starts_when_the_card_is_delivered(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    before = await desk.due(ticket, "claim")
    desk.clock.advance(minutes=5)

    await desk.send()

    # 120 working minutes from 10:05; lunch from 12:00 to 13:30
    assert (before, await desk.due(ticket, "claim")) == (None, "2026-11-23 13:35")


async def test_an_emergency_is_counted_from_the_report(desk: Desk):
    ticket = await desk.report(FIRE, by=desk.courier)

    assert await desk.due(ticket, "claim") == "2026-11-23 10:05"


async def test_the_claim_clock_stops_with_the_claim(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    desk.clock.advance(minutes=20)

    await desk.claim(ticket, by=desk.worker)

    row = await desk.deadline(ticket, "claim")
    assert row is not None
    assert row.stopped_at == desk.clock.now()


@pytest.mark.parametrize("action", [Action.RELEASE, Action.RETURN])
async def test_a_return_starts_a_new_claim_clock_and_leaves_the_close_clock(desk: Desk, action: Action):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    desk.clock.advance(minutes=30)

    await desk.act(ticket, action, by=desk.worker, text="是市政的")

    # claim: 120 minutes from 10:30, over lunch; close: 240 minutes from 10:00 as before
    due = [await desk.due(ticket, name) for name in ("claim", "close")]
    assert due == ["2026-11-23 14:00", "2026-11-23 15:30"]


async def test_a_return_of_what_nobody_claimed_also_starts_a_new_claim_clock(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    desk.clock.advance(minutes=30)

    await desk.act(ticket, Action.RETURN, by=desk.head, text="是市政的")

    assert await desk.due(ticket, "claim") == "2026-11-23 14:00"


async def test_staff_who_leave_give_their_tickets_a_new_claim_clock(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    desk.clock.advance(minutes=30)

    # the bot itself, when somebody left the group
    await desk.act(ticket, Action.RELEASE, by=None)

    assert await desk.due(ticket, "claim") == "2026-11-23 14:00"


async def test_the_time_of_checking_is_not_the_handlers(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    desk.clock.advance(minutes=60)

    await desk.prove(ticket, by=desk.worker)
    desk.clock.set("2026-11-25 17:00")

    row = await desk.deadline(ticket, "close")
    assert row is not None
    assert (await desk.due(ticket, "close"), row.stopped_at is not None and row.stopped_at < row.due_at) == (None, True)


async def test_s23_after_a_failed_check_the_clock_goes_on_with_what_was_left(desk: Desk):
    desk.clock.set("2026-11-24 09:00")
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    desk.clock.set("2026-11-24 10:40")
    await desk.prove(ticket, by=desk.worker)
    desk.clock.set("2026-11-24 14:30")

    after = await desk.act(ticket, Action.FAIL, by=desk.courier)

    assert (await desk.due(ticket, "close"), after.rework) == ("2026-11-24 16:50", 1)


async def test_two_failed_checks_leave_what_both_runs_did_not_use(desk: Desk):
    desk.clock.set("2026-11-24 08:30")
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    # 100 minutes, then 60 of the remaining 140
    for handled, failed in (("10:10", "10:30"), ("11:30", "13:30")):
        desk.clock.set(f"2026-11-24 {handled}")
        await desk.prove(ticket, by=desk.worker, photo=handled)
        desk.clock.set(f"2026-11-24 {failed}")
        await desk.act(ticket, Action.FAIL, by=desk.courier)

    assert await desk.due(ticket, "close") == "2026-11-24 14:50"


async def test_what_was_overdue_when_handled_is_due_at_once_after_a_failed_check(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    desk.clock.set("2026-11-24 16:00")
    await desk.prove(ticket, by=desk.worker)
    desk.clock.set("2026-11-25 09:00")

    await desk.act(ticket, Action.FAIL, by=desk.courier)

    assert await desk.due(ticket, "close") == "2026-11-25 09:00"


async def test_a_reopened_ticket_gets_a_full_period_again(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    await desk.prove(ticket, by=desk.worker)
    await desk.act(ticket, Action.PASS, by=desk.grid_worker)
    desk.clock.set("2026-11-24 08:30")

    await desk.act(ticket, Action.REOPEN, by=desk.courier)

    assert await desk.due(ticket, "close") == "2026-11-24 14:00"


@pytest.mark.parametrize(
    ("action", "who"), [(Action.REJECT, "worker"), (Action.WITHDRAW, "courier"), (Action.HAND_OFF, "dispatcher")]
)
async def test_nothing_is_counted_after_the_end(desk: Desk, action: Action, who: str):
    ticket = await desk.report(by=desk.courier)
    await desk.send()

    await desk.act(ticket, action, by=desk.known[who], text="不是一件事")

    assert [await desk.due(ticket, name) for name in ("claim", "make_safe", "close")] == [None, None, None]


async def test_a_card_that_reached_nobody_starts_no_clock(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    await desk.act(ticket, Action.RETURN, by=desk.head, text="是市政的")

    assert [await desk.due(ticket, name) for name in ("claim", "close")] == [None, None]


async def test_a_card_that_arrives_after_the_end_starts_no_clock(desk: Desk):
    ticket = await desk.close(by=desk.courier, handled_by=desk.worker, checked_by=desk.grid_worker)

    await desk.send()

    assert [await desk.due(ticket, name) for name in ("claim", "close")] == [None, None]


async def test_what_was_handled_before_its_card_arrived_gets_its_clock_when_the_check_fails(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    await desk.prove(ticket, by=desk.worker)
    await desk.send()
    desk.clock.set("2026-11-24 08:30")

    await desk.act(ticket, Action.FAIL, by=desk.courier)

    assert await desk.due(ticket, "close") == "2026-11-24 14:00"


async def test_every_deadline_says_why(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()

    row = await desk.deadline(ticket, "close")

    assert row is not None
    assert "15:30" in row.why
