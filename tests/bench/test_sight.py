"""The rig of the eye runs and counts rightly on a few drawn pictures; real photos stay outside the repository."""

import csv
from pathlib import Path

from bench import captions, pairs, sight, table, words
from bot.core import taxonomy
from bot.core.classify import Judge
from bot.core.sight import Opinion
from tests.training.test_photos import COLOURS, HEADING, OF_EACH, drawn
from tests.workers.eyes import opinion

TINY = table.Scale(captions=3, photos=2, lifecycles=2, pressers=3, repeats=1, year_tickets=6)
LABELS = dict(zip(COLOURS, ("garbage", "graffiti", "normal_street"), strict=True))


def test_photos_that_differ_by_colour_are_told_apart(tmp_path: Path):
    rows = [HEADING]
    for name, label in LABELS.items():
        (tmp_path / name).mkdir()
        for at in range(OF_EACH):
            drawn(COLOURS[name], at).save(tmp_path / name / f"{at}.jpg")
            rows.append((f"{name}/{at}.jpg", label, f"{name}{at}", "drawn"))
    with (tmp_path / "manifest.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)

    measured = {name: first for name, first, *_ in sight.measure(TINY, tmp_path, told=tmp_path / "no captions").rows}

    assert (measured["photos"], measured["accuracy"], measured["macro-F1"]) == ("15", "1.000", "1.000")
    # there is no other source to be strange to
    assert measured["the same of a source left out: recall"] == "–"


def test_without_photos_it_says_that_it_skipped(tmp_path: Path):
    assert sight.measure(TINY, tmp_path).columns == ("skipped",)


def test_a_photo_of_what_words_do_not_say_brings_a_button_and_an_ordinary_one_changes_nothing():
    nothing = captions.Caption("看下这个", "ENV_GARBAGE", "L2", "none", "a")
    judges = {"a": Judge(taxonomy.load(words.CATEGORIES))}
    seen: dict[str, list[Opinion]] = {label: [opinion(label)] for label in ("garbage", "normal_street")}

    counted = {name: columns for name, *columns in pairs.rows([nothing], judges, seen)}

    assert counted["the leaf is among the buttons that a photo brings"] == ["–", "1.000 (1/1)", "–", "–", "–"]
    assert counted["filed without asking"] == ["0.000 (0/1)"] * 5
