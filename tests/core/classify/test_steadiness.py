"""What people add around an emergency (a place, a mark, an emoji, another width) does not change the verdict on it."""

from hypothesis import given, settings
from hypothesis import strategies as st

EMERGENCIES = [
    "着火了",
    "窗户冒黑烟",
    "楼道里煤气味很重",
    "是不是漏气啊",
    "电线断了掉地上",
    "配电箱在冒火花",
    "围墙要倒了",
    "路塌了一个大洞",
    "有个老人晕倒了",
    "大爷叫不应",
    "电梯里有人困住了",
    "有人掉河里了",
    "有人打架拿刀了",
    "有人在偷电瓶车",
    "路口出车祸了",
    "两辆电瓶车撞了",
]
PLACES = ["汇嘉", "江畔7幢", "和塘雅苑12幢2单元", "菜场桥头", "洪大南路88号", "望江北门", "云水湾", "地铁口"]
MARKS = ["!", "！！！", "。", "，", "…", "?", "？？", " ", "\n", "~", "、"]
EMOJI = ["😂", "🙏", "😨", "⚠️", "👍", "📷", "🏠"]

emergency = st.sampled_from(EMERGENCIES)


def widen(words: str) -> str:
    """The same words with ASCII letters and digits in full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in words)


@given(emergency, st.sampled_from(PLACES), st.sampled_from(["", " ", "，"]))
def test_a_place_before_or_after_does_not_change_an_emergency(judge, words, place, pause):
    plain = judge.judge(words)

    placed = {judge.judge(place + pause + words).code, judge.judge(words + pause + place).code}

    assert placed == {plain.code}


@given(emergency, st.sampled_from(MARKS + EMOJI), st.data())
def test_a_mark_or_an_emoji_anywhere_does_not_change_an_emergency(judge, words, mark, data):
    at = data.draw(st.integers(0, len(words)))

    marked = judge.judge(words[:at] + mark + words[at:])

    assert (marked.code, marked.level) == (judge.judge(words).code, "L0")


@given(emergency, st.sampled_from(PLACES))
def test_full_width_does_not_change_an_emergency(judge, words, place):
    told = f"{place} {words}"

    assert judge.judge(widen(told)).code == judge.judge(told).code


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_no_text_breaks_the_judge(judge, words):
    verdict = judge.judge(words)

    assert 0 <= verdict.confidence <= 1
    assert verdict.reasons
