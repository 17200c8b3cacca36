"""WGS-84 and GCJ-02: there and back, how far apart, and where maps are not shifted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import places
from bot.core.places import Point, datum

# The mainland, kept a degree inside the box beyond which maps are not shifted.
in_china = st.builds(Point, lat=st.floats(18.0, 53.5), lon=st.floats(73.5, 135.0))


@given(in_china)
def test_a_point_shifted_to_the_map_and_back_is_where_it_was(point):
    back = datum.to_wgs84(datum.to_gcj02(point), "gcj02")

    assert places.distance_m(point, back) < 0.5


@given(st.builds(Point, lat=st.floats(20.0, 50.0), lon=st.floats(100.0, 130.0)))
def test_the_shift_in_the_settled_east_is_hundreds_of_metres(point):
    shift = places.distance_m(point, datum.to_gcj02(point))

    assert 100 < shift < 800


def test_the_shift_at_ningbo_is_the_one_that_maps_show():
    # In the east of Zhejiang maps stand some 450 m off, to the east and slightly to the south.
    here = Point(lat=29.945, lon=121.54)

    shown = datum.to_gcj02(here)

    assert 400 < places.distance_m(here, shown) < 550
    assert shown.lon > here.lon
    assert shown.lat < here.lat


def test_the_shift_at_a_well_known_square_is_the_published_one():
    # Tiananmen, as given in many public converters: 39.90734, 116.39089 is drawn at 39.90874, 116.39713.
    drawn = datum.to_gcj02(Point(lat=39.90734, lon=116.39089))

    assert places.distance_m(drawn, Point(lat=39.90874, lon=116.39713)) < 1


@pytest.mark.parametrize(
    "abroad",
    [
        Point(lat=48.8584, lon=2.2945),  # Paris
        Point(lat=-33.8568, lon=151.2153),  # Sydney
        Point(lat=37.7749, lon=-122.4194),  # San Francisco
    ],
)
def test_maps_abroad_are_not_shifted(abroad):
    assert datum.to_gcj02(abroad) == abroad
    assert datum.to_wgs84(abroad, "gcj02") == abroad


def test_a_satellite_position_is_taken_as_it_is():
    here = Point(lat=29.945, lon=121.54)

    assert datum.to_wgs84(here, "wgs84") is here
