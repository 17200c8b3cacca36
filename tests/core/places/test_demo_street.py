"""The demo street's geography holds together: no gaps, no overlaps, everything where it says it is."""

import shapely

from bot.core import places
from bot.core.places import Point


def test_the_six_communities_have_the_codes_of_the_demo(street):
    codes = {community.code: community.name for community in street.communities}

    assert codes == {"hj": "汇嘉", "jp": "江畔", "wj": "望江", "bx": "北欣", "ht": "和塘雅苑", "ys": "云水湾"}


def test_the_communities_touch_without_gap_or_overlap(street):
    whole = shapely.union_all([community.area for community in street.communities])

    assert isinstance(whole, shapely.Polygon)
    assert not whole.interiors
    assert abs(whole.area - sum(community.area.area for community in street.communities)) < 1


def test_estates_lie_inside_their_community(street):
    for estate in street.estates:
        area = street.community(estate.community).area

        assert shapely.covers(area, street.plane.flatten(estate.centre)), estate.name
        assert estate.area is None or shapely.covers(area, estate.area), estate.name


def test_landmarks_lie_inside_their_community(street):
    for landmark in street.landmarks:
        area = street.community(landmark.community).area

        assert shapely.covers(area, street.plane.flatten(landmark.point)), landmark.name


def test_roads_run_where_they_say(street):
    for road in street.roads:
        for community in street.communities:
            runs = road.line.intersection(community.area.buffer(1)).length > 50

            assert runs == (community.code in road.communities), (road.name, community.name)


def test_the_next_street_lies_outside(street):
    for community in street.communities:
        assert shapely.intersection(street.neighbours[0].area, community.area).area < 1


def test_there_is_one_market_bridge(street):
    # S14 needs one; S15 adds a second by itself.
    bridges = [landmark.community for landmark in street.landmarks if "菜场桥" in (landmark.name, *landmark.aliases)]

    assert bridges == ["wj"]


def test_building_two_of_huijia_is_the_only_one(street):
    having = [estate.name for estate in street.estates_of("hj") if estate.may_have("2")]

    assert having == ["汇嘉花园"]


def test_the_pin_on_the_border_is_twenty_metres_from_the_line(street, pin):
    flat = street.plane.flatten(pin("江畔-望江交界"))

    assert 15 < street.community("wj").area.distance(flat) < 25


def test_every_pin_of_the_chat_page_is_where_its_name_says(written, street):
    community = {
        place["name"]: places.locate("", pin=Point(place["lat"], place["lon"]), gazetteer=street).community
        for place in written["places"]
    }

    assert community == {
        "汇嘉花园2幢门口": "hj",
        "汇嘉花园9幢": "hj",
        "江畔公园": "jp",
        "江畔-望江交界": "wj",
        "菜场桥头": "wj",
        "望江小学门口": "wj",
        "北欣公交站": "bx",
        "和塘雅苑东区5幢": "ht",
        "云水湾地铁B口": "ys",
        "街道外(邻街)": None,
    }
