"""Rig: how well and how fast the keyword judge reads captions."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import captions, table
from bench.captions import Caption
from bot.core import taxonomy
from bot.core.classify import NONE, UPDATE, Judge, Judgement
from bot.core.taxonomy import Taxonomy

CATEGORIES = Path(__file__).resolve().parents[1] / "bot" / "categories.yaml"
TITLE = "words: the keyword judge"
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
    """Recall of what is urgent or private, false alarms, accuracy and time; tuned and untuned halves apart."""
    rows = captions.read(folder)
    if not rows:
        return table.skipped(TITLE, f"no street_dev*.csv in {folder.name}/ beside the repository")
    kinds = taxonomy.load(CATEGORIES)
    judge = Judge(kinds)
    answers = [_ask(judge, rows[at]) for at in table.thinned(len(rows), scale.captions)]
    unseen = [answer for answer in answers if not answer.caption.was_tuned_on]
    tuned = [answer for answer in answers if answer.caption.was_tuned_on]
    return table.Table(
        TITLE,
        ("measure", "untuned half", "half used for tuning", "all"),
        [(name, *(rate(part, kinds) for part in (unseen, tuned, answers))) for name, rate in MEASURES.items()],
        (
            "Half of these captions (crc32 of the text even) was used for tuning the rules: quote the untuned half.",
            "Both halves come from the same hands and reword each other: couriers' real chats will score lower.",
        ),
    )


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
    return answer.caption.code in (answer.said.code, *(other.code for other in answer.said.alternatives))


def _is_kept_private(answer: Answer, kinds: Taxonomy) -> bool:
    return answer.said.code in kinds.leaves and not kinds.is_public(answer.said.code)


def _is_right(answer: Answer, _: Taxonomy) -> bool:
    return answer.said.code == answer.caption.code


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
    "leaf is the verdict or an alternative": _rate(_is_leaf, _is_offered),
    "private recall (judged a private leaf)": _rate(
        lambda c: bool(c.privacy) and c.privacy not in PUBLIC, _is_kept_private
    ),
    "NONE recall": _rate(lambda c: c.code == NONE, _is_right),
    "UPDATE recall": _rate(lambda c: c.code == UPDATE, _is_right),
    "ms per caption, median": _median,
    "ms per caption, p95": _p95,
}
