"""The street's day and night on duty: the roster is written, looked at and swapped, and alarms go by it."""

import pytest

from tests.stories.phone import Phone, texts
from tests.stories.street import IN_JIANGPAN, Street

NIGHTS = "/roster\n11-23 夜班 周书记\n11-24 夜班 小曹\n11-23 带班 邓主任"
OF_HJ = "/roster\n11-30 夜班 小王\n12-01 夜班 阿芳、老陈"


@pytest.fixture
async def two_officers(street: Street) -> Phone:
    """汇嘉's secretary is the street's duty officer too; the night of Monday is his. The phone of the other one."""
    group, dispatcher = street.group("街道"), street.phone("street_d")
    greeting = await street.phone("hj_s").sends("大家好", to=group)
    await dispatcher.sends("/appoint 值班", to=group, reply_to=greeting)
    await dispatcher.sends(NIGHTS, to=group)
    return street.phone("street_y")


async def answer(street: Street, who: Phone, words: str, group: str = "汇嘉") -> str:
    """What the bot answers in the group."""
    await who.sends(words, to=street.group(group))
    return (await street.group(group).messages(who.name))[-1].text


async def test_without_a_roster_it_is_said_who_stands_in_and_how_to_enter_one(street: Street, w: Phone):
    told = await answer(street, w, "/duty")

    assert told.splitlines() == [
        "11-23 周一 值班：",
        "【汇嘉】",
        "没排值班表，按岗位找：小王",
        "【街道值班】",
        "没排值班表，按岗位找：值班小曹",
        "【带班领导】",
        "没排值班表，按岗位找：带班邓主任",
        "现在找谁：汇嘉 小王；街道 值班小曹；带班领导 带班邓主任",
        "排班：发 /roster，换行写“11-23 白班 小王”，一行一个班；街道的人可以在 /roster 后面写社区名。",
    ]


async def test_an_urgent_report_at_night_reaches_the_one_on_shift_and_nobody_else_on_duty(
    street: Street, two_officers: Phone
):
    await street.at("2026-11-23T23:10")

    await street.phone("r4").posts(pin=IN_JIANGPAN)
    await street.phone("r4").sends("井盖没了")

    ticket = await street.ticket(1)
    assert (ticket["level"], ticket["community"]) == ("L1", "jp")
    assert "认领" in (await street.phone("hj_s").card(1)).buttons
    assert await two_officers.hears() == []


async def test_the_next_night_it_is_the_others(street: Street, two_officers: Phone):
    await street.at("2026-11-24T23:10")

    await street.phone("r2").sends("闻到天然气味道 是不是漏了 6幢楼道")

    assert (await two_officers.card(1)).buttons
    assert not any(message.is_card for message in await street.phone("hj_s").hears())


async def test_the_roster_is_shown_in_the_group_and_in_private(street: Street, two_officers: Phone, w: Phone):
    await street.phone("hj_h").sends(OF_HJ, to=street.group("汇嘉"))

    in_group = await answer(street, w, "/duty 12-01")
    await street.phone("hj_g").sends("/duty 11月30日")
    in_private = (await street.phone("hj_g").last()).text
    week = await answer(street, street.phone("street_l"), "/duty 本周", "街道")

    assert in_group.splitlines()[:3] == ["12-01 周二 值班：", "【汇嘉】", "夜班 17:30-08:30 阿芳、老陈"]
    assert in_private.splitlines()[:3] == ["11-30 周一 值班：", "【汇嘉】", "夜班 17:30-08:30 小王"]
    # by config.yaml nights and leaders are needed every day
    assert "夜班 17:30-08:30 空着" in in_private
    assert week.splitlines()[:4] == [
        "11-23 到 11-29 值班：",
        "【街道值班】",
        "11-23 周一 夜班 周书记",
        "11-24 周二 夜班 值班小曹",
    ]


async def test_bad_lines_are_told_all_at_once_and_nothing_is_entered(street: Street, w: Phone):
    told = await answer(
        street, street.phone("hj_s"), "/roster\n11-30 夜班 小王\n02-30 夜班 小王\n12-01 中班 小赵\n乱写"
    )

    assert [line.partition("：")[0] for line in told.splitlines()[1:]] == ["第 3 行", "第 4 行", "第 5 行"]
    assert "没排值班表" in await answer(street, w, "/duty 11-30")


async def test_entering_a_day_again_replaces_it_and_says_so(street: Street):
    head = street.phone("hj_h")
    await answer(street, head, OF_HJ)

    told = await answer(street, head, "/roster 12-01 夜班 小王")

    assert "12-01 原来排过，已按新的来。" in told
    assert "原来有、现在没有了的：12-01 夜班 阿芳；12-01 夜班 老陈" in told


