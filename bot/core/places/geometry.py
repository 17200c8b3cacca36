"""Points and distances in metres on a patch of the earth the size of a street."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry import Point as FlatPoint

# WGS-84: the equatorial radius in metres and the first eccentricity squared.
_RADIUS_M = 6_378_137.0
_ECCENTRICITY2 = 0.00669437999014


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the earth in degrees, WGS-84 unless said otherwise."""

    lat: float
    lon: float


def is_on_earth(point: Point) -> bool:
    """Whether the numbers can be a place: finite, in range, and not the 0,0 that broken devices write."""
    return abs(point.lat) <= 90 and abs(point.lon) <= 180 and (abs(point.lat) > 1e-6 or abs(point.lon) > 1e-6)


def distance_m(a: Point, b: Point) -> float:
    """Metres between two points, within 0.1 % up to 50 km; further off only a rough figure."""
    east, north = _metres_per_degree((a.lat + b.lat) / 2)
    return math.hypot((a.lon - b.lon) * east, (a.lat - b.lat) * north)


def _metres_per_degree(lat: float) -> tuple[float, float]:
    """How long a degree of longitude and a degree of latitude are on the ellipsoid at this latitude."""
    sine = math.sin(math.radians(lat))
    bulge = 1 - _ECCENTRICITY2 * sine * sine
    east = _RADIUS_M / math.sqrt(bulge) * math.cos(math.radians(lat))
    north = _RADIUS_M * (1 - _ECCENTRICITY2) / bulge**1.5
    return math.radians(east), math.radians(north)


@dataclass(frozen=True, slots=True)
class Plane:
    """A flat map in metres around `origin`; 5 km from it a distance is off by less than 0.1 %."""

    origin: Point

    def flatten(self, point: Point) -> FlatPoint:
        """The point on the flat map."""
        return FlatPoint(*self._xy(point))

    def polygon(self, points: Sequence[Point]) -> Polygon:
        """The area inside these corners on the flat map."""
        return Polygon([self._xy(point) for point in points])

    def line(self, points: Sequence[Point]) -> LineString:
        """The line along these points on the flat map."""
        return LineString([self._xy(point) for point in points])

    def lift(self, flat: FlatPoint) -> Point:
        """The point of the earth for a point of the flat map."""
        east, north = _metres_per_degree(self.origin.lat)
        return Point(lat=self.origin.lat + flat.y / north, lon=self.origin.lon + flat.x / east)

    def _xy(self, point: Point) -> tuple[float, float]:
        east, north = _metres_per_degree(self.origin.lat)
        return (point.lon - self.origin.lon) * east, (point.lat - self.origin.lat) * north


def middle(points: Sequence[Point]) -> Point:
    """The mean of the points."""
    return Point(
        lat=sum(point.lat for point in points) / len(points),
        lon=sum(point.lon for point in points) / len(points),
    )


def inner_point(area: Polygon) -> FlatPoint:
    """A point that surely lies inside the area: its centroid where that does, another one where it bends away."""
    centroid = area.centroid
    return centroid if shapely.contains(area, centroid) else area.representative_point()


def in_words(distance: float) -> str:
    """A distance in metres as people say it."""
    return f"约{distance / 1000:.1f}公里" if distance >= 1000 else f"约{distance:.0f}米"
