"""What the rules and the lists find in a message, before anybody decides what to make of it."""

import dataclasses

from bot.core.classify import judgement, keywords, normalise, safety, typos
from bot.core.classify.keywords import Score
from bot.core.taxonomy import Taxonomy

# A second matter is one that a part of the message speaks of this clearly on its own.
_SECOND_SURE = 0.7
# Where the best guess is right in two of three hard cases and in nearly all plain ones.
_CLEAR = 0.6
# Short messages leave much likelihood to leaves that nothing speaks for; there it counts how far the next guess is.
_CLEAR_ALONE, _ALONE = 0.3, 4
# Below, the best guess is wrong more often than right.
_LIKELY = 0.28
_LIKELY_ALONE = 0.15


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """One message: its plain words, the parts between its pauses, the signs of danger, every code best first."""

    words: str
    parts: tuple[str, ...]
    findings: tuple[safety.Finding, ...]
    ranked: tuple[Score, ...]
    emergencies: tuple[Score, ...]

    @property
    def alarm(self) -> float:
        """The likelihood that it is any emergency."""
        return sum(score.share for score in self.emergencies)

    @property
    def best(self) -> Score:
        """The likeliest code."""
        return self.ranked[0]

    @property
    def is_clear(self) -> bool:
        """Whether the best guess may stand without asking."""
        return self._stands_out(_CLEAR, _CLEAR_ALONE, _ALONE)

    @property
    def is_likely(self) -> bool:
        """Whether the best guess is worth asking about."""
        return self._stands_out(_LIKELY, _LIKELY_ALONE, _ALONE / 2)

    def _stands_out(self, share: float, alone: float, times: float) -> bool:
        best, following = self.ranked[:2]
        return best.share >= share or best.share >= max(alone, times * following.share)


class Reader:
    """Reads messages by the rules of one taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._rules = safety.extend(taxonomy)
        self._scorer = keywords.Scorer(taxonomy)
        self._spelling = typos.Spelling()

    def read(self, words: str) -> Reading:
        """The reading of one message; `ranked` is empty when there are no words in it."""
        plain = self.plain(words)
        parts = tuple(self._spelling.correct(part) for part in normalise.split(words))
        findings = safety.find(plain, self._rules)
        ranked = self._scorer.rank(plain, safety.weigh(findings)) if plain else []
        emergencies = tuple(score for score in ranked if self._is_emergency(score.code))
        return Reading(plain, parts, findings, tuple(ranked), emergencies)

    def plain(self, words: str) -> str:
        """The words without pauses, typing slips put right."""
        return self._spelling.correct(normalise.plain(words))

    def find_second(self, reading: Reading, first: str) -> str | None:
        """Another leaf that one part of the message clearly speaks of on its own, the most urgent one first."""
        seconds = {self._find_matter(part) for part in reading.parts} if len(reading.parts) > 1 else set()
        codes = [code for code in seconds if code and not self._is_like(code, first)]
        return min(codes, key=lambda code: self._taxonomy.leaf(code).level, default=None)

    def _is_emergency(self, code: str) -> bool:
        leaf = self._taxonomy.leaves.get(code)
        return leaf is not None and leaf.level == "L0"

    def _is_like(self, code: str, first: str) -> bool:
        """Whether the two are one matter: the same leaf, or leaves that are taken for each other."""
        leaves = self._taxonomy.leaves
        pairs = {(leaf.code, other.code) for leaf in (leaves[code], leaves[first]) for other in leaf.confusable_with}
        return code == first or (code, first) in pairs or (first, code) in pairs

    def _find_matter(self, part: str) -> str | None:
        best = self._scorer.rank(part, safety.weigh(safety.find(part, self._rules)))[0]
        is_matter = best.code in self._taxonomy.leaves and best.code != judgement.UNCLEAR
        return best.code if is_matter and best.share >= _SECOND_SURE else None
