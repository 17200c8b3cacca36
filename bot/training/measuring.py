"""How good a model is on examples that it has not seen."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.classify.learned import Learned
from bot.training.tables import Example

#: what the trade asks of a bot that files by itself
SURE = 0.985


@dataclass(frozen=True)
class Answer:
    """What a model said to one example: its classes, the likeliest first, and how sure it was of the first."""

    label: str
    ranked: Sequence[str]
    confidence: float

    @property
    def is_right(self) -> bool:
        """True when the first class is the label."""
        return self.ranked[0] == self.label


@dataclass(frozen=True)
class OfClass:
    """Precision, recall and F1 of one class, and in how many examples it is the label."""

    precision: float
    recall: float
    f1: float
    support: int


def answers(model: Learned, examples: Iterable[Example]) -> list[Answer]:
    """The model's answers to plain words."""
    found = []
    for example in examples:
        said = model.likelihoods(example.words)
        ranked = sorted(said, key=lambda name: -said[name])
        found.append(Answer(example.label, ranked, math.exp(said[ranked[0]])))
    return found


def accuracy(given: Sequence[Answer]) -> float:
    """The share of right first answers; 0 when nothing was asked."""
    return sum(answer.is_right for answer in given) / len(given) if given else 0.0


def among_first(given: Sequence[Answer], count: int) -> float:
    """The share of examples whose label is among the first `count`."""
    return sum(answer.label in answer.ranked[:count] for answer in given) / len(given) if given else 0.0


def by_class(given: Sequence[Answer]) -> dict[str, OfClass]:
    """Every label that occurs, or was said."""
    support, said = Counter(a.label for a in given), Counter(a.ranked[0] for a in given)
    right = Counter(a.label for a in given if a.is_right)
    return {name: _of(right[name], said[name], support[name]) for name in sorted(support | said)}


def macro_f1(given: Sequence[Answer]) -> float:
    """The mean F1 of the labels that occur, each counting the same."""
    found = [one.f1 for one in by_class(given).values() if one.support]
    return sum(found) / len(found) if found else 0.0


def coverage(given: Sequence[Answer], precision: float) -> float:
    """The largest share of examples, the surest first, of which so many are right."""
    ranked = sorted(given, key=lambda answer: -answer.confidence)
    most = right = 0
    for count, answer in enumerate(ranked, 1):
        right += answer.is_right
        if right >= precision * count:
            most = count
    return most / len(given) if given else 0.0


def _of(right: int, said: int, support: int) -> OfClass:
    precision, recall = right / said if said else 0.0, right / support if support else 0.0
    total = precision + recall
    return OfClass(precision, recall, 2 * precision * recall / total if total else 0.0, support)
