"""Fits a linear model of n-grams, and how sure it may be of itself."""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

from bot.core.classify import features
from bot.core.classify.learned import Learned, Parts
from bot.training.tables import Example

# Fitted with hands left out: 0.5 and 2 are half a point worse for captions; for letters 3 is a third of a point better.
STRENGTH, STRENGTH_FOR_LETTERS = 1.0, 3.0
# In a large table a run of three that stands in one row alone teaches nothing; in captions a rare word of two still
# does, half a point of accuracy. Without the former the model is less than half the size.
MANY_ROWS = 2_000
RARE_UP_TO = 2
# From three hands on one can be left out and the others still differ from each other.
FEWEST_HANDS = 3
FOLDS = 5
#: the temperatures that are tried
TEMPERATURES = tuple(round(0.5 + step * 0.25, 2) for step in range(39))
SEED = 0


def fit(examples: Sequence[Example], temperature: float = 1.0) -> Learned:
    """A model of these examples, whose words are plain already. The same examples give the same bytes."""
    words = [example.words for example in examples]
    is_letters = statistics.median(map(len, words)) > features.LETTER_FROM
    vocabulary = _vocabulary(words, rare_up_to=0 if is_letters else RARE_UP_TO)
    counted = TfidfVectorizer(analyzer=features.ngrams, sublinear_tf=True, vocabulary=vocabulary, dtype=np.float32)
    rows = counted.fit_transform(words)
    strength = STRENGTH_FOR_LETTERS if is_letters else STRENGTH
    machine = LinearSVC(C=strength, random_state=SEED).fit(rows, [example.label for example in examples])
    weights, bias = _both_sides(machine.coef_.T, machine.intercept_)
    scales = np.abs(weights).max(axis=0) / 127
    # A class that nothing tells apart has no weights at all.
    scales[scales == 0] = 1
    return Learned(
        Parts(
            classes=[str(name) for name in machine.classes_],
            vocabulary=vocabulary,
            idf=counted.idf_.astype(np.float32),
            weights=np.rint(weights / scales).astype(np.int8),
            scales=scales.astype(np.float32),
            bias=bias.astype(np.float32),
            temperature=temperature,
        )
    )


def _vocabulary(words: Sequence[str], rare_up_to: int) -> list[str]:
    """The n-grams worth a weight, in order; of those in one row alone only the ones no longer than `rare_up_to`."""
    found = Counter(ngram for each in words for ngram in set(features.ngrams(each)))
    is_large = len(words) >= MANY_ROWS
    return sorted(ngram for ngram in found if not is_large or found[ngram] > 1 or len(ngram) <= rare_up_to)


def held_out(examples: Sequence[Example]) -> Iterator[tuple[Learned, list[Example]]]:
    """Models of a part with the examples that they have not seen: one hand's, or a fifth where there are few hands."""
    hands = sorted({example.hand for example in examples})
    if len(hands) >= FEWEST_HANDS:
        parts = [[at for at, example in enumerate(examples) if example.hand == hand] for hand in hands]
    else:
        split = KFold(min(FOLDS, len(examples)), shuffle=True, random_state=SEED)
        parts = [[int(at) for at in part] for _, part in split.split(np.arange(len(examples)))]
    for part in parts:
        left = set(part)
        known = [example for at, example in enumerate(examples) if at not in left]
        if len({example.label for example in known}) > 1:
            yield fit(known), [examples[at] for at in part]


def calibrate(pairs: Sequence[tuple[Learned, Sequence[Example]]]) -> float:
    """The temperature at which probabilities fit best what is right: least mean -ln p on what the models have not seen.

    Source: temperature scaling, Guo et al. 2017, "On Calibration of Modern Neural Networks".
    """
    found = [
        (np.array([said[name] for name in model.classes]), model.classes.index(example.label))
        for model, unseen in pairs
        for example in unseen
        if example.label in model.classes
        for said in (model.likelihoods(example.words),)
    ]
    if not found:
        return 1.0
    return min(TEMPERATURES, key=lambda temperature: sum(_surprise(scores * temperature, at) for scores, at in found))


def _surprise(scores: NDArray[np.float64], at: int) -> float:
    most = scores.max()
    return float(most + np.log(np.exp(scores - most).sum()) - scores[at])


def _both_sides(
    weights: NDArray[np.float64], bias: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For two classes there is one line between them: its two sides."""
    if weights.shape[1] > 1:
        return weights, bias
    return np.hstack([-weights, weights]), np.concatenate([-bias, bias])
