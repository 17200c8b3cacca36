"""Every sentence that the code may say exists in every language, complete, with the facts it wants."""

import ast
import re
from dataclasses import dataclass
from typing import get_args

import pytest
from fluent.syntax import ast as ftl

from bot.core import (
    announcements,
    asking,
    details,
    joining,
    ladder,
    people,
    refusals,
    requests,
    taxonomy,
    tiers,
    workflow,
)
from bot.core.classify import judgement
from bot.core.classify.complaint import Against
from bot.core.photos import BadPhoto, Reason
from bot.core.procedure.terms import Form, Party, Step
from bot.core.roster import dates, kinds, swaps
from bot.core.texts import Texts
from bot.core.workflow import Action, Need, Status
from tests import sentences

LOCALES = ("zh-CN", "en")
KINDS_OF_MATTER = taxonomy.load(sentences.ROOT / "bot" / "categories.yaml")
EMERGENCIES = {leaf.code for leaf in KINDS_OF_MATTER.leaves.values() if leaf.level == "L0"}


@dataclass(frozen=True)
class Family:
    """The sentences that an f-string may ask for: those it must find, and those it uses where they exist."""

    must: frozenset[str]
    may: frozenset[str] = frozenset()


def of(*must: str, may: set[str] | frozenset[str] = frozenset()) -> Family:
    """A family by its members."""
    return Family(frozenset(must), frozenset(may))


#: what a member of staff is asked before; the rest a button carries, or another one decides
ASKED_FOR = {row.action for row in workflow.TABLE if row.needs - {Need.RATING, Need.REQUEST, Need.UNTIL}} - {
    Action.PROVE
}
#: a number, a day, another number
HARMLESS = {"number", "until", "main"}
TAKEN_OUT = (Action.SPLIT, Action.PART)
FAMILIES = {
    "ask-{}": of("place", "all", "words", "category", may=EMERGENCIES),
    "asked-{}": of(*requests.DECIDERS),
    "card-against-{}": of(*get_args(Against)),
    # The rest are names for the same step: where people are concerned nothing is fenced off, somebody is there.
    "button-{}": of(
        *(action for row in workflow.BUTTONS.values() for action in row),
        *workflow.MENU,
        may={"more", "make_safe-private", "return-party"},
    ),
    "button-{}-{}": of(),
    "decide-{}": of(asking.GRANT, asking.REFUSE),
    "decided-{}": of(*(f"{action}-{verdict}" for action in requests.DECIDERS for verdict in ("granted", "refused"))),
    "flag-{}": of("supervised", "late", "extended", "rework"),
    "courier-{}": of(Action.PASS, Action.FAIL),
    # A bare number like 119 says enough; a name that stands for a number, or one nobody knows by heart, has words.
    "dial-{}": of("gas_hotline", may={name for leaf in KINDS_OF_MATTER.leaves.values() for name in leaf.dial}),
    "due-{}": of(ladder.CLAIM, ladder.MAKE_SAFE, ladder.CLOSE),
    "duty-street-{}": of(*kinds.POSTS),
    "form-{}": of(*Form),
    "level-{}": of(*KINDS_OF_MATTER.levels),
    "mark-{}": of(*KINDS_OF_MATTER.levels),
    "nudge-{}": of(
        *(f"{clock}_{step}" for clock, steps in ladder.STEPS.items() for step in steps if clock != ladder.SUSPEND),
        may={"alone", "several", "group", "beyond", "undelivered"},
    ),
    "owner-{}": of(*announcements.TO_OWNER),
    # Fetching says "gone" of a picture that the platform does not give out.
    "photo-{}": of(*get_args(Reason), "gone"),
    "post-{}": of(*people.COMMUNITY_POSTS, *people.STREET_POSTS),
    "prompt-{}": of(*ASKED_FOR),
    "proof-{}": of(*{name for leaf in KINDS_OF_MATTER.leaves.values() for name in leaf.proof}),
    "receipt-against-{}": of(*get_args(Against)),
    "rating-{}": of(*details.RATINGS),
    "roster-date-{}": of(*get_args(dates.Fault)),
    "safety-{}": of(*EMERGENCIES, "other", may=set(KINDS_OF_MATTER.leaves)),
    "step-{}": of(*Step),
    "step-ask-{}": of(*Form),
    "step-example-{}": of(*Form),
    # what a step wants to be told, and which of the three came
    "step-lacks-{}": of(
        *("words", "reason", "day", "time", "where", "first", "last", "present", "matter", "funds", "upkeep", "count"),
        *("objection", *Party),
    ),
    "status-{}": of(*Status),
    "swap-status-{}": of("asked", "agreed", "approved", "refused", "void"),
    "swap-toast-{}": of(*swaps.Step),
    "swap-{}": of(*swaps.Step),
    "talk-{}": of(*judgement.KINDS),
    "toast-{}": of(*Action),
    # A matter taken out of another: one more (split), or not the same at all (part).
    "taken-{}": of(*TAKEN_OUT, *(f"{action}-private" for action in TAKEN_OUT)),
    "told-{}": of(*announcements.TO_REPORTERS),
    # What a courier may hear of a people matter; without one of these he would read names and reasons.
    "told-{}-dispute": of(*announcements.CLOSING),
    "told-{}-private": of(*announcements.TO_REPORTERS - {Action.REOPEN}, may={Action.REOPEN}),
    "tier-{}": of(*tiers.TARGET),
    "trade-{}": of(*joining.TRADES),
    "why-against-{}": of(*get_args(Against)),
    "weekday-{}": of(*"1234567"),
}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_line_of_a_locale_is_a_sentence(locale):
    entries = sentences.resource(locale).body

    junk = [entry.content for entry in entries if isinstance(entry, ftl.Junk)]

    assert junk == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_is_written_twice(locale):
    ids = [entry.id.name for entry in sentences.resource(locale).body if isinstance(entry, ftl.Message)]

    twice = sorted({text_id for text_id in ids if ids.count(text_id) > 1})

    assert twice == []


