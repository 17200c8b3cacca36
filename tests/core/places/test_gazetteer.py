"""The `street:` section: what it may say, and what a clerk is told when it is wrong."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.core import places
from bot.core.places import datum, numerals

Section = dict[str, Any]


def first_estate(section: Section) -> dict[str, Any]:
    """The first estate of the first community."""
    estate: dict[str, Any] = section["communities"][0]["estates"][0]
    return estate


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda s: s.pop("name"), "street：缺少 name"),
        (lambda s: s.update(communities=[]), "communities：至少要有一个社区"),
        (lambda s: s.update(datum="bd09"), "datum：只能是 wgs84 或 gcj02，现在是 bd09"),
        (lambda s: s["communities"][2].update(polygon=[[121.5, 29.9]] * 2), "communities[2].polygon：至少要 3 个点"),
        (lambda s: s["communities"][2].pop("polygon"), "communities[2]：缺少 polygon"),
        (
            # A bow tie: the second and third corner changed places.
            lambda s: s["communities"][0].update(polygon=[[121.5, 29.9], [121.6, 30], [121.6, 29.9], [121.5, 30]]),
            "communities[0].polygon：边界自己和自己交叉了",
        ),
        (
            lambda s: s["communities"][0]["polygon"].__setitem__(1, [29.943, 121.5268]),
            "communities[0].polygon[1]：经度和纬度写反了，经度在前：[121.5268, 29.943]",
        ),
        (lambda s: s["communities"][1].update(code="hj"), "communities：code hj 用了 2 次"),
        (lambda s: s["communities"][1].update(code="江畔"), "communities[1].code：用小写字母开头的短代码"),
        (lambda s: s["communities"][1].update(join_code="hj2026"), "communities：join_code HJ2026 用了 2 次"),
        (lambda s: s["communities"][1].update(name=2026), "communities[1].name：应是文字，请加上引号"),
        (lambda s: s["communities"][1].update(aliases="江畔社区"), "communities[1].aliases：应是一列"),
        (lambda s: s["communities"][1].update(aliases=[7]), "communities[1].aliases：每个叫法应是文字"),
        (lambda s: s["communities"].append("江畔"), "communities[6]：缺少 code"),
        (
            lambda s: first_estate(s).update(building="1-9"),
            "communities[0].estates[0].building：不认识这一项，是不是 b",
        ),
        (
            lambda s: first_estate(s).update(kind="别墅"),
            "communities[0].estates[0].kind：只能是 商品房、安置小区、公租房",
        ),
        (lambda s: first_estate(s).update(buildings="12-1"), "communities[0].estates[0].buildings：写成 1-12"),
        (lambda s: first_estate(s).pop("polygon"), "communities[0].estates[0]：polygon（边界）和 centre（中心点）"),
        (
            lambda s: first_estate(s)["building_points"].update({3: [121.5]}),
            "communities[0].estates[0].building_points.3：点写成 [经度, 纬度]",
        ),
        (
            lambda s: s["communities"][0]["landmarks"][0].update(point=[2.35, 48.85]),
            "communities[0].landmarks[0].point：[2.35, 48.85] 不在中国范围内",
        ),
        (lambda s: s["roads"][0].update(communities=["xx"]), "roads[0].communities：没有代码是 xx 的社区"),
        (lambda s: s["roads"][0].update(line=[[121.5, 29.9]]), "roads[0].line：至少要 2 个点"),
        (lambda s: s["neighbours"][0].pop("name"), "neighbours[0]：缺少 name"),
        (lambda s: s.update(border_owners=[["jp", "wj", "hj"]]), "border_owners[0]：写成 [社区, 社区, 负责的社区]"),
        (lambda s: s.update(border_owners=[["jp", "xx", "jp"]]), "border_owners[0]：没有代码是 xx 的社区"),
        (
            lambda s: s["communities"][1].update(polygon=s["communities"][0]["polygon"]),
            "communities[1].polygon：江畔 和 汇嘉 重叠了约",
        ),
    ],
)
def test_a_fault_is_named_with_its_path(section: Section, spoil: Callable[[Section], object], fault: str):
    spoil(section)

    with pytest.raises(ValueError, match="：") as refusal:
        places.Gazetteer.from_mapping(section)

    assert any(line.startswith(fault) for line in str(refusal.value).splitlines())


def test_all_faults_are_named_at_once(section):
    section["datum"] = "bd09"
    section["communities"][0]["polygon"] = [[121.5, 29.9]]
    first_estate(section)["kind"] = "别墅"
    section["border_owners"] = ["jp"]

    with pytest.raises(ValueError, match="：") as refusal:
        places.Gazetteer.from_mapping(section)

    assert len(str(refusal.value).splitlines()) == 4


@pytest.mark.parametrize("section", [None, [], "洪塘街道", 7, {}, {"communities": {"hj": {}}}])
def test_a_section_of_another_shape_is_refused_in_words(section):
    with pytest.raises(ValueError, match="street："):
        places.Gazetteer.from_mapping(section)


@pytest.mark.parametrize("rubbish", [None, 7, "x", [], {}, [None], [[]], {"a": 1}, [[1, 2]], True])
def test_rubbish_anywhere_is_refused_and_never_crashes(section, rubbish):
    section["communities"][0] = dict.fromkeys(section["communities"][0], rubbish)
    section["roads"] = section["neighbours"] = rubbish

    with pytest.raises(ValueError, match=r"communities\[0\]"):
        places.Gazetteer.from_mapping(section)


def test_coordinates_from_a_chinese_map_are_moved_to_where_they_belong(section, street):
    moved = {"name": "汇嘉", "code": "hj"}
    corners = [datum.to_gcj02(point) for point in street.community("hj").polygon]
    drawn = {"name": "试点", "datum": "gcj02", "communities": [moved | {"polygon": [[c.lon, c.lat] for c in corners]}]}

    read = places.Gazetteer.from_mapping(drawn)

    misses = map(places.distance_m, read.community("hj").polygon, street.community("hj").polygon)
    assert max(misses) < 0.5


def test_the_least_a_street_needs_is_a_name_and_one_outline():
    corners = [[121.52, 29.93], [121.53, 29.93], [121.53, 29.94]]

    street = places.Gazetteer.from_mapping(
        {"name": "小街", "communities": [{"code": "a", "name": "甲", "polygon": corners}]}
    )

    assert places.locate("甲社区", gazetteer=street).community == "a"


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        (7, {"7"}),
        ("1-3", {"1", "2", "3"}),
        ("1-2, 5", {"1", "2", "5"}),
        ("1～2、5至6", {"1", "2", "5", "6"}),  # as a Chinese keyboard writes it
        ([1, "3-4"], {"1", "3", "4"}),
        ("A, b, 3", {"A", "B", "3"}),  # towers go by letters
    ],
)
def test_buildings_are_written_the_way_a_clerk_writes_them(written, numbers):
    assert numerals.expand(written) == numbers


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7", 7),
        ("07", 7),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("一百零二", 102),
        ("两", 2),
        ("零", None),  # no building has the number nought
        ("0", None),
        ("百", 100),
        ("", None),
        ("二三", None),  # two or three, not twenty-three
        ("幢", None),
    ],
)
def test_numbers_are_read_in_both_scripts(written, number):
    assert numerals.parse(written) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [("HJ2026", "hj"), (" hj2026 ", "hj"), ("HJ2025", None), ("", None)],
)
def test_a_join_code_is_found_however_it_is_typed(street, typed, code):
    community = street.by_join_code(typed)

    assert (community.code if community else None) == code
