"""What can be reported: the leaves of categories.yaml with their clocks, parties and privacy, checked."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml

from bot.core import taxonomy_faults
from bot.core.procedure.terms import Step

Clock = Literal["working", "continuous"]


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """A length of time on one of the two clocks."""

    clock: Clock
    minutes: int


@dataclasses.dataclass(frozen=True, slots=True)
class Level:
    """How urgent a matter is; `ack_minutes` is the time to claim it on `clock`."""

    code: str
    name_zh: str
    name_en: str
    clock: Clock
    ack_minutes: int
    onsite_minutes: int | None
    note: str


@dataclasses.dataclass(frozen=True, slots=True)
class Top:
    """One of the eight families of leaves."""

    code: str
    name_zh: str
    name_en: str


@dataclasses.dataclass(frozen=True, slots=True)
class Procedure:
    """Which steps a complex matter needs before it is closed, and why these."""

    needs: tuple[Step, ...]
    why: str


@dataclasses.dataclass(frozen=True, slots=True)
class Confusable:
    """A leaf that is easily mistaken for this one, and the rule that separates them."""

    code: str
    rule: str


@dataclasses.dataclass(frozen=True, slots=True)
class Leaf:
    """One kind of matter: who handles it, how fast, who may see it and what proves it done."""

    code: str
    top: str
    name_zh: str
    name_en: str
    kind: str
    procedure: str
    tier_721: str
    level: str
    respond: Span | None
    make_safe: Span | None
    close: Span | None
    party_public: str
    party_estate: str
    support: tuple[str, ...]
    dial: tuple[str, ...]
    privacy: str
    visibility: str
    joint_meeting: bool
    proof: tuple[str, ...]
    close_condition: str
    keywords: tuple[str, ...]
    confusable_with: tuple[Confusable, ...]
    phrases: tuple[str, ...]
    gb_refs: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Taxonomy:
    """Every leaf by its code, in the order of the file, with the names the leaves refer to."""

    leaves: Mapping[str, Leaf]
    tops: Mapping[str, Top]
    levels: Mapping[str, Level]
    parties: Mapping[str, str]
    kinds: Mapping[str, str]
    procedures: Mapping[str, Procedure]
    tiers_721: Mapping[str, str]
    privacies: Mapping[str, str]

    def leaf(self, code: str) -> Leaf:
        """The leaf of this code; KeyError when there is none."""
        return self.leaves[code]

    def procedure(self, code: str) -> Procedure:
        """What a matter of this leaf needs, if it is a complex one."""
        return self.procedures[self.leaves[code].procedure]

    def is_public(self, code: str) -> bool:
        """Whether a card about this leaf may stand in a group: nothing about a person is expected in it."""
        return self.leaves[code].privacy in ("none", "image")


def load(path: Path) -> Taxonomy:
    """The checked taxonomy of a YAML file; ValueError naming every fault at once, each with its line."""
    text = path.read_text(encoding="utf-8")
    try:
        # The C loader reads the file in a tenth of the time; both loaders build plain data only.
        raw = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name} 不是合格的 YAML：{error}") from error

    faults = taxonomy_faults.find(raw)
    if faults:
        lines = [f"第 {_line_of(text, fault.code)} 行 {fault}" if fault.code else str(fault) for fault in faults]
        raise ValueError(f"{path.name} 有 {len(faults)} 处要改：\n" + "\n".join(lines))
    return _build(raw)


def _line_of(text: str, code: str) -> int:
    """The line on which the entry of this code begins, 1 when the code stands nowhere by itself."""
    found = re.search(rf"^(- code: |  ){re.escape(code)}:?$", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _build(raw: Mapping[str, Any]) -> Taxonomy:
    """The taxonomy of data already found to be without fault."""
    return Taxonomy(
        leaves=MappingProxyType({entry["code"]: _build_leaf(entry) for entry in raw["leaves"]}),
        tops=MappingProxyType({entry["code"]: Top(**entry) for entry in raw["top"]}),
        levels=MappingProxyType({code: _build_level(code, entry) for code, entry in raw["levels"].items()}),
        parties=MappingProxyType(dict(raw["parties"])),
        kinds=MappingProxyType(dict(raw["kinds"])),
        procedures=MappingProxyType({code: _build_procedure(entry) for code, entry in raw["procedures"].items()}),
        tiers_721=MappingProxyType(dict(raw["tiers_721"])),
        privacies=MappingProxyType(dict(raw["privacy"])),
    )


def _build_level(code: str, entry: Mapping[str, Any]) -> Level:
    return Level(
        code=code,
        name_zh=entry["name_zh"],
        name_en=entry["name_en"],
        clock=entry["clock"],
        ack_minutes=entry["ack_min"],
        onsite_minutes=entry.get("onsite_min"),
        note=entry.get("note", ""),
    )


def _build_procedure(entry: Mapping[str, Any]) -> Procedure:
    return Procedure(tuple(step for step in Step if step in entry["needs"]), str(entry["why"]))


def _build_leaf(entry: Mapping[str, Any]) -> Leaf:
    fields: dict[str, Any] = {name: entry[name] for name in (*taxonomy_faults.WORDS_OF_A_LEAF, "joint_meeting")}
    fields["procedure"] = entry.get("procedure") or taxonomy_faults.USUAL_PROCEDURE
    fields |= {name: _build_span(entry.get(name)) for name in taxonomy_faults.SPANS_OF_A_LEAF}
    fields |= {name: _build_words(entry.get(name)) for name in taxonomy_faults.LISTS_OF_WORDS}
    return Leaf(**fields, confusable_with=tuple(Confusable(**pair) for pair in entry.get("confusable_with") or ()))


def _build_span(span: Mapping[str, Any] | None) -> Span | None:
    return Span(clock=span["clock"], minutes=span["minutes"]) if span else None


def _build_words(words: Sequence[object] | None) -> tuple[str, ...]:
    return tuple(str(word) for word in words or ())
