"""When the words leave the place open: the courier's usual patch, and never without saying so."""

import pytest

from bot.core import places


def test_a_bare_building_is_the_one_on_the_usual_patch(street):
    place = places.locate("12幢4楼东边窗户冒烟 像是着了", home=["hj"], gazetteer=street)

    assert (place.text, place.community, place.certain, place.assumed) == ("汇嘉花园12幢", "hj", True, True)
    assert "只说了12幢，常跑的汇嘉社区只有汇嘉花园12幢" in place.reasons


@pytest.mark.parametrize(
    ("home", "labels"),
    [
        (["jp"], ["江畔新村2幢", "宁沁家园2幢", "姚畔湾一期2幢"]),  # one patch, several estates
        (["hj", "wj"], ["汇嘉花园2幢", "望江花园2幢"]),  # two patches
    ],
)
def test_a_bare_building_that_stands_in_several_estates_is_asked_about(street, home, labels):
    place = places.locate("2幢门禁坏了", home=home, gazetteer=street)

    assert [choice.label for choice in place.candidates] == labels
    assert not place.certain


def test_a_bare_building_without_a_patch_is_nowhere(street):
    place = places.locate("2幢门禁坏了", gazetteer=street)

    assert (place.source, place.reasons) == ("none", ("只说了2幢，没说是哪个小区",))


@pytest.mark.parametrize("words", ["", "老地方", "垃圾桶满了", "一幢老房子塌了", "🔥"])
def test_words_without_a_place_fall_back_on_the_patch_and_stay_uncertain(street, words):
    place = places.locate(words, home=["hj"], gazetteer=street)

    assert (place.source, place.community, place.certain, place.assumed) == ("home", "hj", False, True)
    assert place.point is None


def test_two_patches_are_offered_as_buttons(street):
    place = places.locate("垃圾桶满了", home=["hj", "wj"], gazetteer=street)

    assert [choice.community for choice in place.candidates] == ["hj", "wj"]
    assert place.community is None


def test_a_patch_that_no_longer_exists_is_passed_over(street):
    place = places.locate("垃圾桶满了", home=["gone", "hj", "hj"], gazetteer=street)

    assert place.community == "hj"


def test_what_is_said_beats_the_patch(street):
    place = places.locate("望江小学门口", home=["hj"], gazetteer=street)

    assert (place.community, place.assumed) == ("wj", False)


def test_a_street_next_door_in_the_words_is_outside(street):
    place = places.locate("东浦那边红绿灯坏了", home=["hj"], gazetteer=street)

    assert (place.outside, place.neighbour, place.community) == (True, "东浦街道", None)


def test_a_spot_of_this_street_beats_the_direction_of_the_next(street):
    place = places.locate("菜场桥往东浦方向的路灯", gazetteer=street)

    assert (place.outside, place.community) == (False, "wj")
