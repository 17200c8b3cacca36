"""What is taken in, and what comes out: upright, plain, small."""

import hashlib
import pickle
import random

import pytest
from PIL import Image

from bot.core import photos
from tests.core.photos import pictures
from tests.core.photos.pictures import BLUE, GREEN, RED, WHITE

UPRIGHT = (RED, GREEN, BLUE, WHITE)
TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = range(4)


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF"])
def test_the_format_is_told_by_content(name):
    taken = photos.intake(pictures.encode(pictures.draw((64, 48)), name))

    assert (taken.format, taken.width, taken.height) == (name, 64, 48)


def test_the_hash_is_that_of_the_original_bytes():
    data = pictures.encode(pictures.draw()) + b"trailing"

    assert photos.intake(data).sha256 == hashlib.sha256(data).hexdigest()


def test_what_was_taken_crosses_from_a_worker_process():
    taken = photos.intake(pictures.encode(pictures.draw()))

    assert pickle.loads(pickle.dumps(taken)) == taken


# Where the stored picture's four corners are to be seen, from EXIF's table: its row 0 is the visual top,
# top, bottom, bottom, left, right, right, left; its column 0 the visual left, right, right, left, top, top,
# bottom, bottom.
SEEN = {
    1: (TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT),
    2: (TOP_RIGHT, TOP_LEFT, BOTTOM_RIGHT, BOTTOM_LEFT),
    3: (BOTTOM_RIGHT, BOTTOM_LEFT, TOP_RIGHT, TOP_LEFT),
    4: (BOTTOM_LEFT, BOTTOM_RIGHT, TOP_LEFT, TOP_RIGHT),
    5: (TOP_LEFT, BOTTOM_LEFT, TOP_RIGHT, BOTTOM_RIGHT),
    6: (TOP_RIGHT, BOTTOM_RIGHT, TOP_LEFT, BOTTOM_LEFT),
    7: (BOTTOM_RIGHT, TOP_RIGHT, BOTTOM_LEFT, TOP_LEFT),
    8: (BOTTOM_LEFT, TOP_LEFT, BOTTOM_RIGHT, TOP_RIGHT),
}


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", SEEN)
def test_every_orientation_comes_out_upright(orientation, name):
    lies = orientation >= 5
    stored = pictures.draw_quarters((96, 64) if lies else (64, 96), [UPRIGHT[c] for c in SEEN[orientation]])
    data = pictures.encode(stored, name, exif=pictures.exif_with({0x0112: orientation}, {}, {}))

    taken = photos.intake(data)

    copy = pictures.decode(taken.copy_jpeg)
    corners = [copy.getpixel(point) for point in ((8, 8), (55, 8), (8, 87), (55, 87))]
    assert (taken.width, taken.height, copy.size) == (64, 96, (64, 96))
    assert all(pictures.is_near(seen, wanted) for seen, wanted in zip(corners, UPRIGHT, strict=True))


@pytest.mark.parametrize("orientation", [0, 9, 300])
def test_an_impossible_orientation_leaves_the_picture_as_it_is(orientation):
    data = pictures.encode(pictures.draw((96, 64)), exif=pictures.exif_with({0x0112: orientation}, {}, {}))

    taken = photos.intake(data)

    assert (taken.width, taken.height) == (96, 64)


def see_through(mode: str) -> Image.Image:
    """Red on the left, nothing on the right."""
    image = Image.new("RGBA", (64, 48), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 32, 48))
    return image.convert(mode)


IDS = ["cmyk", "grey", "grey16", "bits", "palette", "rgba", "webp", "gif", "la", "palette-alpha", "key", "key16"]
GREY_16 = Image.new("I;16", (64, 48), 180 * 256)


