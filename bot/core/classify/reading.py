"""What the rules and the lists find in a message, before anybody decides what to make of it."""

import dataclasses
import functools
from collections.abc import Iterator, Sequence

from bot.core.classify import blend, judgement, keywords, normalise, safety, typos
from bot.core.classify.blend import Score
from bot.core.classify.learned import Learned
from bot.core.taxonomy import Taxonomy

# A second matter is one that a part of the message speaks of this clearly on its own.
_SECOND_SURE = 0.5
# So much, as a natural logarithm, a denied danger is less likely than the model thinks: it is out of the question.
DENIED = 20.0


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """One message: its plain words, the parts between its pauses, the signs of danger, every code best first."""

    words: str
    parts: tuple[str, ...]
    findings: tuple[safety.Finding, ...]
    ranked: tuple[Score, ...]
    emergencies: tuple[Score, ...]
    urgent: tuple[Score, ...]

    @property
    def alarm(self) -> float:
        """The likelihood that it is any emergency."""
        return sum(score.share for score in self.emergencies)

    @property
    def urgency(self) -> float:
        """The likelihood that it is of level L0 or L1."""
        return sum(score.share for score in self.urgent)

    @property
    def best(self) -> Score:
        """The likeliest code."""
        return self.ranked[0]


@functools.cache
def _spelling() -> typos.Spelling:
    return typos.Spelling()


def plain(words: str) -> str:
    """The words as rules and models read them: half width, no pauses, put right where a keyboard slipped."""
    return _spelling().correct(normalise.plain(words))


class Reader:
    """Reads messages by the rules of one taxonomy and by a model that was taught its leaves."""

    def __init__(self, taxonomy: Taxonomy, model: Learned) -> None:
        self._taxonomy = taxonomy
        self._rules = safety.extend(taxonomy)
        self._scorer = keywords.Scorer(taxonomy)
        self._model = model

    def read(self, words: str) -> Reading:
        """The reading of one message; `ranked` is empty when there are no words in it."""
        plain_words = plain(words)
        parts = tuple(_spelling().correct(part) for part in normalise.split(words))
        findings = safety.find(plain_words, self._rules)
        ranked = self._rank(plain_words, findings) if plain_words else []
        emergencies, urgent = (tuple(self._of_level(ranked, *levels)) for levels in (("L0",), ("L0", "L1")))
        return Reading(plain_words, parts, findings, tuple(ranked), emergencies, urgent)

    def telling(self, words: str, code: str) -> Sequence[str]:
        """The parts of plain words by which the model knows this class."""
        return self._model.telling(words, code)

    def find_second(self, reading: Reading, first: str) -> str | None:
        """Another leaf that one part of the message clearly speaks of on its own, the most urgent one first."""
        seconds = {self._find_matter(part) for part in reading.parts} if len(reading.parts) > 1 else set()
        codes = [code for code in seconds if code and not self._is_like(code, first)]
        return min(codes, key=lambda code: self._taxonomy.leaf(code).level, default=None)

    def _rank(self, words: str, findings: Sequence[safety.Finding]) -> list[Score]:
        weights = safety.weigh(findings)
        # The model counts words and knows no "not": what is denied beyond doubt it must not raise by itself.
        denied = safety.find_denied(words, self._rules)
        chances = self._model.likelihoods(words).items()
        likely = {code: chance - (DENIED if code in denied else 0) for code, chance in chances}
        return blend.rank(self._scorer.points(words, weights), likely)

    def _of_level(self, ranked: Sequence[Score], *levels: str) -> Iterator[Score]:
        leaves = self._taxonomy.leaves
        return (score for score in ranked if score.code in leaves and leaves[score.code].level in levels)

    def _is_like(self, code: str, first: str) -> bool:
        """Whether the two are one matter: the same leaf, or leaves that are taken for each other."""
        leaves = self._taxonomy.leaves
        pairs = {(leaf.code, other.code) for leaf in (leaves[code], leaves[first]) for other in leaf.confusable_with}
        return code == first or (code, first) in pairs or (first, code) in pairs

    def _find_matter(self, part: str) -> str | None:
        best = self._rank(part, safety.find(part, self._rules))[0]
        is_matter = best.code in self._taxonomy.leaves and best.code != judgement.UNCLEAR
        # A few characters are little for a model: a second matter needs words of its own too.
        return best.code if is_matter and best.words and best.share >= _SECOND_SURE else None
