"""The exam that an old and a new way of learning sit: a fixed set that neither has seen, and which of them passes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from bot.core import classify
from bot.core.classify import Judge
from bot.core.taxonomy import Taxonomy
from bot.training import measuring
from bot.training.measuring import Answer
from bot.training.tables import Example

#: one in so many is kept for the exam
SHARE = 5
#: makes the choice another one than any other hash of the same words would be
SALT = "exam:"
URGENT = frozenset({"L0", "L1"})
# The row that records the exam has these figures, and they are what is compared.
DIGITS = 4


@dataclass(frozen=True)
class Figures:
    """How a judge did: recall of L0 and L1, what else it took for one, macro-F1, the label among the first three."""

    urgent_recall: float
    false_alarms: float
    macro_f1: float
    top_3: float
    asked: int

    def to_json(self) -> dict[str, float]:
        """The figures as a row keeps them."""
        return asdict(self)


def is_kept_for_exam(words: str) -> bool:
    """True for words that nobody may learn from before the exam: decided by the plain words alone, for ever.

    So neither a new table nor another order moves anything from one side to the other, and what stands in several
    tables is on one side.
    """
    plain = classify.plain(words)
    return sha256(f"{SALT}{plain}".encode()).digest()[0] % SHARE == 0


def examine(judge: Judge, examples: Sequence[Example], taxonomy: Taxonomy) -> Figures:
    """Asks the judge, with all its rules, what these words mean."""
    given, alarms = [], []
    for example in examples:
        said = judge.judge(example.words)
        ranked = (said.code, *(other.code for other in said.alternatives))
        given.append(Answer(example.label, ranked, said.confidence))
        alarms.append((_is_urgent(example.label, taxonomy), said.level in URGENT))
    return Figures(
        urgent_recall=_share([was_raised for is_urgent, was_raised in alarms if is_urgent]),
        false_alarms=_share([was_raised for is_urgent, was_raised in alarms if not is_urgent]),
        macro_f1=round(measuring.macro_f1(given), DIGITS),
        top_3=round(measuring.among_first(given, 3), DIGITS),
        asked=len(given),
    )


def passes(new: Figures, old: Figures) -> bool:
    """True when the new one finds no less of what is urgent and tells better what is what; equal is not better."""
    return new.urgent_recall >= old.urgent_recall and new.macro_f1 > old.macro_f1


def _is_urgent(code: str, taxonomy: Taxonomy) -> bool:
    return code in taxonomy.leaves and taxonomy.leaf(code).level in URGENT


def _share(hits: Sequence[bool]) -> float:
    """The share of hits; 1 where nothing was asked."""
    return round(sum(hits) / len(hits), DIGITS) if hits else 1.0
