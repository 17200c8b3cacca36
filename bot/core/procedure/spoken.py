"""How staff tell a step: "12 公示 11-30到12-07", "12 公示 不需要：不动公共部分", "12 落实 计划 12-20", "12 步骤"."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.core import phrases
from bot.core.procedure.terms import Form

Manner = Literal["tell", "plan", "skip"]


@dataclass(frozen=True)
class Told:
    """What was told of which step. `form` None: only the list is asked for; `manner` says whether it is done."""

    number: int | None
    form: Form | None
    manner: Manner = "tell"
    words: str = ""


_JOINS = " 　,，。、;；:：\n"
# The longer words first: 公示结果 begins with 公示. A word of the trade alone is talk: 落实一下, 会议室, 决定明天去.
_WORDS = (
    (Form.RESULT, "公示结果|公示期满"),
    (Form.NOTICE, "公示"),
    (Form.APPOINT, "约会|约谈|约开会|约三方"),
    (Form.MINUTES, "会议纪要|会议|联席会议|联席会|三方座谈|座谈会|座谈"),
    (Form.DECISION, "决定|决议"),
    (Form.VISIT, "走访调研|走访"),
    (Form.CARRY_OUT, "落实"),
    (Form.UPKEEP, "维保"),
)
_FORMS = tuple(
    (form, re.compile(rf"^(?:{words})(?=$|[{_JOINS}]|\d)[{_JOINS}]*(?P<rest>.*)$", re.S)) for form, words in _WORDS
)
_LIST = re.compile(r"^(步骤|办到哪一?步了?)[。.?？]*$")
# 不用钱 pays for something; only these leave the step out.
_SKIP = re.compile(rf"^(不需要|跳过|不用走|不用办)了?[{_JOINS}]*(?P<rest>.*)$", re.S)
_PLAN = re.compile(rf"^(计划|定在|定于|安排在)[{_JOINS}]*(?P<rest>.*)$", re.S)
_QUESTION = re.compile(r"([吗么]|[?？])$")


def read(text: str) -> Told | None:
    """What is told along with a ticket's number; None for everything else that people say."""
    text = text.strip()
    for pattern in (phrases.HASH_FIRST, phrases.NUMBER_FIRST):
        found = pattern.match(text)
        if found is not None:
            return _read(int(found["number"]), found["rest"].strip(_JOINS))
    return None


def read_reply(text: str) -> Told | None:
    """What is told in a reply to a card, where the ticket is known already."""
    return read(text) or _read(None, text.strip())


def answer(form: Form, text: str) -> Told:
    """What is told to somebody who asked for just this; the step's own word may stand before it or not."""
    again = read_reply(text)
    if again is not None and again.form is form:
        return Told(None, form, again.manner, again.words)
    return _in_manner(None, form, text.strip(_JOINS))


def _read(number: int | None, words: str) -> Told | None:
    if _LIST.match(words):
        return Told(number, None)
    if _QUESTION.search(words):
        return None
    for form, pattern in _FORMS:
        found = pattern.match(words)
        if found is not None:
            return _in_manner(number, form, found["rest"].strip())
    return None


def _in_manner(number: int | None, form: Form, words: str) -> Told:
    left_out, planned = _SKIP.match(words), _PLAN.match(words)
    if left_out is not None:
        return Told(number, form, "skip", left_out["rest"].strip())
    if planned is not None:
        return Told(number, form, "plan", planned["rest"].strip())
    return Told(number, form, "tell", words)
