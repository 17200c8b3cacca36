"""A report with a point: the point decides the community, the words say what stands there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.places import doors, geometry, spots
from bot.core.places.answers import Candidate, Place
from bot.core.places.entries import Community
from bot.core.places.gazetteer import BORDER_M, Gazetteer, Whereabouts
from bot.core.places.geometry import Point
from bot.core.places.hearing import Heard
from bot.core.places.spots import Spot

# A courier sends his pin from the kerb: what he names within this distance is what he is looking at.
_IN_SIGHT_M = 150.0
# Two estates of one community are seldom closer than this: the nearer one is meant.
_WALK_M = 300.0
# Within this distance "near the bridge" still helps the one who goes there.
_NEAR_M = 100.0


@dataclass(frozen=True, slots=True)
class Fix:
    """A point and where it came from."""

    point: Point
    source: Literal["pin", "exif"]

    @property
    def said(self) -> str:
        """What people call it."""
        return "定位" if self.source == "pin" else "照片里的位置"


def place(fix: Fix, heard: Heard, gazetteer: Gazetteer) -> Place:
    """The place of the point, named by whatever the words say that agrees with it."""
    where = gazetteer.whereabouts(fix.point)
    if where.community is None:
        return _disputed(fix, heard, gazetteer) or _outside(fix, heard, gazetteer)
    code = where.community.code
    spot, reasons = _agreeing(fix, heard, code, gazetteer)
    return Place(
        text=_text(fix.point, spot, heard, where.community, gazetteer),
        lat=fix.point.lat,
        lon=fix.point.lon,
        community=code,
        source=fix.source,
        reasons=(*_reasons_of(fix, where, where.community), *heard.reasons, *reasons),
        estate=spot.estate if spot else None,
        building=spot.building if spot else None,
        detail=heard.detail,
        border=tuple(community.code for community in where.border),
        certain=True,
    )


def _reasons_of(fix: Fix, where: Whereabouts, owner: Community) -> list[str]:
    """Why the point belongs to this community."""
    name = spots.title(owner)
    if where.outside_m > 0:
        reasons = [f"{fix.said}在街道线外{geometry.in_words(where.outside_m)}，算最近的{name}"]
    elif where.by_table:
        reasons = [f"{fix.said}在交界线旁，按街道的分工归{name}"]
    else:
        reasons = [f"{fix.said}落在{name}范围内"]
    if where.border:
        others = "、".join(spots.title(community) for community in where.border)
        reasons.append(f"离{others}的界线不到{BORDER_M:.0f}米，两边都要看到")
    return reasons


def _agreeing(fix: Fix, heard: Heard, code: str, gazetteer: Gazetteer) -> tuple[Spot | None, list[str]]:
    """The spot in the words that the point bears out, with the reason when it does not."""
    if heard.building and not heard.spots:
        return _bare_building(fix, heard.building, code, gazetteer)
    agreeing = [spot for spot in heard.spots if spot.community == code or _apart(fix, spot, gazetteer) <= _IN_SIGHT_M]
    if len(agreeing) == 1:
        apart = _apart(fix, agreeing[0], gazetteer)
        far = [f"{agreeing[0].label}离{fix.said}{geometry.in_words(apart)}"] if apart > _WALK_M else []
        return agreeing[0], far
    if agreeing:
        return _nearest(fix, agreeing, gazetteer)
    named = [spot.label for spot in heard.spots] or [spots.title(gazetteer.community(one)) for one in heard.communities]
    if heard.spots or (heard.communities and code not in heard.communities):
        said = "、".join(dict.fromkeys(named))
        return None, [f"文字里说的是{said}，和{fix.said}不一致，以{fix.said}为准"]
    return None, []


def _apart(fix: Fix, spot: Spot, gazetteer: Gazetteer) -> float:
    """Metres from the point to the spot; to the estate's outline where the building itself is not on the map."""
    estate = gazetteer.estate(spot.estate, spot.community) if spot.estate and spot.is_area else None
    if estate and estate.area:
        return float(estate.area.distance(gazetteer.plane.flatten(fix.point)))
    return geometry.distance_m(spot.point, fix.point)


