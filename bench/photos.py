"""Rig: how long it takes to take a picture in."""

import io
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PIL import Image

from bench import captions, table
from bot.core import photos

SAMPLES = Path(__file__).resolve().parents[1] / "sandbox" / "samples"
FOLDER = captions.DATA / "photos"
# Twelve megapixels, what a phone sends "as a file"; Telegram shrinks ordinary photos to 1280.
PHONE_PX = (4000, 3000)
TITLE = "photos: intake, one process"


def measure(scale: table.Scale, folder: Path = FOLDER) -> table.Table:
    """The time from bytes to the group copy, for the samples, samples blown up to a phone's size, and real photos."""
    samples = [path.read_bytes() for path in sorted(SAMPLES.glob("*.jpg"))[: scale.photos]]
    found = sorted(folder.glob("*/*.jpg"))
    sets: Mapping[str, Iterable[bytes]] = {
        "sandbox/samples": samples,
        "samples blown up to 12 megapixels": map(_blow_up, samples),
        "shared/data/photos": (found[at].read_bytes() for at in table.thinned(len(found), scale.photos)),
    }
    return table.Table(
        TITLE,
        ("pictures", "taken", "refused", "median ms", "p95 ms", "slowest ms"),
        [_row(name, pictures) for name, pictures in sets.items()],
        (
            "Enlarged samples have little detail: a sharp 12-megapixel photo decodes slower."
            " The pictures of shared/data are at most 640 px.",
        ),
    )


def _row(name: str, pictures: Iterable[bytes]) -> Sequence[str]:
    taken, refused = [], 0
    for data in pictures:
        began = time.perf_counter()
        try:
            photos.intake(data)
        except photos.BadPhoto:
            refused += 1
        else:
            taken.append(time.perf_counter() - began)
    if not taken:
        return (name, "0", str(refused), *("none there: skipped", "–", "–"))
    times = [table.milliseconds(table.percentile(taken, percent)) for percent in (50, 95, 100)]
    return (name, str(len(taken)), str(refused), *times)


def _blow_up(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        picture.resize(PHONE_PX).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()
