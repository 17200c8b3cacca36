"""Which door a line names, and when two lines name two doors."""

import pytest

from bot.core.places import doorways


@pytest.mark.parametrize(
    ("line", "building", "unit", "gate"),
    [
        ("江畔新村7幢2单元门口", "7", "2", None),
        ("汇嘉花园12幢", "12", None, None),
        # a letter is a building's name too
        ("望江三期A座", "A", None, None),
        # said with the pin, but not on the estate's list
        ("汇嘉花园（13幢）", "13", None, None),
        ("汇嘉花园东大门外", None, None, "东"),
        ("宁沁家园南门", None, None, "南"),
        # wherever somebody stands is no gate
        ("汇嘉花园门口", None, None, None),
        ("汇嘉花园内", None, None, None),
        ("人民桥", None, None, None),
    ],
)
def test_a_line_is_read_back(line, building, unit, gate):
    read = doorways.read(line)

    assert (read.building, read.unit, read.gate) == (building, unit, gate)


@pytest.mark.parametrize(
    ("one", "other", "are_same", "are_other"),
    [
        ("汇嘉花园2幢", "汇嘉花园2幢门口", True, False),
        ("汇嘉花园2幢", "汇嘉花园3幢", False, True),
        ("汇嘉花园2幢1单元", "汇嘉花园2幢2单元", False, True),
        # one says less than the other
        ("汇嘉花园2幢1单元", "汇嘉花园2幢", True, False),
        ("汇嘉花园东门", "汇嘉花园东大门外", True, False),
        ("汇嘉花园东门", "汇嘉花园西门", False, True),
        # the same number in two estates: how far apart they are decides
        ("汇嘉花园2幢", "汇嘉新苑2幢", False, False),
        # an estate as a whole is no door
        ("汇嘉花园内", "汇嘉花园内", False, False),
    ],
)
def test_two_lines_are_compared(one, other, are_same, are_other):
    here, there = doorways.read(one), doorways.read(other)

    assert (here.is_same_as(there), here.is_other_than(there)) == (are_same, are_other)


@pytest.mark.parametrize(
    ("words", "floor"),
    [("12幢4楼走廊堆满纸箱", "4楼"), ("地下2楼车库漏水", "地下2楼"), ("12幢门口", None), ("四楼楼道灯不亮", "4楼")],
)
def test_the_floor_is_heard(words, floor):
    assert doorways.floor(words) == floor
