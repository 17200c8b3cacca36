"""What 改 offers: what the words may mean besides, what is easily mistaken for it, and never a guess about people."""

import pytest

from bot.core.reports import headlines
from bot.core.street import Street


def others(words: str, street: Street, *siblings: str) -> list[str]:
    return headlines.other_leaves(street.judged(words).code, siblings, words, street)


@pytest.mark.parametrize(
    ("words", "among"),
    [
        # sure of itself: what a lamp is mistaken for
        ("2幢路灯不亮", "PRO_FACILITY"),
        ("5幢楼道灯不亮", "FAC_LIGHT"),
        ("2幢门口垃圾箱让风刮翻了", "ENV_BULKY"),
        # hardly read at all: its best guesses
        ("2幢路中间有一堆东西", "ENV_GARBAGE"),
    ],
)
def test_two_or_three_are_offered_and_the_likely_one_is_among_them(street: Street, words: str, among: str):
    found = others(words, street)

    assert 2 <= len(found) <= 3
    assert among in found


@pytest.mark.parametrize("words", ["2幢路灯不亮", "2幢门口垃圾箱让风刮翻了", "9幢水管爆了", "12幢楼上往下扔酒瓶"])
def test_a_sure_reading_does_not_make_anybody_think_of_people(street: Street, words: str):
    assert [code for code in others(words, street) if not street.taxonomy.is_public(code)] == []


def test_what_he_reported_beside_it_is_not_offered(street: Street):
    assert "PRO_FACILITY" not in others("2幢路灯不亮", street, "PRO_FACILITY")


def test_without_words_there_is_nothing_to_offer(street: Street):
    assert headlines.other_leaves("OTH_UNCLEAR", (), "", street) == []
