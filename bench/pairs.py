"""Captions and photos put together by chance: a photo of what the words mean, of something else, of a street."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench import table
from bench.captions import Caption
from bot.core.classify import Judge, Judgement
from bot.core.sight import Opinion, labels

ORDINARY = "normal_street"
URGENT = ("L0", "L1")
SEED = 0
COLUMNS = ("words alone", "with a photo of it", "words alone, all", "with another photo", "with an ordinary street")


@dataclass(frozen=True)
class Pair:
    """One caption with what was judged of it alone and together with a photo."""

    caption: Caption
    alone: Judgement
    both: Judgement


def rows(
    captions: Sequence[Caption], judges: Mapping[str, Judge], seen: Mapping[str, Sequence[Opinion]]
) -> list[Sequence[str]]:
    """One row a measure, one column a way of pairing; `seen` has what the eye said of each label's held-out photos."""
    by_leaf = _labels_of_leaves()
    draw = random.Random(SEED)
    # A label of which there are no photos pairs with nothing.
    shown = [caption for caption in captions if any(label in seen for label in by_leaf.get(caption.code, ()))]

    def of_it(caption: Caption) -> Opinion:
        return draw.choice(seen[draw.choice([label for label in by_leaf[caption.code] if label in seen])])

    def of_another(caption: Caption) -> Opinion:
        own = by_leaf.get(caption.code, ())
        return draw.choice(seen[draw.choice([label for label in seen if label not in own])])

    def of_a_street(_: Caption) -> Opinion:
        return draw.choice(seen[ORDINARY])

    alone = {caption: judges[caption.hand].judge(caption.text) for caption in captions}

    def pair(these: Sequence[Caption], photo: Callable[[Caption], Opinion]) -> Sequence[Pair]:
        return [Pair(each, alone[each], judges[each.hand].judge(each.text, photo(each))) for each in these]

    columns = (
        [Pair(each, alone[each], alone[each]) for each in shown],
        pair(shown, of_it),
        [Pair(each, alone[each], alone[each]) for each in captions],
        pair(captions, of_another),
        pair(captions, of_a_street),
    )
    return [(name, *(count(pairs) for pairs in columns)) for name, count in MEASURES.items()]


def _labels_of_leaves() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name, label in labels.known().items():
        for leaf in label.leaves:
            found.setdefault(leaf, []).append(name)
    return found


def _rate(among: Callable[[Pair], bool], is_hit: Callable[[Pair], bool]) -> Callable[[Sequence[Pair]], str]:
    def rate(pairs: Sequence[Pair]) -> str:
        asked = [pair for pair in pairs if among(pair)]
        return table.share(sum(map(is_hit, asked)), len(asked))

    return rate


def _is_right(pair: Pair) -> bool:
    return pair.both.code == pair.caption.code


def _is_filed(pair: Pair) -> bool:
    return pair.both.decision == "file"


def _was_right(pair: Pair) -> bool:
    return pair.alone.code == pair.caption.code


def _is_asked_anew(pair: Pair) -> bool:
    return pair.alone.decision == "person" and pair.both.decision == "ask"


MEASURES: Mapping[str, Callable[[Sequence[Pair]], str]] = {
    "leaf accuracy": _rate(lambda pair: bool(pair.caption.level), _is_right),
    "filed without asking": _rate(lambda _: True, _is_filed),
    "right when filed without asking": _rate(_is_filed, _is_right),
    "wrong words put right": _rate(lambda pair: not _was_right(pair), _is_right),
    "right words spoilt": _rate(_was_right, lambda pair: not _is_right(pair)),
    "the leaf is among the buttons that a photo brings": _rate(
        _is_asked_anew, lambda pair: pair.caption.code in [other.code for other in pair.both.alternatives]
    ),
    "L0+L1 recall (judged either)": _rate(
        lambda pair: pair.caption.level in URGENT, lambda pair: pair.both.level in URGENT
    ),
    "false alarms (others judged L0 or L1)": _rate(
        lambda pair: pair.caption.level not in URGENT, lambda pair: pair.both.level in URGENT
    ),
}
