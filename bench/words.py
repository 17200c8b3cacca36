"""Rig: how well and how fast the judge reads captions of a hand that its model has not seen."""

import functools
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import captions, table
from bench.captions import Caption
from bot.core import taxonomy
from bot.core.classify import NONE, UPDATE, Judge, Judgement, learned
from bot.core.taxonomy import Taxonomy
from bot.training import fitting, material, measuring
from bot.training.tables import Example

CATEGORIES = Path(__file__).resolve().parents[1] / "bot" / "categories.yaml"
TITLE = "words: the judge, each hand read by a model that learned from the others"
URGENT = ("L0", "L1")
#: the hands whose style is the street's own; a tenth of their lines is left out of a model that learned from the rest
FIRST_HANDS = ("street_1", "street_2")
TENTH = 10
#: in the taxonomy these may stand in a group, the others may not
PUBLIC = ("none", "image")


@dataclass(frozen=True)
class Answer:
    """One caption, what the judge said, and how long he took."""

    caption: Caption
    said: Judgement
    seconds: float


def measure(scale: table.Scale, folder: Path = captions.FOLDER) -> table.Table:
    """Recall of what is urgent or private, false alarms, accuracy and time, hand by hand."""
    rows = captions.read(folder)
    if not rows:
        return table.skipped(TITLE, f"no table of captions in {folder.name}/")
    kinds = taxonomy.load(CATEGORIES)
    asked = [rows[at] for at in table.thinned(len(rows), scale.captions)]
    judges = judges_of_hands(folder)
    answers = [_ask(judges[caption.hand], caption) for caption in asked]
    untuned = [answer for answer in answers if not answer.caption.was_tuned_on]
    parts = {Path(hand).stem: [each for each in untuned if each.caption.hand == hand] for hand in judges}
    left_out = [caption for caption in asked if _is_left_out(caption)]
    if len(judges) >= fitting.FEWEST_HANDS and left_out:
        judge = _judge(_examples([row for row in rows if not _is_left_out(row)], kinds), kinds)
        parts["a tenth of 1, 2"] = [_ask(judge, caption) for caption in left_out]
    return table.Table(
        TITLE,
        ("measure", *parts, "all, both halves"),
        [(name, *(rate(part, kinds) for part in (*parts.values(), answers))) for name, rate in MEASURES.items()],
        (
            "A hand's column has only the half of it (crc32 of the text odd) on which lists and rules were not tuned.",
            "A tenth of 1, 2: lines of the first two hands, read by a model that learned from all the other lines.",
            "With fewer than three hands the shipped model reads them, which may have learned from them.",
            _size(kinds),
        ),
    )


@functools.cache
def judges_of_hands(folder: Path) -> Mapping[str, Judge]:
    """For each hand of the folder a judge whose model learned from the other hands and the taxonomy's phrases.

    A model takes the better part of a minute, and two rigs ask for the same ones.
    """
    rows, kinds = captions.read(folder), taxonomy.load(CATEGORIES)
    hands = sorted({row.hand for row in rows})
    if len(hands) < fitting.FEWEST_HANDS:
        return dict.fromkeys(hands, Judge(kinds))
    examples = _examples(rows, kinds)
    return {hand: _judge([each for each in examples if each.hand != hand], kinds) for hand in hands}


def _examples(rows: Sequence[Caption], kinds: Taxonomy) -> list[Example]:
    return material.plain([*(Example(row.text, row.code, row.hand) for row in rows), *material.phrases(kinds)])


def _judge(examples: Sequence[Example], kinds: Taxonomy) -> Judge:
    return Judge(kinds, model=fitting.fit(examples, learned.shipped().parts.temperature))


def _is_left_out(caption: Caption) -> bool:
    is_of_first = Path(caption.hand).stem in FIRST_HANDS
    return is_of_first and zlib.crc32(caption.text.encode()) // 2 % TENTH == 0


def _ask(judge: Judge, caption: Caption) -> Answer:
    began = time.perf_counter()
    said = judge.judge(caption.text)
    return Answer(caption, said, time.perf_counter() - began)


