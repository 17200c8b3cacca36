"""The ways a ticket can move, as people walk them in their chats: S18, S23 to S28, and what leads to each."""

import pytest

from tests.stories import ways
from tests.stories.phone import Phone, texts
from tests.stories.street import Street

POLE = "汇嘉花园门口电线杆斜了"


@pytest.mark.at("2026-11-24T09:00")
async def test_after_a_failed_check_the_handler_has_what_was_left(street: Street, r1: Phone, w: Phone):
    """S23"""
    card = await ways.claimed(street)
    await street.at("2026-11-24T10:40")
    await ways.proved(w, card)
    await street.at("2026-11-24T14:30")

    await r1.presses("还没好", on=await r1.offered("还没好"))

    ticket = await street.ticket(1)
    assert (ticket["status"], ticket["owner"], ticket["rework"]) == ("claimed", "小王", 1)
    assert (ticket["close_due"], ticket["overdue"]) == ("2026-11-24T16:50:00+08:00", False)


async def test_more_time_is_asked_for_with_one_button_and_granted_with_another(street: Street, w: Phone):
    """S24"""
    card = await ways.claimed(street)
    for grants in range(2):
        offered = await ways.menu(w, card)
        await w.presses("申请延期", on=offered)
        question = await ways.newest(w)
        await w.sends("等配件", to=street.group("汇嘉"), reply_to=question)
        asked = await street.phone("street_d").last()
        await street.phone("street_d").presses("同意", on=asked)
        assert "小王申请延期，因为等配件" in asked.text
        assert (await street.ticket(1))["extensions"] == grants + 1
    said = await w.presses("申请延期", on=await ways.menu(w, card))

    ticket = await street.ticket(1)
    assert ticket["close_due"] == "2026-11-24T15:30:00+08:00"
    assert "最多延期2次" in said
    assert [request["status"] for request in ticket["requests"]] == ["granted", "granted"]
    assert "批了延期" in (await w.last()).text


async def test_overdue_is_not_extended_and_nobody_is_asked_why(street: Street, w: Phone):
    """S25"""
    card = await ways.claimed(street)
    await street.at("2026-11-23T15:31")

    said = await w.presses("申请延期", on=await ways.menu(w, card))

    ticket = await street.ticket(1)
    assert "已经超期" in said
    assert (ticket["late"], ticket["overdue"], ticket["requests"]) == (True, True, [])


async def test_refused_more_time_costs_nothing(street: Street, w: Phone):
    await ways.claimed(street)
    await w.sends("1 延期 等配件", to=street.group("汇嘉"))

    toast = await ways.decide(street, "street_d", "不同意")

    ticket = await street.ticket(1)
    assert "没批" in toast
    assert (ticket["extensions"], ticket["close_due"]) == (0, "2026-11-23T15:30:00+08:00")
    assert "不占次数" in (await w.last()).text


async def test_what_cannot_be_done_now_rests_until_a_day(street: Street, r1: Phone, w: Phone):
    """S26: what wakes it up is another matter"""
    await ways.claimed(street)
    await w.sends("1 挂账到12-20 等业委会表决", to=street.group("汇嘉"))

    await ways.decide(street, "street_d", "同意")
    await street.at("2026-11-30T10:00")

    ticket, card = await street.ticket(1), await street.group("汇嘉").card("hj_w", 1)
    assert (ticket["status"], ticket["suspended_until"]) == ("suspended", "2026-12-20T00:00:00+08:00")
    assert (ticket["overdue"], ticket["late"]) == (False, False)
    assert "已挂账·到12-20" in card.text
    assert "等业委会表决" in texts(await r1.hears())
    assert "2026-12-20" in texts(await r1.hears())

    await w.presses("恢复办理", on=card)
    ticket = await street.ticket(1)
    # the 240 minutes of a Monday morning, from now on
    assert (ticket["status"], ticket["close_due"]) == ("claimed", "2026-11-30T15:30:00+08:00")


async def test_two_units_say_no_and_the_street_appoints_one(street: Street, w: Phone):
    """S27"""
    card, group, dispatcher = await ways.claimed(street, POLE), street.group("汇嘉"), street.phone("street_d")
    await w.sends("1 转办 电信 张工 回执88", to=group)
    transferred = await street.ticket(1)
    await street.later("1h")
    await w.presses("对方退回", on=card)
    await w.sends("电信说不是他们的", to=group, reply_to=await ways.newest(w))
    at_street = street.group("街道")
    await dispatcher.sends("1 转办 供电 李工 回执9", to=at_street)
    # first on the spot fences it, whoever leads
    await w.presses("已围护", on=card)
    await dispatcher.sends("1 退单 供电也说不是", to=at_street)
    twice = await street.ticket(1)

    await dispatcher.sends("1 转办 电信 张工 回执89", to=at_street)
    before = await street.ticket(1)
    await dispatcher.sends("1 退单 电信还说不是", to=at_street)

    assert (transferred["status"], transferred["party"], transferred["owner"]) == ("transferred", "TELECOM", "小王")
    appoint = next(row for row in twice["deadlines"] if row["clock"] == "appoint")
    # four working hours from 11:00
    assert (twice["returns"], appoint["due"]) == (2, "2026-11-23T16:30:00+08:00")
    assert (before["status"], before["party"]) == ("transferred", "TELECOM")
    assert await street.ticket(1) == before
    assert "不能再退" in await at_street.text("street_d")


