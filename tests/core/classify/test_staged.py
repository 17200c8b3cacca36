"""A drill, a play, steam or a mistake takes a danger back only where that is said of the danger itself."""

import pytest

REAL = [
    # a thing or a shop whose name sounds harmless stands beside the danger
    ("宣传栏着火了", "EMG_FIRE"),
    ("2幢宣传栏边上有人晕倒了", "EMG_MEDICAL"),
    ("包子铺蒸汽大，煤气味很重", "EMG_GAS"),
    ("水汽里闻到煤气味", "EMG_GAS"),
    ("模型店冒浓烟", "EMG_FIRE"),
    ("舞台塌了压到人", "EMG_TRAPPED"),
    ("拍视频的时候看到着火了", "EMG_FIRE"),
    ("蒸笼店着火了", "EMG_FIRE"),
    ("新闻广场着火了", "EMG_FIRE"),
    # with 是, but it is the shop or the thing that burns
    ("着火的是模型店", "EMG_FIRE"),
    ("起火的是爆米花机", "EMG_FIRE"),
    ("着火的是包子铺的蒸笼", "EMG_FIRE"),
    # somebody who is filming, drilling or listening may faint
    ("晕倒的是拍短视频的主播", "EMG_MEDICAL"),
    ("消防演习的时候有人晕倒了", "EMG_MEDICAL"),
    ("讲座的时候有人晕倒了", "EMG_MEDICAL"),
    # steam smells of nothing
    ("煤气味很重 老板说是蒸汽", "EMG_GAS"),
    # the denial is itself denied
    ("着火了，不是演习", "EMG_FIRE"),
    ("不是演习 是真着火了", "EMG_FIRE"),
    ("着火了 我没看错", "EMG_FIRE"),
    # the address was wrong, not the fire
    ("着火了 刚才地址搞错了 是5幢", "EMG_FIRE"),
    # doubt goes up
    ("着火了 可能看错了", "EMG_FIRE"),
    ("着火了 也可能是演习", "EMG_FIRE"),
    # a quarrel over a misunderstanding is a quarrel
    ("两家误会打起来了 拿刀", "EMG_SECURITY"),
    # a false alarm of the morning says nothing about now
    ("早上虚惊一场 现在5幢着火了", "EMG_FIRE"),
    ("报警器老是误报 5幢着火了", "EMG_FIRE"),
]


@pytest.mark.parametrize(("words", "code"), REAL)
def test_a_harmless_word_beside_a_danger_takes_nothing_back(judge, words, code):
    verdict = judge.judge(words)

    assert (verdict.code, verdict.level) == (code, "L0")


STAGED = [
    # said of the sign, with 是
    "没着火 是蒸汽",
    "冒烟 是水汽",
    "没着火哈，是包子铺掀蒸笼",
    "白烟是馒头店开笼，看过了，香得很",
    "没有人打架 是拍戏的",
    "打架那两个是拍短视频的 导演在旁边",
    "那边喊救命的是话剧社排练，我问过了",
    "救护车是来演练的，没人受伤",
    "没有人被困，保安说是测试警铃",
    "这边今天拉警戒线是消防演习，烟也是烟饼放的，大家别慌",
    "落水的是个假人，救援队在训练",
    # without 是, but right beside the sign
    "消防演习 烟是假的",
    "小区在搞消防演习 冒烟",
    "拍短视频演打架",
    "烟是舞台干冰",
    # no sign of danger at all
    "消防演练",
    # a mistake, said of what was reported
    "刚才发的着火是我看错，烧烤摊的灯，撤掉吧",
    "着火是误报",
    "虚惊一场，楼下以为漏气，原来是谁家煮螺蛳粉",
]


@pytest.mark.parametrize("words", STAGED)
def test_what_is_said_to_be_staged_or_a_mistake_is_no_emergency(judge, words):
    verdict = judge.judge(words)

    assert verdict.level != "L0"
