"""Every fault of a categories.yaml at once, in words an office clerk who edits that file can act on."""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.procedure.terms import Step

WORDS_OF_A_LEAF = (
    "code",
    "top",
    "name_zh",
    "name_en",
    "kind",
    "tier_721",
    "level",
    "party_public",
    "party_estate",
    "privacy",
    "visibility",
    "close_condition",
)
SPANS_OF_A_LEAF = ("respond", "make_safe", "close")
LISTS_OF_WORDS = ("support", "dial", "proof", "keywords", "phrases", "gb_refs")
CLOCKS = ("working", "continuous")
VISIBILITIES = ("group", "group_redacted", "staff_only", "named_only")

# The leaf of what nobody can tell yet; the program cannot do without it.
WHEN_UNCLEAR = "OTH_UNCLEAR"
# The procedure of every leaf that names none.
USUAL_PROCEDURE = "full"

# Field of a leaf -> the section of the file that lists what may stand there.
_REFERS_TO = {
    "kind": "kinds",
    "procedure": "procedures",
    "tier_721": "tiers_721",
    "level": "levels",
    "privacy": "privacy",
    "party_public": "parties",
    "party_estate": "parties",
}
_SECTIONS = {
    "levels": dict,
    "parties": dict,
    "kinds": dict,
    "procedures": dict,
    "tiers_721": dict,
    "privacy": dict,
    "top": list,
    "leaves": list,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: the entry it stands in (empty for the file as a whole) and what is wrong."""

    code: str
    words: str

    def __str__(self) -> str:
        """The fault as one line."""
        return f"{self.code}：{self.words}" if self.code else self.words


def find(raw: object) -> list[Fault]:
    """Every fault of the parsed file, in the order of the file; empty when it can be used."""
    if not isinstance(raw, dict):
        return [Fault("", "整个文件应是一张表，开头是 levels、parties、leaves 等")]
    missing = [
        Fault("", f"缺少 {name} 这一段，或它的写法不对")
        for name, shape in _SECTIONS.items()
        if not isinstance(raw.get(name), shape) or not raw[name]
    ]
    # What refers to a missing section cannot be judged: mend that first.
    return missing or [
        *_faults_of_tops(raw),
        *_faults_of_levels(raw),
        *_faults_of_procedures(raw),
        *_faults_of_leaves(raw),
    ]


def _faults_of_tops(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for entry in raw["top"]:
        wanted = {"code", "name_zh", "name_en"}
        if not isinstance(entry, dict) or set(entry) != wanted:
            yield Fault("", f"top 里的每一项要有且只有 {'、'.join(sorted(wanted))}：{entry}")


def _faults_of_levels(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for code, entry in raw["levels"].items():
        if not isinstance(entry, dict):
            yield Fault(str(code), "应写明 name_zh、name_en、clock、ack_min")
            continue
        yield from (Fault(code, f"缺少 {name}") for name in ("name_zh", "name_en") if not entry.get(name))
        if entry.get("clock") not in CLOCKS:
            yield Fault(code, f"clock 只能是 {' 或 '.join(CLOCKS)}，现在是 {entry.get('clock')}")
        if not _is_minutes(entry.get("ack_min")):
            yield Fault(code, f"ack_min 应是大于 0 的分钟数，现在是 {entry.get('ack_min')}")
        if "onsite_min" in entry and not _is_minutes(entry["onsite_min"]):
            yield Fault(code, f"onsite_min 应是大于 0 的分钟数，现在是 {entry['onsite_min']}")


def _faults_of_procedures(raw: Mapping[str, Any]) -> Iterator[Fault]:
    if USUAL_PROCEDURE not in raw["procedures"]:
        yield Fault("", f"procedures 里缺少 {USUAL_PROCEDURE}：没有另外写的类别都按它走")
    for code, entry in raw["procedures"].items():
        if not isinstance(entry, dict) or set(entry) != {"needs", "why"} or not isinstance(entry["needs"], list):
            yield Fault(str(code), "要有且只有 needs（一列步骤）和 why（一句理由）")
            continue
        unknown = [str(step) for step in entry["needs"] if step not in tuple(Step)]
        if unknown:
            yield Fault(str(code), f"needs 里没有 {'、'.join(unknown)} 这一步，只有 {'、'.join(Step)}")


def _faults_of_leaves(raw: Mapping[str, Any]) -> Iterator[Fault]:
    leaves = [entry for entry in raw["leaves"] if isinstance(entry, dict) and entry.get("code")]
    if len(leaves) < len(raw["leaves"]):
        yield Fault("", f"leaves 里有 {len(raw['leaves']) - len(leaves)} 项没有 code")
    codes = Counter(entry["code"] for entry in leaves)
    if WHEN_UNCLEAR not in codes:
        yield Fault("", f"缺少 {WHEN_UNCLEAR} 这一类：说不清的上报要有地方放")
    yield from (Fault(code, f"code 重复了 {count} 次") for code, count in codes.items() if count > 1)

    tops = {entry["code"] for entry in raw["top"] if isinstance(entry, dict) and "code" in entry}
    for entry in leaves:
        yield from _faults_of_words(entry)
        yield from _faults_of_references(entry, raw, tops)
        yield from _faults_of_spans(entry)
        yield from _faults_of_confusables(entry, set(codes))


def _faults_of_words(entry: Mapping[str, Any]) -> Iterator[Fault]:
    code = entry["code"]
    for name in WORDS_OF_A_LEAF:
        if not isinstance(entry.get(name), str) or not entry[name]:
            yield Fault(code, f"{name} 没有写")
    if not isinstance(entry.get("procedure", ""), str):
        yield Fault(code, "procedure 要写 procedures 里的一个名字")
    if not isinstance(entry.get("joint_meeting"), bool):
        yield Fault(code, "joint_meeting 只能是 true 或 false")
    for name in LISTS_OF_WORDS:
        if not isinstance(entry.get(name, []), list | None):
            yield Fault(code, f"{name} 应是一列，每行一个")


def _faults_of_references(entry: Mapping[str, Any], raw: Mapping[str, Any], tops: set[str]) -> Iterator[Fault]:
    code = entry["code"]
    for name, section in _REFERS_TO.items():
        value = entry.get(name)
        if isinstance(value, str) and value and value not in raw[section]:
            yield Fault(code, f"{name} 写的 {value} 不在 {section} 里")
    if isinstance(entry.get("top"), str) and entry["top"] not in tops:
        yield Fault(code, f"top 写的 {entry['top']} 不在 top 里")
    if isinstance(entry.get("visibility"), str) and entry["visibility"] not in VISIBILITIES:
        yield Fault(code, f"visibility 只能是 {'、'.join(VISIBILITIES)}，现在是 {entry['visibility']}")
    support = entry.get("support")
    for party in support if isinstance(support, list) else ():
        if party not in raw["parties"]:
            yield Fault(code, f"support 写的 {party} 不在 parties 里")


def _faults_of_spans(entry: Mapping[str, Any]) -> Iterator[Fault]:
    for name in SPANS_OF_A_LEAF:
        span = entry.get(name)
        if span is None:
            continue
        if not isinstance(span, dict) or span.get("clock") not in CLOCKS or not _is_minutes(span.get("minutes")):
            yield Fault(entry["code"], f"{name} 要写 clock（{' 或 '.join(CLOCKS)}）和大于 0 的 minutes")


def _faults_of_confusables(entry: Mapping[str, Any], codes: set[str]) -> Iterator[Fault]:
    pairs = entry.get("confusable_with") or []
    for pair in pairs if isinstance(pairs, list) else [pairs]:
        if not isinstance(pair, dict) or set(pair) != {"code", "rule"}:
            yield Fault(entry["code"], "confusable_with 的每一项要写 code 和 rule")
        elif pair["code"] not in codes:
            yield Fault(entry["code"], f"confusable_with 写的 {pair['code']} 不是任何一类")


def _is_minutes(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
