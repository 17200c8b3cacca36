"""Single places with a label and a point: a building, an estate, a landmark, a crossing, a whole community."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import shapely
from shapely.geometry import Point as FlatPoint

from bot.core.places.answers import Candidate
from bot.core.places.entries import Community, Estate, Landmark, Road
from bot.core.places.gazetteer import Gazetteer
from bot.core.places.geometry import Point

# Six buttons fit on a card, and one of them is "somewhere else".
MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that words may mean; `is_area` when its point only stands for a whole area."""

    label: str
    community: str
    point: Point
    estate: str | None = None
    building: str | None = None
    is_area: bool = False


def of_building(estate: Estate, building: str) -> Spot:
    """The building of this estate."""
    label = f"{estate.name}{building}{'幢' if building.isdecimal() else '座'}"
    is_area = building not in estate.building_points
    return Spot(label, estate.community, estate.point_of(building), estate.name, building, is_area)


def of_entry(entry: Estate | Landmark) -> Spot:
    """The estate as a whole, or the landmark."""
    if isinstance(entry, Estate):
        return Spot(entry.name, entry.community, entry.centre, entry.name, is_area=True)
    return Spot(entry.name, entry.community, entry.point)


def of_community(community: Community) -> Spot:
    """The community as a whole."""
    return Spot(title(community), community.code, community.centre, is_area=True)


def crossing(roads: Sequence[Road], gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Where the first two roads that meet on the map do so; empty when none do."""
    for one, other in combinations(roads, 2):
        if one.line is None or other.line is None or one.name == other.name:
            continue
        meeting = shapely.intersection(one.line, other.line)
        if isinstance(meeting, FlatPoint) and not meeting.is_empty:
            point = gazetteer.plane.lift(meeting)
            community = gazetteer.whereabouts(point).community
            if community:
                return (Spot(f"{one.name}{other.name}路口", community.code, point),)
    return ()


def title(community: Community) -> str:
    """The community as people read it: 江畔社区."""
    return community.name if community.name.endswith(("社区", "村")) else f"{community.name}社区"


def candidates(choices: Iterable[Spot], gazetteer: Gazetteer, *, unit: str | None, side: str) -> tuple[Candidate, ...]:
    """The choices as buttons, the community said behind each where it tells them apart."""
    shown = list(choices)[:MOST_CANDIDATES]
    are_mixed = len({spot.community for spot in shown}) > 1
    return tuple(
        Candidate(
            label=_label(spot, gazetteer.community(spot.community)) if are_mixed else spot.label,
            text=text(spot, unit=unit, side=side),
            community=spot.community,
            lat=spot.point.lat,
            lon=spot.point.lon,
            estate=spot.estate,
            building=spot.building,
        )
        for spot in shown
    )


def _label(spot: Spot, community: Community) -> str:
    return spot.label if community.name in spot.label else f"{spot.label}（{community.name}）"


def text(spot: Spot, *, unit: str | None, side: str) -> str:
    """The spot as a group may read it: building and unit, never a floor or a room."""
    entrance = f"{unit}单元" if unit and spot.building else ""
    return f"{spot.label}{entrance}{side}"
