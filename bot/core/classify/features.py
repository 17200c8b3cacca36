"""Plain words as the n-grams that a model counts: the same ones when it is trained and when it is asked."""

from collections.abc import Iterator

# Longer ones are rare and add nothing: measured, 1-4 is a point worse than 1-3.
LONGEST = 3
# Whoever writes a letter says first what it is about. In words longer than a caption the n-grams of the beginning count
# by themselves, twice: measured on letters to a city, a point of macro-F1. Plain words hold no such mark.
LETTER_FROM = 50
OPENING, OPENING_MARK, OPENING_TIMES = 25, "^", 2


def ngrams(words: str) -> Iterator[str]:
    """Every run of one to three characters, as often as it stands there; of a letter's opening again, marked."""
    yield from _runs(words)
    if len(words) > LETTER_FROM:
        for run in _runs(words[:OPENING]):
            yield from (OPENING_MARK + run for _ in range(OPENING_TIMES))


def _runs(words: str) -> Iterator[str]:
    for length in range(1, LONGEST + 1):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]
