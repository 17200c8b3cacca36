"""How Chinese text sounds, so that a name typed with the wrong characters is still heard."""

import re
from functools import lru_cache

import pypinyin

# What the south and most keyboards do not tell apart: zh/z, ch/c, sh/s and the endings ng/n.
_RETROFLEX = re.compile(r"^([zcs])h")
_NASAL = re.compile(r"ng$")

# Up to this many characters, one syllable without its tone is too little to tell names apart.
_SHORT = 3


# A street's speech holds a few thousand different characters.
@lru_cache(maxsize=8192)
def toned(char: str) -> str:
    """The syllable of one character with its tone as a digit; the character itself when it has none."""
    return pypinyin.lazy_pinyin(char, style=pypinyin.Style.TONE3, neutral_tone_with_five=True)[0]


@lru_cache(maxsize=8192)
def folded(char: str) -> str:
    """The syllable without tone, and without the differences that accents drop."""
    syllable = toned(char)
    if syllable == char:
        return char
    return _NASAL.sub("n", _RETROFLEX.sub(r"\1", syllable.rstrip("12345")))


def letters(text: str) -> str:
    """The folded syllables of the text, written together."""
    return "".join(folded(char) for char in text)


def is_heard_as(said: str, name: str) -> bool:
    """Whether `said` is `name` in other characters of the same sound.

    One character at least must be the right one. Short names carry little: there the tones must be right too,
    so that 汇佳 is 汇嘉 and 回家 is not, and 钢材市场 is no 菜市场.
    """
    if len(said) != len(name) or len(name) < 2:
        return False
    right = [a == b for a, b in zip(said, name, strict=True)]
    sound = toned if len(name) <= _SHORT else folded
    return any(right) and all(sound(a) == sound(b) for a, b in zip(said, name, strict=True))
