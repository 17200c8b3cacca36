"""Which pictures are taken, told by their first bytes, and the limits held before a pixel is decoded."""

import contextlib
import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import Literal

from PIL import Image

from bot.core.photos.refused import BadPhoto

Format = Literal["JPEG", "PNG", "WEBP", "GIF"]

# Telegram lets a bot download 20 MB; nothing larger can be an honest upload.
LARGEST_BYTES = 20 * 1024 * 1024
# Phones take up to 50 MP; at four bytes a pixel that is 200 MB, what a worker can carry.
MOST_PIXELS = 50_000_000
LONGEST_SIDE_PX = 10_000
# libwebp holds three canvases of its own besides Pillow's, and 34 bytes can ask for them. No phone writes WebP.
MOST_PIXELS_WEBP = 25_000_000
# A progressive JPEG has about ten scans, a phone's double picture with previews four times that.
# Each costs a pass over all pixels, so hundreds are an attack on time.
MOST_SCANS = 50
_START_OF_SCAN = b"\xff\xda"

# Pillow holds the same limit for what a header does not tell (frames, tiles); see `guarded`.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

_STARTS: tuple[tuple[bytes, Format], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
)
# Pictures all right, but not ones we read: TIFF and BMP are no phone's, JPEG 2000 and JPEG XL nobody's.
_OTHER_STARTS = (b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x00\x0cjP  ", b"\xff\x0a", b"\x00\x00\x00\x0cJXL ")
# The brands of HEIC and AVIF files; Pillow reads HEIC only with a plugin.
_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")

# What Pillow's readers raise on bytes that break their format; anything else is a bug and may be seen.
_BREAKAGES = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    struct.error,
    zlib.error,
)


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Turns what Pillow raises on hostile bytes into BadPhoto, and its bomb warning into a refusal."""
    with warnings.catch_warnings():
        # Damaged metadata is only warned about: it is thrown away anyhow.
        warnings.simplefilter("ignore", UserWarning)
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise BadPhoto("too_many_pixels") from error
        except _BREAKAGES as error:
            raise BadPhoto("broken") from error


def recognise(data: bytes) -> Format:
    """The format of the bytes by their content; BadPhoto for none, too many, or a kind we do not take."""
    if not data:
        raise BadPhoto("empty")
    if len(data) > LARGEST_BYTES:
        raise BadPhoto("too_big")
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data.startswith(_OTHER_STARTS) or (data[4:8] == b"ftyp" and data[8:12] in _BRANDS):
        raise BadPhoto("unsupported")
    raise BadPhoto("not_a_picture")


def probe(data: bytes, name: Format) -> Image.Image:
    """The picture with its header read and its size within the limits, no pixel decoded yet."""
    _require_few_scans(data, name)
    _open(data, name).verify()
    return _open(data, name)


def _require_few_scans(data: bytes, name: Format) -> None:
    if name == "JPEG" and data.count(_START_OF_SCAN) > MOST_SCANS:
        raise BadPhoto("broken")


def _open(data: bytes, name: Format) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=(name,))
    width, height = image.size
    most = MOST_PIXELS_WEBP if name == "WEBP" else MOST_PIXELS
    if max(width, height) > LONGEST_SIDE_PX or width * height > most:
        raise BadPhoto("too_many_pixels")
    return image
