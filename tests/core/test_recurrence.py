"""The same leaf at the same spot within ninety days of closing is a recurrence."""

import pytest

from bot.core.places import Point
from tests.desk import AT_HJ, Desk
from tests.street import moment


async def test_the_same_again_after_closing_is_a_recurrence(desk: Desk):
    first = await desk.close(by=desk.courier, handled_by=desk.worker, checked_by=desk.grid_worker)
    desk.clock.set("2026-11-30 09:00")

    second = await desk.report(by=desk.second_courier)
    await desk.send()

    assert (second.recurs_of, second.reasons["recurs"]) == (first.id, ["7天前办结的 #1，同一处同一类"])
    assert desk.card(second).body.startswith("（复发，上次 #1）")


@pytest.mark.parametrize(
    ("words", "at"),
    [
        # another leaf
        ("2幢门口路灯不亮", AT_HJ),
        # another building
        ("9幢门口垃圾箱让风刮翻了", AT_HJ),
        # nobody knows where
        ("垃圾箱让风刮翻了", None),
    ],
)
async def test_something_else_is_no_recurrence(small_desk: Desk, words: str, at: Point | None):
    await small_desk.close(by=small_desk.courier, handled_by=small_desk.worker, checked_by=small_desk.grid_worker)
    small_desk.clock.set("2026-11-30 09:00")

    second = await small_desk.report(words, by=small_desk.second_courier, at=at)

    assert second.recurs_of is None


async def test_after_ninety_days_it_is_something_new(small_desk: Desk):
    await small_desk.close(by=small_desk.courier, handled_by=small_desk.worker, checked_by=small_desk.grid_worker)
    small_desk.clock.at = moment("2027-02-22 10:00")

    assert (await small_desk.report(by=small_desk.second_courier)).recurs_of is None