def _nearest(fix: Fix, choices: Sequence[Spot], gazetteer: Gazetteer) -> tuple[Spot | None, list[str]]:
    """The choice closest to the point; None when none is close enough to be meant."""
    nearest = min(choices, key=lambda spot: _apart(fix, spot, gazetteer))
    apart = _apart(fix, nearest, gazetteer)
    if apart <= _WALK_M:
        return nearest, [f"{nearest.label}离{fix.said}最近"]
    return None, [f"{'、'.join(spot.label for spot in choices)}离{fix.said}都远，没采用"]


def _bare_building(
    fix: Fix, building: doors.Building, code: str, gazetteer: Gazetteer
) -> tuple[Spot | None, list[str]]:
    """The building of this number around the point."""
    choices = [
        spots.of_building(estate, building.number)
        for estate in gazetteer.estates_of(code)
        if estate.may_have(building.number)
    ]
    if not choices:
        return None, [f"{spots.title(gazetteer.community(code))}的名单里没有{building.label}"]
    here = gazetteer.estate_at(fix.point)
    standing = [spot for spot in choices if here and spot.estate == here.name]
    if standing:
        return standing[0], [f"{fix.said}在{standing[0].estate}里，{building.label}按{standing[0].label}理解"]
    return _nearest(fix, choices, gazetteer)


def _text(point: Point, spot: Spot | None, heard: Heard, community: Community, gazetteer: Gazetteer) -> str:
    if spot:
        return spots.text(spot, unit=heard.unit, side=heard.side)
    building = f"（{heard.building.label}）" if heard.building else ""
    estate = gazetteer.estate_at(point)
    if estate and estate.community == community.code:
        return f"{estate.name}{building or '内'}"
    landmark = gazetteer.nearest_landmark(point, within_m=_NEAR_M)
    if landmark:
        return f"{landmark.name}附近{building}"
    road = heard.road if heard.road and community.code in heard.communities else ""
    return f"{spots.title(community)}{road}{building or '（按定位）'}"


def _outside(fix: Fix, heard: Heard, gazetteer: Gazetteer) -> Place:
    """A point on nobody's ground of this street."""
    neighbour = gazetteer.neighbour_at(fix.point)
    whose = f"{neighbour.name}（街道外）" if neighbour else f"{gazetteer.name}以外"
    reason = f"{fix.said}落在{neighbour.name}范围内" if neighbour else f"{fix.said}不在本街道任何社区范围内"
    return Place(
        text=whose,
        lat=fix.point.lat,
        lon=fix.point.lon,
        community=None,
        source=fix.source,
        reasons=(reason, *heard.reasons),
        detail=heard.detail,
        outside=True,
        neighbour=neighbour.name if neighbour else None,
    )


def _disputed(fix: Fix, heard: Heard, gazetteer: Gazetteer) -> Place | None:
    """A point outside the street with words inside it: only the courier can tell; None when the words name nothing."""
    told = list(heard.spots) or [spots.of_community(gazetteer.community(code)) for code in heard.communities]
    if not told:
        return None
    there = Candidate("街道外", f"{fix.said}的地方（街道外）", None, fix.point.lat, fix.point.lon)
    inside = spots.candidates(told[: spots.MOST_CANDIDATES - 1], gazetteer, unit=heard.unit, side=heard.side)
    labels = "、".join(spot.label for spot in told)
    return Place(
        text=f"{told[0].label}（待确认）",
        lat=fix.point.lat,
        lon=fix.point.lon,
        community=None,
        source=fix.source,
        reasons=(*heard.reasons, f"{fix.said}在街道外，文字说的却是{labels}，要问一下"),
        detail=heard.detail,
        candidates=(*inside, there),
    )
