"""After the check: rework with what was left, and a closing that was a slip of the finger (DOMAIN 3.2.2, 7.40)."""

import pytest

from bot.core import refusals
from bot.core.workflow import Action
from tests.desk import Desk

FIRE = "12幢4楼窗户冒烟 像是着火了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Minutes are counted in Python: one kind of database is enough."""
    return small_desk


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
