"""The labelled captions that the rigs measure on: those that the street's model learns from, one table a hand."""

import csv
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: the material beside the repository
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDER = Path(__file__).resolve().parents[1] / "bot" / "captions"


@dataclass(frozen=True)
class Caption:
    """One courier's words with what they mean; `level` and `privacy` are empty for NONE and UPDATE."""

    text: str
    code: str
    level: str
    privacy: str
    hand: str

    @property
    def was_tuned_on(self) -> bool:
        """True for the half that was looked at while the lists and rules were written."""
        return zlib.crc32(self.text.encode()) % 2 == 0


def read(folder: Path) -> Sequence[Caption]:
    """The captions of every table of the folder, in order; empty where there are none."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            found += [Caption(row["text"], row["code"], row["level"], row["privacy"], path.name) for row in rows]
    return found
