"""A courier's photo becomes a closed ticket, and he hears of every step."""

import pytest

from tests.stories import pictures
from tests.stories.phone import Message, Phone
from tests.stories.street import BIN_AT_2, Street

WORDS = "2幢门口垃圾箱让风刮翻了"


async def reported(street: Street, r1: Phone) -> Message:
    """r1's bin is reported with a pin and a picture; its card in the group."""
    await r1.posts(pin=BIN_AT_2)
    await r1.sends(WORDS, photo=pictures.sample("bin_tipped"))
    return await street.group("汇嘉").card("hj_w", 1)


async def test_a_photo_with_words_and_a_pin_becomes_a_card_with_its_deadlines(street: Street, r1: Phone):
    """S01"""
    card = await reported(street, r1)

    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["level"], ticket["community"]) == ("ENV_GARBAGE", "L2", "hj")
    assert ticket["claim_due"] == "2026-11-23T12:00:00+08:00"
    assert ticket["close_due"] == "2026-11-23T15:30:00+08:00"
    receipt = (await r1.last()).text
    assert all(word in receipt for word in ("#1", "垃圾", "2幢"))
    assert card.pictures
    assert "认领" in card.buttons


async def test_claimed_in_words_proved_by_photo_and_confirmed_by_the_courier(street: Street, r1: Phone, w: Phone):
    """S02"""
    card = await reported(street, r1)
    group = street.group("汇嘉")

    await street.at("2026-11-23T10:20")
    await w.sends("认领 1", to=group)
    told_at_claim = await r1.last()
    await street.at("2026-11-23T11:05")
    await w.sends(photo=pictures.sample("bin_upright"), to=group, reply_to=card)
    await street.at("2026-11-23T14:10")
    await r1.presses("好了", on=await r1.offered("好了"))

    ticket = await street.ticket(1)
    assert ticket["status"] == "closed"
    assert [event["action"] for event in ticket["events"]] == ["open", "file", "claim", "prove", "pass"]
    assert [event["at"][11:16] for event in ticket["events"][2:]] == ["10:20", "11:05", "14:10"]
    assert not any(deadline["late"] for deadline in ticket["deadlines"])
    assert "小王" in told_at_claim.text
    assert "+5" in told_at_claim.text
    assert "办结" in (await r1.last()).text


async def test_a_real_photograph_goes_all_the_way_and_he_hears_of_every_step(street: Street, r1: Phone, w: Phone):
    """Issue 2, "Shown by": pin, photo, claim by button, proof, check by a colleague, rating."""
    before, after = pictures.real("garbage"), pictures.real("normal_street")
    if before is None or after is None:
        pytest.skip("the photographs of ../shared/data/photos are not here")
    group, heard = street.group("汇嘉"), []

    await r1.posts(pin=BIN_AT_2)
    await r1.sends(WORDS, photo=before)
    heard.append((await r1.last()).text)
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)
    heard.append((await r1.last()).text)
    await w.presses("处置完成", on=card)
    await w.sends(photo=after, to=group)
    heard.append((await r1.last()).text)
    await street.phone("hj_g").presses("核查通过", on=card)
    heard.append((await r1.last()).text)

    assert [word in said for word, said in zip(("编号 #1", "接手", "处理好了", "办结"), heard, strict=True)] == [
        True
    ] * 4
    assert (await street.ticket(1))["status"] == "closed"
    assert len(await group.cards("hj_w")) == 1


@pytest.mark.at("2026-11-23T11:50")
async def test_an_l2_report_just_before_lunch_is_to_be_claimed_after_it(street: Street, r1: Phone):
    """S03"""
    await r1.sends(WORDS)

    assert (await street.ticket(1))["claim_due"] == "2026-11-23T15:20:00+08:00"
