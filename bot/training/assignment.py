"""What a lesson is given, and what comes of it: plain values that travel between two processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import bot
from bot.core.rules import Judging
from bot.training.exam import Figures
from bot.training.tables import Example

#: the tables that come with the program
CAPTIONS = Path(bot.__file__).with_name("captions")


@dataclass(frozen=True)
class Files:
    """Where a lesson finds the taxonomy and the tables of captions, and where models go."""

    models: Path
    categories: Path
    captions: Path = CAPTIONS

    @property
    def tables(self) -> Sequence[Path]:
        """The tables, in the same order on every machine."""
        return sorted(self.captions.glob("*.csv"))


@dataclass(frozen=True)
class Assignment:
    """Besides the tables: what the model in use has learned from, and what came since."""

    files: Files
    judging: Judging
    known: Sequence[Example]
    fresh: Sequence[Example]


@dataclass(frozen=True)
class Outcome:
    """How the old and the new way of learning did; the new model's folder when it passed, None when it did not."""

    old: Figures
    new: Figures
    folder: str | None

    def to_json(self) -> dict[str, dict[str, float]]:
        """Both ones' figures as a row keeps them."""
        return {"old": self.old.to_json(), "new": self.new.to_json()}
