"""Wrong characters of the same sound are put right where they stand in a reporting word, and nowhere else."""

import pytest

from bot.core.classify import typos


@pytest.fixture(scope="module")
def spelling():
    return typos.Spelling()


SLIPS = [
    ("着活了", "着火了"),
    ("飞县冲电", "飞线充电"),
    ("消防栓和垃圾捅", "消防栓和垃圾桶"),
    ("警盖不见了", "井盖不见了"),
    ("楼到里堆纸相子", "楼道里堆纸箱子"),
]


@pytest.mark.parametrize(("typed", "meant"), SLIPS)
def test_a_slip_of_the_same_sound_is_put_right(spelling, typed, meant):
    corrected = spelling.correct(typed)

    assert corrected == meant


AS_MEANT = [
    "我已经拿到餐了",  # 拿到 sounds like 拿刀
    "车子没气了",  # 没气 sounds like 煤气
    "二楼到六楼",  # 楼到 sounds like 楼道
    "今天装了两箱",  # 装了 sounds like 撞了
    "坏了还是故意的",  # 是故 sounds like 事故
    "排队站到马路上",  # 站到 sounds like 占道
]


@pytest.mark.parametrize("words", AS_MEANT)
def test_words_that_only_sound_like_danger_stay(spelling, words):
    assert spelling.correct(words) == words
