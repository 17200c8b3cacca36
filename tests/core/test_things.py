"""What reports speak of, in whichever words."""

import pytest

from bot.core import things
from bot.core.street import Street

#: one blocked drain, as riders say it
DRAIN = [
    "下水口堵了水漫上来",
    "雨水口堵了 路上都是水",
    "这里雨水篦子堵死了",
    "下水道口堵了，水排不下去",
    "路边下水口被树叶堵住了",
    "窨井堵了 往外冒水",
    "地漏堵了水退不掉",
    "水漫上来了 骑不过去",
    "下水到返水了",
    "这里积水了",
    "阴沟堵了",
    "排水沟满了",
]


@pytest.mark.parametrize("words", DRAIN)
def test_a_blocked_drain_is_one_thing_in_all_its_names(street: Street, words: str):
    assert "drain" in things.named(street.plain(words))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        # the cover is missing: a hole, whatever it covered
        ("井盖没了", {"lid"}),
        ("下水道盖子少一个", {"lid"}),
        ("雨水箅子断了 轮子卡进去", {"lid"}),
        ("路上有个大坑", {"pit"}),
        # somebody pours it in, it is not blocked
        ("饭店往雨水口倒泔水", {"poured"}),
        # the estate is called so
        ("云水湾路灯不亮", {"street lamp"}),
        ("楼道灯不亮", {"corridor lamp"}),
        ("红绿灯坏了不变", {"signal"}),
        ("这里有问题", set()),
    ],
)
def test_things_are_told_apart(street: Street, words: str, named: set[str]):
    assert things.named(street.plain(words)) == named


def test_every_thing_that_a_table_speaks_of_is_known():
    spoken_of = set(things.SCATTERED) | {name for names in things.RIVALS.values() for name in names}

    assert spoken_of <= set(things.THINGS)


def test_every_leaf_that_a_table_speaks_of_exists_and_is_public(street: Street):
    leaves = {leaf for found in things.SCATTERED.values() for leaf in found} | set(things.RIVALS) | things.MIXED

    assert [leaf for leaf in leaves if not street.taxonomy.is_public(leaf)] == []
