"""Distances in metres, against published lengths of a degree on the WGS-84 ellipsoid."""

import pytest

from bot.core import places
from bot.core.places import Point, geometry


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        (Point(30, 121), Point(30, 122), 96_486),  # a degree of longitude at 30° north
        (Point(29.5, 121), Point(30.5, 121), 110_852),  # a degree of latitude there
        (Point(29.945, 121.54), Point(29.945, 121.54), 0),  # the same place
        (Point(29.945, 121.54), Point(29.9453, 121.5404), 50.96),  # the reach of a merge: 38.6 m east, 33.3 m north
    ],
)
def test_distances_agree_with_the_ellipsoid(a, b, metres):
    assert places.distance_m(a, b) == pytest.approx(metres, rel=0.001)


def test_the_flat_map_keeps_distances_across_the_street():
    plane = geometry.Plane(Point(29.945, 121.54))
    corner, far_corner = Point(29.93, 121.52), Point(29.96, 121.56)

    flat = plane.flatten(corner).distance(plane.flatten(far_corner))

    assert flat == pytest.approx(places.distance_m(corner, far_corner), rel=0.001)


def test_a_point_lifted_from_the_flat_map_is_where_it_was():
    plane = geometry.Plane(Point(29.945, 121.54))
    here = Point(29.9371, 121.5512)

    back = plane.lift(plane.flatten(here))

    assert places.distance_m(here, back) < 0.001


@pytest.mark.parametrize(
    "broken",
    [
        Point(0.0, 0.0),  # what a camera without a fix writes
        Point(91.0, 121.5),  # no such latitude
        Point(29.9, 181.0),  # no such longitude
        Point(float("nan"), 121.5),  # a damaged EXIF fraction
        Point(float("inf"), 121.5),  # the same, divided by zero
    ],
)
def test_numbers_that_are_no_place_are_known_as_such(broken):
    assert not geometry.is_on_earth(broken)
