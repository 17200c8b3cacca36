"""The rigs run and count rightly; how fast anything is, is none of a test's business."""

from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import captions, city, lifecycles, photos, places, presses, table, words

TINY = table.Scale(captions=None, photos=2, lifecycles=2, pressers=3, repeats=1, year_tickets=6)
HEADING = "text,code,second_code,level,privacy,kind_of_case\n"
CLEAR = (
    "2幢门口垃圾箱让风刮翻了,ENV_GARBAGE,,L2,none,plain\n"
    "3幢着火了火很大,EMG_FIRE,,L0,none,plain\n"
    "谢谢啦,NONE,,,,not_a_matter\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three captions that leave no doubt."""
    (tmp_path / "street_dev_clear.csv").write_text(HEADING + CLEAR, encoding="utf-8")
    return tmp_path


def test_clear_captions_score_full_marks_without_a_false_alarm(folder: Path):
    rows = {name: last for name, *_, last in words.measure(TINY, folder).rows}

    assert rows["L0 recall (judged L0)"] == "1.000 (1/1)"
    assert rows["leaf accuracy"] == "1.000 (2/2)"
    assert rows["NONE recall"] == "1.000 (1/1)"
    assert rows["false alarms (L2, L3, NONE, UPDATE judged L0 or L1)"] == "0.000 (0/2)"


def test_nothing_to_count_is_a_dash_and_not_a_zero(folder: Path):
    rows = {name: last for name, *_, last in words.measure(TINY, folder).rows}

    assert rows["UPDATE recall"] == "–"


def test_a_mislabelled_caption_costs_accuracy(tmp_path: Path):
    wrong = "2幢门口垃圾箱让风刮翻了,EMG_FIRE,,L0,none,plain\n"
    (tmp_path / "street_dev.csv").write_text(HEADING + wrong, encoding="utf-8")

    rows = {name: last for name, *_, last in words.measure(TINY, tmp_path).rows}

    assert rows["L0 recall (judged L0)"] == "0.000 (0/1)"
    assert rows["leaf accuracy"] == "0.000 (0/1)"


def test_a_hands_column_counts_the_half_that_was_not_tuned_on(folder: Path):
    halves = [each.was_tuned_on for each in captions.read(folder)]

    rows = {name: columns for name, *columns in words.measure(TINY, folder).rows}

    untuned, _ = rows["leaf accuracy"]
    counted = 0 if untuned == "–" else int(untuned.rpartition("/")[2].removesuffix(")"))
    assert counted == halves[:2].count(False)


def test_each_hand_is_read_by_a_model_that_learned_from_the_others(tmp_path: Path):
    for hand in "abc":
        (tmp_path / f"{hand}.csv").write_text(HEADING + CLEAR.replace("2幢", f"{hand}幢"), encoding="utf-8")

    measured = words.measure(TINY, tmp_path)

    assert measured.columns == ("measure", "a", "b", "c", "all, both halves")
    assert {name: last for name, *_, last in measured.rows}["leaf accuracy"] == "1.000 (6/6)"


def test_letters_that_anybody_can_tell_apart_score_full_marks_with_both_models(tmp_path: Path):
    letters = [f"第{number}路公交车晚点,交通" for number in range(5)] + [
        f"{number}班老师收费,教育" for number in range(5)
    ]
    (tmp_path / "letters.csv").write_text("\n".join(["text,label", *letters]), encoding="utf-8")

    measured = city.measure(TINY, tmp_path / "letters.csv")

    assert [row[-1] for row in measured.rows] == ["1.0000", "1.0000", "0.0000"]


def test_without_letters_the_rig_skips(tmp_path: Path):
    measured = city.measure(TINY, tmp_path / "letters.csv")

    assert measured.columns == ("skipped",)


def test_places_are_looked_for_in_every_caption(folder: Path):
    measured = places.measure(TINY, folder)

    assert [row[1] for row in measured.rows] == ["3", "3", "3"]


@pytest.mark.parametrize("rig", [words.measure, places.measure])
def test_a_rig_without_captions_says_that_it_skipped(rig, tmp_path: Path):
    measured = rig(TINY, tmp_path)

    assert measured.columns == ("skipped",)


def test_pictures_that_cannot_be_taken_are_counted_apart(tmp_path: Path):
    (tmp_path / "garbage").mkdir()
    (tmp_path / "garbage" / "broken.jpg").write_bytes(b"no picture")

    samples, _, given = photos.measure(TINY, tmp_path).rows

    assert samples[1:3] == ("2", "0")
    assert given[1:3] == ("0", "1")


def test_every_life_ends_closed():
    (row,) = lifecycles.measure(TINY, kinds=("SQLite",)).rows

    assert row[2] == "2 of 2"


def test_one_press_wins_and_the_others_hear_who():
    (row,) = presses.measure(TINY).rows

    *_, won, named, others = row
    assert (won, named, others) == ("1", "2", "0")


@pytest.mark.parametrize(
    ("percent", "expected"),
    [(50, 5.0), (95, 10.0), (99, 10.0), (100, 10.0)],  # of ten values the tenth is the first to exceed 90 percent
)
def test_a_percentile_is_one_of_the_values(percent: float, expected: float):
    values = [float(value) for value in range(10, 0, -1)]

    assert table.percentile(values, percent) == expected


def test_an_unknown_rig_is_named_in_the_refusal(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        bench.main(["nonsense"])

    assert ended.value.code == 2
    assert "nonsense" in capsys.readouterr().err
