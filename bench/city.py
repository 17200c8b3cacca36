"""Rig: how well `train` does on another city's letters, beside the linear model that everybody would try first."""

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from bench import captions, table
from bot.training import fitting, material, measuring, tables
from bot.training.tables import Example

FILE = captions.DATA / "captions" / "gov_messages.csv"
TITLE = "city: letters to a city, 7 labels, macro-F1 in five folds"
FOLDS = 5
# Shared data says: characters 1 to 3, 50,000 of them, LinearSVC; nothing simpler is as good.
MOST_FEATURES = 50_000


def measure(scale: table.Scale, file: Path = FILE) -> table.Table:
    """Macro-F1 of the plain linear model and of ours on the same folds, and the time of one letter."""
    if not file.exists():
        return table.skipped(TITLE, f"no {file.name} beside the repository")
    read = tables.read([file], "text", "label")
    letters = [read[at] for at in table.thinned(len(read), scale.captions)]
    labels = [letter.label for letter in letters]
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=fitting.SEED)
    plain, ours, seconds = [], [], []
    for known, unseen in split.split(np.zeros(len(labels)), labels):
        taught, asked = [letters[at] for at in known], [letters[at] for at in unseen]
        plain.append(_plain(taught, asked))
        began = time.perf_counter()
        ours.append(_ours(taught, asked))
        seconds.append(time.perf_counter() - began)
    return table.Table(
        TITLE,
        ("model", *(f"fold {fold}" for fold in range(1, FOLDS + 1)), "mean"),
        [
            _row("characters 1-3, LinearSVC", plain),
            _row("`train`", ours),
            _row("gain", [own - its for own, its in zip(ours, plain, strict=True)]),
        ],
        (f"{len(letters)} letters; {np.mean(seconds):.0f} s to fit a fold and to read the rest of it.",),
    )


def _plain(taught: Sequence[Example], asked: Sequence[Example]) -> float:
    counted = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), max_features=MOST_FEATURES, sublinear_tf=True)
    model = make_pipeline(counted, LinearSVC(random_state=fitting.SEED))
    model.fit([each.words for each in taught], [each.label for each in taught])
    said = model.predict([each.words for each in asked])
    return float(f1_score([each.label for each in asked], said, average="macro"))


def _ours(taught: Sequence[Example], asked: Sequence[Example]) -> float:
    model = fitting.fit(material.plain(taught))
    return measuring.macro_f1(measuring.answers(model, material.plain(asked)))


def _row(name: str, scores: Sequence[float]) -> tuple[str, ...]:
    return (name, *(f"{score:.3f}" for score in scores), f"{np.mean(scores):.4f}")
