"""Writes a model to its folder: the same model gives the same bytes."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.classify.learned import CARD, FORMAT, WEIGHTS, Learned
from bot.training import tables


def origin(paths: Sequence[Path]) -> Mapping[str, Any]:
    """What a model's card says of the tables it was made from, and of the libraries by which its bytes are the same."""
    return {
        "made_from": {path.name: tables.digest(path) for path in paths},
        "made_with": {name: version(name) for name in ("numpy", "scikit-learn", "scipy")},
    }


def write(model: Learned, folder: Path, card: Mapping[str, Any]) -> None:
    """Writes weights and card; an older model of the folder is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = model.parts
    arrays: dict[str, NDArray[Any]] = {
        "vocabulary": np.frombuffer("\n".join(parts.vocabulary).encode(), dtype=np.uint8),
        "idf": parts.idf,
        "weights": parts.weights,
        "scales": parts.scales,
        "bias": parts.bias,
    }
    pack(folder / WEIGHTS, arrays)
    told = {"format": FORMAT, "classes": list(parts.classes), "temperature": parts.temperature, **card}
    (folder / CARD).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def pack(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Writes arrays as an .npz file that numpy reads without unpickling; the same arrays give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            archive.writestr(_undated(name), _npy(array))


def _undated(name: str) -> zipfile.ZipInfo:
    """Numpy's own savez writes the hour into the file."""
    entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _npy(array: NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
    return buffer.getvalue()
