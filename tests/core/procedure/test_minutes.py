"""What is read out of the words about a meeting, a decision and the end of a notice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.procedure import minutes
from bot.core.procedure.terms import Fund, Party

C, O, P = Party.COMMUNITY, Party.OWNERS, Party.PROPERTY  # noqa: E741 - the three, short enough for a table
ALL = {C: True, O: True, P: True}


@pytest.mark.parametrize(
    ("words", "came"),
    [
        ("居委会、业委会、物业都到了，物业下周三加减震垫，公共收益出", ALL),
        ("业委会没来，电话同意，居委会、物业到了", {O: False, C: True, P: True}),
        ("三方都到了", ALL),
        ("居委会主持，业委会、物业到场", ALL),
        ("居委会、物业到，业委会请假", {C: True, P: True, O: False}),
        ("业委会、物业到了 居委会没到", {O: True, P: True, C: False}),
        # an estate without a committee
        ("没有业委会，社区和物业参加", {O: False, C: True, P: True}),
        # names alone are those who came, unless what follows speaks of them all
        ("居委会、业委会、物业，定了下周三加垫", ALL),
        ("居委会、业委会、物业，都没来", {C: False, O: False, P: False}),
        ("居委会，业委会，物业都没来", {C: False, O: False, P: False}),
        ("居委会、业委会，物业没来", {C: True, O: True, P: False}),
        # as headings
        ("缺席：业委会；到场：居委会、物业", {O: False, C: True, P: True}),
        # whoever is only spoken of was not there for all we know
        ("物业下周三加减震垫", {}),
        ("居委会和业委会到了，物业下周三加减震垫", {C: True, O: True}),
        ("大家都到了", {}),
        ("", {}),
        ("12345", {}),
    ],
)
def test_who_came_is_read_out_of_the_minutes(words: str, came: dict[Party, bool]):
    assert minutes.attendance(words) == came


@pytest.mark.parametrize(
    ("words", "funds"),
    [
        ("公共收益出", [Fund.COMMON_INCOME]),
        ("维修资金出一半，财政出一半", [Fund.REPAIR_FUND, Fund.BUDGET]),
        ("财政补一点，不够的自筹", [Fund.BUDGET, Fund.OWN]),
        ("不用钱", [Fund.NOTHING]),
        ("不用公共收益，住户分摊", [Fund.OWN]),
        ("公共部分装风幕机", []),
        ("", []),
    ],
)
def test_who_pays_is_read_in_the_order_of_the_words(words: str, funds: list[Fund]):
    assert minutes.funds(words) == funds


@pytest.mark.parametrize(
    ("words", "clause", "parties"),
    [
        ("装风幕机，后期维保由业委会、物业承担", "后期维保由业委会、物业承担", [O, P]),
        ("换电梯，厂家维护三年", "厂家维护三年", []),
        ("加垫子，不用维保", "不用维保", []),
        # upkeep, but nobody's
        ("以后要维保", "", []),
        # 维修资金 pays, it maintains nothing
        ("维修资金出", "", []),
    ],
)
def test_who_maintains_is_the_clause_that_says_so(words: str, clause: str, parties: list[Party]):
    assert minutes.upkeep(words) == (clause, parties)


@pytest.mark.parametrize(
    ("words", "says_what"),
    [
        ("装22台风幕机，公共收益出，物业维保", True),
        ("公共收益出钱装风幕机，物业维保", True),
        ("公共收益出，物业维保", False),
        ("不用钱，不用维保", False),
        ("", False),
    ],
)
def test_a_decision_says_more_than_who_pays(words: str, says_what: bool):
    assert minutes.has_matter(words) is says_what


@pytest.mark.parametrize(
    ("words", "count", "text"),
    [
        ("2家反对：怕绿化少了", 2, "怕绿化少了"),
        ("两户不同意，怕吵", 2, "怕吵"),
        ("十二家有意见：停车位", 12, "停车位"),
        ("怕绿化少 3户", 3, "怕绿化少"),
        ("没有反对", 0, ""),
        ("没有人反对", 0, ""),
        ("无异议", 0, ""),
        ("没有", 0, ""),
        ("0家", 0, ""),
        # how many is not said, or not to what
        ("有人反对", None, "有人反对"),
        ("2家反对", 2, ""),
        ("", None, ""),
        ("123", None, "123"),
    ],
)
def test_the_end_of_a_notice_says_how_many_object_and_to_what(words: str, count: int | None, text: str):
    assert minutes.objections(words) == (count, text)


@given(st.text(alphabet="居委会业物三方都没来到了请假缺席，。、；：公共收益维修资金保2家反对0一", max_size=60))
def test_whatever_is_typed_is_read_without_a_fault(words: str):
    came, (count, _) = minutes.attendance(words), minutes.objections(words)

    assert set(came) <= set(Party)
    assert count is None or count >= 0
