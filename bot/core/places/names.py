"""Which names of the gazetteer stand in what people typed: as written, by sound, or nearly so."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz import fuzz

from bot.core.places import sounds, wording
from bot.core.places.entries import Community, Estate, Landmark, Neighbour, Road
from bot.core.places.gazetteer import Gazetteer

Entry = Community | Estate | Landmark | Road | Neighbour
How = Literal["exact", "sound", "near"]

# Two characters of the right sound are an everyday word as often as a name (荷塘 for 和塘), unless they are the whole
# answer or something that only follows the name of a place comes next.
_TOO_SHORT = 2
_BEHIND_A_PLACE = re.compile(
    r"\d|[零一二两三四五六七八九十百]+[幢栋撞号]|小区|社区|花园|公寓|[东南西北前后大]门|门口|那边|这边"
)

# A name of three characters with one wrong is another name as often as not (菜场桥, 菜场门).
_SHORTEST_NEAR = 4
# Of the letters of the sound. Other names come up to 89 (滨江小学 for 望江小学 84, 嘉禾公园 for 嘉和公寓 89),
# a character dropped from a name of six or seven gives 91 and more.
_NEAR_LETTERS = 90.0
# Of the characters, to find the stretch worth listening to: half of a name of four.
_NEAR_CHARS = 50.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in the words: what was said, the name meant, and everything that goes by that name."""

    said: str
    name: str
    entries: tuple[Entry, ...]
    start: int
    end: int
    how: How


class Index:
    """Every name and alias of a gazetteer, longest first."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        by_name: dict[str, list[Entry]] = defaultdict(list)
        self._written: dict[str, str] = {}
        for entry in _entries(gazetteer):
            for written in dict.fromkeys((entry.name, *entry.aliases)):
                name = wording.tidy(written)
                self._written[name] = written
                by_name[name].append(entry)
        ordered = sorted(filter(None, by_name), key=len, reverse=True)
        self._names: Mapping[str, tuple[Entry, ...]] = {name: tuple(by_name[name]) for name in ordered}
        self._sounds = {name: tuple(map(sounds.folded, name)) for name in ordered}

    def find(self, text: str) -> list[Mention]:
        """The names in tidied words in the order they stand; a longer name hides the shorter inside it."""
        free = [True] * len(text)
        heard = _places_of_sounds(text)
        found: list[Mention] = []
        for _, same_length in groupby(self._names, key=len):
            names = list(same_length)
            found.extend(self._exact(names, text, free))
            found.extend(self._by_sound(names, text, heard, free))
        return sorted(found or self._nearly(text), key=lambda mention: mention.start)

    def _exact(self, names: Sequence[str], text: str, free: list[bool]) -> Iterator[Mention]:
        for name in names:
            start = text.find(name)
            while start >= 0:
                if all(free[start : start + len(name)]):
                    yield self._take(text, name, start, free, how="exact")
                start = text.find(name, start + 1)

    def _by_sound(
        self, names: Sequence[str], text: str, heard: Mapping[str, Sequence[int]], free: list[bool]
    ) -> Iterator[Mention]:
        for name in names:
            for start in heard.get(self._sounds[name][0], ()):
                end = start + len(name)
                if not all(free[start:end]) or (len(name) <= _TOO_SHORT and not _is_place_like(text, start, end)):
                    continue
                if sounds.is_heard_as(text[start:end], name):
                    yield self._take(text, name, start, free, how="sound")

    def _take(self, text: str, name: str, start: int, free: list[bool], *, how: How) -> Mention:
        end = start + len(name)
        free[start:end] = [False] * len(name)
        return Mention(text[start:end], self._written[name], self._names[name], start, end, how)

    def _nearly(self, text: str) -> list[Mention]:
        """The one name that the words come closest to, if that is close enough."""
        best: tuple[float, Mention] | None = None
        for name, entries in self._names.items():
            if len(name) < _SHORTEST_NEAR:
                continue
            stretch = fuzz.partial_ratio_alignment(name, text, score_cutoff=_NEAR_CHARS)
            if stretch is None:
                continue
            said = text[stretch.dest_start : stretch.dest_end]
            score = fuzz.ratio(sounds.letters(said), sounds.letters(name), score_cutoff=_NEAR_LETTERS)
            if score and (best is None or score > best[0]):
                found = Mention(said, self._written[name], entries, stretch.dest_start, stretch.dest_end, "near")
                best = (score, found)
        return [best[1]] if best else []


def _is_place_like(text: str, start: int, end: int) -> bool:
    """Whether the stretch is all that was said, or is followed by what follows a place."""
    return (start, end) == (0, len(text)) or _BEHIND_A_PLACE.match(text, end) is not None


def _places_of_sounds(text: str) -> Mapping[str, Sequence[int]]:
    """Where in the text each syllable stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, char in enumerate(text):
        places[sounds.folded(char)].append(at)
    return places


def _entries(gazetteer: Gazetteer) -> Iterator[Entry]:
    yield from gazetteer.communities
    yield from gazetteer.estates
    yield from gazetteer.landmarks
    yield from gazetteer.roads
    yield from gazetteer.neighbours
