"""WGS-84, as satellites and Telegram give it, and GCJ-02, as Chinese maps and WeChat draw it, turned into each other.

The shift is the publicly documented approximation of GCJ-02 (the polynomial-and-sine formula on the Krasovsky 1940
ellipsoid that Wikipedia gives under "Restrictions on geographic data in China"); it agrees with maps to a few metres.
"""

import math
from typing import Literal, assert_never

from bot.core.places.geometry import Point

Datum = Literal["wgs84", "gcj02"]

# Krasovsky 1940: the equatorial radius in metres and the first eccentricity squared.
_RADIUS_M = 6_378_245.0
_ECCENTRICITY2 = 0.00669342162296594323

# The formula's own centre, and the box outside which maps are not shifted.
_CENTRE = Point(lat=35.0, lon=105.0)
_SOUTH, _NORTH = 0.8293, 55.8271
_WEST, _EAST = 72.004, 137.8347

# Each round of the inverse shrinks the error some thousandfold: three rounds leave well under a millimetre.
_ROUNDS = 4


def to_wgs84(point: Point, datum: Datum) -> Point:
    """The same place in WGS-84; a GCJ-02 point comes back within a centimetre of where it was shifted from."""
    match datum:
        case "wgs84":
            return point
        case "gcj02":
            return _unshift(point)
        case _:
            assert_never(datum)


def to_gcj02(point: Point) -> Point:
    """The WGS-84 point as Chinese maps draw it, 60 to 720 metres away; unchanged outside China."""
    if not is_in_china(point):
        return point
    x, y = point.lon - _CENTRE.lon, point.lat - _CENTRE.lat
    latitude = math.radians(point.lat)
    bulge = 1 - _ECCENTRICITY2 * math.sin(latitude) ** 2
    north = math.radians(_RADIUS_M * (1 - _ECCENTRICITY2) / bulge**1.5)
    east = math.radians(_RADIUS_M / math.sqrt(bulge) * math.cos(latitude))
    return Point(lat=point.lat + _shift_north_m(x, y) / north, lon=point.lon + _shift_east_m(x, y) / east)


def is_in_china(point: Point) -> bool:
    """Whether the point lies in the box inside which maps are shifted (wider than the country itself)."""
    return _SOUTH <= point.lat <= _NORTH and _WEST <= point.lon <= _EAST


def _unshift(point: Point) -> Point:
    """The point that `to_gcj02` moves here, by taking the remaining miss away until none is left."""
    if not is_in_china(point):
        return point
    guess = point
    for _ in range(_ROUNDS):
        moved = to_gcj02(guess)
        guess = Point(lat=guess.lat - (moved.lat - point.lat), lon=guess.lon - (moved.lon - point.lon))
    return guess


def _waves(*terms: tuple[float, float]) -> float:
    """Two thirds of the sum of sines, each given as its height in metres and its angle as a multiple of pi."""
    return 2 / 3 * sum(height * math.sin(angle * math.pi) for height, angle in terms)


def _shift_north_m(x: float, y: float) -> float:
    return (
        -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * math.sqrt(abs(x))
        + _waves((20, 6 * x), (20, 2 * x), (20, y), (40, y / 3), (160, y / 12), (320, y / 30))
    )


def _shift_east_m(x: float, y: float) -> float:
    return (
        300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * math.sqrt(abs(x))
        + _waves((20, 6 * x), (20, 2 * x), (20, x), (40, x / 3), (150, x / 12), (300, x / 30))
    )
