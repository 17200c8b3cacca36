"""A kind of matter as staff type it: 复杂事项 要业委会表决."""

import pytest

from bot.core import answers, phrases
from bot.core.details import Details
from bot.core.street import Street
from bot.core.workflow import Action
from tests.street import moment


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("12 改成复杂事项 要业委会表决", Details(kind="complex", text="要业委会表决")),
        ("12 改为跨部门，市政和环卫都要来", Details(kind="cross_department", text="市政和环卫都要来")),
        ("#12 转成简易 物业自己能修", Details(kind="simple", text="物业自己能修")),
        # the reason is asked for by the step itself
        ("12 改成复杂", Details(kind="complex")),
    ],
)
def test_a_kind_is_typed_with_its_reason(street: Street, text: str, details: Details):
    saying = phrases.read(text)
    assert saying is not None

    words = phrases.argument_of(saying.words, saying.meaning)

    assert saying.meaning == "set_kind"
    assert answers.read(Action.SET_KIND, words, now=moment("2026-11-23 10:00"), street=street) == details


@pytest.mark.parametrize("text", ["12 改成明天", "12 改成红色的", "12 这个很复杂", "12 改天再说"])
def test_other_changes_are_no_kind(text: str):
    saying = phrases.read(text)

    assert saying is None or saying.meaning != "set_kind"
