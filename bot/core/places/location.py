"""Where a report is: pin before photo before words before habit, and always with the reason."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.places import geometry, hearing, pointed, spoken
from bot.core.places.answers import Place
from bot.core.places.gazetteer import Gazetteer
from bot.core.places.geometry import Point
from bot.core.places.pointed import Fix

# A photo taken further from the pin than this was taken at another moment.
_APART_M = 300.0


def locate(
    words: str,
    pin: Point | None = None,
    exif: Point | None = None,
    home: Sequence[str] = (),
    *,
    gazetteer: Gazetteer,
) -> Place:
    """Where it is and why: never raises on what people send, and always gives at least one reason.

    `pin` and `exif` are WGS-84 (see `datum.to_wgs84`); `home` holds the codes of the courier's usual communities.
    """
    heard = hearing.hear(words, gazetteer)
    fix, reasons = _choose(pin, exif)
    if fix:
        place = pointed.place(fix, heard, gazetteer)
    else:
        known = [code for code in dict.fromkeys(home) if gazetteer.has(code)]
        place = spoken.place(heard, known, gazetteer)
    return replace(place, reasons=tuple(dict.fromkeys((*reasons, *place.reasons))))


def _choose(pin: Point | None, exif: Point | None) -> tuple[Fix | None, list[str]]:
    """The point to go by, and what was odd about the others."""
    reasons = []
    if pin is not None and not geometry.is_on_earth(pin):
        pin = None
        reasons.append("发来的定位不可用")
    if exif is not None and not geometry.is_on_earth(exif):
        exif = None
        reasons.append("照片里的位置不可用")
    if pin and exif and (apart := geometry.distance_m(pin, exif)) > _APART_M:
        reasons.append(f"照片里的位置离定位{geometry.in_words(apart)}，以定位为准")
    if pin:
        return Fix(pin, "pin"), reasons
    return (Fix(exif, "exif") if exif else None), reasons
