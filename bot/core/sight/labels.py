"""What the eye can name, in people's words, and which leaves of the taxonomy a picture of it may belong to."""

import dataclasses
import functools
from collections.abc import Mapping
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("labels.yaml")


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """One kind of picture: its name for people, and the leaves it may show, likeliest first; none says nothing."""

    name: str
    leaves: tuple[str, ...]


@functools.cache
def known() -> Mapping[str, Label]:
    """Every label by its code."""
    table = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {code: Label(row["name"], tuple(row["leaves"])) for code, row in table.items()}