async def test_reported_up_it_is_the_heads_with_the_same_deadline(street: Street, w: Phone):
    await ways.claimed(street)

    await w.sends("1 上报网格长", to=street.group("汇嘉"))

    ticket = await street.ticket(1)
    assert (ticket["owner"], ticket["close_due"]) == ("老陈", "2026-11-23T15:30:00+08:00")
    assert "上报到您这里了" in (await street.phone("hj_h").last()).text


async def test_a_noise_goes_up_without_a_word_in_any_group(street: Street):
    """S18"""
    await street.phone("r3").sends(ways.NOISE)
    grid_worker = street.phone("hj_g")
    await grid_worker.presses("认领", on=await grid_worker.card(1))

    await grid_worker.presses("更多", on=await grid_worker.card(1))
    await grid_worker.presses("上报", on=await grid_worker.offered("上报"))

    ticket = await street.ticket(1)
    coordinate = next(row for row in ticket["deadlines"] if row["clock"] == "coordinate")
    assert (ticket["owner"], coordinate["due"]) == ("老陈", "2026-11-30T10:00:00+08:00")
    assert "处置完成" in (await street.phone("hj_h").card(1)).buttons
    assert await street.group("汇嘉").text("hj_w") == ""


async def test_a_level_goes_up_by_anybody_and_down_by_two(street: Street, w: Phone):
    card, group = await ways.claimed(street), street.group("汇嘉")
    grid_worker = street.phone("hj_g")
    await grid_worker.presses("提级", on=await ways.menu(grid_worker, card))
    await grid_worker.presses("紧急", on=await ways.newest(grid_worker))
    raised = await street.ticket(1)

    await w.sends("1 降级 一般 没有那么急", to=group)
    asked = await street.ticket(1)
    await ways.decide(street, "hj_h", "同意")

    assert (raised["level"], raised["make_safe_due"]) == ("L1", "2026-11-23T12:00:00+08:00")
    assert (asked["level"], asked["requests"][0]["action"]) == ("L1", "lower")
    ticket = await street.ticket(1)
    assert (ticket["level"], ticket["close_due"]) == ("L2", "2026-11-23T15:30:00+08:00")
    assert (ticket["requests"][0]["level"], ticket["requests"][0]["decided_by"]) == ("L2", "老陈")


async def test_an_ordinary_ticket_is_lowered_by_one_who_says_why(street: Street, w: Phone):
    await ways.claimed(street)

    await w.sends("1 降级 L3 只差补漆", to=street.group("汇嘉"))

    assert (await street.ticket(1))["level"] == "L3"


async def test_two_that_are_one_are_merged_by_pressing_the_number_and_taken_apart(street: Street, r1: Phone, w: Phone):
    await ways.claimed(street)
    await street.phone("r2").sends("9幢楼道灯不亮")
    group = street.group("汇嘉")
    other = await group.card("hj_w", 2)
    await w.presses("并单", on=await ways.menu(w, other))
    await w.sends("#1", to=group, reply_to=await ways.newest(w))
    merged = await street.ticket(2)
    listed = [ticket["number"] for ticket in await street.tickets()]

    await w.presses("拆回来", on=await group.card("hj_w", 2))

    assert (merged["status"], merged["merged_into"], listed) == ("merged", 1, [1])
    assert "并到 #1" in texts(await street.phone("r2").hears())
    ticket = await street.ticket(2)
    assert (ticket["status"], ticket["merged_into"], ticket["reporters"]) == ("dispatched", None, 1)
    assert (await street.ticket(1))["reporters"] == 1


async def test_handed_over_by_name_it_is_the_colleagues(street: Street, w: Phone):
    await ways.claimed(street)

    await w.sends("1 转交给阿芳", to=street.group("汇嘉"))

    assert (await street.ticket(1))["owner"] == "阿芳"
    assert "转给您了" in (await street.phone("hj_g").last()).text


async def test_a_look_first_and_then_a_case(street: Street, w: Phone):
    await street.phone("r1").sends(ways.BIN)
    group = street.group("汇嘉")
    await w.presses("先去核实", on=await ways.menu(w, await group.card("hj_w", 1)))
    looking = await street.ticket(1)

    await w.sends("1 属实", to=group)

    assert (looking["status"], looking["owner"]) == ("verifying", "小王")
    assert (await street.ticket(1))["status"] == "claimed"


async def test_a_closing_by_mistake_is_undone(street: Street, r1: Phone, w: Phone):
    card = await ways.claimed(street)
    await ways.proved(w, card)
    grid_worker = street.phone("hj_g")
    await grid_worker.presses("核查通过", on=card)
    late = await w.presses("撤销办结", on=card)

    await grid_worker.presses("撤销办结", on=card)

    assert "由点“核查通过”的人来" in late
    assert (await street.ticket(1))["status"] == "pending_check"
    assert "刚才点错了" in (await r1.last()).text
