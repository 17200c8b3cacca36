"""Whom of those who would get the matter the words complain of, from both sides of each rule."""

import pytest

from bot.core import classify
from bot.core.classify import complaint

COMPLAINTS = [
    ("网格员拍个照就走，垃圾还在原地", "community", "looked and left"),
    ("你们网格员看了一眼就走了", "community", "the same, as yours"),
    ("网格长跟那家是亲戚，当然护着", "community", "takes sides"),
    ("社区书记收了人家红包", "community", "takes money"),
    ("居委会主任骂我一个送外卖的", "community", "rude"),
    ("社区窗口的小姑娘翻白眼", "community", "rude at the counter"),
    ("办事员态度太差", "community", "the counter's clerk is theirs"),
    ("社区的人把我报的事告诉那户人家了", "community", "told who reported"),
    ("我举报的事居委泄露出去了", "community", "the same, of the office"),
    ("网格员说我多管闲事", "community", "sends the courier away"),
    ("你们巡查的人天天走过也当没看见", "community", "yours, on patrol"),
    ("你们的志愿者站那聊天，车倒一地", "community", "volunteers stand under the community"),
    ("协管员收钱放三轮车进来", "community", "takes money"),
    ("社区不管，跑了三趟都没人理", "community", "the office itself, and neglect right behind its name"),
    ("反映给居委三次都没下文", "community", "told in vain, counted"),
    ("找社区反映没用", "community", "told in vain"),
    ("社区上次说一周修好 现在三周了", "community", "a promise that was not kept"),
    ("社区自己在消防通道上停车", "community", "does it itself"),
    ("社区电话打不通", "community", "cannot be reached"),
    ("别转给社区，就是他们的人干的", "community", "asks to leave them out"),
    ("别让网格员来处理", "community", "the same, of a person"),
    ("别让汇嘉的人来处理", "community", "of a community by name alone"),
    ("你们推给城管 城管推给你们", "community", "passed round, and by us"),
    ("街道的人收了店家的卡", "street", "takes something"),
    ("你们街道不管我们骑手死活", "street", "neglect"),
    ("街道干部的执法车停在盲道上", "street", "does it itself"),
    ("街道办推来推去", "street", "passed round"),
    ("网格员不管 街道也不管", "street", "of both the higher one: who looks must stand above it"),
]
OTHERS = [
    ("汇嘉社区门口垃圾没人管", "a place, and nobody in particular"),
    ("社区3幢楼下没人扫", "a place"),
    ("社区医院门口乱停车没人管", "somebody else's house"),
    ("社区食堂的菜不新鲜", "somebody else's house"),
    ("社区说归物业", "hearsay: who is competent is an answer, and no misconduct"),
    ("社区说找物业 物业不管", "it is the property manager that does nothing"),
    ("物业不管 垃圾堆成山", "the property manager gets no ticket, so there is nobody to be left out"),
    ("物业经理骂人还收黑钱", "the same, however bad"),
    ("保安拍个照就走", "a guard is the property manager's"),
    ("城管看了一眼就走", "not ours: nobody in the register"),
    ("派出所登记了就没下文", "not ours"),
    ("站长克扣工资还骂人", "the courier's station gets no ticket"),
    ("奶茶店老板嘲笑我", "a shop gets no ticket"),
    ("网格员快来，楼上在骂人", "called for help; it is the neighbour who swears"),
    ("你们社区能不能来个人，老人自己在家", "asked for help"),
    ("请网格员过来看看，路灯坏了没人修", "asked for help"),
    ("想问问网格员怎么注册", "a question"),
    ("网格员小哥人很好，帮我推车", "praise"),
    ("不是社区的人，穿着马甲收钱", "somebody who only looks like them"),
    ("街道上垃圾没人扫", "a road"),
    ("街道两边停满车没人管", "a road"),
    ("你们街道管不管啊", "an appeal to them, and no reproach yet"),
    ("2幢门口垃圾箱让风刮翻了", "nobody is named"),
    ("踢皮球", "a reproach without anybody"),
]


@pytest.mark.parametrize(("words", "against", "why"), COMPLAINTS)
def test_a_reproach_names_whom_it_is_against(words: str, against: str, why: str):
    assert complaint.accused(classify.plain(words)) == against, why


@pytest.mark.parametrize(("words", "why"), OTHERS)
def test_what_is_no_complaint_about_our_own_is_left_alone(words: str, why: str):
    assert complaint.accused(classify.plain(words)) is None, why


def test_a_verdict_of_any_kind_says_whom_the_words_complain_of(judge: classify.Judge):
    verdicts = [judge.judge(words) for words in ("网格员拍个照就走，楼道着火了", "网格员说我多管闲事", "社区不管")]

    assert [verdict.against for verdict in verdicts] == ["community"] * 3
