"""The entries of the `street:` section built from its YAML; it trusts that `faults.find` found nothing in it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shapely.geometry import Polygon

from bot.core.places import datum, geometry, numerals
from bot.core.places.entries import Community, Estate, Landmark, Neighbour, Road
from bot.core.places.geometry import Plane, Point

Entry = Mapping[str, Any]


class Reader:
    """Reads one section; holds the datum and the flat map that all of it shares."""

    def __init__(self, section: Entry) -> None:
        self._section = section
        self._datum: datum.Datum = section.get("datum", "wgs84")
        corners = [corner for entry in section["communities"] for corner in self._points(entry["polygon"])]
        self.plane = Plane(geometry.middle(corners))

    def communities(self) -> tuple[Community, ...]:
        """The communities, in the order of the list."""
        return tuple(self._community(entry) for entry in self._section["communities"])

    def estates(self) -> tuple[Estate, ...]:
        """The estates of all communities."""
        return tuple(self._estate(entry, community) for community, entry in self._inside("estates"))

    def landmarks(self) -> tuple[Landmark, ...]:
        """The landmarks of all communities."""
        return tuple(
            Landmark(entry["name"], _aliases(entry), community, self._point(entry["point"]))
            for community, entry in self._inside("landmarks")
        )

    def roads(self) -> tuple[Road, ...]:
        """The roads and rivers."""
        return tuple(self._road(entry) for entry in self._section.get("roads") or ())

    def neighbours(self) -> tuple[Neighbour, ...]:
        """The streets next door."""
        return tuple(
            Neighbour(entry["name"], _aliases(entry), str(entry.get("contact") or ""), self._area(entry))
            for entry in self._section.get("neighbours") or ()
        )

    def border_owners(self) -> Mapping[frozenset[str], str]:
        """For a pair of communities, the one that answers for their line."""
        table = self._section.get("border_owners") or ()
        return {frozenset({one, other}): owner for one, other, owner in table}

    def _inside(self, kind: str) -> Iterator[tuple[str, Entry]]:
        """What the communities list under this word, each with its community's code."""
        for community in self._section["communities"]:
            for entry in community.get(kind) or ():
                yield community["code"], entry

    def _point(self, pair: Sequence[float]) -> Point:
        return datum.to_wgs84(Point(lat=float(pair[1]), lon=float(pair[0])), self._datum)

    def _points(self, pairs: Sequence[Sequence[float]]) -> tuple[Point, ...]:
        return tuple(self._point(pair) for pair in pairs)

    def _area(self, entry: Entry) -> Polygon | None:
        corners = entry.get("polygon")
        return self.plane.polygon(self._points(corners)) if corners else None

    def _community(self, entry: Entry) -> Community:
        polygon = self._points(entry["polygon"])
        area = self.plane.polygon(polygon)
        return Community(
            code=entry["code"],
            name=entry["name"],
            aliases=_aliases(entry),
            polygon=polygon,
            join_code=entry.get("join_code") or "",
            notes=entry.get("notes") or "",
            area=area,
            centre=self.plane.lift(geometry.inner_point(area)),
        )

    def _estate(self, entry: Entry, community: str) -> Estate:
        area = self._area(entry)
        inside = self.plane.lift(geometry.inner_point(area)) if area else None
        points = entry.get("building_points") or {}
        return Estate(
            name=entry["name"],
            aliases=_aliases(entry),
            community=community,
            kind=entry["kind"],
            centre=inside or self._point(entry["centre"]),
            area=area,
            buildings=numerals.expand(entry["buildings"]) if entry.get("buildings") is not None else None,
            building_points={str(number): self._point(pair) for number, pair in points.items()},
        )

    def _road(self, entry: Entry) -> Road:
        drawn = entry.get("line")
        line = self.plane.line(self._points(drawn)) if drawn else None
        return Road(entry["name"], _aliases(entry), tuple(entry["communities"]), line)


def _aliases(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.get("aliases") or ())
