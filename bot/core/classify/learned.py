"""A trained model of words: n-grams and a linear weight for each class, run by numpy alone, no network and no pickle.

A model is a folder: `model.json` says what it is and what it was made from, `weights.npz` holds the numbers. Both are
written by `bot/training`; what they hold is described at `Parts`.
"""

import dataclasses
import functools
import json
import math
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.classify import features

FORMAT = 1
MOST_TELLING = 2
#: the model of the street that comes with the program
SHIPPED = Path(__file__).with_name("model")
CARD, WEIGHTS = "model.json", "weights.npz"


class BadModel(ValueError):
    """The folder holds no model, or one that another version of the program wrote; says which and why."""


@dataclasses.dataclass(frozen=True)
class Parts:
    """The numbers of a model with V n-grams and C classes.

    `vocabulary` are the n-grams in the order of the rows; `idf` (V) their weight by rarity; `weights` (V x C, int8)
    times `scales` (C) the linear weights; `bias` (C). `temperature` makes scores into probabilities:
    softmax(score * temperature).
    """

    classes: Sequence[str]
    vocabulary: Sequence[str]
    idf: NDArray[np.float32]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float


class Learned:
    """What a trained model thinks of words."""

    def __init__(self, parts: Parts, card: Mapping[str, Any] | None = None) -> None:
        self.parts = parts
        self._row = {ngram: row for row, ngram in enumerate(parts.vocabulary)}
        self.classes = tuple(parts.classes)
        self.card = card or {}

    def at(self, temperature: float) -> "Learned":
        """The same model, as sure of itself as this temperature makes it."""
        return Learned(dataclasses.replace(self.parts, temperature=temperature), self.card)

    def likelihoods(self, words: str) -> Mapping[str, float]:
        """The natural logarithm of each class's probability, for plain words."""
        scores = self._scores(words) * self.parts.temperature
        most = float(scores.max())
        total = most + math.log(float(np.exp(scores - most).sum()))
        return {code: float(score) - total for code, score in zip(self.classes, scores, strict=True)}

    def telling(self, words: str, name: str) -> Sequence[str]:
        """The n-grams of plain words that speak most for this class, at most two, none of them a part of another."""
        if name not in self.classes:
            return ()
        column = self.classes.index(name)
        seen = {ngram for ngram in features.ngrams(words) if ngram[0] != features.OPENING_MARK and len(ngram) > 1}
        known = seen & self._row.keys()
        weights = {ngram: int(self.parts.weights[self._row[ngram], column]) for ngram in known}
        ranked = sorted((n for n in weights if weights[n] > 0), key=lambda ngram: (-weights[ngram], ngram))
        chosen: list[str] = []
        for ngram in ranked:
            if not any(ngram in other or other in ngram for other in chosen):
                chosen.append(ngram)
        return chosen[:MOST_TELLING]

    def _scores(self, words: str) -> NDArray[np.float32]:
        """The linear score of each class: TF-IDF with 1 + ln(tf), of length one, times the weights."""
        counts = Counter(features.ngrams(words))
        known = [(self._row[ngram], count) for ngram, count in counts.items() if ngram in self._row]
        if not known:
            return self.parts.bias
        rows = np.array([row for row, _ in known])
        values = (1 + np.log(np.array([count for _, count in known], dtype=np.float32))) * self.parts.idf[rows]
        values /= np.linalg.norm(values)
        scores: NDArray[np.float32] = values @ self.parts.weights[rows].astype(np.float32)
        return scores * self.parts.scales + self.parts.bias


@functools.cache
def shipped() -> Learned:
    """The street's model that comes with the program, read once in a process."""
    return load(SHIPPED)


def digest(folder: Path) -> str:
    """The SHA-256 of a model's files, by which it can be told from any other; BadModel when one of them is missing."""
    try:
        return sha256(b"".join((folder / name).read_bytes() for name in (CARD, WEIGHTS))).hexdigest()
    except OSError as error:
        raise BadModel(f"{folder} 里没有模型") from error


def load(folder: Path) -> Learned:
    """The model in this folder; BadModel when there is none that this version can read."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if card.get("format") != FORMAT:
            raise BadModel(f"{folder} 里的模型是别的版本写的，请重新训练")
        with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
            parts = Parts(
                classes=card["classes"],
                vocabulary=bytes(stored["vocabulary"]).decode("utf-8").split("\n"),
                idf=stored["idf"],
                weights=stored["weights"],
                scales=stored["scales"],
                bias=stored["bias"],
                temperature=card["temperature"],
            )
    except FileNotFoundError as error:
        raise BadModel(f"{folder} 里没有模型：缺 {Path(error.filename).name}") from error
    except BadModel:
        raise
    except (OSError, KeyError, AttributeError, ValueError, zipfile.BadZipFile) as error:
        raise BadModel(f"{folder} 里的模型读不出来，请重新训练") from error
    if parts.weights.shape != (len(parts.vocabulary), len(parts.classes)):
        raise BadModel(f"{folder} 里的模型不完整，请重新训练")
    return Learned(parts, card)
