"""Teaches the eye's head from labelled photos: features by the network, a linear layer, how sure it may be."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from bot.core import photos
from bot.core.sight import eye
from bot.core.sight.head import CARD, FORMAT, WEIGHTS, Floats, Head
from bot.training import tables, writing
from bot.training.measuring import Answer

# 10 is half a point worse, 100 no better.
STRENGTH = 30.0
FOLDS = 5
# Of two, a linear model learns one line and not two.
FEWEST_LABELS = 3
SEED = 0
TEMPERATURES = tuple(round(0.5 + step * 0.05, 2) for step in range(51))
# Of ordinary streets from a source that it never saw, the head takes fewer for something else (decision 0017).
FAMILIAR_FROM = 0.3

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Album:
    """Labelled photos as the network describes them; near duplicates share a group."""

    features: Floats
    labels: Sequence[str]
    groups: Sequence[str]
    sources: Sequence[str]

    def of(self, places: Sequence[int] | Places) -> "Album":
        """The photos at these places alone."""
        chosen = [int(at) for at in places]
        labels, groups, sources = ([each[at] for at in chosen] for each in (self.labels, self.groups, self.sources))
        return Album(self.features[chosen], labels, groups, sources)


def read(manifest: Path, network: Any) -> Album:
    """The photos that this table names (file, label, dup_group, source_repo); BadTable when it, or one, cannot be."""
    rows = list(tables.columns(manifest, "file", "label", "dup_group", "source_repo"))
    if len({label for _, label, _, _ in rows}) < FEWEST_LABELS:
        raise tables.BadTable(f"{manifest} 里至少要有三种标签才能学")
    features = [_describe(manifest.parent / file, network) for file, *_ in rows]
    labels, groups, sources = ([row[column] for row in rows] for column in (1, 2, 3))
    return Album(np.stack(features), labels, groups, sources)


def fit(album: Album, temperature: float = 1.0) -> Head:
    """The head that these photos teach; each label counts as much as any other, however many photos it has."""
    machine = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=500)
    machine.fit(album.features, album.labels)
    names = [str(name) for name in machine.classes_]
    middle = album.features.mean(axis=0)
    of_label = np.array(album.labels)
    means = np.stack([album.features[of_label == name].mean(axis=0) - middle for name in names])
    return Head(
        labels=names,
        weights=machine.coef_.T.astype(np.float32),
        bias=machine.intercept_.astype(np.float32),
        temperature=temperature,
        middle=middle,
        centres=means / np.linalg.norm(means, axis=1, keepdims=True),
        familiar_from=FAMILIAR_FROM,
    )


def held_out(album: Album) -> Iterator[tuple[Head, Album]]:
    """Heads taught by four fifths, each with the fifth that it has not seen; near duplicates stay together."""
    split = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for known, unseen in split.split(album.features, album.labels, album.groups):
        yield fit(album.of(known)), album.of(unseen)


def calibrate(pairs: Sequence[tuple[Head, Album]]) -> float:
    """The temperature at which probabilities fit best what is right, on what the heads have not seen."""
    return min(TEMPERATURES, key=lambda temperature: sum(_surprise(*pair, temperature) for pair in pairs))


def answers(knows: Head, album: Album) -> list[Answer]:
    """What the head says of each photo, familiar or not."""
    trusting, found = replace(knows, familiar_from=-1.0), []
    for features, label in zip(album.features, album.labels, strict=True):
        chances = trusting.chances(features)
        ranked = sorted(chances, key=lambda name: -chances[name])
        found.append(Answer(label, ranked, chances[ranked[0]]))
    return found


def write(knows: Head, folder: Path, card: Mapping[str, Any]) -> None:
    """Writes head and card into the folder; the network is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    names = ("weights", "bias", "middle", "centres")
    writing.pack(folder / WEIGHTS, {name: getattr(knows, name).astype(np.float16) for name in names})
    told = {"format": FORMAT, "labels": list(knows.labels), "temperature": knows.temperature}
    told = {**told, "familiar_from": knows.familiar_from, **card}
    (folder / CARD).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _describe(path: Path, network: Any) -> Floats:
    try:
        return eye.features(network, photos.intake(path.read_bytes()).copy_jpeg)
    except OSError as error:
        raise tables.BadTable(f"读不了照片 {path}") from error
    except photos.BadPhoto as error:
        raise tables.BadTable(f"{path} 不是能用的照片（{error.reason}）") from error


def _surprise(knows: Head, album: Album, temperature: float) -> float:
    """The sum of -ln p of what is right."""
    at = [list(knows.labels).index(label) for label in album.labels]
    scores = (album.features @ knows.weights + knows.bias) * temperature
    scores -= scores.max(axis=1, keepdims=True)
    totals = np.log(np.exp(scores).sum(axis=1))
    return float((totals - scores[np.arange(len(at)), at]).sum())
