"""The pictures on people's phones in the stories: the sandbox's own samples."""

from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image

from tests.stories.phone import File

SAMPLES = Path(__file__).parents[2] / "sandbox" / "samples"
#: real photographs to measure with; they stay outside the repository
REAL = Path(__file__).parents[2].parent / "shared" / "data" / "photos"


def sample(name: str) -> File:
    """One of the sandbox's drawn pictures."""
    return File(f"{name}.jpg", (SAMPLES / f"{name}.jpg").read_bytes())


def real(kind: str) -> File | None:
    """The first real photograph of this kind; None where there is none."""
    found = sorted((REAL / kind).glob("*.jpg"))
    return File("photo.jpg", found[0].read_bytes()) if found else None


def with_gps(point: tuple[float, float]) -> File:
    """A sample sent as a file by a phone that wrote its place into it; `point` is (lat, lon)."""
    image = Image.open(BytesIO(sample("bin_tipped").data))
    exif = image.getexif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: _degrees(point[0]),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: _degrees(point[1]),
        }
    )
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)
    return File("IMG_0001.jpg", out.getvalue())


def _degrees(value: float) -> tuple[float, float, float]:
    """Degrees, minutes, seconds."""
    minutes = (value - int(value)) * 60
    return (int(value), int(minutes), (minutes - int(minutes)) * 60)
