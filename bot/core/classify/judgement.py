"""What a judge says about a message: the leaf, how urgent, how sure, why, and what else it might be."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal, get_args

from bot.core.classify.complaint import Against

Decision = Literal["file", "ask", "person"]
# Why a message is no matter, so that the bot can answer fittingly.
Kind = Literal["thanks", "greeting", "chat", "order", "denied"]

NONE = "NONE"
UPDATE = "UPDATE"
UNCLEAR = "OTH_UNCLEAR"
# From here on an emergency is at least the first thing offered in the question back; only people settle this doubt.
WORRY = 0.1
# Between what a group may see and what it may not nobody guesses: a leaf of the other side this likely is asked about.
OTHER_SIDE = 0.15
MOST_ALTERNATIVES = 3
# More words than this do not explain better.
MOST_REASONS = 4
KINDS: Mapping[str, Kind] = {kind: kind for kind in get_args(Kind)}


@dataclasses.dataclass(frozen=True, slots=True)
class Alternative:
    """Another leaf that the words may mean, and how likely."""

    code: str
    confidence: float


@dataclasses.dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on one message; `code` is a leaf, NONE (no matter) or UPDATE (about an earlier report)."""

    code: str
    level: str | None
    confidence: float
    decision: Decision
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()
    second_code: str | None = None
    kind: Kind | None = None
    #: an alarm that no sign proves: it is acted on, but says nothing about what the words are otherwise
    suspected: bool = False
    #: the photo had a say in it
    by_photo: bool = False
    #: whom of those who would get the matter the words complain of
    against: Against | None = None

    @property
    def is_clear(self) -> bool:
        """True when it may stand without asking, and is no mere suspicion."""
        return self.decision == "file" and not self.suspected

    def to_json(self) -> dict[str, Any]:
        """The verdict as plain data, for a row or a line of JSON."""
        return dataclasses.asdict(self)
