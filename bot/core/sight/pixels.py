"""A group copy as the network wants it: two small views, one of the middle and one of the whole picture."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

#: what the network was trained on: this many pixels a side, the middle seven eighths of the short side
SIDE_PX = 224
_SHORT_SIDE_PX = 256
_MIDDLE, _SPREAD = 127.0, 128.0

Views = NDArray[np.float32]


def views(copy_jpeg: bytes) -> Views:
    """Both views of a picture that `photos.intake` made, as 2 x 3 x 224 x 224 around zero."""
    image = Image.open(io.BytesIO(copy_jpeg))
    # A JPEG decodes at a half or a quarter many times faster, and the network sees no more than that.
    image.draft("RGB", (_SHORT_SIDE_PX, _SHORT_SIDE_PX))
    whole = image.convert("RGB")
    pixels = np.stack([np.asarray(view, dtype=np.float32) for view in (_middle(whole), _squeezed(whole))])
    scaled: Views = ((pixels - _MIDDLE) / _SPREAD).transpose(0, 3, 1, 2)
    return np.ascontiguousarray(scaled)


def _middle(image: Image.Image) -> Image.Image:
    side = min(image.size) * SIDE_PX / _SHORT_SIDE_PX
    left, top = (image.width - side) / 2, (image.height - side) / 2
    box = (left, top, left + side, top + side)
    return image.resize((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC, box)


def _squeezed(image: Image.Image) -> Image.Image:
    return image.resize((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC)
