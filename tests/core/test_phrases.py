"""How staff speak of tickets in a group, and how couriers' numbers in other talk are left alone."""

import pytest

from bot.core import phrases


@pytest.mark.parametrize(
    ("text", "meaning", "number"),
    [
        # the forms that /help names
        ("认领 12", "claim", 12),
        ("12 好了", "done", 12),
        ("12 不是我们的，是市政", "return", 12),
        # the number first or last, with or without a space, a # or 号
        ("#12 认领", "claim", 12),
        ("认领#12", "claim", 12),
        ("#12认领", "claim", 12),
        ("12号工单 我来处理", "claim", 12),
        ("12，我去看看", "claim", 12),
        ("12：已处理", "done", 12),
        ("  12   好了  ", "done", 12),
        # the many ways to say that it is over
        ("12 处理了", "done", 12),
        ("12 处理好了", "done", 12),
        ("12 清理完毕", "done", 12),
        ("12 清运完毕", "done", 12),
        ("12 已经修好了", "done", 12),
        ("12 都弄好啦", "done", 12),
        ("12 搞定", "done", 12),
        ("12 好了，照片等下发", "done", 12),
        ("12 车已经劝走了", "note", None),
        ("12 已劝离", "done", 12),
        # courtesy is neither a claim nor the end
        ("12 收到", "received", 12),
        ("12 好的", "received", 12),
        ("12 好", "received", 12),
        ("12 OK", "received", 12),
        ("12 知道了！", "received", 12),
        # giving it back
        ("12 放回", "release", 12),
        ("放回 12", "release", 12),
        ("12 去不了，在外面", "release", 12),
        ("12 退单 电信的杆子", "return", 12),
        ("12 这个不归我们管", "return", 12),
        # the words that begin a procedure, and a # as a Chinese keyboard writes it
        ("12 先去核实", "verify", 12),
        ("12 属实立案", "confirm", 12),
        ("12 延期 等配件", "ask_extend", 12),
        ("12 申请延期，等配件", "ask_extend", 12),
        ("12 挂账到12-20 等业委会表决", "ask_suspend", 12),
        ("12 转办 电信 张工 回执88", "transfer", 12),
        ("12 转给电信 张工", "transfer", 12),
        ("12 转交 阿芳", "hand_over", 12),
        ("12 转交给阿芳", "hand_over", 12),
        ("12 上报网格长", "escalate", 12),
        ("12 提级 紧急", "raise", 12),
        ("12 降级 L3 只差补漆", "lower", 12),
        ("12 并到 8", "merge", 12),
        ("12 并单 #8", "merge", 12),
        ("12 督办", "supervise", 12),
        ("12 恢复办理", "resume", 12),
        ("＃12 督办", "supervise", 12),
        # in haste, without the blank
        ("12延期 等配件", "ask_extend", 12),
        ("12挂账到12-20 等表决", "ask_suspend", 12),
        ("12上报", "escalate", 12),
        ("12转办电信 张工", "transfer", 12),
        # with a # everything is about the ticket, also what is only a note
        ("#12 下午三点师傅到", "note", 12),
        ("#12 还没好", "note", 12),
    ],
)
def test_staff_say_it_with_the_number(text: str, meaning: str, number: int | None):
    saying = phrases.read(text)

    assert (saying.meaning if saying else "note", saying.number if saying else None) == (meaning, number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "大家中午去哪吃",
        "收到",
        # the emergency numbers begin like a ticket
        "110 已经打了",
        "119 来了没",
        "120 马上到",
        # houses and times begin like one too
        "12 幢门口有垃圾",
        "12 号楼好了没有",
        "3 点开会",
        "2 个人去看看",
        # questions and what is not yet done
        "12 修好了吗",
        "12 好了没",
        "12 还没好",
        "12 谁去？",
        # numbers that no ticket can have
        "13812345678 好了",
        "1234567890 认领",
        # houses and money again
        "12延期费怎么算",
        "12幢挂账",
        "12 挂账了吗",
        "12延期了没",
        # number last only with the known words
        "汇嘉花园 12",
        "好了 12",
    ],
)
def test_other_talk_is_left_alone(text: str):
    assert phrases.read(text) is None


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("好了", "done"),
        ("修好了", "done"),
        ("处理了。", "done"),
        ("已清运", "done"),
        ("扫干净了", "done"),
        # S37: not a claim, and 好的 not the end
        ("收到", "received"),
        ("好的", "received"),
        ("好", "received"),
        ("嗯嗯", "received"),
        # 好 begins many words that end nothing
        ("好像是市政的", "note"),
        ("好难弄", "note"),
        ("好大一堆，要叫车", "note"),
        ("没好", "note"),
        ("还没处理完", "note"),
        ("未处理", "note"),
        ("修好了吗", "note"),
        ("弄完没有？", "note"),
        ("我来", "claim"),
        ("我来处理吧", "claim"),
        ("我去看看", "claim"),
        ("我去年就说过", "note"),
        ("不是我们的 是市政", "return"),
        ("不是我的锅", "return"),
        ("退回", "return"),
        ("接不了 在外地", "release"),
        # a question is no statement
        ("好了吗", "note"),
        ("好了？", "note"),
        ("走了没", "note"),
        ("定位在哪", "note"),
        ("是不是我们的", "note"),
        ("不是我们的吗", "note"),
        # hedged or stressed, it is still given back
        ("好像不是我们的", "return"),
        ("完全不归我们", "return"),
        ("应该不归我们管", "return"),
        ("可能不是本社区的", "return"),
        # words that only begin like the end
        ("好久没人管了", "note"),
        ("已处理不了", "note"),
        ("都搬不动", "note"),
        ("已处理一半", "note"),
        # the plain good forms
        ("处理好了", "done"),
        ("清理完了", "done"),
        ("已处理", "done"),
        ("搞定了", "done"),
        ("好啦", "done"),
        ("完了", "done"),
        ("好了，见照片", "done"),
        ("我来处理", "claim"),
        ("下午三点师傅到", "note"),
        ("", "note"),
        ("😀", "note"),
    ],
)
def test_in_a_reply_to_the_card_the_words_alone_are_enough(text: str, meaning: str):
    saying = phrases.read_reply(text)

    assert (saying.meaning, saying.number) == (meaning, None)


@pytest.mark.parametrize(
    ("words", "argument"),
    [
        ("延期 等配件", "等配件"),
        ("申请延期，等配件", "等配件"),
        ("延期", ""),
        ("挂账到12-20 等业委会表决", "到12-20 等业委会表决"),
        ("转办 电信 张工 回执88", "电信 张工 回执88"),
        ("转交给阿芳", "阿芳"),
        ("上报网格长，要协调", "要协调"),
        ("提级到特急", "特急"),
        ("降级 L3 只差补漆", "L3 只差补漆"),
        ("并单到 8", "8"),
        # no procedure: all of it is said
        ("不是我们的，是市政", "不是我们的，是市政"),
    ],
)
def test_what_a_procedure_needs_stands_behind_its_words(words: str, argument: str):
    assert phrases.argument_of(words, phrases.meaning_of(words)) == argument


def test_a_number_in_a_reply_names_another_ticket():
    saying = phrases.read_reply("13 好了")

    assert (saying.meaning, saying.number, saying.words) == ("done", 13, "好了")


def test_the_reason_of_a_return_is_kept_whole():
    saying = phrases.read("12 不是我们的，是市政的管子，找王工")

    assert saying is not None
    assert saying.words == "不是我们的，是市政的管子，找王工"
