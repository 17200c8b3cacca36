"""The floor under every verdict: words that may be an emergency are one, whatever else they may be."""

import dataclasses
import re
from collections.abc import Sequence

from bot.core.classify import dangers, denial
from bot.core.taxonomy import Taxonomy

# How sure one is at a given weight of signs; beyond two clear signs nothing is added.
_SURENESS = {2: 0.7, 3: 0.85, 4: 0.9, 5: 0.93}
_MOST_SURE = 0.97
# With two emergencies of equal weight the one that kills fastest leads; it is the order of the rules.
_ORDER = {leaf: place for place, leaf in enumerate(dict.fromkeys(rule.leaf for rule in dangers.RULES))}


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One sign of danger found in the words, which nothing around it takes back."""

    rule: dangers.Rule
    words: str


@dataclasses.dataclass(frozen=True, slots=True)
class Floor:
    """An emergency read from the words, and the next one in the same message if there are two."""

    code: str
    confidence: float
    reasons: tuple[str, ...]
    second_code: str | None
    #: true when no single sign proves it
    suspected: bool = False


def extend(taxonomy: Taxonomy) -> tuple[dangers.Rule, ...]:
    """The rules for the leaves of this taxonomy; an emergency leaf without any has its keywords as clear signs."""
    written = {rule.leaf for rule in dangers.RULES}
    added = [
        dangers.sign(leaf.code, dangers.SURE, "|".join(map(re.escape, leaf.keywords)), f"是{leaf.name_zh}的说法")
        for leaf in taxonomy.leaves.values()
        if leaf.level == "L0" and leaf.code not in written and leaf.keywords
    ]
    return (*(rule for rule in dangers.RULES if rule.leaf in taxonomy.leaves), *added)


def find(words: str, rules: Sequence[dangers.Rule] = dangers.RULES) -> tuple[Finding, ...]:
    """Every sign of danger in normalised `words`, in the order of the rules."""
    return tuple(found for rule in rules if (found := _find(rule, words)))


def weigh(findings: Sequence[Finding]) -> dict[str, int]:
    """The weight of signs per emergency leaf."""
    weights: dict[str, int] = {}
    for found in findings:
        weights[found.rule.leaf] = weights.get(found.rule.leaf, 0) + found.rule.weight
    return weights


def explain(findings: Sequence[Finding], code: str) -> tuple[str, ...]:
    """Why the words point to this emergency, one sentence a sign."""
    said = (f"“{found.words}”{found.rule.reason}" for found in findings if found.rule.leaf == code)
    return tuple(dict.fromkeys(said))


def floor(words: str, rules: Sequence[dangers.Rule] = dangers.RULES) -> Floor | None:
    """The emergency that normalised `words` speak of, None when nothing in them clearly points to one."""
    return lay(find(words, rules))


def lay(findings: Sequence[Finding]) -> Floor | None:
    """The floor that these signs make, None when they weigh too little."""
    weights = weigh(findings)
    firing = [leaf for leaf, weight in weights.items() if weight >= dangers.FIRES]
    if not firing:
        return None
    firing.sort(key=lambda leaf: (-weights[leaf], _ORDER.get(leaf, len(_ORDER))))
    return Floor(
        code=firing[0],
        confidence=_SURENESS.get(weights[firing[0]], _MOST_SURE),
        reasons=explain(findings, firing[0]),
        second_code=firing[1] if len(firing) > 1 else None,
    )


def _find(rule: dangers.Rule, words: str) -> Finding | None:
    """The first match of the rule's sign that nothing takes back."""
    if rule.unless and rule.unless.search(words):
        return None
    for match in rule.sign.finditer(words):
        if not denial.is_taken_back(words, match.start(), match.end(), rule.leaf):
            return Finding(rule, match.group())
    return None


def find_denied(words: str, rules: Sequence[dangers.Rule] = dangers.RULES) -> frozenset[str]:
    """The leaves of which a clear sign stands in the words and every sign, faint ones too, is taken back."""
    denied: set[str] = set()
    meant: set[str] = set()
    for rule in rules:
        for match in rule.sign.finditer(words):
            if not denial.is_taken_back(words, match.start(), match.end(), rule.leaf):
                meant.add(rule.leaf)
            elif rule.weight >= dangers.FIRES:
                denied.add(rule.leaf)
    return frozenset(denied - meant)


def find_taken_back(words: str) -> dict[str, str]:
    """The clear signs of danger that the words around them take back (denied, past, feared, staged), by their leaf."""
    found: dict[str, str] = {}
    for rule in dangers.RULES:
        match = rule.sign.search(words) if rule.weight >= dangers.FIRES else None
        if match and denial.is_taken_back(words, match.start(), match.end(), rule.leaf):
            found.setdefault(rule.leaf, match.group())
    return found
