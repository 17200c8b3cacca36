"""The shape of one safety rule: the sign that fires it, how much it weighs, what takes it back, and why."""

import dataclasses
import re

# A floor stands from FIRES on: one clear sign, or two that each mean little alone.
SURE, LIKELY, HINT = 3, 2, 1
FIRES = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """One sign of an emergency; a match of `unless` anywhere in the message means the sign has another sense.

    Patterns are matched on words without punctuation, blanks and emoji, in simplified half-width lower case.
    `reason` ends the sentence that begins with the words found: “冒烟”+reason.
    """

    leaf: str
    weight: int
    sign: re.Pattern[str]
    reason: str
    unless: re.Pattern[str] | None = None


def sign(leaf: str, weight: int, pattern: str, reason: str, unless: str | None = None) -> Rule:
    """A rule with its patterns compiled."""
    return Rule(leaf, weight, re.compile(pattern), reason, re.compile(unless) if unless else None)
