"""Where is it: at most one question, what is found is shown, and nobody hears "not ours"."""

import pytest

from tests.stories import pictures
from tests.stories.phone import Phone
from tests.stories.street import NEXT_STREET, Street

# 汇嘉's courier on the river's bank, 20 m from the line between 江畔 and 望江.
ON_THE_LINE = (29.93640, 121.54626)


@pytest.mark.at("2026-11-23T12:10")
async def test_a_bare_photo_is_taken_and_asks_once(street: Street, r1: Phone):
    """S13"""
    await r1.sends(photo=pictures.sample("lamp_dark"))

    (receipt,) = await r1.hears()
    assert "#1" in receipt.text
    assert "在哪" in receipt.text
    assert receipt.keyboard == ("📍 发送我的位置",)


@pytest.mark.at("2026-11-23T12:10")
async def test_a_bare_photo_nobody_explained_is_seen_by_a_person_after_half_an_hour(street: Street, r1: Phone):
    """S13"""
    await r1.sends(photo=pictures.sample("lamp_dark"))

    await street.at("2026-11-23T12:39")
    early = await street.ticket(1)
    await street.at("2026-11-23T12:41")

    assert early["status"] == "draft"
    assert (await street.ticket(1))["status"] == "dispatched"
    assert (await street.group("汇嘉").card("hj_w", 1)).pictures
    assert len([message for message in await r1.hears() if "？" in message.text]) == 1


async def test_a_typed_place_is_found_and_the_match_is_shown(street: Street):
    """S14"""
    r6 = street.phone("r6")
    await r6.sends("路口有个大坑")

    await r6.sends("菜场桥头")

    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["community"], ticket["status"]) == ("FAC_ROAD", "wj", "dispatched")
    assert "菜场桥在望江" in (await r6.last()).text


@pytest.mark.parametrize(
    "said",
    [
        ("人民桥头路口有个大坑",),  # the place comes with the matter
        ("路口有个大坑", "人民桥"),  # the place is the answer to the question
    ],
)
async def test_two_bridges_of_one_name_are_two_buttons(street: Street, said: tuple[str, ...]):
    """S15: the demo street has a 人民桥 in 江畔 and one in 北欣."""
    r6 = street.phone("r6")

    for words in said:
        await r6.sends(words)

    asked = await r6.last()
    assert (await street.ticket(1))["community"] is None
    assert {label[4:6] for label in asked.buttons} == {"江畔", "北欣"}
    await r6.presses(next(label for label in asked.buttons if "北欣" in label), on=asked)
    assert ((await street.ticket(1))["community"], (await street.ticket(1))["status"]) == ("bx", "dispatched")
    assert (await street.group("北欣").card("bx_w", 1)).buttons


async def test_on_the_border_both_groups_see_it_and_one_owns_it(street: Street):
    """S16"""
    r4, ours, theirs = street.phone("r4"), street.group("望江"), street.group("江畔")
    await r4.posts(pin=ON_THE_LINE)
    await r4.sends("井盖没了", photo=pictures.sample("manhole_missing"))

    card = await theirs.card("jp_w", 1)
    await street.phone("jp_w").presses("已围护", on=card)

    ticket = await street.ticket(1)
    assert ticket["community"] == "wj"
    assert [event["action"] for event in ticket["events"]][-1] == "make_safe"
    assert "认领" in (await ours.card("wj_w", 1)).buttons
    assert "认领" not in (await theirs.card("jp_w", 1)).buttons
    assert "围" in (await r4.last()).text


@pytest.mark.parametrize("pin_first", [True, False])
async def test_beyond_the_street_it_is_handed_on_and_not_rejected(street: Street, pin_first: bool):
    """S17: in whichever order pin and words come."""
    r6 = street.phone("r6")

    for part in ("pin", "words") if pin_first else ("words", "pin"):
        await (r6.sends(pin=NEXT_STREET) if part == "pin" else r6.sends("红绿灯坏了"))

    receipt = await r6.last()
    assert (await street.ticket(1))["status"] == "handed_off"
    assert "东浦" in receipt.text
    assert "12345" in receipt.text
    assert "红绿灯坏了" in await street.group("街道").text("street_d")


async def test_a_typo_of_building_and_estate_is_understood(street: Street):
    """DOMAIN 7.7"""
    r9 = street.phone("r9")

    await r9.sends("汇佳花园7撞门口垃圾桶满了")

    ticket = await street.ticket(1)
    assert (ticket["community"], ticket["status"]) == ("hj", "dispatched")
    assert "汇嘉花园7幢" in ticket["place"]["text"]


async def test_an_estates_name_is_no_part_of_the_matter(street: Street):
    """云水湾 is no water on the road."""
    await street.phone("r11").sends("云水湾一期1幢门口垃圾箱让风刮翻了")

    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["community"]) == ("ENV_GARBAGE", "ys")
