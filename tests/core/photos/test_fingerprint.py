"""One photo used twice is recognised, two photos are not taken for one."""

import random

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from bot.core.photos import fingerprint
from tests.core.photos import pictures


def draw_street(seed: int) -> Image.Image:
    """Forty patches of light and dark, as different from seed to seed as two street photos."""
    chance = random.Random(seed)
    image = Image.new("RGB", (640, 480), "grey")
    brush = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = chance.randrange(600), chance.randrange(440)
        colour = tuple(chance.randrange(256) for _ in range(3))
        brush.rectangle((x, y, x + chance.randrange(30, 200), y + chance.randrange(30, 200)), fill=colour)
    return image


def printed(image: Image.Image, quality: int = 85) -> fingerprint.Fingerprint:
    return fingerprint.take(pictures.encode(image, quality=quality))


@pytest.mark.parametrize(
    "change",
    [
        lambda image: image.resize((320, 240)),
        lambda image: ImageEnhance.Brightness(image).enhance(1.3),
        lambda image: ImageEnhance.Contrast(image).enhance(0.7),
        lambda image: image.crop((8, 6, 632, 474)),  # a hair off each edge
    ],
    ids=["half", "brighter", "paler", "trimmed"],
)
@pytest.mark.parametrize("seed", range(5))
def test_a_photo_sent_again_is_recognised_though_it_was_changed(change, seed):
    street = draw_street(seed)

    assert fingerprint.is_same_photo(printed(street), printed(change(street), quality=40))


def test_no_two_of_thirty_streets_are_taken_for_one():
    prints = [printed(draw_street(seed)) for seed in range(30)]

    alike = [(a, b) for a in range(30) for b in range(a) if fingerprint.is_same_photo(prints[a], prints[b])]

    assert alike == []


def test_both_halves_fit_64_bits():
    found = printed(draw_street(1))

    assert 0 < found.phash < 2**64
    assert 0 < found.dhash < 2**64


def test_brightness_to_the_right_is_what_the_slopes_tell():
    slope = Image.linear_gradient("L").rotate(90).convert("RGB")

    rising, falling = printed(slope).dhash, printed(slope.rotate(180)).dhash

    assert (rising, falling) == (2**64 - 1, 0)
