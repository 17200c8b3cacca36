"""What several pictures say together, and what a picture says of a leaf."""

import pytest

from bot.core import sight
from bot.core.sight import Opinion

GARBAGE = Opinion({"garbage": 0.96, "road_damage": 0.02, "normal_street": 0.02})
ROAD = Opinion({"garbage": 0.02, "road_damage": 0.96, "normal_street": 0.02})
STREET = Opinion({"garbage": 0.02, "road_damage": 0.02, "normal_street": 0.96})
NOTHING = Opinion({})


@pytest.mark.parametrize(
    ("seen", "label"),
    [
        ([GARBAGE], "garbage"),
        # an overview beside the close-up takes nothing away
        ([STREET, GARBAGE, NOTHING], "garbage"),
        # two that agree
        ([GARBAGE, GARBAGE], "garbage"),
        ([STREET], None),
        ([NOTHING], None),
        ([], None),
    ],
)
def test_pictures_of_one_report_speak_together(seen, label):
    together = sight.combine(seen, 0.9)

    assert (together.label if together else None) == label


def test_two_pictures_of_different_things_are_sure_of_neither():
    together = sight.combine([GARBAGE, ROAD], 0.9)

    assert together is not None
    assert not together.is_sure(0.9)


@pytest.mark.parametrize(
    ("code", "ratio"),
    [
        ("ENV_GARBAGE", 2.88),
        ("FAC_ROAD", 0.06),
        # nothing that the eye knows looks like it
        ("PRO_NOISE", 1.0),
    ],
)
def test_a_picture_makes_a_leaf_likelier_or_less_likely(code, ratio):
    assert GARBAGE.ratio(code) == pytest.approx(ratio)


def test_an_ordinary_street_and_the_unknown_are_sure_of_nothing():
    assert not STREET.is_sure(0.5)
    assert not NOTHING.is_sure(0.0)
