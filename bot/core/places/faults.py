"""Every fault of the `street:` section at once, each with its path and a remedy a street clerk can act on."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import shapely
from shapely.geometry import Polygon

from bot.core.places import datum, numerals
from bot.core.places.entries import EstateKind
from bot.core.places.geometry import Plane, Point

Entry = Mapping[str, Any]

# For each kind of entry: the words it must have, and those it may have.
_WORDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "street": (
        frozenset({"name", "communities"}),
        frozenset({"datum", "roads", "border_owners", "neighbours"}),
    ),
    "community": (
        frozenset({"code", "name", "polygon"}),
        frozenset({"aliases", "join_code", "notes", "estates", "landmarks"}),
    ),
    "estate": (
        frozenset({"name", "kind"}),
        frozenset({"aliases", "buildings", "polygon", "centre", "building_points"}),
    ),
    "landmark": (frozenset({"name", "point"}), frozenset({"aliases"})),
    "road": (frozenset({"name", "communities"}), frozenset({"aliases", "line"})),
    "neighbour": (frozenset({"name"}), frozenset({"aliases", "polygon", "contact"})),
}
_LISTS = ("aliases", "communities", "estates", "landmarks", "roads", "neighbours", "border_owners")

# Codes travel inside callback data, which has 64 bytes for everything.
_CODE = re.compile(r"[a-z][a-z0-9_]{0,11}")

# Neighbouring outlines drawn by hand may lap over each other by the width of a road, not by a block.
_OVERLAP_M2 = 5_000


def find(section: object) -> list[str]:
    """Every fault as one line "path：what is wrong", in the order of the file; empty when it can be used."""
    if not isinstance(section, Mapping):
        return ["street：应是一张表，写明 name 和 communities"]
    found = [*_of_words("street", section, "street"), *_of_datum(section)]
    communities = list(_entries("communities", section.get("communities")))
    if section.get("communities") is not None and not communities:
        found.append("communities：至少要有一个社区")
    codes = [str(entry.get("code")) for _, entry in communities]
    for path, entry in communities:
        found.extend(_of_community(path, entry))
    found.extend(f"communities：code {code} 用了 {n} 次" for code, n in Counter(codes).items() if n > 1)
    found.extend(_of_join_codes(communities))
    for path, entry in _entries("roads", section.get("roads")):
        found.extend([*_of_words(path, entry, "road"), *_of_codes(f"{path}.communities", entry, codes)])
        found.extend(_of_points(f"{path}.line", entry.get("line"), least=2))
    for path, entry in _entries("neighbours", section.get("neighbours")):
        found.extend([*_of_words(path, entry, "neighbour"), *_of_polygon(path, entry)])
    found.extend(_of_border_owners(section.get("border_owners"), codes))
    return found or list(_of_overlaps(communities))


def _entries(path: str, listed: object) -> Iterator[tuple[str, Entry]]:
    """The tables in a list, each with its path; whatever else stands there reads as an empty table."""
    for at, entry in enumerate(listed if isinstance(listed, list) else ()):
        yield f"{path}[{at}]", entry if isinstance(entry, Mapping) else {}


def _of_words(path: str, entry: Entry, kind: str) -> Iterator[str]:
    needed, allowed = _WORDS[kind]
    yield from (f"{path}：缺少 {word}" for word in sorted(needed) if entry.get(word) in (None, "", []))
    for word in entry:
        if word not in needed | allowed:
            near = difflib.get_close_matches(str(word), needed | allowed, n=1)
            yield f"{path}.{word}：不认识这一项" + (f"，是不是 {near[0]}？" if near else "")
    for word in ("code", "name", "join_code", "notes"):
        if entry.get(word) is not None and not isinstance(entry[word], str):
            yield f"{path}.{word}：应是文字，请加上引号，现在是 {entry[word]}"
    for word in _LISTS:
        if entry.get(word) is not None and not isinstance(entry[word], list):
            yield f"{path}.{word}：应是一列"
    for alias in entry["aliases"] if isinstance(entry.get("aliases"), list) else ():
        if not isinstance(alias, str) or not alias.strip():
            yield f"{path}.aliases：每个叫法应是文字，现在是 {alias!r}"


def _of_datum(section: Entry) -> Iterator[str]:
    known = get_args(datum.Datum)
    if section.get("datum", "wgs84") not in known:
        yield f"datum：只能是 {' 或 '.join(known)}，现在是 {section['datum']}"


def _of_community(path: str, entry: Entry) -> Iterator[str]:
    yield from _of_words(path, entry, "community")
    code = entry.get("code")
    if isinstance(code, str) and code and not _CODE.fullmatch(code):
        yield f"{path}.code：用小写字母开头的短代码，最多 12 个字母数字，现在是 {code}"
    yield from _of_polygon(path, entry)
    for inner, estate in _entries(f"{path}.estates", entry.get("estates")):
        yield from _of_estate(inner, estate)
    for inner, landmark in _entries(f"{path}.landmarks", entry.get("landmarks")):
        yield from _of_words(inner, landmark, "landmark")
        yield from _of_point(f"{inner}.point", landmark.get("point"))


def _of_estate(path: str, entry: Entry) -> Iterator[str]:
    yield from _of_words(path, entry, "estate")
    kinds = get_args(EstateKind)
    if entry.get("kind") and entry["kind"] not in kinds:
        yield f"{path}.kind：只能是 {'、'.join(kinds)}，现在是 {entry['kind']}"
    if not entry.get("polygon") and not entry.get("centre"):
        yield f"{path}：polygon（边界）和 centre（中心点）至少写一个"
    yield from _of_polygon(path, entry)
    yield from _of_point(f"{path}.centre", entry.get("centre"))
    try:
        numerals.expand(entry.get("buildings") or [])
    except ValueError:
        yield f'{path}.buildings：写成 1-12 或 "1-12, 15"，现在是 {entry["buildings"]}'
    points = entry.get("building_points")
    if points is not None and not isinstance(points, Mapping):
        yield f"{path}.building_points：每行一幢，写成 幢号: [经度, 纬度]"
    for number, point in points.items() if isinstance(points, Mapping) else ():
        yield from _of_point(f"{path}.building_points.{number}", point)


def _of_join_codes(communities: list[tuple[str, Entry]]) -> Iterator[str]:
    codes = Counter(str(entry["join_code"]).upper() for _, entry in communities if entry.get("join_code"))
    yield from (f"communities：join_code {code} 用了 {n} 次" for code, n in codes.items() if n > 1)


def _of_codes(path: str, entry: Entry, codes: list[str]) -> Iterator[str]:
    listed = entry.get("communities")
    for code in listed if isinstance(listed, list) else ():
        if code not in codes:
            yield f"{path}：没有代码是 {code} 的社区"


def _of_border_owners(table: object, codes: list[str]) -> Iterator[str]:
    for at, row in enumerate(table if isinstance(table, list) else ()):
        path = f"border_owners[{at}]"
        if not isinstance(row, list) or len(row) != 3 or row[0] == row[1] or row[2] not in row[:2]:
            yield f"{path}：写成 [社区, 社区, 负责的社区]，负责的是前两个之一，现在是 {row}"
            continue
        yield from (f"{path}：没有代码是 {code} 的社区" for code in row[:2] if code not in codes)


def _of_polygon(path: str, entry: Entry) -> Iterator[str]:
    points = entry.get("polygon")
    wrong = list(_of_points(f"{path}.polygon", points, least=3))
    yield from wrong
    if points and not wrong and not shapely.is_valid(_flat(points)):
        yield f"{path}.polygon：边界自己和自己交叉了，请按顺序沿边界点一圈"


def _of_points(path: str, points: object, *, least: int) -> Iterator[str]:
    if points is None:
        return
    if not isinstance(points, list):
        yield f"{path}：应是一列点，每个点写成 [经度, 纬度]"
        return
    if len(points) < least:
        yield f"{path}：至少要 {least} 个点，现在是 {len(points)} 个"
    for at, point in enumerate(points):
        yield from _of_point(f"{path}[{at}]", point)


def _of_point(path: str, pair: object) -> Iterator[str]:
    if pair is None:
        return
    if not isinstance(pair, list) or len(pair) != 2 or any(type(part) not in (int, float) for part in pair):
        yield f"{path}：点写成 [经度, 纬度]，例如 [121.5249, 29.9347]，现在是 {pair}"
    elif datum.is_in_china(Point(lat=pair[0], lon=pair[1])):
        yield f"{path}：经度和纬度写反了，经度在前：[{pair[1]}, {pair[0]}]"
    elif not datum.is_in_china(Point(lat=pair[1], lon=pair[0])):
        yield f"{path}：{pair} 不在中国范围内"


def _flat(points: list[list[float]]) -> Polygon:
    corners = [Point(lat=lat, lon=lon) for lon, lat in points]
    return Plane(corners[0]).polygon(corners)


def _of_overlaps(communities: list[tuple[str, Entry]]) -> Iterator[str]:
    """Communities that lie on one another: a point there would have two owners."""
    first_lon, first_lat = communities[0][1]["polygon"][0]
    plane = Plane(Point(lat=first_lat, lon=first_lon))
    areas = [
        (path, entry["name"], plane.polygon([Point(lat=lat, lon=lon) for lon, lat in entry["polygon"]]))
        for path, entry in communities
    ]
    for at, (path, name, area) in enumerate(areas):
        for _, other_name, other in areas[:at]:
            overlap = shapely.area(shapely.intersection(area, other))
            if overlap > _OVERLAP_M2:
                yield f"{path}.polygon：{name} 和 {other_name} 重叠了约 {overlap:,.0f} 平方米"
