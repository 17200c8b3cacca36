"""S11: ten riders, one blocked drain; and what looks the same and is not."""

import pytest

from tests.stories import pictures
from tests.stories.phone import Phone, texts
from tests.stories.street import Street

#: how ten riders say it, the place in words
WORDS = (
    "下水口堵了水漫上来",
    "雨水口堵了 路上都是水",
    "这里雨水篦子堵死了",
    "下水道口堵了，水排不下去",
    "路边下水口被树叶堵住了",
    "窨井堵了 往外冒水",
    "水漫上来了 骑不过去",
    "下水口堵住啦 全是水",
    "雨水井堵了 水倒灌",
    "积水 雨水口堵了",
)
RIDERS = tuple(f"r{number}" for number in range(1, 11))
#: about ten metres apart, all within fifty of the drain at 汇嘉花园 2幢
AROUND = [(29.93475 + 0.00004 * (n % 3), 121.52495 + 0.00004 * (n % 4)) for n in range(10)]


async def reported_by_ten(street: Street) -> list[Phone]:
    """Ten riders within twenty minutes: some name the building, some send their place before or after the words."""
    riders = street.phones(*RIDERS)
    for number, (rider, words, pin) in enumerate(zip(riders, WORDS, AROUND, strict=True)):
        photo = pictures.sample("puddle") if number in (0, 3) else ()
        if number % 5 == 4:
            await rider.posts(pin=pin)
            await rider.sends(words, photo=photo)
        elif number % 5 == 3:
            await rider.posts(words, photo=photo)
            await rider.sends(pin=pin)
        else:
            await rider.sends(f"汇嘉花园2幢门口{words}", photo=photo)
        await street.later("2m")
    return riders


async def test_ten_riders_hold_one_number_and_hear_the_end_of_it(street: Street, w: Phone):
    """S11"""
    riders, group = await reported_by_ten(street), street.group("汇嘉")
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)
    await street.later("20m")
    await w.sends("疏通了", photo=pictures.sample("bin_upright"), to=group, reply_to=card)
    await street.phone("hj_g").presses("核查通过", on=card)

    live = [ticket for ticket in await street.tickets() if ticket["status"] != "merged"]
    heard = [texts(await rider.hears()) for rider in riders]
    assert [(ticket["number"], ticket["reporters"], ticket["status"]) for ticket in live] == [(1, 10, "closed")]
    assert "阿毛等10人" in card.text
    assert ["编号 #1" in said for said in heard] == [True] * 10
    assert ["#1 办结了" in said for said in heard] == [True] * 10


async def test_w_is_asked_about_the_level_once_at_three_and_once_at_ten(street: Street, w: Phone):
    """S11"""
    await reported_by_ten(street)

    asked = [message for message in await w.hears() if "要不要提级" in message.text]
    await w.presses("特急", on=asked[-1])

    assert [message.text for message in asked] == ["#1 已有3人报，要不要提级？", "#1 已有10人报，要不要提级？"]
    assert (await street.ticket(1))["level"] == "L0"


async def test_the_first_is_credited_fully_and_the_others_for_what_is_new(street: Street, w: Phone):
    """S11"""
    riders = await reported_by_ten(street)
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))

    points = []
    for rider in riders:
        await rider.sends("/my")
        points.append((await rider.last()).text.rpartition("积分：")[2])

    # the fourth sent a photo, the others nothing that was not known
    assert points == ["10", "0", "0", "1", *["0"] * 6]
    assert "积分 +1" in texts(await riders[3].hears())


async def test_two_things_at_one_spot_stay_two(street: Street):
    r1, r2 = street.phones("r1", "r2")

    await r1.sends("汇嘉花园2幢门口井盖没了")
    await r2.sends("汇嘉花园2幢门口路上有个大坑")

    tickets = await street.tickets()
    assert [(ticket["category"], ticket["reporters"]) for ticket in tickets] == [("FAC_MANHOLE", 1), ("FAC_ROAD", 1)]


