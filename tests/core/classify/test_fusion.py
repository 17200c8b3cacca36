"""A photo settles doubts between ordinary public matters, asks where words say nothing, and has no other say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.classify import Alternative, Judgement
from bot.core.classify.blend import Score
from bot.core.classify.fusion import Fusion
from bot.core.rules import Judging
from bot.core.sight import Opinion, labels
from bot.core.taxonomy import Taxonomy

LABELS = sorted(labels.known())
URGENCY = {"L0": 0, "L1": 1, "L2": 2, "L3": 3, None: 4}
# Words of every kind: nothing, small talk, doubt, emergencies, people, a past danger, irony, two matters at once.
WORDS = [
    "", "看下这个", "谢谢", "有没有人管一下", "这里好像不太好", "地上一堆东西", "墙上乱糟糟的", "路不平", "线垂下来了",
    "车停在这里", "着火了", "是不是漏气啊", "电线断了掉地上", "井盖没了", "没着火是蒸汽", "真干净啊", "有个老人晕倒了",
    "邻居天天吵架", "楼上一直扔东西下来", "垃圾堆着路也坏了", "树倒了", "上次报的还没修", "路上有雪", "狗没牵绳",
]  # fmt: skip


def shown(label: str, confidence: float = 0.95) -> Opinion:
    rest = (1 - confidence) / (len(LABELS) - 1)
    return Opinion({each: confidence if each == label else rest for each in LABELS})


def unsure(code: str, level: str, **shares: float) -> tuple[Judgement, list[Score]]:
    """What words say that leave a question: the likeliest leaf, and the others by their share."""
    ranked = [Score(each, share, ()) for each, share in sorted(shares.items(), key=lambda item: -item[1])]
    others = tuple(Alternative(score.code, score.share) for score in ranked if score.code != code)
    return Judgement(code, level, shares.get(code, 0.0), "ask", ("提到“一堆”",), others[:3]), ranked


@pytest.fixture(scope="module")
def fusion(leaves) -> Fusion:
    return Fusion(leaves, Judging())


@pytest.mark.parametrize(
    ("said", "label", "code", "decision"),
    [
        # between two that the words hold likely it settles
        (unsure("ENV_SEWAGE", "L2", ENV_SEWAGE=0.45, ENV_GARBAGE=0.4), "garbage", "ENV_GARBAGE", "ask"),
        # what both say needs no question any more
        (unsure("ENV_GARBAGE", "L2", ENV_GARBAGE=0.75, ENV_SEWAGE=0.2), "garbage", "ENV_GARBAGE", "file"),
        # to what the words do not hold likely at all it adds nothing
        (unsure("ENV_SEWAGE", "L2", ENV_SEWAGE=0.6, ENV_GARBAGE=0.03), "garbage", "ENV_SEWAGE", "ask"),
        # a small share is not made a large one: words come first
        (unsure("ENV_SEWAGE", "L2", ENV_SEWAGE=0.7, ENV_GARBAGE=0.06), "garbage", "ENV_SEWAGE", "ask"),
        # an ordinary street speaks for nothing and against nothing
        (unsure("ENV_GARBAGE", "L2", ENV_GARBAGE=0.5, ENV_SEWAGE=0.4), "normal_street", "ENV_GARBAGE", "ask"),
        # from little to more urgent, short of L1, it may move
        (unsure("FAC_ROAD", "L3", FAC_ROAD=0.45, ENV_GARBAGE=0.4), "garbage", "ENV_GARBAGE", "ask"),
        # less urgent than the words make it is for the courier to say
        (unsure("ENV_GARBAGE", "L2", ENV_GARBAGE=0.45, FAC_ROAD=0.4), "road_damage", "ENV_GARBAGE", "ask"),
        # an L1 by words stays one
        (unsure("FAC_MANHOLE", "L1", FAC_MANHOLE=0.45, ENV_GARBAGE=0.4), "garbage", "FAC_MANHOLE", "ask"),
        # a picture of a snowy road makes no L1
        (unsure("ENV_GARBAGE", "L2", ENV_GARBAGE=0.45, FAC_WATERLOG=0.4), "snow_road", "ENV_GARBAGE", "ask"),
        # a fifth of an emergency is left to people, whatever the picture shows
        (unsure("ENV_SEWAGE", "L2", ENV_SEWAGE=0.4, ENV_GARBAGE=0.35, EMG_GAS=0.2), "garbage", "ENV_SEWAGE", "ask"),
        # so is what may be about people
        (unsure("ENV_SEWAGE", "L2", ENV_SEWAGE=0.4, ENV_GARBAGE=0.35, PPL_DISPUTE=0.2), "garbage", "ENV_SEWAGE", "ask"),
        # and what is about people is never looked at again
        (unsure("PPL_DISPUTE", "L2", PPL_DISPUTE=0.5, ENV_GARBAGE=0.45), "garbage", "PPL_DISPUTE", "ask"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_a_sure_photo_does_to_unsure_words(fusion, said, label, code, decision):
    settled = fusion.settle(*said, shown(label))

    assert (settled.code, settled.decision) == (code, decision)


def test_sure_words_need_no_picture(judge):
    words = "2幢门口垃圾箱让风刮翻了"

    assert judge.judge(words, shown("vehicle", 0.999)) == judge.judge(words)


@pytest.mark.parametrize("photo", [shown("garbage", 0.85), Opinion({}), shown("normal_street", 0.99)])
def test_a_doubtful_an_unfamiliar_or_an_ordinary_picture_changes_nothing(judge, photo):
    assert judge.judge("看下这个", photo) == judge.judge("看下这个")


@pytest.mark.parametrize("words", ["", "看下这个"])
def test_where_words_say_nothing_a_photo_asks_and_asserts_nothing(judge, words):
    verdict = judge.judge(words, shown("garbage"))

    assert (verdict.code, verdict.level, verdict.decision) == ("OTH_UNCLEAR", "L2", "ask")
    assert verdict.alternatives[0].code == "ENV_GARBAGE"
    assert "照片像垃圾" in verdict.reasons


def test_a_picture_of_fire_alone_is_a_button_and_no_alarm(judge):
    verdict = judge.judge("", shown("fire_smoke", 0.999))

    offered = [other.code for other in verdict.alternatives]
    assert (verdict.code, verdict.level) == ("OTH_UNCLEAR", "L2")
    assert "EMG_FIRE" in offered[1:]


def test_the_leaf_that_photo_and_words_agree_on_says_why(fusion):
    said = unsure("ENV_GARBAGE", "L2", ENV_GARBAGE=0.75, ENV_SEWAGE=0.2)

    settled = fusion.settle(*said, shown("garbage"))

    assert settled.reasons == ("提到“一堆”", "照片像垃圾")


def test_a_less_urgent_leaf_that_the_photo_shows_is_the_first_one_offered(fusion):
    said = unsure("ENV_GARBAGE", "L2", ENV_GARBAGE=0.45, ENV_SEWAGE=0.25, FAC_ROAD=0.24)

    settled = fusion.settle(*said, shown("road_damage"))

    assert [other.code for other in settled.alternatives] == ["FAC_ROAD", "ENV_SEWAGE"]


def test_words_that_first_fear_an_emergency_are_still_asked_about(fusion):
    said, ranked = unsure("ENV_GARBAGE", "L2", ENV_GARBAGE=0.79, EMG_GAS=0.08)

    settled = fusion.settle(said, ranked, shown("garbage"))

    assert (settled.decision, settled.alternatives[0].code) == ("ask", "EMG_GAS")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map("，".join), st.data())
def test_no_picture_lowers_a_level_raises_an_alarm_crosses_privacy_or_drops_an_emergency(judge, leaves, words, data):
    label = data.draw(st.sampled_from(LABELS))
    photo = shown(label, data.draw(st.floats(0.1, 1)))
    alone = judge.judge(words)

    both = judge.judge(words, photo)

    assert URGENCY[both.level] <= URGENCY[alone.level]
    assert both.level == alone.level or (alone.level, both.level) == ("L3", "L2")
    assert _is_public(leaves, both.code) == _is_public(leaves, alone.code)
    assert _emergencies(leaves, alone) <= _emergencies(leaves, both)
    assert (both.code, both.second_code, both.kind)[1:] == (alone.code, alone.second_code, alone.kind)[1:]
    if alone.code == "OTH_UNCLEAR":
        assert (both.code, both.decision != "file") == ("OTH_UNCLEAR", True)


def test_every_leaf_that_a_picture_may_show_exists_and_is_fit_for_a_group(leaves):
    shown_leaves = [leaf for label in labels.known().values() for leaf in label.leaves]

    assert [leaf for leaf in shown_leaves if not leaves.is_public(leaf)] == []


def test_no_picture_offers_an_emergency_first(leaves):
    first = [label.leaves[0] for label in labels.known().values() if label.leaves]

    assert [leaf for leaf in first if leaves.leaf(leaf).level == "L0"] == []


def _is_public(leaves: Taxonomy, code: str) -> bool:
    return code not in leaves.leaves or leaves.is_public(code)


def _emergencies(leaves: Taxonomy, judgement: Judgement) -> set[str]:
    codes = {judgement.code, *(other.code for other in judgement.alternatives)}
    return {code for code in codes if code in leaves.leaves and leaves.leaf(code).level == "L0"}
