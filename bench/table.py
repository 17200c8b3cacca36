"""What a rig hands back: rows with their headings, how big it was to be, and how times and shares are written."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """How much each rig does; `captions` None takes them all."""

    captions: int | None
    photos: int
    lifecycles: int
    pressers: int
    repeats: int
    year_tickets: int


# Three repeats are the fewest with a median; 200 pictures carry a p95 that ten of them lie beyond.
FULL = Scale(captions=None, photos=200, lifecycles=60, pressers=200, repeats=3, year_tickets=20_000)
QUICK = Scale(captions=300, photos=10, lifecycles=5, pressers=20, repeats=1, year_tickets=40)


@dataclass(frozen=True)
class Table:
    """The rows of one rig; `notes` say what the numbers are not."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()


def skipped(title: str, why: str) -> Table:
    """The table of a rig that could not measure."""
    return Table(title, ("skipped",), ((why,),))


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least so many percent of the values do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(len(ranked) * percent / 100) - 1)]


def milliseconds(seconds: float) -> str:
    """The time as the tables write it."""
    return f"{seconds * 1000:.2f}" if seconds < 1 else f"{seconds * 1000:.0f}"


def share(hits: int, of: int) -> str:
    """A rate with its denominator; a dash where there was nothing to count."""
    return f"{hits / of:.3f} ({hits}/{of})" if of else "–"


def spread(values: Sequence[float]) -> str:
    """The median with the lowest and the highest."""
    return f"{statistics.median(values):.1f} ({min(values):.1f}–{max(values):.1f})"


def thinned(count: int, most: int | None) -> range:
    """The positions of at most `most` of so many, evenly spread; all of them for None."""
    return range(0, count, 1 if most is None else max(1, math.ceil(count / most)))
