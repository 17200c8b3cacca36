"""Words typed with the wrong character of the same sound (着活, 每气味, 飞县) are read as the word that was meant."""

from pathlib import Path

import yaml
from pypinyin import phrases_dict, pinyin_dict

_SLIPS = Path(__file__).with_name("slips.yaml")
_TONED = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvnnnm")


def _sound(char: str) -> str:
    """The usual sound of a character, without its tone; other signs sound like themselves."""
    return pinyin_dict.pinyin_dict.get(ord(char), char).split(",")[0].translate(_TONED)


def _key(word: str, slip: int) -> str:
    """The word with the character at `slip` given by its sound only."""
    return f"{word[:slip]}<{_sound(word[slip])}>{word[slip + 1 :]}"


class Spelling:
    """Puts the words of slips.yaml right where one character is wrong; every other word stays as it is."""

    def __init__(self) -> None:
        slips = yaml.safe_load(_SLIPS.read_text(encoding="utf-8"))
        self._words: frozenset[str] = frozenset(slips["meant"].split())
        self._as_meant: frozenset[str] = frozenset(slips["as_meant"].split())
        self._meant = {_key(word, slip): word for word in self._words for slip in range(len(word))}
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)

    def correct(self, words: str) -> str:
        """The words with each wrongly typed one replaced by the one of the same sound that was meant."""
        at, parts = 0, []
        while at < len(words):
            meant = self._find_meant(words, at) or words[at]
            parts.append(meant)
            at += len(meant)
        return "".join(parts)

    def _find_meant(self, words: str, at: int) -> str | None:
        for length in self._lengths:
            typed = words[at : at + length]
            if typed in self._words:
                return typed
            if len(typed) < length or typed in self._as_meant or typed in phrases_dict.phrases_dict:
                continue
            for slip in range(length):
                if meant := self._meant.get(_key(typed, slip)):
                    return meant
        return None
