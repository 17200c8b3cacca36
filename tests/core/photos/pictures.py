"""Pictures drawn for the tests: none is a file, each says by its colours what must become of it."""

import io
import struct
import zlib
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageCms

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 180, 30), (30, 30, 220), (250, 250, 250)

SRGB_PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def encode(image: Image.Image, name: str = "JPEG", **options: Any) -> bytes:
    """The picture as a file of this format."""
    buffer = io.BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def decode(data: bytes) -> Image.Image:
    """The picture in the file, decoded whole."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def draw(size: tuple[int, int] = (64, 48), colour: Any = RED, mode: str = "RGB") -> Image.Image:
    """A picture of one colour."""
    return Image.new(mode, size, colour)


def draw_quarters(size: tuple[int, int], quarters: Sequence[Any]) -> Image.Image:
    """Four colours: top left, top right, bottom left, bottom right."""
    width, height = size
    image = Image.new("RGB", size)
    for number, colour in enumerate(quarters):
        left, top = number % 2 * width // 2, number // 2 * height // 2
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image


def is_near(colour: Any, wanted: tuple[int, int, int]) -> bool:
    """Whether a JPEG's pixel is this colour, give or take what compression does."""
    return all(abs(a - b) <= 12 for a, b in zip(colour, wanted, strict=True))


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_claiming(width: int, height: int) -> bytes:
    """A grey PNG whose header promises this size and whose pixels were never made."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def exif_with(entries: dict[int, Any], details: dict[int, Any], gps: dict[int, Any]) -> Image.Exif:
    """Metadata with these entries in its main, its Exif and its GPS directory."""
    exif = Image.Exif()
    exif.update(entries)
    if details:
        exif.get_ifd(0x8769).update(details)
    if gps:
        exif.get_ifd(0x8825).update(gps)
    return exif
