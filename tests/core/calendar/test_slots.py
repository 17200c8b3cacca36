"""A stretch of the day as people write it."""

import pytest

from bot.core.calendar import slots
from bot.core.calendar.slots import Slot


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("13:00-14:30", ["13:00-14:30"]),
        ("22:30-08:30", ["22:30-24:00", "00:00-08:30"]),
        # midnight is written both ways
        ("22:30-24:00", ["22:30-24:00"]),
        ("22:30-00:00", ["22:30-24:00"]),
        ("23：00～6：00", ["23:00-24:00", "00:00-06:00"]),
    ],
)
def test_a_slot_may_run_over_midnight_where_that_is_allowed(written: str, parts: list[str]):
    assert [str(slot) for slot in slots.read_through_night(written)] == parts


@pytest.mark.parametrize("written", ["08:00", "25:00-08:00", "08:00-25:00", "08:00-08:00", "08:60-09:00", 510, None])
def test_what_is_no_slot_is_refused_with_a_sentence(written: object):
    for read in (slots.read, slots.read_through_night):
        with pytest.raises(ValueError, match=r"^时段要"):
            read(written)


def test_a_slot_over_midnight_is_no_slot_of_one_day():
    with pytest.raises(ValueError, match="先开始后结束，现在是 22:30-08:30"):
        slots.read("22:30-08:30")


def test_the_first_minute_is_inside_and_the_end_is_not():
    noon = slots.read("12:00-13:00")

    assert [minute in noon for minute in (719, 720, 779, 780)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [(Slot(0, 60), Slot(60, 120), False), (Slot(0, 61), Slot(60, 120), True), (Slot(90, 100), Slot(60, 120), True)],
)
def test_two_overlap_when_they_share_a_minute(first: Slot, second: Slot, overlap: bool):
    assert slots.do_overlap([first, second]) is overlap