@pytest.mark.parametrize(
    ("who", "group", "text", "words"),
    [
        # a community's roster is its head's and its secretary's
        ("hj_h", "汇嘉", "/roster\n11-30 夜班 小王", "汇嘉值班表记好了"),
        ("hj_s", "汇嘉", "/roster\n11-30 夜班 小王", "汇嘉值班表记好了"),
        ("hj_w", "汇嘉", "/roster\n11-30 夜班 小王", "值班表由网格长、书记"),
        ("hj_g", "汇嘉", "/roster 汇嘉\n11-30 夜班 小王", "值班表由网格长、书记"),
        ("hj_h", "汇嘉", "/roster 江畔\n11-30 夜班 小林", "值班表由网格长、书记"),
        ("hj_h", "街道", "/roster\n11-30 夜班 小曹", "值班表由网格长、书记"),
        ("r1", "汇嘉", "/roster\n11-30 夜班 小王", "这个只给工作人员看"),
        # the street's is its dispatcher's and its duty officer's, and every community's by name
        ("street_y", "街道", "/roster\n11-30 夜班 小曹", "洪塘街道（演示）值班表记好了"),
        ("street_l", "街道", "/roster\n11-30 夜班 小曹", "值班表由网格长、书记"),
        ("street_d", "街道", "/roster 江畔社区：\n11-30 夜班 小林", "江畔值班表记好了"),
        ("street_d", "街道", "/roster\n江畔\n11-30 夜班 小林", "江畔值班表记好了"),
        ("street_d", "街道", "/roster 江畔 11-30 夜班 小林", "江畔值班表记好了"),
        ("hj_h", "汇嘉", "/roster", "没有写谁值班"),
        ("hj_h", "汇嘉", "/roster 汇嘉", "没有写谁值班"),
    ],
)
async def test_who_may_write_which_roster(street: Street, who: str, group: str, text: str, words: str):
    assert words in await answer(street, street.phone(who), text, group)


async def test_in_private_it_is_ones_own_place(street: Street):
    head, dispatcher, leader = street.phones("hj_h", "street_d", "street_l")
    for phone in (head, dispatcher, leader):
        await phone.sends("/roster\n11-30 夜班 小王")

    told = [(await phone.last()).text for phone in (head, dispatcher, leader)]

    assert "汇嘉值班表记好了" in told[0]
    assert "洪塘街道（演示）名册里没有“小王”" in told[1]
    assert "值班表由网格长、书记" in told[2]


async def test_whoever_writes_for_two_places_is_asked_for_which(street: Street, two_officers: Phone):
    secretary = street.phone("hj_s")

    await secretary.sends("/roster\n11-30 夜班 周书记")

    assert "给哪里排" in (await secretary.last()).text
    assert "汇嘉" in (await secretary.last()).text


async def test_a_shift_is_swapped_with_both_yeses(street: Street, w: Phone):
    colleague, head, secretary = street.phones("hj_g", "hj_h", "hj_s")
    await answer(street, head, OF_HJ)

    asked = await answer(street, w, "/swap 11-30 夜班 阿芳")
    agreed = await colleague.presses("同意", on=await colleague.last())
    approved = await head.presses("批准", on=await head.last())
    late = await secretary.presses("不批准", on=await secretary.last())

    assert "已经问阿芳了" in asked
    assert (agreed, approved) == ("好的，等批准", "批准了，值班表已改")
    assert "已经换好了" in late
    assert "夜班 17:30-08:30 阿芳" in await answer(street, w, "/duty 11-30")
    for phone in (w, colleague):
        assert "由阿芳替小王值（老陈批准）" in (await phone.last()).text


async def test_a_colleague_says_no_and_a_stranger_cannot_say_yes(street: Street, w: Phone):
    colleague, head = street.phones("hj_g", "hj_h")
    await answer(street, head, OF_HJ)
    await w.sends("/swap 11-30 夜班 阿芳")
    question = await colleague.last()

    forged = await w.presses("w:1:yes", on=await w.last(), forge=True)
    await colleague.presses("不行", on=question)
    again = await colleague.presses("同意", on=question)

    assert "问的不是您" in forged
    assert "没换成" in again
    assert "阿芳那天不方便" in (await w.last()).text
    assert await head.hears() == []


async def test_who_leaves_empties_his_shifts_and_his_head_hears_which(street: Street, w: Phone):
    head = street.phone("hj_h")
    await answer(street, head, OF_HJ)

    await w.leaves(street.group("汇嘉"))

    assert (await head.last()).text == "小王 离开了，排给他的 1 个班空出来了，请另外安排：\n11-30 周一 夜班"
    assert "夜班 17:30-08:30" not in await answer(street, head, "/duty 11-30")


async def test_couriers_are_not_shown_who_is_on_duty(street: Street, r1: Phone):
    """DOMAIN 7.29"""
    for command in ("/duty", "/roster 11-30 夜班 阿毛", "/swap 11-30 夜班 阿毛"):
        await r1.sends(command)

    assert [message.text for message in await r1.hears()] == ["这个只给工作人员看。"] * 3


@pytest.mark.parametrize(
    "words", ["/duty 火星", "/duty 02-30", "/duty 11-30 夜班", "/duty '; DROP TABLE shift; --", "/duty 😀"]
)
async def test_a_day_that_is_none_is_answered_with_how_to_write_one(street: Street, w: Phone, words: str):
    assert "/duty 后面写日期" in await answer(street, w, words)


@pytest.mark.parametrize("words", ["2000-01-01", "9999-12-31", "下周", "２０２６年１１月３０日"])
async def test_any_day_can_be_looked_at(street: Street, w: Phone, words: str):
    assert "【街道值班】" in await answer(street, w, f"/duty {words}")


async def test_a_past_day_is_shown_as_it_was(street: Street, w: Phone):
    await answer(street, street.phone("hj_h"), OF_HJ)
    await street.at("2026-12-02T10:00")

    assert "夜班 17:30-08:30 小王" in await answer(street, w, "/duty 11-30")


async def test_three_hundred_bad_lines_are_answered_and_the_bot_lives(street: Street):
    head = street.phone("hj_h")
    lines = "\n".join(f"13-{number} x" for number in range(300))

    await head.sends(f"/roster\n{lines}", to=street.group("汇嘉"))
    told = texts(await street.group("汇嘉").messages("hj_h"))

    assert "第 301 行" in told
    assert "值班" in await answer(street, head, "/duty")
