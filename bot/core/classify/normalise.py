"""Words as couriers type them become plain words that rules can be matched on."""

import re
import unicodedata

# Emoji that say something by themselves; all others are dropped.
_SPEAKING = "🔥"
_DROPPED = re.compile(rf"[^\w{_SPEAKING}]|_")
# More than any report needs; what follows cannot slow the answer down.
LONGEST = 4096


_PAUSE = re.compile(r"[\s,.;!?，。；！？、…~～/|]+")


def split(words: str) -> tuple[str, ...]:
    """The plain parts between the pauses of a message, in order; single characters say nothing and are left out."""
    parts = (plain(part) for part in _PAUSE.split(words[:LONGEST]))
    return tuple(part for part in parts if len(part) > 1)


def plain(words: str) -> str:
    """The words in half width and lower case, without blanks, punctuation, emoji and invisible characters."""
    folded = unicodedata.normalize("NFKC", words[:LONGEST]).lower()
    return _DROPPED.sub("", folded)
