"""What the words alone say about the place: the spots they may mean, the communities they name, and why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.places import doors, names, spots, wording
from bot.core.places.entries import Community, Estate, Landmark, Neighbour, Road
from bot.core.places.gazetteer import Gazetteer
from bot.core.places.names import Mention
from bot.core.places.spots import Spot

# Where exactly, in words that are safe to show in a group: gates, sides and the shared parts of a house.
_SIDE = re.compile(
    r"(?:那边|那里|那儿|这边|这里|的)?(?P<side>"
    r"[东南西北前后大正侧](?:大?门|[侧面边])(?:口|外)?|门[口前外]|楼[下前后顶道]|楼梯间|顶楼|大厅|电梯"
    r"|地下车库|地下室|地库|车库|车棚|架空层|垃圾房|单元门口?|旁边|边上|对面|附近|路口)"
)
_SIDE_OF_BRIDGE = re.compile(r"(?P<side>[东南西北]?(?:桥头|头|桥洞|洞|[上下旁]面|边上|旁边|[上下边旁]))")


@dataclass(frozen=True, slots=True)
class Heard:
    """What the words say: `spots` are readings of one place, so more than one means that it is open which.

    `building` is one that nobody gave an estate for; `is_doubtful` marks one that its estate does not have.
    """

    spots: tuple[Spot, ...] = ()
    communities: tuple[str, ...] = ()
    road: str | None = None
    neighbour: Neighbour | None = None
    building: doors.Building | None = None
    unit: str | None = None
    side: str = ""
    detail: str = ""
    is_doubtful: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """The spots the words may mean, why, and whether the building said is not on its estate's list."""

    spots: tuple[Spot, ...] = ()
    reasons: tuple[str, ...] = ()
    is_doubtful: bool = False


def hear(words: str, gazetteer: Gazetteer) -> Heard:
    """What the words say about the place, with nothing but the gazetteer to compare them with."""
    text = wording.tidy(words)
    mentions = _index(gazetteer).find(text)
    door = doors.find(text, names_end={mention.end for mention in mentions})
    building = door.buildings[0] if door.buildings else None
    communities = _codes(mentions)
    roads = [entry for mention in mentions for entry in mention.entries if isinstance(entry, Road)]
    found = _find_spots(mentions, building, roads, gazetteer)
    if not found.spots and not communities and roads:
        communities = roads[0].communities
    is_placed = found.is_doubtful or any(spot.building for spot in found.spots)
    return Heard(
        spots=found.spots,
        communities=communities,
        road=roads[0].name if roads else None,
        neighbour=next((one for said in mentions for one in said.entries if isinstance(one, Neighbour)), None),
        building=None if is_placed else building,
        unit=door.unit,
        side=_side(text, door.end if building else _end_of(mentions, found.spots)),
        detail=door.detail,
        is_doubtful=found.is_doubtful,
        reasons=(*_reasons_of_reading(mentions, door), *found.reasons),
    )


# One street in production; tests make a few more.
@lru_cache(maxsize=8)
def _index(gazetteer: Gazetteer) -> names.Index:
    return names.Index(gazetteer)


def _reasons_of_reading(mentions: Sequence[Mention], door: doors.Door) -> Iterator[str]:
    for mention in mentions:
        if mention.how != "exact":
            yield f"“{mention.said}”按{mention.name}理解"
        elif mention.name not in {entry.name for entry in mention.entries}:
            meant = "、".join(dict.fromkeys(entry.name for entry in mention.entries))
            yield f"“{mention.name}”就是{meant}"
    if not door.buildings:
        return
    first, *others = {one.number: one for one in door.buildings}.values()
    if first.is_mistyped:
        yield f"“{first.said}”按{first.label}理解"
    if others:
        yield f"还提到{'、'.join(one.label for one in others)}，先按{first.label}记"


def _codes(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The communities named, each once."""
    named = (entry.code for mention in mentions for entry in mention.entries if isinstance(entry, Community))
    return tuple(dict.fromkeys(named))


def _find_spots(
    mentions: Sequence[Mention], building: doors.Building | None, roads: Sequence[Road], gazetteer: Gazetteer
) -> _Found:
    """The building where its estate can be told, else the spots named, else where two of the roads meet."""
    codes = _codes(mentions)
    estates = _estates_for(mentions, building, codes)
    if building is None or not (estates or codes):
        named = _spots_named(mentions, codes, gazetteer)
        return named if named.spots else _Found(spots.crossing(roads, gazetteer))
    listed = estates or [estate for code in codes for estate in gazetteer.estates_of(code)]
    having = [spots.of_building(estate, building.number) for estate in listed if estate.may_have(building.number)]
    if having:
        return _Found(tuple(having))
    where = "、".join(estate.name for estate in estates) or spots.title(gazetteer.community(codes[0]))
    reason = f"{where}的名单里没有{building.label}"
    return _Found(tuple(spots.of_entry(estate) for estate in estates), (reason,), is_doubtful=True)


def _estates_for(mentions: Sequence[Mention], building: doors.Building | None, codes: Sequence[str]) -> list[Estate]:
    """The estates that the building is said of: those named last before it, or else first after it."""
    named = [one for one in mentions if any(isinstance(entry, Estate) for entry in one.entries)]
    if building is None or not named:
        return []
    before = [mention for mention in named if mention.end <= building.start]
    estates = [entry for entry in (before or named[::-1])[-1].entries if isinstance(entry, Estate)]
    return [estate for estate in estates if estate.community in codes] or estates


def _spots_named(mentions: Sequence[Mention], codes: Sequence[str], gazetteer: Gazetteer) -> _Found:
    """The spot of the first name, unless that name or the words as a whole point to several communities."""
    named = (
        [spots.of_entry(entry) for entry in mention.entries if isinstance(entry, Estate | Landmark)]
        for mention in mentions
    )
    groups = [group for group in named if group]
    if not groups:
        return _Found()
    hints = {*codes, *(group[0].community for group in groups if len(group) == 1)}
    narrowed = [[spot for spot in group if spot.community in hints] or group for group in groups]
    told = tuple(dict.fromkeys(spot for group in narrowed for spot in group))
    community = told[0].community
    if any(spot.community != community for spot in told):
        return _Found(told)
    if codes and community not in codes:
        return _Found((*told, *(spots.of_community(gazetteer.community(code)) for code in codes)))
    others = [spot.label for spot in told if spot not in narrowed[0]]
    reasons = (f"还提到{'、'.join(others)}，先按{told[0].label}记",) if others else ()
    return _Found(tuple(narrowed[0]), reasons)


def _end_of(mentions: Sequence[Mention], found: Sequence[Spot]) -> int:
    """Where the name that was taken ends in the words, 0 when there is none."""
    labels = {spot.label for spot in found}
    taken = [one for one in mentions if any(entry.name in labels for entry in one.entries)]
    return (taken or [*mentions])[0].end if mentions else 0


def _side(text: str, end: int) -> str:
    """The safe words right behind the place that say where exactly."""
    if end == 0:
        return ""
    bridge = text[end - 1] == "桥" and _SIDE_OF_BRIDGE.match(text, end)
    found = bridge or _SIDE.match(text, end)
    return found["side"] if found else ""
