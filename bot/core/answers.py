"""What people type as the answer to a question of the bot, or along with a ticket's number, read into details."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from bot.core import dates, misread
from bot.core.details import Details
from bot.core.street import Street
from bot.core.workflow import Action

LEVEL = re.compile(r"[LlＬｌ]\s*([0-3０-３])(?!\d)")
HASHED = re.compile(r"[#＃]\s*(\d{1,9})(?!\d)")
NUMBER = re.compile(r"(?<!\d)\d{1,9}(?!\d)")
KINDS = {"简易": "simple", "跨部门": "cross_department", "复杂": "complex"}
KIND = re.compile(rf"({'|'.join(KINDS)})(?:的?事项)?")
_JOINS = " 　,，。、;；:："


def read(action: Action, text: str, *, now: datetime, street: Street) -> Details:
    """The typed words as details of this action; raises BadCategory or BadCommunity for a name that nobody here has.

    What else is missing or wrong in them `bot/core/demands.py` says, once it is sure that he may act at all.
    """
    reader = READERS.get(action)
    return reader(text.strip(), now, street) if reader is not None else Details(text=text)


def _category(text: str, now: datetime, street: Street) -> Details:
    leaves = street.taxonomy.leaves.values()
    found = [leaf.code for leaf in leaves if text in (leaf.name_zh, leaf.code)]
    found = found or [leaf.code for leaf in leaves if text and text in leaf.name_zh]
    if len(found) != 1:
        raise misread.BadCategory()
    return Details(category=found[0])


def _community(text: str, now: datetime, street: Street) -> Details:
    found = [c.code for c in street.gazetteer.communities if text in (c.name, *c.aliases)]
    if not found:
        raise misread.BadCommunity()
    return Details(community=found[0])


def _level(text: str, now: datetime, street: Street) -> Details:
    """A level by its code or by its name, and the words beside it."""
    found = LEVEL.search(text)
    if found is not None:
        return Details(level=f"L{int(found[1])}", text=_without(text, found[0]))
    levels = street.taxonomy.levels.items()
    names = {name: code for code, level in levels for name in (level.name_zh.partition("(")[0], _said(code, street))}
    first = _first_of(names, text)
    return Details(level=names[first], text=_without(text, first)) if first else Details(text=text)


def _said(code: str, street: Street) -> str:
    return street.texts(f"level-{code}")


def _kind(text: str, now: datetime, street: Street) -> Details:
    """The kind of matter that is named first, and the words beside it."""
    found = KIND.search(text)
    return Details(kind=KINDS[found[1]], text=_without(text, found[0])) if found else Details(text=text)


def _day(text: str, now: datetime, street: Street) -> Details:
    day, reason = dates.read(text, now=now)
    return Details(until=dates.begin_of(day) if day is not None else None, text=reason)


def _party(text: str, now: datetime, street: Street) -> Details:
    """The unit that stands first among the words, by its name or a part of it; its name alone is no contact."""
    names = parties(street)
    first = _first_of(names, text)
    if first is None:
        return Details(text=text)
    # Kept whole: 电信 says more than the name that the street has for all of them.
    return Details(party=names[first], text=text if _without(text, first) else "")


def _ticket(text: str, now: datetime, street: Street) -> Details:
    """The one number there is, or the one with a #; of two plain ones nobody knows which is meant."""
    numbers = HASHED.findall(text) or NUMBER.findall(text)
    return Details(ticket_id=int(numbers[0]) if len(numbers) == 1 else None, text=text)


def _first_of(names: Iterable[str], text: str) -> str | None:
    """The name that stands first in the words, the longest of those that begin there."""
    return min((name for name in names if name in text), key=lambda name: (text.index(name), -len(name)), default=None)


def parties(street: Street) -> Mapping[str, str]:
    """Every name of a unit that people may write -> its code: 通信运营商, and 通信/电信 as shorter forms of it."""
    names: dict[str, str] = {}
    for code, name in street.taxonomy.parties.items():
        for one in re.split(r"[/()（）]", name):
            names.setdefault(one, code)
    known = {name: code for name, code in SHORT_NAMES.items() if code in street.taxonomy.parties}
    return {name: code for name, code in {**names, **known}.items() if len(name) > 1}


#: what people call the units that the taxonomy names in full
SHORT_NAMES = {
    "电信": "TELECOM",
    "移动": "TELECOM",
    "联通": "TELECOM",
    "铁塔": "TELECOM",
    "广电": "TELECOM",
    "供电": "POWER",
    "电力": "POWER",
    "自来水": "WATER",
    "供水": "WATER",
    "燃气": "GAS",
    "物业": "PROPERTY",
    "市政": "MUNICIPAL",
    "城管": "URBAN_ENFORCEMENT",
    "执法": "URBAN_ENFORCEMENT",
    "园林": "GREENING",
    "绿化": "GREENING",
    "消防": "FIRE_RESCUE",
    "市监": "MARKET",
    "市场监管": "MARKET",
    "共享单车": "BIKE_PLATFORM",
    "产权单位": "ENTERPRISE",
}
READERS: Mapping[Action, Callable[[str, datetime, Street], Details]] = {
    Action.CATEGORISE: _category,
    Action.SPLIT: _category,
    Action.SET_KIND: _kind,
    Action.REROUTE: _community,
    Action.RAISE: _level,
    Action.LOWER: _level,
    Action.ASK_LOWER: _level,
    Action.ASK_SUSPEND: _day,
    Action.TRANSFER: _party,
    Action.MERGE: _ticket,
}


def _without(text: str, part: str) -> str:
    before, _, after = text.partition(part)
    return " ".join(words for words in (before.strip(_JOINS + "到"), after.strip(_JOINS)) if words)
