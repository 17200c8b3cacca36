"""What a picture's metadata says of time, place and which way is up; whatever is damaged counts as absent."""

import dataclasses
import math
import struct
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from PIL import ExifTags, Image

from bot.core.calendar import SHANGHAI

UPRIGHT = 1

# The time the shutter opened, else when it was written down; each with the tag of its zone.
_TIMES = (
    (ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal),
    (ExifTags.Base.DateTimeDigitized, ExifTags.Base.OffsetTimeDigitized),
)

# What Pillow raises on a directory with broken offsets, types or lengths.
_BREAKAGES = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    struct.error,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Metadata:
    """Orientation 1..8 as EXIF counts; `gps` is (lat, lon) in degrees as the phone wrote it, WGS-84 by the standard."""

    orientation: int = UPRIGHT
    taken_at: datetime | None = None
    gps: tuple[float, float] | None = None


def read(image: Image.Image) -> Metadata:
    """The metadata of a loaded picture; never raises, each damaged part is left out by itself."""
    try:
        exif = image.getexif()
    except _BREAKAGES:
        return Metadata()
    return Metadata(
        orientation=_orientation(exif),
        taken_at=_taken_at(_directory(exif, ExifTags.IFD.Exif), exif),
        gps=_position(_directory(exif, ExifTags.IFD.GPSInfo)),
    )


def _directory(exif: Image.Exif, name: ExifTags.IFD) -> Mapping[int, Any]:
    try:
        return dict(exif.get_ifd(name))
    except _BREAKAGES:
        return {}


def _orientation(exif: Image.Exif) -> int:
    try:
        value = exif.get(ExifTags.Base.Orientation)
    except _BREAKAGES:
        return UPRIGHT
    return value if isinstance(value, int) and 1 <= value <= 8 else UPRIGHT


def _taken_at(details: Mapping[int, Any], exif: Image.Exif) -> datetime | None:
    for time_tag, zone_tag in _TIMES:
        moment = _moment(details.get(time_tag), details.get(zone_tag))
        if moment:
            return moment
    try:
        return _moment(exif.get(ExifTags.Base.DateTime), details.get(ExifTags.Base.OffsetTime))
    except _BREAKAGES:
        return None


def _moment(text: object, offset: object) -> datetime | None:
    """The aware moment of an EXIF time; without a zone the phone is taken to stand in the street."""
    if not isinstance(text, str):
        return None
    try:
        local = datetime.strptime(text.strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - zone is next
    except ValueError:
        return None
    return local.replace(tzinfo=_zone(offset))


def _zone(offset: object) -> tzinfo:
    if not isinstance(offset, str):
        return SHANGHAI
    try:
        parsed = datetime.strptime(offset.strip("\0 "), "%z").tzinfo
    except ValueError:
        return SHANGHAI
    return parsed or SHANGHAI


def _position(gps: Mapping[int, Any]) -> tuple[float, float] | None:
    """Degrees north and east; None without hemispheres, out of range, or at 0,0, which phones write for "no fix"."""
    lat = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef), "NS")
    lon = _degrees(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef), "EW")
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180 or lat == lon == 0:
        return None
    return lat, lon


def _degrees(parts: object, hemisphere: object, letters: str) -> float | None:
    letter = hemisphere.strip("\0 ").upper() if isinstance(hemisphere, str) else ""
    if not isinstance(parts, tuple) or len(parts) != 3 or len(letter) != 1 or letter not in letters:
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except _BREAKAGES:
        return None
    value = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(value):
        return None
    # Seven places are a centimetre; what follows is the arithmetic of fractions.
    return round(-value if letter == letters[1] else value, 7)
