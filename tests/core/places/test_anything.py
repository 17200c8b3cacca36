"""Whatever is sent: an answer with a reason, and nothing private in it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.core import places
from bot.core.places import Point

coordinates = st.floats(allow_nan=True, allow_infinity=True)
points = st.none() | st.builds(Point, coordinates, coordinates)
near_points = st.builds(Point, st.floats(29.92, 29.97), st.floats(121.51, 121.58))
# What people type about places, in any order: names, numbers, doors and noise.
pieces = st.sampled_from(
    [
        "汇嘉",
        "汇佳",
        "江畔",
        "菜场桥",
        "人民桥",
        "东浦",
        "洪大南路",
        "长兴东路",
        "2幢",
        "7撞",
        "三单元",
        "4楼",
        "一幢",
        "的",
        "，",
        " ",
    ]
)
homes = st.lists(st.sampled_from(["hj", "jp", "wj", "gone"]), max_size=3)


@given(st.text(max_size=60), points, points, homes)
def test_any_words_and_points_get_an_answer_with_a_reason(street, words, pin, exif, home):
    place = places.locate(words, pin, exif, home, gazetteer=street)

    assert place.reasons
    assert all(place.reasons)
    assert place.text


@given(st.lists(pieces, max_size=8).map("".join), st.none() | near_points, homes)
def test_certain_means_a_community_and_a_point_and_nothing_to_ask(street, words, pin, home):
    place = places.locate(words, pin, home=home, gazetteer=street)

    if place.certain:
        assert place.community is not None
        assert place.point is not None
        assert not place.candidates
        assert not place.outside


@given(st.lists(pieces, max_size=8).map("".join), st.none() | near_points, homes)
def test_choices_come_in_twos_or_more(street, words, pin, home):
    place = places.locate(words, pin, home=home, gazetteer=street)

    assert len(place.candidates) != 1


@given(st.lists(pieces, max_size=5).map("".join), st.integers(101, 9999), st.none() | near_points, homes)
def test_a_room_number_is_never_in_what_a_group_reads(street, words, room, pin, home):
    place = places.locate(f"{words}{room}室", pin, home=home, gazetteer=street)

    shown = place.text + "".join(choice.text + choice.label for choice in place.candidates)
    assert not re.search(r"\d{3,}|室", shown)