@pytest.mark.parametrize(
    ("data", "left", "right"),
    [
        (pictures.encode(pictures.draw(colour=(0, 255, 255, 0), mode="CMYK")), (255, 0, 0), (255, 0, 0)),
        (pictures.encode(pictures.draw(colour=90, mode="L")), (90, 90, 90), (90, 90, 90)),
        # 16 bits: the upper byte, not clipped to white
        (pictures.encode(GREY_16, "PNG"), (180, 180, 180), (180, 180, 180)),
        (pictures.encode(pictures.draw(colour=1, mode="1"), "PNG"), (255, 255, 255), (255, 255, 255)),
        (pictures.encode(pictures.draw().quantize(), "PNG"), RED, RED),
        # see-through is white, however it is written
        (pictures.encode(see_through("RGBA"), "PNG"), RED, (255, 255, 255)),
        (pictures.encode(see_through("RGBA"), "WEBP", lossless=True), RED, (255, 255, 255)),
        (pictures.encode(see_through("RGBA"), "GIF"), RED, (255, 255, 255)),
        (pictures.encode(see_through("LA"), "PNG"), (87, 87, 87), (255, 255, 255)),
        (
            pictures.encode(see_through("RGBA").quantize(), "PNG"),  # a palette whose colours have alpha
            RED,
            (255, 255, 255),
        ),
        (
            # one colour of a plain picture declared see-through
            pictures.encode(pictures.draw_quarters((64, 48), (RED, BLUE) * 2), "PNG", transparency=BLUE),
            RED,
            (255, 255, 255),
        ),
        # the same in 16 bits, where it is left out of account
        (pictures.encode(GREY_16, "PNG", transparency=180 * 256), (180, 180, 180), (180, 180, 180)),
    ],
    ids=IDS,
)
def test_every_kind_of_pixel_comes_out_as_plain_rgb(data, left, right):
    copy = pictures.decode(photos.intake(data).copy_jpeg)

    assert (copy.format, copy.mode) == ("JPEG", "RGB")
    assert pictures.is_near(copy.getpixel((8, 24)), left)
    assert pictures.is_near(copy.getpixel((56, 24)), right)


def test_a_16_bit_picture_larger_than_the_copy_is_shrunk_too():
    data = pictures.encode(Image.new("I;16", (6000, 2000), 180 * 256), "PNG")

    copy = pictures.decode(photos.intake(data).copy_jpeg)

    assert copy.size == (1280, 427)


@pytest.mark.parametrize(
    ("name", "options"),
    [("GIF", {}), ("PNG", {}), ("WEBP", {"lossless": True})],  # PNG: an animated one
)
def test_of_a_moving_picture_the_first_frame_is_taken(name, options):
    frames = [pictures.draw(colour=colour) for colour in (RED, BLUE, GREEN)]
    data = pictures.encode(frames[0], name, save_all=True, append_images=frames[1:], duration=50, **options)

    copy = pictures.decode(photos.intake(data).copy_jpeg)

    assert pictures.is_near(copy.getpixel((32, 24)), RED)


def test_of_a_phone_s_double_picture_the_first_is_taken():
    data = pictures.encode(pictures.draw(), "MPO", save_all=True, append_images=[pictures.draw(colour=BLUE)])

    copy = pictures.decode(photos.intake(data).copy_jpeg)

    assert pictures.is_near(copy.getpixel((32, 24)), RED)


@pytest.mark.parametrize(
    ("size", "copied"),
    [
        ((4000, 3000), (1280, 960)),
        ((3000, 4000), (960, 1280)),
        ((1280, 720), (1280, 720)),
        ((40, 30), (40, 30)),  # never made larger
        ((9000, 3), (1280, 1)),  # a sliver keeps a pixel
        ((1, 1), (1, 1)),
    ],
)
def test_the_copy_is_at_most_1280_pixels_a_side(size, copied):
    taken = photos.intake(pictures.encode(pictures.draw(size)))

    assert (taken.width, taken.height) == size
    assert pictures.decode(taken.copy_jpeg).size == copied


def test_the_copy_of_the_busiest_picture_is_under_300_kb():
    noise = Image.frombytes("RGB", (1600, 1600), random.Random(1).randbytes(1600 * 1600 * 3))

    taken = photos.intake(pictures.encode(noise, quality=90))

    assert len(taken.copy_jpeg) < 300_000
