"""Staff at work in the group: one owner, proof before closing, words as good as buttons."""

import asyncio

from tests.stories import pictures
from tests.stories.phone import Message, Phone, texts
from tests.stories.street import Street

BIN = "2幢门口垃圾箱满了"
WIRE = "9幢有人从楼上拉线下来给电瓶车充电"


async def reported(street: Street, words: str = BIN) -> Message:
    """A ticket of 汇嘉 without a picture; its card."""
    await street.phone("r1").sends(words)
    return await street.group("汇嘉").card("hj_w", 1)


async def test_a_matter_without_its_photo_cannot_be_closed(street: Street, w: Phone):
    """S22"""
    card, group = await reported(street, WIRE), street.group("汇嘉")
    await w.presses("认领", on=card)

    await w.sends("1 好了", to=group)

    assert (await street.ticket(1))["status"] == "claimed"
    assert "还差处置后照片" in await group.text("hj_w")


async def test_the_reports_own_picture_is_no_proof(street: Street, r1: Phone, w: Phone):
    """DOMAIN 7.35"""
    picture, group = pictures.sample("flying_wire"), street.group("汇嘉")
    await r1.sends(WIRE, photo=picture)
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)

    await w.sends(photo=picture, to=group, reply_to=card)

    assert (await street.ticket(1))["status"] == "claimed"


async def test_of_two_who_claim_in_the_same_second_one_owns_it_and_the_other_hears_who(street: Street):
    """S30"""
    card = await reported(street)
    both = {"小王": street.phone("hj_w"), "阿芳": street.phone("hj_g")}

    said = await asyncio.gather(*(each.presses("认领", on=card) for each in both.values()))

    owner = (await street.ticket(1))["owner"]
    (other,) = both.keys() - {owner}
    toasts = dict(zip(both, said, strict=True))
    assert "归您" in toasts[owner]
    assert owner in toasts[other]


async def test_received_is_a_courtesy_and_no_claim(street: Street, w: Phone):
    """S37"""
    card, group = await reported(street), street.group("汇嘉")

    await w.sends("收到", to=group, reply_to=card)

    offer = (await group.messages("hj_w"))[-1]
    assert (await street.ticket(1))["status"] == "dispatched"
    assert "认领 #1" in offer.text
    await w.presses("认领", on=offer)
    assert (await street.ticket(1))["owner"] == "小王"


async def test_who_leaves_gives_his_tickets_back_with_their_clocks(street: Street, r1: Phone, w: Phone):
    """S28"""
    group = street.group("汇嘉")
    for number, words in enumerate((BIN, WIRE, "5幢楼道灯不亮"), start=1):
        await r1.sends(words)
        await w.sends(f"认领 {number}", to=group)
        await street.later("5m")
    before = await street.tickets()

    await w.leaves(group)

    after, told = await street.tickets(), (await street.phone("hj_h").last()).text
    assert [ticket["owner"] for ticket in before] == ["小王"] * 3
    assert [ticket["owner"] for ticket in after] == [None] * 3
    assert [ticket["close_due"] for ticket in after] == [ticket["close_due"] for ticket in before]
    assert "小王" in told
    assert all(f"#{number}" in told for number in (1, 2, 3))


async def test_what_waits_for_a_unit_or_a_day_goes_to_the_grid_head(street: Street, r1: Phone, w: Phone):
    """S28"""
    group = street.group("汇嘉")
    for number, words in enumerate((BIN, "5幢楼道灯不亮"), start=1):
        await r1.sends(words)
        await w.sends(f"认领 {number}", to=group)
        await street.later("5m")
    await w.sends("1 转办 电信 张工 回执88", to=group)
    await w.sends("2 挂账到12-20 等业委会表决", to=group)
    dispatcher = street.phone("street_d")
    await dispatcher.presses("同意", on=await dispatcher.offered("同意"))
    before = await street.tickets()

    await w.leaves(group)

    after = await street.tickets()
    assert [(ticket["status"], ticket["owner"]) for ticket in after] == [("transferred", "老陈"), ("suspended", "老陈")]
    kept = ("close_due", "suspended_until", "party")
    assert [[ticket[name] for name in kept] for ticket in after] == [
        [ticket[name] for name in kept] for ticket in before
    ]
    await street.phone("hj_h").sends("/mine", to=group)
    mine = (await group.messages("hj_h"))[-1].text
    assert "转办中" in mine
    assert "已挂账" in mine


async def test_who_left_cannot_look_at_the_tickets_any_more(street: Street, w: Phone):
    """S28: not after a restart either."""
    await reported(street)
    await w.leaves(street.group("汇嘉"))
    await street.restart()

    await w.sends("/find 1")

    assert "2幢" not in texts(await w.hears())
