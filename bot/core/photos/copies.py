"""The group copy of a picture: upright, small, plain sRGB, with nothing in it but pixels."""

import io

from PIL import Image, ImageCms

# Telegram shows photos at 1280 px; 300 kB load at once on a rider's phone in a lift.
LONGEST_SIDE_PX = 1280
LARGEST_BYTES = 300_000

# From good to barely enough for a plate; noise that is still too heavy loses pixels next.
_QUALITIES = (85, 75, 65, 50, 40)
_SIDES_PX = (LONGEST_SIDE_PX, 960, 640)
# Four pixels for each that stays: the copy of a palette picture still comes out smooth.
_THINNED_PX = 4 * LONGEST_SIDE_PX

#: EXIF's orientation -> the turn that undoes it
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SRGB = ImageCms.createProfile("sRGB")


def shrink(image: Image.Image, orientation: int) -> Image.Image:
    """A new upright RGB picture of at most 1280 px a side that carries no metadata; `image` is used up."""
    profile = image.info.get("icc_profile")
    small = _resizable(image)
    # No gap: Pillow's quick first reduction refuses 16 bits.
    small.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), Image.Resampling.LANCZOS, reducing_gap=None)
    plain = _flat(_in_srgb(_in_8_bits(small), profile))
    turn = _TURNS.get(orientation)
    return plain.transpose(turn) if turn is not None else plain


def encode(image: Image.Image) -> bytes:
    """The RGB picture as a JPEG under 300 kB: first quality gives way, then size."""
    data = b""
    for side in _SIDES_PX:
        fitted = image.copy()
        fitted.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            data = _jpeg(fitted, quality)
            if len(data) < LARGEST_BYTES:
                return data
    return data


def is_turned(orientation: int) -> bool:
    """Whether width and height change places when the picture is put upright."""
    return orientation >= 5


def _resizable(image: Image.Image) -> Image.Image:
    """The picture in a mode whose pixels can be averaged: no palette, no single colour that is see-through."""
    if image.mode == "P":
        # Four bytes a pixel instead of one: a huge one is thinned first, or a worker runs out of memory.
        image.thumbnail((_THINNED_PX, _THINNED_PX), Image.Resampling.NEAREST)
        return image.convert("RGBA")
    if image.mode in ("L", "RGB") and "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L") if image.mode == "1" else image


def _in_8_bits(image: Image.Image) -> Image.Image:
    if not image.mode.startswith("I"):
        return image
    # Pillow's own conversion clips at 255; what is wanted is the upper of the two bytes.
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """The colours as the picture's own profile means them; a damaged or foreign profile is ignored."""
    if not isinstance(profile, bytes) or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        turned = ImageCms.profileToProfile(image, io.BytesIO(profile), _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    return turned or image


def _flat(image: Image.Image) -> Image.Image:
    """On white where it was see-through, in a picture newly made, so that nothing rides along."""
    plain = Image.new("RGB", image.size, "white")
    if image.mode in ("RGBA", "LA", "PA"):
        see_through = image.convert("RGBA")
        plain.paste(see_through, mask=see_through.getchannel("A"))
    else:
        plain.paste(image.convert("RGB"))
    return plain


def _jpeg(image: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()
