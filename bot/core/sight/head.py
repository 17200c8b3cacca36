"""The small head behind the network: features become calibrated probabilities, or nothing when they are unfamiliar.

A model is a folder: `model.json` says what it is and what it was made from, `head.npz` holds the numbers (both written
by `bot/training/photos.py`), `backbone.onnx` is the network (written by `bot/training/backbone`).
"""

import dataclasses
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = 1
CARD, WEIGHTS, BACKBONE = "model.json", "head.npz", "backbone.onnx"

Floats = NDArray[np.float32]


class BadEye(ValueError):
    """The folder holds no eye that this version of the program can look with; says which and why."""


@dataclasses.dataclass(frozen=True)
class Head:
    """A linear layer over F features for C labels, and what each label usually looks like.

    `weights` (F x C) and `bias` (C) give scores, `temperature` makes them probabilities: softmax(score * temperature).
    `middle` (F) is the mean picture, `centres` (C x F) the mean of each label less that, of length one: a picture
    less like its label than `familiar_from` (a cosine) is like nothing that was learned.
    """

    labels: Sequence[str]
    weights: Floats
    bias: Floats
    temperature: float
    middle: Floats
    centres: Floats
    familiar_from: float

    def chances(self, features: Floats) -> Mapping[str, float]:
        """How likely each label is for features as `merge` makes them; empty when they are unfamiliar."""
        scores = (features @ self.weights + self.bias) * self.temperature
        at = int(scores.argmax())
        if self.likeness(features, at) < self.familiar_from:
            return {}
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return {label: float(share) for label, share in zip(self.labels, shares, strict=True)}

    def likeness(self, features: Floats, at: int) -> float:
        """How much the features are like what the label at this place usually has, from -1 to 1."""
        return float(_unit(features - self.middle) @ self.centres[at])


def merge(views: Floats) -> Floats:
    """The features of several views of one picture as one, of length one."""
    return _unit(_unit(views).sum(axis=0))


def load(folder: Path) -> Head:
    """The head in this folder; BadEye when there is none that this version can read."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if card.get("format") != FORMAT:
            raise BadEye(f"{folder} 里的看图模型是别的版本写的，请重新训练")
        with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
            numbers = {name: stored[name].astype(np.float32) for name in ("weights", "bias", "middle", "centres")}
        head = Head(
            labels=[str(label) for label in card["labels"]],
            temperature=float(card["temperature"]),
            familiar_from=float(card["familiar_from"]),
            **numbers,
        )
    except FileNotFoundError as error:
        raise BadEye(f"{folder} 里没有看图模型：缺 {Path(error.filename).name}") from error
    except BadEye:
        raise
    except (OSError, EOFError, KeyError, AttributeError, TypeError, ValueError, zipfile.BadZipFile) as error:
        raise BadEye(f"{folder} 里的看图模型读不出来，请重新训练") from error
    _require_whole(head, folder)
    return head


def _require_whole(head: Head, folder: Path) -> None:
    width, count = head.middle.size, len(head.labels)
    shapes: dict[str, tuple[Any, ...]] = {"weights": (width, count), "bias": (count,), "centres": (count, width)}
    if any(getattr(head, name).shape != shape for name, shape in shapes.items()):
        raise BadEye(f"{folder} 里的看图模型不完整，请重新训练")


def _unit(vectors: Floats) -> Floats:
    lengths = np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
    scaled: Floats = (vectors / lengths).astype(np.float32)
    return scaled
