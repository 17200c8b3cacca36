"""Rig: how well and how fast the judge reads captions of a hand that its model has not seen."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import captions, table
from bench.captions import Caption
from bot.commands import train
from bot.core import taxonomy
from bot.core.classify import NONE, UPDATE, Judge, Judgement, learned
from bot.core.taxonomy import Taxonomy
from bot.training import fitting
from bot.training.tables import Example

CATEGORIES = Path(__file__).resolve().parents[1] / "bot" / "categories.yaml"
TITLE = "words: the judge, each hand read by a model that learned from the others"
URGENT = ("L0", "L1")
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
    judges = judges_of_hands(rows, kinds)
    answers = [_ask(judges[rows[at].hand], rows[at]) for at in table.thinned(len(rows), scale.captions)]
    untuned = [answer for answer in answers if not answer.caption.was_tuned_on]
    parts = [[answer for answer in untuned if answer.caption.hand == hand] for hand in judges]
    return table.Table(
        TITLE,
        ("measure", *(Path(hand).stem for hand in judges), "all, both halves"),
        [(name, *(rate(part, kinds) for part in (*parts, answers))) for name, rate in MEASURES.items()],
        (
            "A hand's column has only the half of it (crc32 of the text odd) on which lists and rules were not tuned.",
            "With fewer than three hands the shipped model reads them, which may have learned from them.",
        ),
    )


def judges_of_hands(rows: Sequence[Caption], kinds: Taxonomy) -> dict[str, Judge]:
    """For each hand a judge whose model learned from the other hands and the taxonomy's phrases."""
    hands = sorted({row.hand for row in rows})
    if len(hands) < fitting.FEWEST_HANDS:
        return dict.fromkeys(hands, Judge(kinds))
    examples = train.plain([*(Example(row.text, row.code, row.hand) for row in rows), *train.phrases(kinds)])
    temperature = learned.shipped().parts.temperature
    return {
        hand: Judge(kinds, model=fitting.fit([each for each in examples if each.hand != hand], temperature))
        for hand in hands
    }


def _ask(judge: Judge, caption: Caption) -> Answer:
    began = time.perf_counter()
    said = judge.judge(caption.text)
    return Answer(caption, said, time.perf_counter() - began)


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
    "leaf is among the first three": _rate(_is_leaf, _is_offered),
    "private recall (judged a private leaf)": _rate(
        lambda c: bool(c.privacy) and c.privacy not in PUBLIC, _is_kept_private
    ),
    "filed without asking": _rate(lambda _: True, lambda a, _: a.said.decision == "file"),
    "right when filed without asking": _rate_of_filed,
    "NONE recall": _rate(lambda c: c.code == NONE, _is_right),
    "UPDATE recall": _rate(lambda c: c.code == UPDATE, _is_right),
    "ms per caption, median": _median,
    "ms per caption, p95": _p95,
}
