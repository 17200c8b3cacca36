"""What is read out of words alone: the place, without any pin."""

import pytest

from bot.core import places


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("汇嘉花园2幢门口垃圾箱翻了", "汇嘉花园2幢门口"),  # as it should be written
        ("汇嘉2幢", "汇嘉花园2幢"),  # the community's name where only one estate has that number
        ("汇嘉小区2栋", "汇嘉花园2幢"),  # another name, another word for a building
        ("汇嘉2号楼", "汇嘉花园2幢"),  # yet another
        ("汇嘉二幢", "汇嘉花园2幢"),  # written out
        ("汇嘉十二号楼", "汇嘉花园12幢"),  # two characters of a number
        ("汇嘉新苑二十三幢", "汇嘉新苑23幢"),  # three
        ("汇嘉 2 幢", "汇嘉花园2幢"),  # loose blanks
        ("汇嘉２幢", "汇嘉花园2幢"),  # full-width digit
        ("汇嘉2️⃣幢", "汇嘉花园2幢"),  # keycap emoji
        ("汇\u200b嘉2幢", "汇嘉花园2幢"),  # an invisible character inside the name
        ("汇嘉7#楼下", "汇嘉花园7幢楼下"),  # how parcels are labelled
        ("汇嘉7撞", "汇嘉花园7幢"),  # what the keyboard offers for 幢
        ("汇佳2幢", "汇嘉花园2幢"),  # the same sound, another character
        ("汇家花元2栋", "汇嘉花园2幢"),  # two wrong characters of four
        ("和糖雅苑8号楼", "和塘雅苑东区8幢"),  # one wrong of four, in a community's name
        ("暖欣调解工室门口", "暖欣调解工作室门口"),  # a character dropped from a long name
        ("姚畔湾一期八幢三单元", "姚畔湾一期8幢3单元"),  # an entrance may be said aloud
        ("宁沁家园7-2-401", "宁沁家园7幢2单元"),  # building-unit-room, the room is not shown
        ("望江三期后门", "望江三期后门"),  # an estate is a spot
        ("菜场桥头", "菜场桥头"),  # S14
        ("菜场桥桥头下去第一个路口", "菜场桥桥头"),  # the same, written in full
        ("慈江菜场桥下有人落水", "菜场桥下"),  # another name of the bridge, and where
        ("地铁b口垃圾桶满了", "洪塘中路地铁站B口"),  # small letters
        ("加油站对面自来水管爆了", "洪塘加油站对面"),  # short name of a landmark
        ("汇嘉2幢和3幢之间", "汇嘉花园2幢"),  # the first of two buildings
        ("有一栋楼，汇嘉3幢门口", "汇嘉花园3幢门口"),  # the first building is only a way of speaking
        ("江畔长兴东路洪大南路路口", "长兴东路洪大南路路口"),  # a crossing with its community
        ("长兴东路和洪大南路那个十字路口", "长兴东路洪大南路路口"),  # two roads make a spot
        ("汇嘉花园药店旁边，汇嘉花园9幢", "汇嘉花园9幢"),  # the name is said twice
    ],
)
def test_a_spot_in_the_words_is_enough_to_file(street, words, text):
    place = places.locate(words, gazetteer=street)

    assert (place.text, place.certain, place.source) == (text, True, "words")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("汇嘉7撞", "“7撞”按7幢理解"),
        ("汇佳7幢", "“汇佳”按汇嘉理解"),
        ("汇家花元2栋", "“汇家花元”按汇嘉花园理解"),
        ("加油站", "“加油站”就是洪塘加油站"),
        ("汇嘉2幢和3幢之间", "还提到3幢，先按2幢记"),
        ("汇嘉99幢", "汇嘉社区的名单里没有99幢"),
        ("菜场桥头", "文字里的菜场桥在望江社区"),
    ],
)
def test_the_reasons_say_what_was_made_of_the_words(street, words, reason):
    place = places.locate(words, gazetteer=street)

    assert reason in place.reasons


@pytest.mark.parametrize(
    "words",
    [
        "我回家路上看到",  # 回家 sounds like 汇嘉 but for the tone, and no character is right
        "钢材市场西门",  # 材市场 sounds like 菜市场 but for the tone
        "荷塘边菖蒲长到步道上",  # 荷塘 sounds like 和塘, and nothing behind it is of an estate
        "我送的这一栋每一层都贴着",  # pointing at a building
        "三栋楼都停电",  # counting buildings
        "不知道谁撞谁",  # a crash
        "两车2撞了",  # a crash with a digit
        "滨江小学门口",  # another school elsewhere: one character off is not a typo
        "滨江小学",  # nor is the end of its name the end of 江畔小学
        "嘉禾公园",  # begins like 嘉和公寓 and is something else
        "老地方",  # needs the history, which is not here
        "🔥🔥🔥",
        "",
        "   ",
        "hello from nowhere",
    ],
)
def test_words_without_a_place_name_none(street, words):
    place = places.locate(words, gazetteer=street)

    assert (place.text, place.community, place.source, place.certain) == ("地点待确认", None, "none", False)


def test_a_community_alone_is_known_but_no_spot(street):
    place = places.locate("江畔那边有人乱停车", gazetteer=street)

    assert (place.community, place.certain, place.candidates) == ("jp", False, ())
    assert street.whereabouts(place.point).community.code == "jp"


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        ("汇嘉花园12幢4楼东边窗户冒烟", "4楼"),
        ("汇嘉花园2幢3单元401室", "401室"),
        ("汇嘉花园2幢401", "401室"),  # a bare number behind the building
        ("汇嘉花园2幢3单元5楼502", "5楼502室"),
        ("宁沁家园7-2-401", "401室"),
        ("江畔新村3幢2单元楼道灯3-6楼都不亮", "3-6楼"),
        ("云水湾九幢地下二层", "地下2楼"),
        ("汇嘉花园2幢2026年就报过", ""),  # a year is no room
        ("汇嘉四单元二楼楼梯口", "4单元2楼"),  # an entrance without a building
    ],
)
def test_floor_and_room_stay_out_of_what_a_group_reads(street, words, detail):
    place = places.locate(words, gazetteer=street)

    assert place.detail == detail
    assert not any(private in place.text for private in ("401", "502", "4楼", "5楼", "二楼", "-6", "地下", "室"))


def test_a_room_stays_out_of_the_buttons_too(street):
    place = places.locate("江畔3幢2单元401室", gazetteer=street)

    assert [choice.text for choice in place.candidates][:2] == ["江畔新村3幢2单元", "宁沁家园3幢2单元"]
    assert "401" not in "".join(choice.label + choice.text for choice in place.candidates)


@pytest.mark.parametrize(
    "words",
    ["汇嘉花圆" * 1000, "二" * 4000, "7-" * 2000, "撞" * 4000, "垃圾满了" * 1000, "😀" * 4000, "2幢" * 1300],
)
def test_four_thousand_characters_get_an_answer_with_few_reasons(street, words):
    place = places.locate(words, gazetteer=street)

    assert 1 <= len(place.reasons) <= 10
    assert len(place.text) < 60