def test_both_languages_have_the_same_sentences():
    chinese, english = sentences.variables("zh-CN"), sentences.variables("en")

    assert set(english) == set(chinese)


def test_both_languages_want_the_same_facts():
    chinese, english = sentences.variables("zh-CN"), sentences.variables("en")

    different = {text_id for text_id in chinese if chinese[text_id] != english.get(text_id)}

    assert different == set()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("kind", "limit"), [("button-", 10), ("field-", 5)])
def test_words_on_a_card_fit_the_narrowest_channel(locale, kind, limit):
    texts = Texts(locale)

    # WeCom's card is the narrowest: so many characters has a button's label, and a field's name.
    said = [texts(text_id) for text_id in sentences.variables(locale) if text_id.startswith(kind)]
    too_long = [words for words in said if len(words) > limit]

    assert too_long == []


def test_every_sentence_named_in_the_code_exists():
    known = sentences.variables("zh-CN")

    # The two roots of a refusal's tree are never said: `test_every_refusal_has_a_sentence` looks at the leaves.
    silent = {refusals.Refusal.text_id, BadPhoto.text_id}
    missing = [one for one in sentences.said() if not one.is_family and one.text_id not in {*known, *silent}]

    assert missing == []


def test_every_family_of_sentences_in_the_code_is_listed_here():
    families = {one.text_id for one in sentences.said() if one.is_family}

    assert families == set(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_of_sentences_is_complete(family):
    known = sentences.variables("zh-CN")

    missing = {family.format(member) for member in FAMILIES[family].must} - set(known)

    assert missing == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_courier_hears_of_a_people_matter_has_no_room_for_names_or_reasons(locale):
    said = sentences.variables(locale).items()
    wanted = {text_id: facts for text_id, facts in said if re.fullmatch("(told|taken)-.*-private", text_id)}

    too_much = {text_id for text_id, facts in wanted.items() if facts - HARMLESS}

    assert too_much == set()


def test_every_refusal_has_a_sentence():
    known = sentences.variables("zh-CN")

    # BadPhoto is told as photo-REASON by bot.core.pictures, and never reaches a handler.
    silent = {kind.text_id for kind in _kinds_of(refusals.Refusal) if kind is not BadPhoto} - set(known)

    assert silent == set()


def test_every_sentence_gets_the_facts_it_wants():
    known = sentences.variables("zh-CN")

    hungry = [
        (text_id, one.where, sorted(known[text_id] - one.facts))
        for one in sentences.said()
        if one.facts is not None
        for text_id in _meant(one, known)
        if not known[text_id] <= one.facts
    ]

    assert hungry == []


def test_no_sentence_is_left_over():
    named = _strings_in_the_code()
    family = {key.format(member) for key, members in FAMILIES.items() for member in members.must | members.may}

    left_over = [text_id for text_id in sentences.variables("zh-CN") if text_id not in named | family]

    assert left_over == []


def _kinds_of(kind: type[refusals.Refusal]) -> list[type[refusals.Refusal]]:
    return [one for child in kind.__subclasses__() for one in (child, *_kinds_of(child))]


def _meant(one: sentences.Said, known: dict[str, frozenset[str]]) -> list[str]:
    """The sentences that may be said here: the one, or the members of the family that exist."""
    members = FAMILIES[one.text_id].must | FAMILIES[one.text_id].may if one.is_family else frozenset({""})
    return [text_id for member in members if (text_id := one.text_id.format(member)) in known]


def _strings_in_the_code() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sentences.SOURCES)
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
