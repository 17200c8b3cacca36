"""What a model is fitted from besides tables: the taxonomy's phrases and corrections; and all of it as plain words."""

from collections.abc import Iterable
from dataclasses import replace

import models
from bot.core import classify
from bot.core.taxonomy import Taxonomy
from bot.training.tables import Example

PHRASES = "categories.yaml"
CORRECTIONS = "corrections"


def phrases(taxonomy: Taxonomy) -> list[Example]:
    """The taxonomy's own phrases, as examples by a hand of their own."""
    return [Example(phrase, leaf.code, PHRASES) for leaf in taxonomy.leaves.values() for phrase in leaf.phrases]


def corrections(rows: Iterable[models.Example]) -> list[Example]:
    """What couriers and staff put right, as examples by a hand of their own."""
    return [Example(row.words, row.code, CORRECTIONS) for row in rows]


def plain(examples: Iterable[Example]) -> list[Example]:
    """The same examples with their words as a model reads them; those without any are left out."""
    spelt = [replace(example, words=classify.plain(example.words)) for example in examples]
    return [example for example in spelt if example.words]