async def test_two_matters_that_were_reported_before_are_both_joined(street: Street):
    r1, r2 = street.phones("r1", "r2")
    words = "汇嘉花园5幢楼道里乱 电瓶车还充电"

    await r1.sends(words)
    await r2.sends(words)

    assert [ticket["reporters"] for ticket in await street.tickets()] == [2, 2]
    assert (await r2.last()).text.count("已有人报") == 2


async def test_staff_take_one_rider_out_again(street: Street, w: Phone):
    r1, r2 = street.phones("r1", "r2")
    await r1.sends("汇嘉花园2幢路灯不亮")
    await r2.sends("汇嘉花园2幢路灯坏了", photo=pictures.sample("lamp_dark"))
    group = street.group("汇嘉")
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)

    await w.presses("更多", on=card)
    menu = [message for message in await group.messages("hj_w") if "拆出一位" in message.buttons][-1]
    await w.presses("拆出一位", on=menu)
    question = [message for message in await group.messages("hj_w") if "小陈" in message.buttons][-1]
    await w.presses("小陈", on=question)
    before = (await r2.hears())[-1]
    await w.presses("认领", on=await group.card("hj_w", 2))

    first, own = await street.tickets()
    assert (first["reporters"], own["reporters"], own["status"]) == (1, 1, "claimed")
    assert "另立了 #2" in before.text
    # the addition went back, his own report counts in full
    await r2.sends("/my")
    assert "积分：5" in (await r2.last()).text


async def test_one_of_several_takes_back_his_part_and_the_first_cannot(street: Street):
    r1, r2 = street.phones("r1", "r2")
    await r1.sends("汇嘉花园2幢路灯不亮")
    taking_back = await r1.last()
    await r2.sends("汇嘉花园2幢路灯坏了", photo=pictures.sample("lamp_dark"))

    refused = await r1.presses("撤回", on=taking_back)
    await r2.presses("撤回", on=await r2.offered("撤回"))
    await r1.presses("撤回", on=taking_back)

    (ticket,) = await street.tickets()
    assert "几个人一起报" in refused
    assert (ticket["status"], ticket["reporters"]) == ("withdrawn", 1)


async def test_he_may_take_back_his_part_in_words(street: Street):
    r1, r2 = street.phones("r1", "r2")
    await r1.sends("汇嘉花园2幢路灯不亮")
    await r2.sends("汇嘉花园2幢路灯坏了")

    await r2.sends("撤回")

    assert "照样办" in (await r2.last()).text
    assert (await street.ticket(1))["status"] == "dispatched"


@pytest.mark.at("2026-11-23T14:00")
async def test_a_picture_that_was_taken_back_leaves_the_group(street: Street):
    r1, r2 = street.phones("r1", "r2")
    group = street.group("汇嘉")
    await r1.sends("汇嘉花园2幢路灯不亮")
    await r2.sends("汇嘉花园2幢路灯坏了", photo=pictures.sample("lamp_dark"))
    with_picture = (await group.card("hj_w", 1)).pictures

    await r2.presses("撤回", on=await r2.offered("撤回"))

    assert with_picture
    assert not (await group.card("hj_w", 1)).pictures


async def test_the_same_again_a_month_later_is_shown_as_a_recurrence(street: Street, w: Phone):
    r1, r2 = street.phones("r1", "r2")
    group = street.group("汇嘉")
    await r1.sends("汇嘉花园2幢门口垃圾桶满了")
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)
    await w.sends(photo=pictures.sample("bin_upright"), to=group, reply_to=card)
    await r1.presses("好了", on=await r1.offered("好了"))
    await street.at("2026-12-21T10:00")

    await r2.sends("汇嘉花园2幢门口垃圾桶又满了")

    ticket = await street.ticket(2)
    assert (ticket["recurs_of"], ticket["reasons"]["recurs"]) == (1, ["28天前办结的 #1，同一处同一类"])
    assert "复发，上次 #1" in (await group.card("hj_w", 2)).text
