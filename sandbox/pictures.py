"""Turn a picture into what Telegram's client would send: upright JPEGs in several sizes without metadata."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

# Above this a picture is not decoded (a 20,000 x 20,000 PNG is a bomb); real phones stay below 12 to 50 million.
MAX_PIXELS = 30_000_000
# The longest sides of Telegram's sizes s, m, x, y.
SIDES = (90, 320, 800, 1280)
# Telegram refuses photos longer than this many times their width.
MAX_RATIO = 20
QUALITY = 87
# Registers every decoder: Pillow knows only five until it must look for more.
Image.init()
READABLE = ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")


@dataclass(frozen=True)
class Rendition:
    """One size of a picture."""

    width: int
    height: int
    data: bytes


def render(data: bytes) -> list[Rendition] | None:
    """The sizes of a picture, smallest first; None when Telegram's client would send it as a file instead."""
    try:
        upright = _decode(data)
    # Pillow's decoders raise all of these for broken files.
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    if upright is None or max(upright.size) > MAX_RATIO * min(upright.size):
        return None
    longest = max(upright.size)
    wanted = [side for side in SIDES if side < longest] + [min(longest, SIDES[-1])]
    return [_shrink(upright, side) for side in sorted(set(wanted))]


def _decode(data: bytes) -> Image.Image | None:
    with Image.open(io.BytesIO(data), formats=READABLE) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            return None
        # A JPEG can be decoded at half or a quarter of its size, which is most of the work saved.
        picture.draft("RGB", (SIDES[-1], SIDES[-1]))
        return ImageOps.exif_transpose(picture).convert("RGB")


def _shrink(picture: Image.Image, side: int) -> Rendition:
    copy = picture.copy()
    copy.thumbnail((side, side), Image.Resampling.BILINEAR)
    out = io.BytesIO()
    copy.save(out, "JPEG", quality=QUALITY)
    return Rendition(copy.width, copy.height, out.getvalue())
