"""The door of this package: a Judge built once from the taxonomy, asked for each message."""

import dataclasses

from bot.core.classify import chatter, complaint, fusion, judgement, learned, safety
from bot.core.classify.blend import Score
from bot.core.classify.judgement import Alternative, Decision, Judgement
from bot.core.classify.learned import Learned
from bot.core.classify.reading import Reader, Reading
from bot.core.rules import Judging
from bot.core.sight import Opinion
from bot.core.taxonomy import Leaf, Taxonomy

# Less than this is an echo of the words for a danger that is over.
_FAINT = 0.28
# Set phrases: nothing else can be meant.
_CERTAIN = 0.95


class Judge:
    """Says what a message is, how urgent, how sure and why: on words alone in about a millisecond."""

    def __init__(self, taxonomy: Taxonomy, rules: Judging | None = None, model: Learned | None = None) -> None:
        rules = rules or Judging()
        self._taxonomy = taxonomy
        self._file_from, self._ask_from = rules.file_percent / 100, rules.ask_percent / 100
        self._emergency_from, self._urgent_from = rules.emergency_percent / 100, rules.urgent_percent / 100
        self._fusion = fusion.Fusion(taxonomy, rules)
        self.use(model or learned.shipped())

    def use(self, model: Learned) -> None:
        """Reads every message from now on by this model."""
        self._reader = Reader(self._taxonomy, model)

    def judge(self, words: str, photo: Opinion | None = None) -> Judgement:
        """The verdict on one message, whatever the words are; `photo` counts only where they are unclear."""
        reading = self._reader.read(words)
        said = self._judge_words(reading)
        seen = said if photo is None else self._fusion.settle(said, reading.ranked, photo)
        return dataclasses.replace(seen, against=complaint.accused(reading.words))

    def _judge_words(self, reading: Reading) -> Judgement:
        if not reading.words:
            return self._leave_to_person("没有文字", reading)
        if kind := chatter.recognise(reading.words):
            return Judgement(judgement.NONE, None, _CERTAIN, "file", ("只是客气话",), kind=kind)

        floor = safety.lay(reading.findings)
        if not floor and reading.alarm >= self._emergency_from:
            floor = self._suspect(reading.emergencies[0], reading.alarm, reading)
        # What is clearly an L1 needs no alarm: it is judged like everything else.
        if not floor and reading.urgency >= self._urgent_from and reading.best.share < self._file_from:
            floor = self._suspect(reading.urgent[0], reading.urgency, reading)
        if floor:
            return self._raise_alarm(floor, reading)
        if chatter.is_sarcastic(reading.words):
            return self._leave_to_person("像是反话", reading)
        return self._judge_ordinary(reading)

    def _raise_alarm(self, floor: safety.Floor, reading: Reading) -> Judgement:
        level = self._leaf(floor.code).level
        return Judgement(
            code=floor.code,
            level=level,
            confidence=floor.confidence,
            decision="file" if level == "L0" or not floor.suspected else "ask",
            reasons=floor.reasons[: judgement.MOST_REASONS],
            alternatives=self._offer(reading, floor.code),
            second_code=floor.second_code or self._find_beside(reading, floor.code),
            suspected=floor.suspected,
        )

    def _find_beside(self, reading: Reading, code: str) -> str | None:
        """An ordinary matter beside the alarm; two emergencies need signs of both: 里面好像有人 belongs to the fire."""
        second = self._reader.find_second(reading, code)
        both = {self._leaf(each).level for each in (code, second) if each}
        return second if len(both) > 1 else None

    def _judge_ordinary(self, reading: Reading) -> Judgement:
        best = reading.best
        if best.code == judgement.UNCLEAR or best.share < self._ask_from or _is_over(reading):
            return self._leave_to_person("看不出是什么事", reading)
        if best.code not in self._taxonomy.leaves:
            return self._set_aside(reading)
        second = self._reader.find_second(reading, best.code)
        return Judgement(
            code=best.code,
            level=self._leaf(best.code).level,
            confidence=round(best.share, 2),
            decision=self._decide(reading, second),
            reasons=_explain(best) or self._recall(best.code, reading),
            alternatives=self._offer(reading, best.code, second),
            second_code=second,
        )

    def _decide(self, reading: Reading, second: str | None) -> Decision:
        best = reading.best
        may_show = self._taxonomy.is_public(best.code)
        shares = (
            score.share
            for score in reading.ranked
            if score.code in self._taxonomy.leaves and self._taxonomy.is_public(score.code) != may_show
        )
        other_side = max(shares, default=0.0)
        if second is not None and self._taxonomy.is_public(second) != may_show:
            return "ask"
        is_sure = (
            best.share >= self._file_from and reading.alarm < judgement.WORRY and other_side < judgement.OTHER_SIDE
        )
        return "file" if is_sure else "ask"

    def _set_aside(self, reading: Reading) -> Judgement:
        """No matter, or a word about an earlier report; if that is not sure, with what it may be instead."""
        code, _, kind = reading.best.code.partition(".")
        return Judgement(
            code=code,
            level=None,
            confidence=round(reading.best.share, 2),
            decision="file" if reading.best.share >= self._file_from else "ask",
            reasons=_explain(reading.best) or ("不像是要派人去处理的事",),
            alternatives=self._offer(reading, code),
            kind="denied" if safety.find_taken_back(reading.words) else judgement.KINDS.get(kind),
        )

    def _leave_to_person(self, why: str, reading: Reading) -> Judgement:
        """A person looks; but danger that is said to be over is no matter."""
        if over := safety.find_taken_back(reading.words):
            reasons = (f"“{next(iter(over.values()))}”说的是没有或已经过去的事",)
            sure = round(reading.best.share, 2)
            offered = self._offer(reading, judgement.NONE)
            return Judgement(judgement.NONE, None, sure, "person", reasons, offered, kind="denied")
        unclear = next((score.share for score in reading.ranked if score.code == judgement.UNCLEAR), 0.0)
        leaf = self._leaf(judgement.UNCLEAR)
        return Judgement(leaf.code, leaf.level, round(unclear, 2), "person", (why,), self._offer(reading, leaf.code))

    def _offer(self, reading: Reading, besides: str, second: str | None = None) -> tuple[Alternative, ...]:
        """The likeliest other leaves; first an emergency that is not ruled out, and what a part speaks of alone."""
        worries = reading.emergencies if reading.alarm >= judgement.WORRY else ()
        own = [score for score in reading.ranked if score.code == second]
        others = dict.fromkeys((*worries[:1], *own, *reading.ranked))
        leaves = [
            Alternative(score.code, round(score.share, 2)) for score in others if self._may_offer(score.code, besides)
        ]
        return tuple(leaves[: judgement.MOST_ALTERNATIVES])

    def _may_offer(self, code: str, besides: str) -> bool:
        return code in self._taxonomy.leaves and code not in (besides, judgement.UNCLEAR)

    def _suspect(self, likeliest: Score, chance: float, reading: Reading) -> safety.Floor:
        """Something urgent that no single sign proves but the words together make likely."""
        said = safety.explain(reading.findings, likeliest.code) or _explain(likeliest)
        reasons = said[: judgement.MOST_REASONS - 1] or self._recall(likeliest.code, reading)
        doubt = ("拿不准，先按急的",) if chance < self._file_from else ()
        sure = round(min(chance, 1.0), 2)
        return safety.Floor(likeliest.code, sure, (*reasons, *doubt), None, suspected=bool(doubt))

    def _recall(self, code: str, reading: Reading) -> tuple[str, ...]:
        """By what the model knows the leaf, where no list has a word for it."""
        name = self._leaf(code).name_zh
        found = self._reader.telling(reading.words, code)
        return tuple(f"“{ngram}”多半说的是{name}" for ngram in found) or (f"整句话像是{name}",)

    def _leaf(self, code: str) -> Leaf:
        return self._taxonomy.leaf(code)


def _is_over(reading: Reading) -> bool:
    """Whether a danger is said to be none or past, and hardly anything speaks for another matter."""
    return reading.best.share < _FAINT and bool(safety.find_taken_back(reading.words))


def _explain(score: Score) -> tuple[str, ...]:
    # The longest words say most: "楼道" beside "楼道里堆满纸箱" adds nothing.
    words = sorted(score.words, key=len, reverse=True)
    telling = [word for i, word in enumerate(words) if not any(word in longer for longer in words[:i])]
    return tuple(f"提到“{word}”" for word in telling[: judgement.MOST_REASONS])
