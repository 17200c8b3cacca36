"""When the words fit more than one place: buttons, never a guess."""

import pytest

from bot.core import places


def test_two_bridges_of_one_name_are_offered_and_not_guessed(section):
    # S15: the demo street has one 菜场桥, in 望江; here 北欣 gets another.
    bridge = {"name": "菜场桥", "point": [121.5300, 29.9490]}
    next(one for one in section["communities"] if one["code"] == "bx")["landmarks"].append(bridge)
    street = places.Gazetteer.from_mapping(section)

    place = places.locate("菜场桥头", home=["wj"], gazetteer=street)

    assert [(choice.label, choice.community) for choice in place.candidates] == [
        ("菜场桥（望江）", "wj"),
        ("菜场桥（北欣）", "bx"),
    ]
    assert (place.community, place.certain) == (None, False)


@pytest.mark.parametrize(
    ("words", "communities"),
    [
        ("人民桥头", ["jp", "bx"]),  # two bridges
        ("江畔3幢", ["jp", "jp", "jp"]),  # three estates of one community have that building
        ("从北欣小区后门到菜场那条小路", ["bx", "wj"]),  # from here to there
        ("江畔菜场边上", ["wj", "jp"]),  # the only 菜场 is in 望江, but 江畔 was said
        ("慈江边有人落水", ["jp", "wj"]),  # a river between two
        ("洪塘中路树倒了", ["bx", "ys", "ht"]),  # a road through three
    ],
)
def test_what_fits_several_places_becomes_buttons(street, words, communities):
    place = places.locate(words, gazetteer=street)

    assert [choice.community for choice in place.candidates] == communities
    assert not place.certain


@pytest.mark.parametrize(
    ("words", "community"),
    [
        ("北欣人民桥头", "bx"),  # the community is said beside it
        ("江畔的人民桥", "jp"),  # the other one
        ("宁沁家园旁边的人民桥", "jp"),  # an estate of that community is said beside it
        ("望江菜场", "wj"),  # the community is part of the name
    ],
)
def test_another_name_beside_it_settles_which_is_meant(street, words, community):
    place = places.locate(words, gazetteer=street)

    assert (place.community, place.candidates, place.certain) == (community, (), True)


def test_the_community_shared_by_all_choices_is_known(street):
    place = places.locate("江畔3幢", gazetteer=street)

    assert place.community == "jp"


def test_no_more_choices_are_offered_than_a_card_has_buttons(section):
    for number in range(9):
        extra = {"name": f"江畔{number}号院", "kind": "商品房", "centre": [121.540, 29.936], "buildings": "1-9"}
        next(one for one in section["communities"] if one["code"] == "jp")["estates"].append(extra)
    street = places.Gazetteer.from_mapping(section)

    place = places.locate("江畔3幢", gazetteer=street)

    assert len(place.candidates) == 5


def test_a_building_its_estate_does_not_have_is_asked_about(street):
    place = places.locate("汇嘉花园99幢", gazetteer=street)

    assert (place.estate, place.building, place.certain) == ("汇嘉花园", None, False)
