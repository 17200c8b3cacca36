"""The eye that comes with the program, and folders with no eye in them that can look."""

import hashlib
import io
import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from bot.core import photos
from bot.core.sight import eye, head, labels, pixels
from bot.core.sight.head import BACKBONE, CARD, WEIGHTS, BadEye

SAMPLES = sorted((Path(__file__).parents[3] / "sandbox" / "samples").glob("*.jpg"))


def picture(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the eye that comes with the program, to be damaged."""
    return Path(shutil.copytree(eye.SHIPPED, tmp_path / "eye"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gets_probabilities_or_nothing_where_it_is_unfamiliar(path):
    seen = eye.look(photos.intake(path.read_bytes()).copy_jpeg)

    assert sum(seen.chances.values()) == pytest.approx(1 if seen.chances else 0, abs=1e-4)
    assert set(seen.chances) in (set(), set(labels.known()))


def test_drawings_are_not_taken_for_street_trouble():
    seen = [
        eye.look(photos.intake(path.read_bytes()).copy_jpeg) for path in SAMPLES if "manhole_fenced" not in path.name
    ]

    assert [one for one in seen if one.is_sure(0.9)] == []


def test_the_same_picture_is_seen_the_same_way_twice():
    copy = photos.intake(SAMPLES[0].read_bytes()).copy_jpeg

    assert eye.shipped().features(copy).tolist() == eye.shipped().features(copy).tolist()


@pytest.mark.parametrize("size", [(1280, 960), (960, 1280), (1280, 90), (3, 3), (1, 1280)])
def test_a_picture_of_any_shape_becomes_two_views(size):
    assert pixels.views(picture(*size)).shape == (2, 3, pixels.SIDE_PX, pixels.SIDE_PX)


@pytest.mark.parametrize("name", [CARD, WEIGHTS, BACKBONE])
def test_an_eye_without_one_of_its_files_says_which(folder, name):
    (folder / name).unlink()

    with pytest.raises(BadEye, match=name):
        eye.load(folder)


@pytest.mark.parametrize("name", [CARD, WEIGHTS, BACKBONE])
@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x80\x04N."], ids=["empty", "nonsense", "a pickle"])
def test_a_damaged_eye_is_refused_and_never_unpickled(folder, name, content):
    (folder / name).write_bytes(content)

    with pytest.raises(BadEye):
        eye.load(folder)


@pytest.mark.parametrize(
    "change",
    [{"format": 99}, {"labels": ["only", "two"]}, {"temperature": None}, {"labels": 3}],
    ids=["another version", "too few labels", "no temperature", "no list"],
)
def test_a_card_that_does_not_fit_is_refused(folder, change):
    card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    (folder / CARD).write_text(json.dumps({**card, **change}), encoding="utf-8")

    with pytest.raises(BadEye):
        eye.load(folder).look(photos.intake(SAMPLES[0].read_bytes()).copy_jpeg)


def test_the_card_tells_of_the_network_that_lies_beside_it():
    card = json.loads((eye.SHIPPED / CARD).read_text(encoding="utf-8"))

    assert card["backbone"]["sha256"] == hashlib.sha256((eye.SHIPPED / BACKBONE).read_bytes()).hexdigest()
    assert set(head.load(eye.SHIPPED).labels) == set(labels.known())
