"""What was seen on photos, as probabilities: plain data that rows keep and the judge weighs against words."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.core.sight import labels
from bot.core.sight.labels import Label


@dataclasses.dataclass(frozen=True, slots=True)
class Opinion:
    """How likely each label is, together one; none at all when the picture is like nothing that is known."""

    chances: Mapping[str, float]

    @property
    def label(self) -> str | None:
        """The likeliest label; None when nothing was recognised."""
        return max(self.chances, key=lambda label: self.chances[label], default=None)

    @property
    def confidence(self) -> float:
        """How likely that is."""
        return max(self.chances.values(), default=0.0)

    @property
    def shown(self) -> Label | None:
        """What the likeliest label is called and which leaves it may be; None when it speaks for no leaf."""
        found = labels.known().get(self.label or "")
        return found if found and found.leaves else None

    def is_sure(self, least: float) -> bool:
        """True when it speaks for some leaf, with this confidence at least."""
        return self.shown is not None and self.confidence >= least

    def ratio(self, code: str) -> float:
        """How many times likelier the picture makes this leaf than no picture would; 1 for what it cannot show."""
        showing = (label for label, one in labels.known().items() if code in one.leaves)
        named = [self.chances[label] for label in showing if label in self.chances]
        return 1.0 if not named else sum(named) * len(self.chances) / len(named)

    def to_json(self) -> dict[str, Any]:
        """What a line of JSON says of it."""
        chances = {label: round(chance, 4) for label, chance in self.chances.items()}
        return {"label": self.label, "confidence": round(self.confidence, 4), "chances": chances}


def combine(seen: Iterable[Opinion], least: float) -> Opinion | None:
    """One opinion of several photos: the mean of those that are sure; None when none is.

    A photo that shows an ordinary street, or nothing known, does not take away what another one shows; two that show
    different things are together no longer sure of either.
    """
    sure = [one for one in seen if one.is_sure(least)]
    if not sure:
        return None
    return Opinion({label: _mean([one.chances.get(label, 0.0) for one in sure]) for label in sure[0].chances})


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
