"""Teaching the eye from labelled photos: what comes out, the same bytes again, and tables of no use."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from bot import __main__ as program
from bot.core import photos
from bot.core.sight import eye, head

Capture = pytest.CaptureFixture[str]
HEADING = ("file", "label", "dup_group", "source_repo")
COLOURS = {"red": (200, 30, 30), "green": (30, 160, 40), "blue": (20, 40, 200)}
OF_EACH = 5


def drawn(colour: tuple[int, int, int], at: int) -> Image.Image:
    picture = Image.new("RGB", (320, 240), colour)
    ImageDraw.Draw(picture).ellipse((10 * at, 20, 10 * at + 60, 90), fill="white")
    return picture


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifteen pictures of three colours, and the table that names them."""
    folder = tmp_path_factory.mktemp("photos")
    rows = []
    for name, colour in COLOURS.items():
        for at in range(OF_EACH):
            drawn(colour, at).save(folder / f"{name}{at}.jpg")
            rows.append((f"{name}{at}.jpg", name, f"{name}{at}", "drawn"))
    return written(folder / "manifest.csv", rows)


@pytest.fixture(scope="module")
def taught(manifest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("eye")
    program.main(["train-photos", str(manifest), "--out", str(out)])
    return out


def written(path: Path, rows: Sequence[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([HEADING, *rows])
    return path


def test_a_picture_like_those_it_was_taught_is_named(taught: Path, tmp_path: Path):
    drawn(COLOURS["blue"], 9).save(tmp_path / "unseen.jpg")

    seen = eye.load(taught).look(photos.intake((tmp_path / "unseen.jpg").read_bytes()).copy_jpeg)

    assert seen.label == "blue"


def test_the_same_photos_give_the_same_bytes(manifest: Path, taught: Path, tmp_path: Path):
    program.main(["train-photos", str(manifest), "--out", str(tmp_path)])

    for file in (head.CARD, head.WEIGHTS, head.BACKBONE):
        assert (tmp_path / file).read_bytes() == (taught / file).read_bytes()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("a.jpg", "red", "1", ""), ("b.jpg", "green", "2", "")], "三种标签"),
        ([("gone.jpg", name, name, "") for name in COLOURS], "gone.jpg"),
        ([("manifest.csv", name, name, "") for name in COLOURS], "不是能用的照片"),
    ],
    ids=["two labels", "a photo that is not there", "a file that is no photo"],
)
def test_photos_that_teach_nothing_are_told_in_a_sentence(
    tmp_path: Path, capsys: Capture, rows: Sequence[tuple[str, ...]], words: str
):
    table = written(tmp_path / "manifest.csv", rows)

    code = program.main(["train-photos", str(table), "--out", str(tmp_path / "eye")])

    assert code == 1
    assert words in capsys.readouterr().err
