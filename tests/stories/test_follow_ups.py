"""A courier comes back to what he reported: still not done, done but not well, broken again."""

from tests.stories import pictures
from tests.stories.phone import Message, Phone
from tests.stories.street import Street

BIN = "2幢门口垃圾箱满了"


async def handled(street: Street, r1: Phone, w: Phone) -> Message:
    """A ticket that W says is done; its card."""
    await r1.sends(BIN)
    card = await street.group("汇嘉").card("hj_w", 1)
    await w.presses("认领", on=card)
    await street.later("10m")
    await w.sends(photo=pictures.sample("bin_upright"), to=street.group("汇嘉"), reply_to=card)
    return card


async def closed(street: Street, r1: Phone, w: Phone) -> None:
    """The same, confirmed by the courier."""
    await handled(street, r1, w)
    await r1.presses("好了", on=await r1.offered("好了"))


async def test_still_not_done_reaches_somebody_even_before_the_claim(street: Street, r1: Phone, w: Phone):
    """DOMAIN 7.11"""
    await r1.sends(BIN)
    await street.later("20m")

    await r1.sends("还没修")

    assert [ticket["number"] for ticket in await street.tickets()] == [1]
    assert "没人接手" in (await r1.last()).text
    assert "还没修" in (await w.last()).text


async def test_still_not_done_is_passed_to_the_owner(street: Street, r1: Phone, w: Phone):
    """DOMAIN 7.11"""
    await r1.sends(BIN)
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))
    await street.later("20m")

    await r1.sends("还没修好")

    assert "小王" in (await r1.last()).text
    assert "15:30" in (await r1.last()).text
    assert "还没修好" in (await w.last()).text


async def test_who_asks_after_what_rests_hears_until_when(street: Street, r1: Phone, w: Phone):
    """DOMAIN 7.38"""
    await r1.sends(BIN)
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))
    await w.sends("1 挂账到12-20 等业委会表决", to=street.group("汇嘉"))
    dispatcher = street.phone("street_d")
    await dispatcher.presses("同意", on=await dispatcher.offered("同意"))
    await street.later("1d")

    await r1.sends("还没修好")

    assert "先挂到2026-12-20" in (await r1.last()).text
    assert "还没修好" in (await w.last()).text


async def test_who_asks_after_what_a_unit_does_hears_that_somebody_has_it(street: Street, r1: Phone, w: Phone):
    await r1.sends(BIN)
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))
    await w.sends("1 转办 环卫 李工 回执9", to=street.group("汇嘉"))
    await street.later("20m")

    await r1.sends("还没修好")

    assert "正在办（小王）" in (await r1.last()).text


async def test_not_done_though_they_say_so_is_rework_for_the_same_owner(street: Street, r1: Phone, w: Phone):
    """DOMAIN 7.37"""
    await handled(street, r1, w)
    await street.later("30m")

    await r1.sends("还没修好")
    await r1.presses("还没好", on=await r1.last())

    ticket = await street.ticket(1)
    assert (ticket["status"], ticket["owner"], ticket["rework"]) == ("claimed", "小王", 1)
    assert "返工" in (await w.last()).text
    # Half an hour of waiting for the check is not the handler's time.
    assert ticket["close_due"] == "2026-11-23T16:00:00+08:00"


async def test_broken_again_within_days_is_the_same_ticket(street: Street, r1: Phone, w: Phone):
    """S36"""
    await closed(street, r1, w)
    await street.later("3d")

    await r1.sends("还没修好")
    asked = await r1.last()
    await r1.presses("是，还没好", on=asked)

    ticket = await street.ticket(1)
    assert "办结" in asked.text
    assert (ticket["status"], ticket["owner"], ticket["rework"]) == ("claimed", "小王", 1)
    assert "重开" in (await w.last()).text


async def test_after_a_week_it_is_a_new_report_and_he_hears_so(street: Street, r1: Phone, w: Phone):
    await closed(street, r1, w)
    await street.later("3d")
    await r1.sends("还没修好")
    asked = await r1.last()

    await street.later("5d")
    said = await r1.presses("是，还没好", on=asked)

    assert "再报一次" in said
    assert (await street.ticket(1))["status"] == "closed"


async def test_rating_and_points_stand_in_his_own_list(street: Street, r1: Phone, w: Phone):
    await closed(street, r1, w)

    thanks = await r1.presses("很满意", on=await r1.last())
    await r1.sends("/my")

    assert "谢谢" in thanks
    assert (await street.ticket(1))["events"][-1]["action"] == "rate"
    mine = (await r1.last()).text
    assert "#1" in mine
    assert "已办结" in mine
    assert "积分：5" in mine
