"""Words as couriers type them become plain words that rules can be matched on."""

import re
import unicodedata

# Emoji that say something by themselves; all others are dropped.
_SPEAKING = "🔥"
_DROPPED = re.compile(rf"[^\w{_SPEAKING}]|_")
# Sayings in which danger is only a way of speaking, and air that is no gas.
_SAYINGS = re.compile(
    "跳楼(大?甩卖|大?减价|价)|火烧眉毛|火烧屁股|急得冒烟|忙得冒烟|嗓子冒烟|累瘫了?|爆单|热炸了|气炸了|炸锅了|[车轮前后]胎漏气"
)
# More than any report needs; what follows cannot slow the answer down.
LONGEST = 4096


_PAUSE = re.compile(r"[\s,.;!?，。；！？、…~～/|]+")


def split(words: str) -> tuple[str, ...]:
    """The plain parts between the pauses of a message, in order; single characters say nothing and are left out."""
    parts = (plain(part) for part in _PAUSE.split(words[:LONGEST]))
    return tuple(part for part in parts if len(part) > 1)


def plain(words: str) -> str:
    """The words in half width and lower case, without blanks, punctuation, emoji, invisible characters and sayings."""
    folded = unicodedata.normalize("NFKC", words[:LONGEST]).lower()
    return _SAYINGS.sub("", _DROPPED.sub("", folded))
