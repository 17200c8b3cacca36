"""Telegram's entities: offsets counted in UTF-16 units, and what is found in plain text by itself."""

import re
from typing import Any

# What Telegram's server marks without being asked; what comes first wins. Letters of any script end a name or a
# command: "2幢/3幢" holds no command and "找@li" no mention, as in TDLib.
NAME = "[a-zA-Z0-9_]"
ADDRESS_TAIL = r"[^\s<>\"，。；！？）」]*"
PATTERNS = {
    "email": re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b", re.A),
    "url": re.compile(
        rf"https?://[^\s<>\"，。；！？）」]{ADDRESS_TAIL}|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|org|net|me|io)\b(?:/{ADDRESS_TAIL})?",
        re.A,
    ),
    "bot_command": re.compile(rf"(?<![\w/@<>])/{NAME}{{1,64}}(?:@{NAME}{{3,32}})?\b(?![/<>])"),
    "mention": re.compile(rf"(?<![\w/])@{NAME}{{2,32}}\b"),
    "hashtag": re.compile(r"(?<!\w)#(?=\w*[^\W\d])\w+"),
    "phone_number": re.compile(r"(?<![\w+])(?:\+?\d[\d -]{8,16}\d)(?!\w)", re.A),
}


def width(text: str) -> int:
    """How many UTF-16 units a text takes: what offsets and lengths of entities count."""
    return len(text.encode("utf-16-le")) // 2


def clean(text: str) -> str:
    """The text as UTF-8 can carry it: halves of surrogate pairs, which JSON can smuggle in, are replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\x00", "")


def find(text: str, given: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """The entities given and those Telegram finds itself in the rest of the text, by offset."""
    found = list(given or [])
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            span = {"type": kind, "offset": width(text[: match.start()]), "length": width(match.group())}
            if not any(_overlap(span, other) for other in found):
                found.append(span)
    return sorted(found, key=lambda each: (each["offset"], -each["length"]))


def cut(text: str, span: dict[str, Any]) -> str:
    """The words an entity covers."""
    units = text.encode("utf-16-le")
    start = 2 * span["offset"]
    return units[start : start + 2 * span["length"]].decode("utf-16-le", "replace")


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
