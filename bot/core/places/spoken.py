"""A report without a point: what the words say, and failing that the courier's usual patch."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.places import spots
from bot.core.places.answers import Place
from bot.core.places.entries import Neighbour
from bot.core.places.gazetteer import Gazetteer
from bot.core.places.hearing import Heard
from bot.core.places.spots import Spot


def place(heard: Heard, home: Sequence[str], gazetteer: Gazetteer) -> Place:
    """The place of the words; `home` only where they name none."""
    if heard.spots:
        return _of_spots(heard, heard.spots, gazetteer)
    if heard.communities:
        return _of_communities(heard, gazetteer)
    if heard.neighbour:
        return _outside(heard, heard.neighbour, gazetteer)
    if heard.building:
        return _bare_building(heard, heard.building.number, heard.building.label, home, gazetteer)
    return _at_home(heard, (), home, gazetteer)


def _of_spots(heard: Heard, found: Sequence[Spot], gazetteer: Gazetteer) -> Place:
    if len(found) > 1:
        return _open(heard, found, gazetteer)
    spot = found[0]
    community = gazetteer.community(spot.community)
    border = () if spot.is_area else gazetteer.bordering(spot.point, community)
    return Place(
        text=spots.text(spot, unit=heard.unit, side=heard.side),
        lat=spot.point.lat,
        lon=spot.point.lon,
        community=spot.community,
        source="words",
        reasons=(*heard.reasons, f"文字里的{spot.label}在{spots.title(community)}"),
        estate=spot.estate,
        building=spot.building,
        detail=heard.detail,
        border=tuple(other.code for other in border),
        certain=not heard.is_doubtful,
    )


def _open(heard: Heard, found: Sequence[Spot], gazetteer: Gazetteer) -> Place:
    """Several places go by what was said: known is at most the community they share."""
    codes = {spot.community for spot in found}
    return Place(
        text=f"{_enumerate([spot.label for spot in found])}（待确认）",
        lat=None,
        lon=None,
        community=codes.pop() if len(codes) == 1 else None,
        source="words",
        reasons=(*heard.reasons, f"文字对得上{len(found)}个地方，要问是哪一个"),
        detail=heard.detail,
        candidates=spots.candidates(found, gazetteer, unit=heard.unit, side=heard.side),
    )


def _enumerate(labels: Sequence[str]) -> str:
    """Both of two places; the first and the number of more, since a card's line holds 26 characters."""
    once = list(dict.fromkeys(labels))
    return "或".join(once) if len(once) <= 2 else f"{once[0]}等{len(once)}处"


def _of_communities(heard: Heard, gazetteer: Gazetteer) -> Place:
    named = [gazetteer.community(code) for code in heard.communities]
    if len(named) > 1:
        return _open(heard, [spots.of_community(community) for community in named], gazetteer)
    community = named[0]
    building = heard.building.label if heard.building else ""
    return Place(
        text=f"{spots.title(community)}{heard.road or ''}{building}{heard.side}",
        lat=community.centre.lat,
        lon=community.centre.lon,
        community=community.code,
        source="words",
        reasons=(*heard.reasons, f"文字说到{heard.road or spots.title(community)}，没有更具体的位置"),
        detail=heard.detail,
    )


def _outside(heard: Heard, neighbour: Neighbour, gazetteer: Gazetteer) -> Place:
    return Place(
        text=f"{neighbour.name}（街道外）",
        lat=None,
        lon=None,
        community=None,
        source="words",
        reasons=(*heard.reasons, f"文字说的{neighbour.name}不在本街道"),
        detail=heard.detail,
        outside=True,
        neighbour=neighbour.name,
    )


def _bare_building(heard: Heard, number: str, label: str, home: Sequence[str], gazetteer: Gazetteer) -> Place:
    """A building without an estate: the one on the courier's usual patch, if there is exactly one."""
    if not home:
        return _nowhere(heard, f"只说了{label}，没说是哪个小区")
    found = [
        spots.of_building(estate, number)
        for code in home
        for estate in gazetteer.estates_of(code)
        if estate.may_have(number)
    ]
    patch = "、".join(spots.title(gazetteer.community(code)) for code in home)
    if not found:
        return _at_home(heard, (f"常跑的{patch}没有{label}",), home, gazetteer)
    if len(found) > 1:
        return _assume(_open(heard, found, gazetteer), f"只说了{label}，常跑的{patch}有{len(found)}个{label}")
    return _assume(_of_spots(heard, found, gazetteer), f"只说了{label}，常跑的{patch}只有{found[0].label}")


def _at_home(heard: Heard, reasons: Sequence[str], home: Sequence[str], gazetteer: Gazetteer) -> Place:
    """Nothing but habit to go by."""
    if not home:
        return _nowhere(heard, "没有说地方，也没有定位")
    patch = [gazetteer.community(code) for code in home]
    names = "、".join(spots.title(community) for community in patch)
    only = patch[0].code if len(patch) == 1 else None
    return Place(
        text=f"{_enumerate([spots.title(community) for community in patch])}（常跑片区，待确认）",
        lat=None,
        lon=None,
        community=only,
        source="home",
        reasons=(*heard.reasons, *reasons, f"没说清地方，按常跑的{names}先记"),
        detail=heard.detail,
        candidates=() if only else spots.candidates(map(spots.of_community, patch), gazetteer, unit=None, side=""),
        assumed=True,
    )


def _nowhere(heard: Heard, reason: str) -> Place:
    return Place(
        text="地点待确认",
        lat=None,
        lon=None,
        community=None,
        source="none",
        reasons=(*heard.reasons, reason),
        detail=heard.detail,
    )


def _assume(place: Place, reason: str) -> Place:
    """The place, marked as resting on habit."""
    return replace(place, assumed=True, reasons=(reason, *place.reasons))
