"""How staff tell a step, and how their other talk is left alone."""

import pytest

from bot.core.procedure import spoken
from bot.core.procedure.spoken import Told
from bot.core.procedure.terms import Form


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the forms that the page names
        ("12 约会 11-30 14:00 居委会会议室", Told(12, Form.APPOINT, words="11-30 14:00 居委会会议室")),
        ("12 会议 三方都到了", Told(12, Form.MINUTES, words="三方都到了")),
        ("12 公示 11-30到12-07", Told(12, Form.NOTICE, words="11-30到12-07")),
        ("12 公示结果 2家反对：怕绿化少了", Told(12, Form.RESULT, words="2家反对：怕绿化少了")),
        ("12 决定 不用钱", Told(12, Form.DECISION, words="不用钱")),
        ("12 走访 看过", Told(12, Form.VISIT, words="看过")),
        ("12 落实 装好了", Told(12, Form.CARRY_OUT, words="装好了")),
        ("12 维保 物业接手", Told(12, Form.UPKEEP, words="物业接手")),
        ("12 步骤", Told(12, None)),
        # other words for the same
        ("#12 走访调研：看过", Told(12, Form.VISIT, words="看过")),
        ("12，三方座谈，都到了", Told(12, Form.MINUTES, words="都到了")),
        ("12 座谈会 三方都到了", Told(12, Form.MINUTES, words="三方都到了")),
        ("12 联席会 三方都到了", Told(12, Form.MINUTES, words="三方都到了")),
        ("12 公示11-30到12-07", Told(12, Form.NOTICE, words="11-30到12-07")),
        ("#12步骤？", Told(12, None)),
        # several lines are kept whole
        ("12 会议\n三方都到了\n下周三加垫", Told(12, Form.MINUTES, words="三方都到了\n下周三加垫")),
        # left out, and planned
        ("12 公示 不需要：不动公共部分", Told(12, Form.NOTICE, "skip", "不动公共部分")),
        ("12 维保 跳过 厂家包五年", Told(12, Form.UPKEEP, "skip", "厂家包五年")),
        ("12 落实 计划 12-20", Told(12, Form.CARRY_OUT, "plan", "12-20")),
        ("12 走访 定在明天", Told(12, Form.VISIT, "plan", "明天")),
        # nothing behind the word: what is missing is asked for
        ("12 公示", Told(12, Form.NOTICE)),
        ("12 公示 不需要", Told(12, Form.NOTICE, "skip")),
    ],
)
def test_a_step_is_told_with_the_number(text: str, told: Told):
    assert spoken.read(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "步骤",
        # a step that there is none of
        "12 验收 合格",
        "12 11-30",
        "12 345",
        # the words of the trade in other talk
        "12 落实一下",
        "12 会议室在哪",
        "12 决定明天去看",
        "12 公示栏坏了",
        "12 约会计师",
        "12 走访了吗",
        "12 公示 到哪天？",
        # no ticket has such a number
        "13812345678 走访 看过",
    ],
)
def test_other_talk_is_no_step(text: str):
    assert spoken.read(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("走访 看过", Told(None, Form.VISIT, words="看过")),
        # a number names another ticket
        ("13 走访 看过", Told(13, Form.VISIT, words="看过")),
        ("辛苦了", None),
    ],
)
def test_in_a_reply_to_the_card_the_number_may_be_left_out(text: str, told: Told | None):
    assert spoken.read_reply(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("11-30到12-07", Told(None, Form.NOTICE, words="11-30到12-07")),
        # the word again, as the example has it
        ("公示 11-30到12-07", Told(None, Form.NOTICE, words="11-30到12-07")),
        ("12 公示 11-30到12-07", Told(None, Form.NOTICE, words="11-30到12-07")),
        ("不需要：不动公共部分", Told(None, Form.NOTICE, "skip", "不动公共部分")),
    ],
)
def test_the_answer_to_a_question_needs_no_word_for_the_step(text: str, told: Told):
    assert spoken.answer(Form.NOTICE, text) == told
