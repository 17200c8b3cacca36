"""Words that are kept to learn from name nobody; where that is not sure, they are not kept."""

import pytest

from bot.core.anonymous import anonymous


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        # nothing personal in them
        ("2幢门口垃圾箱让风刮翻了", "2幢门口垃圾箱让风刮翻了"),
        # telephone, plate, identity, room: as on a card in a group
        ("路灯不亮，打13812345678", "路灯不亮，打"),
        ("浙B12345占着消防通道", "占着消防通道"),
        ("2幢302室往下扔垃圾", "2幢往下扔垃圾"),
        ("身份33020319900101123X的人", "身份的人"),
        # names as they are told
        ("有个叫王强的往楼下扔瓶子", "有个叫往楼下扔瓶子"),
        ("姓陈那家堆纸箱", "姓堆纸箱"),
        ("张大爷把车堵在楼道口", "大爷把车堵在楼道口"),
        ("李阿姨家的狗没牵绳", "阿姨家的狗没牵绳"),
        ("老王又在楼道充电", "又在楼道充电"),
        ("赵某某占道摆摊", "占道摆摊"),
        # words that only look like it
        ("施工围挡倒了", "施工围挡倒了"),
        ("路口小黄车倒了一排", "路口小黄车倒了一排"),
        ("叫人来修一下", "叫人来修一下"),
        ("谢谢师傅，灯亮了", "谢谢师傅，灯亮了"),
    ],
)
def test_what_points_at_a_person_is_left_out(words: str, kept: str):
    assert anonymous(words) == kept


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        # who is meant is said, where the name ends is not
        "业主张伟强在楼道堆纸箱",
        "房东陈丽丽把通道锁了",
        # accounts
        "加我微信abc_12345说",
        "扫码 https://example.com/pay",
        "发给 a@b.cn",
        # numbers that no rule knows
        "快递单号 7788990011 丢在门口",
        "取件码 8 8 2 1 0 3",
        # a whole story
        "路灯坏了" * 40,
        # nothing is left
        "13812345678",
    ],
)
def test_what_is_in_doubt_is_not_kept(words: str):
    assert anonymous(words) is None
