"""Taking a picture in: from bytes nobody may trust to a verified copy and what the picture said of itself."""

import dataclasses
import hashlib
from datetime import datetime

from bot.core.photos import copies, exif, formats
from bot.core.photos.formats import Format


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """A picture that was decoded whole: its size upright, what its metadata told, and its copy without any.

    `gps` is (lat, lon) as the phone wrote it; `sha256` is that of the original bytes, in hex.
    """

    width: int
    height: int
    format: Format
    taken_at: datetime | None
    gps: tuple[float, float] | None
    copy_jpeg: bytes
    sha256: str


def intake(data: bytes) -> Taken:
    """The picture in these bytes, its first frame when it moves; BadPhoto with the reason when it cannot be taken."""
    name = formats.recognise(data)
    with formats.guarded():
        image = formats.probe(data, name)
        width, height = image.size
        # A JPEG can be decoded at a half, quarter or eighth: twice the copy's size is all that is needed.
        image.draft(None, (2 * copies.LONGEST_SIDE_PX, 2 * copies.LONGEST_SIDE_PX))
        image.load()
        told = exif.read(image)
    small = copies.shrink(image, told.orientation)
    if copies.is_turned(told.orientation):
        width, height = height, width
    return Taken(
        width=width,
        height=height,
        format=name,
        taken_at=told.taken_at,
        gps=told.gps,
        copy_jpeg=copies.encode(small),
        sha256=hashlib.sha256(data).hexdigest(),
    )
