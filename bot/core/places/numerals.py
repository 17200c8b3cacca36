"""Numbers as people write them on a street: 12, 十二, "1-12, 15"."""

import re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

# Written Chinese up to 199: no building, floor or entrance on a street has a higher number.
_CHINESE = re.compile(
    r"(?P<hundred>一?百零?)?(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二两三四五六七八九])?"
)

CHINESE_CHARS = "零〇一二两三四五六七八九十百"


def parse(written: str) -> int | None:
    """The number, at least 1, in Arabic or Chinese digits; None when it is neither."""
    if written.isdecimal():
        return int(written) or None
    found = _CHINESE.fullmatch(written)
    if not written or found is None:
        return None
    tens = _DIGITS[found["tens"]] if found["tens"] else 1
    return (
        (100 if found["hundred"] else 0)
        + (tens * 10 if found["ten"] else 0)
        + (_DIGITS[found["ones"]] if found["ones"] else 0)
    ) or None


def expand(written: object) -> frozenset[str]:
    """The buildings in "1-12, 15, A", in a single number or in a list; ValueError when it is none of these."""
    if isinstance(written, list):
        return frozenset[str]().union(*(expand(part) for part in written))
    found: set[str] = set()
    for part in re.split(r"[,，、]", str(written)):
        if re.fullmatch(r"\s*[A-Za-z]\s*", part):
            found.add(part.strip().upper())
            continue
        span = re.fullmatch(r"\s*(\d{1,3})\s*(?:[-~～〜－–—至到]\s*(\d{1,3})\s*)?", part)
        if span is None or int(span[2] or span[1]) < int(span[1]):
            raise ValueError(f"“{part}”不是幢号")
        found.update(str(number) for number in range(int(span[1]), int(span[2] or span[1]) + 1))
    return frozenset(found)
