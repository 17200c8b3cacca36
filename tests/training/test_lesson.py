"""The exam: what is kept for it, what it measures, who passes; and a lesson from corrections to a model."""

from pathlib import Path

import pytest

from bot.core import classify, taxonomy
from bot.core.classify import NONE, Judge, learned
from bot.training import exam, lesson, school
from bot.training.exam import Figures
from bot.training.tables import Example
from tests import schooling
from tests.street import BOT

CATEGORIES = BOT / "categories.yaml"
KINDS = taxonomy.load(CATEGORIES)


def figures(recall: float = 0.9, f1: float = 0.7, alarms: float = 0.1) -> Figures:
    return Figures(urgent_recall=recall, false_alarms=alarms, macro_f1=f1, top_3=0.9, asked=100)


@pytest.mark.parametrize(
    ("new", "passes"),
    [
        (figures(f1=0.71), True),
        (figures(recall=0.91, f1=0.71), True),
        # better at telling things apart, but it misses more of what is urgent
        (figures(recall=0.8999, f1=0.8), False),
        # equal is not better
        (figures(), False),
        (figures(recall=0.95), False),
        (figures(f1=0.69), False),
        # what else it takes for urgent costs a walk, and is seen in macro-F1
        (figures(f1=0.71, alarms=0.2), True),
    ],
)
def test_the_new_one_passes_when_it_misses_no_more_and_is_better(new: Figures, passes: bool):
    assert exam.passes(new, figures()) is passes


def test_about_a_fifth_of_all_words_is_kept_for_the_exam():
    kept = [exam.is_kept_for_exam(f"路灯{number}不亮") for number in range(2000)]

    assert 0.17 < sum(kept) / len(kept) < 0.23


@pytest.mark.parametrize("spelt", ["路灯 不亮！", "路灯，不亮", "路灯不亮🙏"])
def test_the_same_words_are_on_one_side_however_they_are_spelt(spelt: str):
    assert exam.is_kept_for_exam(spelt) == exam.is_kept_for_exam("路灯不亮")


def test_the_figures_of_a_judge_by_hand():
    asked = [
        Example("楼道着火了，火很大", "EMG_FIRE", "h"),
        Example("2幢门口垃圾箱满了", "ENV_GARBAGE", "h"),
        # missed: it was urgent and sounds like thanks
        Example("谢谢", "EMG_GAS", "h"),
        # a false alarm
        Example("着火了快来", NONE, "h"),
    ]

    found = exam.examine(Judge(KINDS), asked, KINDS)

    assert (found.urgent_recall, found.false_alarms, found.asked) == (0.5, 0.5, 4)
    # EMG_FIRE 2/3, ENV_GARBAGE 1, EMG_GAS 0, NONE 0
    assert found.macro_f1 == pytest.approx((2 / 3 + 1) / 4, abs=1e-4)


def test_corrections_that_teach_something_make_a_model(tmp_path: Path):
    outcome = lesson.learn(schooling.assignment(tmp_path))

    assert outcome.folder is not None
    made = tmp_path / "models" / outcome.folder
    said = learned.load(made).likelihoods(classify.plain(schooling.ANOTHER_LAMP))
    assert max(said, key=lambda code: said[code]) == schooling.MEANT
    assert learned.digest(made).startswith(outcome.folder)
    assert {path.name for path in (tmp_path / "models").iterdir()} == {outcome.folder}


def test_without_anything_new_the_old_one_stays(tmp_path: Path):
    outcome = lesson.learn(schooling.assignment(tmp_path, fresh=0))

    assert outcome.folder is None
    assert outcome.old == outcome.new
    assert not (tmp_path / "models").exists()


def test_the_same_lesson_makes_the_same_model(tmp_path: Path):
    one, other = lesson.learn(schooling.assignment(tmp_path)), lesson.learn(schooling.assignment(tmp_path))

    assert one == other


def test_a_model_that_was_tampered_with_is_not_read(tmp_path: Path):
    folder = lesson.learn(schooling.assignment(tmp_path)).folder
    card = tmp_path / "models" / str(folder) / learned.CARD
    card.write_text(card.read_text(encoding="utf-8").replace("temperature", "temperature "), encoding="utf-8")

    with pytest.raises(learned.BadModel, match="改过"):
        school.load(tmp_path / "models", folder)
