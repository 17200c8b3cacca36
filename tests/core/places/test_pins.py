"""When there is a point: whose ground it is, what lies near, and what becomes of the words."""

import pytest

from bot.core import places
from bot.core.places import Point


def test_a_pin_and_a_bare_building_make_the_building_of_the_estate_around_it(street, pin):
    # S01
    place = places.locate("2幢门口垃圾箱让风刮翻了", pin=pin("汇嘉花园2幢门口"), home=["hj"], gazetteer=street)

    assert (place.text, place.community, place.estate, place.building) == ("汇嘉花园2幢门口", "hj", "汇嘉花园", "2")
    assert (place.source, place.certain, place.assumed) == ("pin", True, False)
    assert "定位落在汇嘉社区范围内" in place.reasons


@pytest.mark.parametrize(
    ("name", "community", "text"),
    [
        ("汇嘉花园9幢", "hj", "汇嘉花园内"),  # in the outline of an estate
        ("江畔公园", "jp", "江畔公园附近"),  # close to a landmark
        ("北欣公交站", "bx", "北欣公交站附近"),
        ("云水湾地铁B口", "ys", "洪塘中路地铁站B口附近"),
        ("和塘雅苑东区5幢", "ht", "和塘雅苑东区内"),
        ("望江小学门口", "wj", "望江小学附近"),
    ],
)
def test_a_pin_alone_is_named_by_what_stands_there(street, pin, name, community, text):
    place = places.locate("", pin=pin(name), gazetteer=street)

    assert (place.community, place.text, place.certain) == (community, text, True)


def test_a_point_near_the_line_shows_to_both_and_belongs_by_the_table(street, pin):
    # S16: on the 江畔 side, but the street's table gives this line to 望江.
    place = places.locate("井盖没了", pin=pin("江畔-望江交界"), gazetteer=street)

    assert (place.community, place.border) == ("wj", ("jp",))
    assert "定位在交界线旁，按街道的分工归望江社区" in place.reasons


def test_without_a_table_the_side_it_lies_on_owns_a_point_near_the_line(section, pin):
    section["border_owners"] = []
    street = places.Gazetteer.from_mapping(section)

    place = places.locate("井盖没了", pin=pin("江畔-望江交界"), gazetteer=street)

    assert (place.community, place.border) == ("jp", ("wj",))


@pytest.mark.parametrize(
    ("metres", "border"),
    [
        (20, ("jp",)),  # within reach of a phone's error
        (29, ("jp",)),
        (31, ()),  # just beyond
        (60, ()),
    ],
)
def test_the_border_is_thirty_metres_wide(section, metres, border):
    # A street of two squares that meet along longitude 121.54, where a degree is 96,539 m long.
    square = [[121.53, 29.94], [121.54, 29.94], [121.54, 29.95], [121.53, 29.95]]
    section = {
        "name": "两块地",
        "communities": [
            {"code": "jp", "name": "西", "polygon": square},
            {"code": "wj", "name": "东", "polygon": [[lon + 0.01, lat] for lon, lat in square]},
        ],
    }
    street = places.Gazetteer.from_mapping(section)

    place = places.locate("", pin=Point(lat=29.945, lon=121.54 + metres / 96_539), gazetteer=street)

    assert (place.community, place.border) == ("wj", border)


def test_a_pin_in_the_street_next_door_is_outside(street, pin):
    # S17
    place = places.locate("红绿灯坏了", pin=pin("街道外(邻街)"), gazetteer=street)

    assert (place.outside, place.community, place.neighbour) == (True, None, "东浦街道")
    assert place.reasons == ("定位落在东浦街道范围内",)


def test_a_pin_far_away_is_outside_without_a_neighbour(street):
    place = places.locate("红绿灯坏了", pin=Point(lat=31.23, lon=121.47), gazetteer=street)

    assert (place.outside, place.neighbour, place.text) == (True, None, "洪塘街道（演示）以外")


