"""Plain words as the n-grams that a model counts: the same ones when it is trained and when it is asked."""

from collections.abc import Iterator

# Longer ones are rare and add nothing: measured, 1-4 is a point worse than 1-3.
LONGEST = 3


def ngrams(words: str) -> Iterator[str]:
    """Every run of one to three characters, as often as it stands there."""
    for length in range(1, LONGEST + 1):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]