def _size(kinds: Taxonomy) -> str:
    """What the shipped model weighs, and how long it takes until the first caption is read."""
    began = time.perf_counter()
    Judge(kinds, model=learned.load(learned.SHIPPED)).judge("井盖没了")
    seconds = time.perf_counter() - began
    size = sum(file.stat().st_size for file in learned.SHIPPED.iterdir() if file.is_file())
    return f"The shipped model: {size / 1e6:.1f} MB, {seconds:.2f} s from the file to the first verdict."


Rate = Callable[[Sequence[Answer], Taxonomy], str]


def _rate(among: Callable[[Caption], bool], is_hit: Callable[[Answer, Taxonomy], bool]) -> Rate:
    """The share of hits among the captions that it is asked of."""

    def rate(answers: Sequence[Answer], kinds: Taxonomy) -> str:
        asked = [answer for answer in answers if among(answer.caption)]
        return table.share(sum(is_hit(answer, kinds) for answer in asked), len(asked))

    return rate


def _is_leaf(caption: Caption) -> bool:
    return caption.code not in (NONE, UPDATE)


def _is_offered(answer: Answer, _: Taxonomy) -> bool:
    return answer.caption.code in (answer.said.code, *(other.code for other in answer.said.alternatives[:2]))


def _is_kept_private(answer: Answer, kinds: Taxonomy) -> bool:
    return answer.said.code in kinds.leaves and not kinds.is_public(answer.said.code)


def _is_right(answer: Answer, _: Taxonomy) -> bool:
    return answer.said.code == answer.caption.code


def _rate_of_filed(answers: Sequence[Answer], _: Taxonomy) -> str:
    filed = [answer for answer in answers if answer.said.decision == "file"]
    return table.share(sum(answer.said.code == answer.caption.code for answer in filed), len(filed))


def _macro_f1(answers: Sequence[Answer], _: Taxonomy) -> str:
    given = [_as_given(answer) for answer in answers if _is_leaf(answer.caption)]
    return f"{measuring.macro_f1(given):.3f}" if given else "–"


def _coverage(answers: Sequence[Answer], _: Taxonomy) -> str:
    filed = [_as_given(answer) for answer in answers if answer.said.decision == "file"]
    return f"{measuring.coverage(filed, measuring.SURE) * len(filed) / len(answers):.3f}" if answers else "–"


def _as_given(answer: Answer) -> measuring.Answer:
    return measuring.Answer(answer.caption.code, (answer.said.code,), answer.said.confidence)


def _median(answers: Sequence[Answer], _: Taxonomy) -> str:
    return _time(answers, 50)


def _p95(answers: Sequence[Answer], _: Taxonomy) -> str:
    return _time(answers, 95)


def _time(answers: Sequence[Answer], percent: float) -> str:
    return table.milliseconds(table.percentile([answer.seconds for answer in answers], percent)) if answers else "–"


MEASURES: dict[str, Rate] = {
    "L0 recall (judged L0)": _rate(lambda c: c.level == "L0", lambda a, _: a.said.level == "L0"),
    "L0+L1 recall (judged either)": _rate(lambda c: c.level in URGENT, lambda a, _: a.said.level in URGENT),
    "false alarms (L2, L3, NONE, UPDATE judged L0 or L1)": _rate(
        lambda c: c.level not in URGENT, lambda a, _: a.said.level in URGENT
    ),
    "leaf accuracy": _rate(_is_leaf, _is_right),
    "leaf macro-F1": _macro_f1,
    "leaf is among the first three": _rate(_is_leaf, _is_offered),
    "private recall (judged a private leaf)": _rate(
        lambda c: bool(c.privacy) and c.privacy not in PUBLIC, _is_kept_private
    ),
    "filed without asking": _rate(lambda _: True, lambda a, _: a.said.decision == "file"),
    "right when filed without asking": _rate_of_filed,
    "share that can be filed at 98.5 % right": _coverage,
    "NONE recall": _rate(lambda c: c.code == NONE, _is_right),
    "UPDATE recall": _rate(lambda c: c.code == UPDATE, _is_right),
    "ms per caption, median": _median,
    "ms per caption, p95": _p95,
}