def test_a_pin_a_few_metres_outside_the_street_counts_as_inside(street):
    # Ten metres south of the southern corner of 江畔 and 望江.
    place = places.locate("", pin=Point(lat=29.93021, lon=121.5461), gazetteer=street)

    assert (place.outside, place.certain) == (False, True)
    assert "街道线外" in place.reasons[0]


def test_words_inside_against_a_pin_outside_are_asked_about(street, pin):
    place = places.locate("汇嘉花园2幢", pin=pin("街道外(邻街)"), gazetteer=street)

    assert [choice.label for choice in place.candidates] == ["汇嘉花园2幢", "街道外"]
    assert (place.outside, place.certain, place.community) == (False, False, None)


def test_words_of_another_community_yield_to_the_pin_and_are_mentioned(street, pin):
    place = places.locate("望江小学门口", pin=pin("江畔公园"), gazetteer=street)

    assert (place.community, place.text) == ("jp", "江畔公园附近")
    assert "文字里说的是望江小学，和定位不一致，以定位为准" in place.reasons


def test_a_named_spot_in_sight_of_the_pin_names_the_place_across_the_line(street):
    # On the 江畔 bank, 100 m from the bridge that belongs to 望江: the bridge is what he is looking at.
    place = places.locate("菜场桥头", pin=Point(lat=29.9383, lon=121.5454), gazetteer=street)

    assert (place.community, place.text) == ("jp", "菜场桥头")


@pytest.mark.parametrize(
    ("words", "name", "text"),
    [
        ("江畔3幢", "江畔公园", "江畔新村3幢"),  # of three estates the one within a walk
        ("人民桥", "江畔公园", "人民桥"),  # of two bridges the one in the pin's community
        ("3幢", "菜场桥头", "菜场桥附近（3幢）"),  # no estate with such a building within a walk
        ("99幢", "江畔公园", "江畔公园附近（99幢）"),  # no such building at all: said, not dropped
        ("洪大南路边上", "和塘雅苑东区5幢", "和塘雅苑东区内"),  # a road that does not run here
    ],
)
def test_words_are_read_in_the_light_of_the_pin(street, pin, words, name, text):
    place = places.locate(words, pin=pin(name), gazetteer=street)

    assert place.text == text


def test_a_spot_far_from_the_pin_says_how_far(street, pin):
    place = places.locate("汇嘉新苑21幢", pin=pin("汇嘉花园2幢门口"), gazetteer=street)

    assert any(reason.startswith("汇嘉新苑21幢离定位约") for reason in place.reasons)


def test_the_photo_speaks_where_there_is_no_pin(street, pin):
    place = places.locate("", exif=pin("江畔公园"), gazetteer=street)

    assert (place.source, place.community) == ("exif", "jp")
    assert place.reasons == ("照片里的位置落在江畔社区范围内",)


def test_the_pin_beats_the_photo_and_says_so(street, pin):
    place = places.locate("", pin=pin("江畔公园"), exif=pin("北欣公交站"), gazetteer=street)

    assert (place.source, place.community) == ("pin", "jp")
    assert any(reason.endswith("以定位为准") for reason in place.reasons)


def test_the_photo_beats_the_words(street, pin):
    place = places.locate("望江小学门口", exif=pin("江畔公园"), gazetteer=street)

    assert (place.source, place.community) == ("exif", "jp")


@pytest.mark.parametrize("broken", [Point(0.0, 0.0), Point(float("nan"), 121.5), Point(95.0, 200.0)])
def test_a_broken_position_in_the_photo_is_set_aside_and_the_words_count(street, broken):
    place = places.locate("菜场桥头", exif=broken, gazetteer=street)

    assert (place.source, place.community) == ("words", "wj")
    assert "照片里的位置不可用" in place.reasons


def test_a_landmark_close_to_a_line_shows_to_both_sides(section):
    section["communities"][2]["landmarks"].append({"name": "江边亭", "point": [121.5461, 29.9383]})
    street = places.Gazetteer.from_mapping(section)

    place = places.locate("江边亭栏杆断了", gazetteer=street)

    assert (place.community, place.border) == ("wj", ("jp",))
