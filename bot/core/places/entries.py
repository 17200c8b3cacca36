"""What the gazetteer is made of: communities, estates, landmarks, roads and the streets next door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from shapely.geometry import LineString, Polygon

from bot.core.places.geometry import Point

EstateKind = Literal["商品房", "安置小区", "公租房"]


@dataclass(frozen=True)
class Community:
    """One community, the unit that has a staff group; `code` is what rows and buttons carry."""

    code: str
    name: str
    aliases: tuple[str, ...]
    polygon: tuple[Point, ...]
    join_code: str
    notes: str
    area: Polygon = field(repr=False, compare=False)
    centre: Point


@dataclass(frozen=True)
class Estate:
    """One housing estate; `buildings` is None where nobody wrote down how many there are."""

    name: str
    aliases: tuple[str, ...]
    community: str
    kind: EstateKind
    centre: Point
    area: Polygon | None = field(repr=False, compare=False)
    buildings: frozenset[str] | None
    building_points: Mapping[str, Point]

    def may_have(self, building: str) -> bool:
        """Whether this building stands here, as far as the street's list knows."""
        return self.buildings is None or building in self.buildings

    def point_of(self, building: str) -> Point:
        """Where the building stands; the estate's centre when that was not written down."""
        return self.building_points.get(building, self.centre)


@dataclass(frozen=True)
class Landmark:
    """A spot people name: a bridge, a shop, a stop."""

    name: str
    aliases: tuple[str, ...]
    community: str
    point: Point


@dataclass(frozen=True)
class Road:
    """A road or river that runs through one or more communities; `line` is None where it was not drawn."""

    name: str
    aliases: tuple[str, ...]
    communities: tuple[str, ...]
    line: LineString | None = field(repr=False, compare=False)


@dataclass(frozen=True)
class Neighbour:
    """A street next door, and whom to call there."""

    name: str
    aliases: tuple[str, ...]
    contact: str
    area: Polygon | None = field(repr=False, compare=False)
