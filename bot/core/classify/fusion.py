"""Weighs what a photo shows against a verdict on words: it settles doubts, or asks where words say nothing.

A photo never changes how urgent words make a matter, nor on which side of the privacy line it stands, and asserts
nothing by itself. Where the words leave an emergency or a matter of people in doubt, it has no say at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.core.classify import judgement
from bot.core.classify.blend import Score
from bot.core.classify.judgement import Alternative, Decision, Judgement
from bot.core.rules import Judging
from bot.core.sight import Opinion
from bot.core.taxonomy import Taxonomy

#: how much of the photo's own odds counts beside the words
WEIGHT = 0.8
# Between leaves that the words hold this likely the photo may settle; to others it adds nothing.
LIKELY = 0.05
_URGENT = ("L0", "L1")


class Fusion:
    """Puts words and photo together, by the same thresholds by which words alone are filed or asked about."""

    def __init__(self, taxonomy: Taxonomy, rules: Judging) -> None:
        self._taxonomy = taxonomy
        self._file_from, self._sure_from = rules.file_percent / 100, rules.photo_percent / 100

    def settle(self, said: Judgement, ranked: Sequence[Score], photo: Opinion) -> Judgement:
        """The verdict on the words as the photo completes it; `ranked` is how likely the words make each code."""
        if not photo.is_sure(self._sure_from) or not self._is_open(said, ranked):
            return said
        if said.code == judgement.UNCLEAR:
            return self._ask_about(said, photo)
        likely = {score.code: score.share for score in ranked if score.share >= LIKELY and self._may_settle(score.code)}
        if not any(photo.ratio(code) > 1 for code in likely):
            return said
        return self._choose(said, _shifted(likely, photo), photo)

    def _is_open(self, said: Judgement, ranked: Sequence[Score]) -> bool:
        """True for a doubt among ordinary public matters, the only one that a photo may settle."""
        if said.code not in self._taxonomy.leaves or said.decision == "file":
            return False
        if said.level in _URGENT or said.second_code or not self._taxonomy.is_public(said.code):
            return False
        leaves = [score for score in ranked if score.code in self._taxonomy.leaves]
        worry = sum(score.share for score in leaves if self._taxonomy.leaf(score.code).level == "L0")
        private = max((score.share for score in leaves if not self._taxonomy.is_public(score.code)), default=0.0)
        return worry < judgement.WORRY and private < judgement.OTHER_SIDE

    def _ask_about(self, said: Judgement, photo: Opinion) -> Judgement:
        """The words say nothing: what the photo may show is offered, and the matter stays unclear until he answers."""
        assert photo.shown is not None
        known = [code for code in photo.shown.leaves if code in self._taxonomy.leaves]
        offered = self._offer(said, ((code, photo.confidence) for code in known), said.code)
        return replace(said, decision="ask", reasons=_because(said.reasons, photo), alternatives=offered, by_photo=True)

    def _choose(self, said: Judgement, shares: Mapping[str, float], photo: Opinion) -> Judgement:
        leaf = self._taxonomy.leaf(next(iter(shares)))
        reasons = _because(said.reasons if leaf.code == said.code else (), photo)
        others = tuple(shares.items())
        if leaf.level > (said.level or leaf.level):
            # Less urgent than the words make it: that is for the courier to say.
            return replace(said, alternatives=self._offer(said, others, said.code), by_photo=True)
        chosen = replace(said, code=leaf.code, level=leaf.level, confidence=round(shares[leaf.code], 2))
        was = () if said.code in shares else ((said.code, said.confidence),)
        offered = self._offer(said, (*others, *was), leaf.code)
        decision: Decision = "file" if self._is_sure(said, shares[leaf.code]) else "ask"
        return replace(chosen, decision=decision, reasons=reasons, alternatives=offered, by_photo=True)

    def _is_sure(self, said: Judgement, share: float) -> bool:
        return share >= self._file_from and not self._leads_with_emergency(said)

    def _offer(self, said: Judgement, better: Iterable[tuple[str, float]], chosen: str) -> tuple[Alternative, ...]:
        """What the photo makes likely, then what the words did; of their emergencies none goes and none moves ahead."""
        lead = said.alternatives[: 1 if self._leads_with_emergency(said) else 0]
        fresh = [Alternative(code, round(share, 2)) for code, share in better if code != chosen]
        known: dict[str, Alternative] = {}
        for one in (*lead, *fresh, *said.alternatives):
            known.setdefault(one.code, one)
        ranked = [one for one in known.values() if one.code != chosen]
        ordinary = [one for one in ranked if not self._is_feared(said, one.code)]
        gone = ordinary[max(judgement.MOST_ALTERNATIVES - len(ranked) + len(ordinary), 0) :]
        return tuple(one for one in ranked if one not in gone)

    def _is_feared(self, said: Judgement, code: str) -> bool:
        return self._taxonomy.leaf(code).level == "L0" and any(code == other.code for other in said.alternatives)

    def _leads_with_emergency(self, said: Judgement) -> bool:
        return any(self._taxonomy.leaf(other.code).level == "L0" for other in said.alternatives[:1])

    def _may_settle(self, code: str) -> bool:
        leaf = self._taxonomy.leaves.get(code)
        is_matter = leaf is not None and code != judgement.UNCLEAR and leaf.level not in _URGENT
        return is_matter and self._taxonomy.is_public(code)


def _shifted(likely: Mapping[str, float], photo: Opinion) -> Mapping[str, float]:
    """The shares as the photo shifts them, the likeliest first; their sum stays what it was."""
    # It speaks for what it shows and not against the rest: the trouble may be beside the picture.
    weighed = {code: share * max(photo.ratio(code), 1.0) ** WEIGHT for code, share in likely.items()}
    scale = sum(likely.values()) / sum(weighed.values())
    return {code: weighed[code] * scale for code in sorted(weighed, key=lambda code: -weighed[code])}


def _because(reasons: Sequence[str], photo: Opinion) -> tuple[str, ...]:
    assert photo.shown is not None
    return (*reasons[: judgement.MOST_REASONS - 1], f"照片像{photo.shown.name}")
