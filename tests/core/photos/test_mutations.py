"""Random damage to a good picture: it is taken or refused, and nothing else ever happens."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.core import photos
from tests.core.photos import pictures

NOISE = Image.frombytes("RGB", (40, 24), random.Random(2).randbytes(40 * 24 * 3))
EXIF = pictures.exif_with({0x0112: 6}, {0x9003: "2026:11:23 12:20:05"}, {1: "N", 2: (29.0, 57.0, 36.0)})
GOOD = {
    "JPEG": pictures.encode(NOISE, exif=EXIF, icc_profile=pictures.SRGB_PROFILE),
    "progressive": pictures.encode(NOISE, progressive=True),
    "PNG": pictures.encode(NOISE.convert("P"), "PNG", exif=EXIF, transparency=3),
    "GIF": pictures.encode(NOISE.convert("P"), "GIF", save_all=True, append_images=[NOISE.convert("P")]),
    "WEBP": pictures.encode(NOISE, "WEBP", exif=EXIF),
}

# (where, what): bytes that mean something in headers come up more often than chance would have them
damages = st.lists(
    st.tuples(st.integers(0, 4000), st.one_of(st.binary(min_size=1, max_size=4), st.sampled_from([b"\xff", b"\0\0"]))),
    min_size=1,
    max_size=6,
)


def outcome_of(data: bytes) -> str | None:
    """The format of the copy, or the reason why there is none."""
    try:
        taken = photos.intake(data)
    except photos.BadPhoto as refused:
        return refused.reason
    return pictures.decode(taken.copy_jpeg).format


@pytest.mark.parametrize("name", GOOD)
# No deadline: a mutated header may honestly promise many pixels.
@settings(deadline=None, max_examples=150)
@given(damages=damages, cut=st.integers(0, 40))
def test_a_damaged_picture_is_taken_or_refused(name, damages, cut):
    data = bytearray(GOOD[name])
    for where, what in damages:
        where %= len(data)
        data[where : where + len(what)] = what
    data = data[: len(data) - cut]

    assert outcome_of(bytes(data)) in ("JPEG", "broken", "too_many_pixels", "not_a_picture", "unsupported")
