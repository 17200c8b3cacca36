"""Building, unit, floor and room in what people typed: the first two may be shown, the others are private detail."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.core.places import numerals

_NUMBER = rf"\d{{1,3}}|[{numerals.CHINESE_CHARS}两]{{1,5}}"

# 撞 and its likes are what keyboards offer for 幢; with 了, 到, 车 behind it, it is a crash.
_CRASH = r"[了就到倒上在断坏伤翻飞车人死得过击]"
# "三栋楼都停电" counts buildings, "三栋楼下" is downstairs of number three.
_BESIDE = r"[上下道梯顶底前后口门里内外边旁东南西北]"
_COUNTED = rf"楼(?!{_BESIDE})|房"

_BUILDING = re.compile(
    rf"(?<![\d.第])(?P<number>{_NUMBER})"
    rf"(?P<word>[幢栋](?!{_COUNTED})|号楼|\#(?:楼(?!{_BESIDE}))?|[撞憧僮橦](?!{_CRASH}))"
    r"|(?<![a-z])(?P<letter>[a-h])[座幢栋]"
)
_DASHED = re.compile(r"(?<![\d-])(?P<building>\d{1,2})-(?P<unit>\d{1,2})-(?P<room>\d{3,4})(?![\d-])")
_UNIT = re.compile(rf"(?<!\d)(?P<number>{_NUMBER})单元")
_FLOOR = re.compile(
    rf"(?<![\d每这那某哪几同])(?P<below>地下|负)?(?P<low>(?:{_NUMBER})[-到至])?(?P<number>{_NUMBER})(?:楼(?!盘)|层(?!楼))"
)
_ROOM = re.compile(r"(?<!\d)(?P<number>\d{3,4})(?:室|号房|房)")
_BARE_ROOM = re.compile(r"[-,，]?(?P<number>\d{3,4})(?![\d年元块米个人点斤])")

# "这一幢", "每一栋", "前三幢": a way of pointing or counting, not a number on a wall.
_POINTING = re.compile(r"[这那每哪某另同整几前后各有]$")
# "一幢老房子", "两栋中间": these two are numbers on a wall only right behind the name of a place.
_WEAK = ("一", "两")

# 撞 written for 幢 is worth a word to the reader; the other forms are everyday.
_MISTYPED = "撞憧僮橦"


@dataclass(frozen=True, slots=True)
class Building:
    """One building as said: its number, the words used, and where they stand."""

    number: str
    said: str
    start: int
    end: int

    @property
    def label(self) -> str:
        """The building as everyone reads it."""
        return f"{self.number}幢" if self.number.isdecimal() else f"{self.number}座"

    @property
    def is_mistyped(self) -> bool:
        """Whether the word behind the number is one that keyboards offer for 幢."""
        return self.said[-1] in _MISTYPED


@dataclass(frozen=True, slots=True)
class Door:
    """What the words say below the estate: buildings in the order they were said, unit, and the private rest."""

    buildings: tuple[Building, ...]
    unit: str | None
    detail: str
    end: int


def find(text: str, *, names_end: Collection[int] = ()) -> Door:
    """The door in tidied words, empty where nothing was said; `names_end` is where names of places end in them."""
    buildings = tuple(_buildings(text, names_end))
    dashed = _DASHED.search(text)
    if dashed and not buildings:
        building = Building(str(int(dashed["building"])), dashed.group(), dashed.start(), dashed.end())
        return Door((building,), str(int(dashed["unit"])), f"{dashed['room']}室", dashed.end())
    end = buildings[0].end if buildings else 0
    unit = _UNIT.search(text, end) if buildings else None
    number = numerals.parse(unit["number"]) if unit else None
    if unit and unit.start() - end <= 1:
        end = unit.end()
    return Door(buildings, str(number) if number else None, _detail(text, end), end)


def _buildings(text: str, names_end: Collection[int]) -> Iterator[Building]:
    for match in _BUILDING.finditer(text):
        start, written = match.start(), match["number"]
        if written is None:
            yield Building(match["letter"].upper(), match.group(), start, match.end())
            continue
        number = numerals.parse(written)
        points = not written.isdecimal() and _POINTING.search(text[:start])
        if number is None or points or (written in _WEAK and start not in names_end):
            continue
        yield Building(str(number), match.group(), start, match.end())


def _detail(text: str, end: int) -> str:
    """Floor and room, and a unit that no building goes with."""
    parts = []
    unit = _UNIT.search(text) if end == 0 else None
    if unit and numerals.parse(unit["number"]):
        parts.append(f"{numerals.parse(unit['number'])}单元")
    floor = _FLOOR.search(text)
    if floor and numerals.parse(floor["number"]):
        low = numerals.parse(floor["low"][:-1]) if floor["low"] else None
        span = f"{low}-" if low else ""
        parts.append(f"{'地下' if floor['below'] else ''}{span}{numerals.parse(floor['number'])}楼")
        end = max(end, floor.end())
    room = _ROOM.search(text) or (_BARE_ROOM.match(text, end) if end else None)
    if room:
        parts.append(f"{room['number']}室")
    return "".join(parts)
