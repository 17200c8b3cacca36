"""What is read from a picture's metadata, and that nothing of it is left in the copy."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, PngImagePlugin, TiffImagePlugin

from bot.core import photos
from bot.core.photos import exif
from bot.core.photos.exif import Metadata
from tests.core.photos import pictures

GPS = ExifTags.GPS
BASE = ExifTags.Base

NINGBO: dict[int, Any] = {
    GPS.GPSLatitudeRef: "N",
    GPS.GPSLatitude: (29.0, 57.0, 36.0),
    GPS.GPSLongitudeRef: "E",
    GPS.GPSLongitude: (121.0, 30.0, 18.0),
}
NOON: dict[int, Any] = {BASE.DateTimeOriginal: "2026:11:23 12:20:05"}
SECRET: dict[int, Any] = {BASE.Make: "SECRETCAM", BASE.Artist: "SECRETNAME", BASE.ImageDescription: "SECRETWORDS"}
XMP = b"<x:xmpmeta>http://ns.adobe.com/xap/1.0/ SECRETXMP</x:xmpmeta>"


def photo_with(details: dict[int, Any] = NOON, gps: dict[int, Any] = NINGBO, entries: dict[int, Any] = SECRET) -> bytes:
    return pictures.encode(pictures.draw(), exif=pictures.exif_with(entries, details, gps))


def test_place_and_time_are_read_before_stripping():
    taken = photos.intake(photo_with())

    assert taken.gps == (29.96, 121.505)
    assert taken.taken_at == datetime(2026, 11, 23, 4, 20, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", ["PNG", "WEBP"])
def test_other_formats_tell_place_and_time_too(name):
    data = pictures.encode(pictures.draw(), name, exif=pictures.exif_with(SECRET, NOON, NINGBO))

    taken = photos.intake(data)

    assert (taken.gps, taken.taken_at) == ((29.96, 121.505), datetime(2026, 11, 23, 4, 20, 5, tzinfo=UTC))


@pytest.mark.parametrize(
    ("changed", "gps"),
    [
        ({}, (29.96, 121.505)),
        ({GPS.GPSLatitudeRef: "S", GPS.GPSLongitudeRef: "W"}, (-29.96, -121.505)),
        ({GPS.GPSLatitudeRef: "n"}, (29.96, 121.505)),  # some phones write it small
        ({GPS.GPSLatitudeRef: "X"}, None),
        ({GPS.GPSLatitudeRef: ""}, None),
        ({GPS.GPSLatitude: (29.0, 57.0)}, None),
        ({GPS.GPSLatitude: (95.0, 0.0, 0.0)}, None),
        ({GPS.GPSLongitude: (181.0, 0.0, 0.0)}, None),
        ({GPS.GPSLatitude: (0.0, 0.0, 0.0), GPS.GPSLongitude: (0.0, 0.0, 0.0)}, None),  # "no fix"
        ({GPS.GPSLatitude: (TiffImagePlugin.IFDRational(1, 0), 0.0, 0.0)}, None),  # divided by nothing
    ],
)
def test_a_place_is_told_only_when_it_is_whole_and_possible(changed, gps):
    assert photos.intake(photo_with(gps=NINGBO | changed)).gps == gps


@pytest.mark.parametrize(
    ("details", "entries", "taken_at"),
    [
        (NOON, {}, datetime(2026, 11, 23, 4, 20, 5, tzinfo=UTC)),  # no zone: the street's
        (NOON | {BASE.OffsetTimeOriginal: "+09:00"}, {}, datetime(2026, 11, 23, 3, 20, 5, tzinfo=UTC)),
        (NOON | {BASE.OffsetTimeOriginal: "east"}, {}, datetime(2026, 11, 23, 4, 20, 5, tzinfo=UTC)),
        ({BASE.DateTimeDigitized: "2026:11:23 12:20:05"}, {}, datetime(2026, 11, 23, 4, 20, 5, tzinfo=UTC)),
        ({}, {BASE.DateTime: "2026:11:23 12:20:05"}, datetime(2026, 11, 23, 4, 20, 5, tzinfo=UTC)),
        ({BASE.DateTimeOriginal: "0000:00:00 00:00:00"}, {}, None),  # a clock never set
        ({BASE.DateTimeOriginal: "2026:02:30 10:00:00"}, {}, None),
        ({BASE.DateTimeOriginal: "昨天"}, {}, None),
        ({BASE.DateTimeOriginal: 5}, {}, None),
        ({}, {}, None),
    ],
)
def test_the_time_is_the_shutter_s_and_always_aware(details, entries, taken_at):
    assert photos.intake(photo_with(details, {}, entries)).taken_at == taken_at


def jpeg_full_of_secrets() -> bytes:
    thumbnail = pictures.encode(pictures.draw((16, 16)), comment=b"SECRETTHUMB")
    metadata = pictures.exif_with(SECRET | {BASE.XPComment: thumbnail}, NOON, NINGBO)
    data = pictures.encode(
        pictures.draw(),
        exif=metadata,
        icc_profile=pictures.SRGB_PROFILE,
        comment=b"SECRETCOMMENT",
        xmp=XMP,
        dpi=(333, 333),
    )
    photoshop = b"\xff\xed\x00\x20Photoshop 3.0\x008BIMSECRETIPTC"
    return data[:2] + photoshop.ljust(34, b"\0") + data[2:] + b"SECRETTRAIL" + data


def png_full_of_secrets() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "SECRETTEXT")
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    metadata = pictures.exif_with(SECRET, NOON, NINGBO)
    return pictures.encode(pictures.draw(), "PNG", pnginfo=words, exif=metadata, icc_profile=pictures.SRGB_PROFILE)


def webp_full_of_secrets() -> bytes:
    metadata = pictures.exif_with(SECRET, NOON, NINGBO)
    return pictures.encode(pictures.draw(), "WEBP", exif=metadata, xmp=XMP, icc_profile=pictures.SRGB_PROFILE)


def gif_full_of_secrets() -> bytes:
    return pictures.encode(pictures.draw().convert("P"), "GIF", comment=b"SECRETCOMMENT")


SECRETIVE = [jpeg_full_of_secrets, png_full_of_secrets, webp_full_of_secrets, gif_full_of_secrets]


@pytest.mark.parametrize("make", SECRETIVE)
def test_nothing_but_pixels_is_left_in_the_copy(make):
    data = make()

    copy = photos.intake(data).copy_jpeg

    assert b"SECRET" in data
    for trace in (b"SECRET", b"Exif", b"GPS", b"ns.adobe.com", b"ICC_PROFILE", b"8BIM", b"Photoshop", b"2026:"):
        assert trace not in copy


@pytest.mark.parametrize("make", SECRETIVE)
def test_the_copy_has_only_the_segments_a_jpeg_needs(make):
    copy = photos.intake(make()).copy_jpeg

    markers, position = [], 2
    while copy[position + 1] != 0xDA:
        markers.append(copy[position + 1])
        position += 2 + int.from_bytes(copy[position + 2 : position + 4])
    # JFIF's own header (APP0), quantisation, frame, Huffman tables; then the scan up to the end mark.
    assert set(markers) == {0xE0, 0xDB, 0xC0, 0xC4}
    assert copy.index(b"\xff\xd9") == len(copy) - 2


def test_colours_are_turned_into_what_their_profile_means():
    # A profile that calls blue what sRGB calls red, and the other way round.
    swapped = pictures.SRGB_PROFILE.replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    data = pictures.encode(pictures.draw(colour=(255, 0, 0)), icc_profile=swapped)

    copy = pictures.decode(photos.intake(data).copy_jpeg)

    assert pictures.is_near(copy.getpixel((32, 24)), (0, 0, 255))


@pytest.mark.parametrize("profile", [b"junk", pictures.SRGB_PROFILE[:200], b"\0" * 4000])
def test_a_damaged_colour_profile_is_left_out_of_account(profile):
    data = pictures.encode(pictures.draw(), icc_profile=profile)

    copy = pictures.decode(photos.intake(data).copy_jpeg)

    assert pictures.is_near(copy.getpixel((32, 24)), pictures.RED)


@given(st.data())
def test_damaged_metadata_never_spoils_a_picture(data):
    blob = bytearray(pictures.exif_with(SECRET, NOON, NINGBO).tobytes())
    for _ in range(data.draw(st.integers(1, 12))):
        blob[data.draw(st.integers(6, len(blob) - 1))] = data.draw(st.integers(0, 255))

    taken = photos.intake(pictures.encode(pictures.draw(), exif=bytes(blob)))

    assert taken.taken_at is None or taken.taken_at.utcoffset() is not None
    assert {taken.width, taken.height} == {64, 48}


@given(st.binary(max_size=300))
def test_metadata_that_is_no_metadata_is_left_out(blob):
    image = Image.new("RGB", (8, 8))
    image.info["exif"] = b"Exif\0\0" + blob

    told = exif.read(image)

    assert isinstance(told, Metadata)


def test_a_zone_with_its_offset_survives():
    taken = photos.intake(photo_with(NOON | {BASE.OffsetTimeOriginal: "+09:00"}))

    assert taken.taken_at is not None
    assert taken.taken_at.utcoffset() == timedelta(hours=9)
