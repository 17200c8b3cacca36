"""The street's own map: everything on it that has a name, and whose ground a point lies on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import shapely

from bot.core.places import faults, geometry, reading
from bot.core.places.entries import Community, Estate, Landmark, Neighbour, Road
from bot.core.places.geometry import Point

# A phone's pin is good to 10 to 30 metres in the open: closer than that to a line, either side may be right.
BORDER_M = 30.0


@dataclass(frozen=True)
class Whereabouts:
    """Which community answers for a point, whose lines are near, and how far outside the street it is (0 inside).

    `by_table` means that the street's table gave the point to another community than the one it lies in.
    """

    community: Community | None
    border: tuple[Community, ...]
    outside_m: float
    by_table: bool


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Everything on the street that has a name and a place."""

    name: str
    communities: tuple[Community, ...]
    estates: tuple[Estate, ...]
    landmarks: tuple[Landmark, ...]
    roads: tuple[Road, ...]
    neighbours: tuple[Neighbour, ...]
    border_owners: Mapping[frozenset[str], str]
    plane: geometry.Plane

    @staticmethod
    def from_mapping(mapping: Mapping[str, Any]) -> "Gazetteer":
        """The gazetteer written in the `street:` section; ValueError listing every fault with its path."""
        found = faults.find(mapping)
        if found:
            raise ValueError("\n".join(found))
        reader = reading.Reader(mapping)
        return Gazetteer(
            name=mapping["name"],
            communities=reader.communities(),
            estates=reader.estates(),
            landmarks=reader.landmarks(),
            roads=reader.roads(),
            neighbours=reader.neighbours(),
            border_owners=reader.border_owners(),
            plane=reader.plane,
        )

    @cached_property
    def _by_code(self) -> Mapping[str, Community]:
        return {community.code: community for community in self.communities}

    def community(self, code: str) -> Community:
        """The community of this code; KeyError when there is none."""
        return self._by_code[code]

    def has(self, code: str) -> bool:
        """Whether there is a community of this code."""
        return code in self._by_code

    def by_join_code(self, join_code: str) -> Community | None:
        """The community that this join code belongs to, however it was typed; None when it is nobody's."""
        wanted = join_code.strip().upper()
        return next((found for found in self.communities if found.join_code.upper() == wanted and wanted), None)

    def estates_of(self, code: str) -> Iterator[Estate]:
        """The estates of one community, in the order of the list."""
        return (estate for estate in self.estates if estate.community == code)

    def estate(self, name: str, community: str) -> Estate | None:
        """The estate of this name in this community."""
        return next((one for one in self.estates_of(community) if one.name == name), None)

    def estate_at(self, point: Point) -> Estate | None:
        """The estate in whose outline the point lies."""
        flat = self.plane.flatten(point)
        return next((one for one in self.estates if one.area and shapely.covers(one.area, flat)), None)

    def neighbour_at(self, point: Point) -> Neighbour | None:
        """The street next door in whose outline the point lies."""
        flat = self.plane.flatten(point)
        return next((one for one in self.neighbours if one.area and shapely.covers(one.area, flat)), None)

    def nearest_landmark(self, point: Point, *, within_m: float) -> Landmark | None:
        """The landmark closest to the point, none further off than `within_m`."""
        near = [(geometry.distance_m(point, mark.point), mark) for mark in self.landmarks]
        distance, landmark = min(near, key=lambda pair: pair[0], default=(within_m + 1, None))
        return landmark if distance <= within_m else None

    @cached_property
    def _middles(self) -> frozenset[Point]:
        centres = [community.centre for community in self.communities]
        return frozenset((*centres, *(estate.centre for estate in self.estates)))

    def is_middle(self, point: Point) -> bool:
        """Whether the point only stands for a whole estate or community, and nobody was ever there."""
        return point in self._middles

    def whereabouts(self, point: Point) -> Whereabouts:
        """Who answers for a point: its polygon, or on a border whoever the street's table names."""
        flat = self.plane.flatten(point)
        ranked = sorted(
            ((community.area.distance(flat), community) for community in self.communities),
            key=lambda pair: pair[0],
        )
        outside_m, nearest = ranked[0]
        if outside_m > BORDER_M:
            return Whereabouts(None, (), outside_m, by_table=False)
        others = self.bordering(point, nearest)
        # The table speaks about two communities; where three meet, about the two nearest.
        owner = self.border_owners.get(frozenset({nearest.code, others[0].code})) if others else None
        if owner is None or owner == nearest.code:
            return Whereabouts(nearest, others, outside_m, by_table=False)
        border = (nearest, *(community for community in others if community.code != owner))
        return Whereabouts(self.community(owner), border, outside_m, by_table=True)

    def bordering(self, point: Point, community: Community) -> tuple[Community, ...]:
        """The other communities whose ground begins within 30 m of the point, nearest first."""
        flat = self.plane.flatten(point)
        near = sorted(
            ((other.area.distance(flat), other) for other in self.communities if other.code != community.code),
            key=lambda pair: pair[0],
        )
        return tuple(other for distance, other in near if distance <= BORDER_M)
