"""The street's own model: what it was made from is in the repository, and how lists and model are weighed."""

import json
import math
from pathlib import Path

import pytest

from bot.core import classify
from bot.core.classify import blend, learned
from bot.core.classify.keywords import Points
from bot.core.rules import Judging
from bot.training import tables

CAPTIONS = Path(classify.__file__).parents[2] / "captions"


def test_the_shipped_model_was_made_from_the_tables_that_are_there():
    card = json.loads((learned.SHIPPED / learned.CARD).read_text(encoding="utf-8"))

    assert card["made_from"] == {path.name: tables.digest(path) for path in sorted(CAPTIONS.glob("*.csv"))}


def test_the_shipped_model_knows_every_leaf(leaves):
    assert set(learned.shipped().classes) == {*leaves.leaves, classify.NONE, classify.UPDATE}


def test_the_model_decides_where_the_lists_are_silent():
    ranked = blend.rank([Points("A", 0, ()), Points("B", 0, ())], {"A": math.log(0.2), "B": math.log(0.8)})

    assert [(score.code, round(score.share, 2)) for score in ranked] == [("B", 0.8), ("A", 0.2)]


def test_the_lists_decide_where_the_model_wavers():
    ranked = blend.rank([Points("A", 4, ("这",)), Points("B", 0, ())], {"A": math.log(0.5), "B": math.log(0.5)})

    assert ranked[0].code == "A"


def test_a_leaf_that_the_model_never_saw_is_as_far_ahead_as_the_lists_put_it():
    ranked = blend.rank([Points("OLD", 1, ()), Points("NEW", 3, ("新",))], {"OLD": 0.0})

    assert ranked[0].code == "NEW"
    assert ranked[0].share == pytest.approx(1 / (1 + math.exp(-2)))


def test_of_the_kinds_of_none_only_the_one_that_is_meant_is_ranked():
    listed = [Points("NONE.thanks", 1, ()), Points("NONE.order", 3, ("忽略",)), Points("A", 0, ())]

    ranked = blend.rank(listed, {"NONE": math.log(0.5), "A": math.log(0.5)})

    assert [score.code for score in ranked] == ["NONE.order", "A"]


def test_a_street_that_wants_to_be_surer_is_asked_more_often(leaves):
    words = "路口有个大坑"

    bold, careful = (classify.Judge(leaves, Judging(file_percent=percent)) for percent in (30, 100))

    assert (bold.judge(words).decision, careful.judge(words).decision) == ("file", "ask")


def test_a_verdict_without_a_word_of_the_lists_says_what_it_went_by(judge):
    verdict = judge.judge("天花板上往下滴答滴答 锅都接不过来")

    assert verdict.reasons
    assert all(reason for reason in verdict.reasons)


DENIED = ["没着火 是蒸汽", "昨晚着火那家", "冒烟 是水汽", "没有人打架 是拍戏的"]


@pytest.mark.parametrize("words", DENIED)
def test_the_model_raises_no_danger_that_is_taken_back(judge, words):
    assert judge.judge(words).level != "L0"


def test_what_is_clearly_urgent_is_not_said_to_be_doubtful(judge):
    verdict = judge.judge("井盖没了")

    assert (verdict.code, verdict.level, verdict.decision) == ("FAC_MANHOLE", "L1", "file")
    assert not any("拿不准" in reason for reason in verdict.reasons)
