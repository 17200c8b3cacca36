"""What is not taken in, and why."""

import io
import pickle
import zipfile

import pytest
from PIL import Image

from bot.core import photos
from bot.core.photos import formats
from tests.core.photos import pictures


def zip_bytes() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("photo.jpg", b"no")
    return buffer.getvalue()


def png_with_a_wrong_checksum() -> bytes:
    data = bytearray(pictures.encode(pictures.draw(), "PNG"))
    # The last of the four checksum bytes of the pixel chunk stands right before IEND's 12 bytes.
    data[-13] ^= 0xFF
    return bytes(data)


JPEG = pictures.encode(pictures.draw((640, 480)))
PNG = pictures.encode(pictures.draw((640, 480)), "PNG")
WEBP = pictures.encode(pictures.draw((640, 480)), "WEBP")
# Noise: a GIF of a single colour would be whole long before its end.
GIF = pictures.encode(Image.effect_noise((64, 64), 80).convert("P"), "GIF")
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (JPEG + bytes(21 * 1024 * 1024), "too_big"),
        ("这是一段文字，名字叫 photo.jpg".encode(), "not_a_picture"),
        (b"<html><img src=x.jpg></html>", "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),  # could hold a script
        (zip_bytes(), "not_a_picture"),
        (b"%PDF-1.7", "not_a_picture"),
        (bytes(5000), "not_a_picture"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "not_a_picture"),  # a sound, in WebP's envelope
        (b"\x00\x00\x00\x18ftypisom" + bytes(100), "not_a_picture"),  # a video, in HEIC's envelope
        (HEIC, "unsupported"),
        (pictures.encode(pictures.draw(), "TIFF"), "unsupported"),
        (pictures.encode(pictures.draw(), "BMP"), "unsupported"),
        (pictures.encode(pictures.draw(), "AVIF"), "unsupported"),
        (pictures.encode(pictures.draw(), "JPEG2000"), "unsupported"),
        (pictures.png_claiming(20_000, 20_000), "too_many_pixels"),
        (pictures.png_claiming(10_001, 1), "too_many_pixels"),  # few pixels, but a side too long
        (pictures.png_claiming(8_000, 6_251), "too_many_pixels"),  # just over 50 MP
        (pictures.png_claiming(8_000, 6_250), "broken"),  # just 50 MP: read on, and found to be empty
        (pictures.png_claiming(0, 10), "broken"),
        (JPEG[:2000], "broken"),
        (JPEG[:-300], "broken"),  # the upload stopped near the end
        (JPEG[:3], "broken"),
        (PNG[:-30], "broken"),
        (PNG[:8], "broken"),
        (WEBP[:-10], "broken"),
        (WEBP[:12], "broken"),
        (GIF[:-500], "broken"),
        (GIF[:6], "broken"),
        (png_with_a_wrong_checksum(), "broken"),
        (JPEG + b"\xff\xda" * 50, "broken"),  # a scan costs a pass over all pixels
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_is_no_whole_picture_is_refused_with_its_reason(data, reason):
    with pytest.raises(photos.BadPhoto) as refused:
        photos.intake(data)

    assert refused.value.reason == reason


def test_a_webp_larger_than_its_decoder_can_carry_is_refused():
    data = pictures.encode(pictures.draw((6000, 5000)), "WEBP", lossless=True, method=0)

    with pytest.raises(photos.BadPhoto) as refused:
        photos.intake(data)

    assert refused.value.reason == "too_many_pixels"


def test_a_gif_whose_frame_outgrows_its_header_is_refused_before_decoding():
    data = bytearray(pictures.encode(Image.new("P", (10, 10)), "GIF"))
    frame = data.index(b"\x2c")
    data[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"  # 65,535 x 65,535

    with pytest.raises(photos.BadPhoto) as refused:
        photos.intake(bytes(data))

    assert refused.value.reason == "too_many_pixels"


def test_twenty_megabytes_are_just_not_too_big():
    data = JPEG + bytes(formats.LARGEST_BYTES - len(JPEG))

    assert photos.intake(data).width == 640


def test_a_refusal_keeps_its_reason_on_the_way_out_of_a_worker_process():
    refused = pickle.loads(pickle.dumps(photos.BadPhoto("too_big")))

    assert (refused.reason, refused.facts, refused.text_id) == (
        "too_big",
        {"reason": "too_big"},
        "refusal-photo",
    )
