"""While he rides or sleeps a courier is left alone; what he asks is answered at any hour."""

import pytest

from tests.stories import pictures
from tests.stories.phone import Message, Phone, texts
from tests.stories.street import BIN_AT_2, Street

WORDS = "2幢门口垃圾箱让风刮翻了"


async def reported(street: Street, r1: Phone) -> Message:
    """r1's bin with a pin and a picture; its card in the group."""
    await r1.posts(pin=BIN_AT_2)
    await r1.sends(WORDS, photo=pictures.sample("bin_tipped"))
    return await street.group("汇嘉").card("hj_w", 1)


async def test_told_of_the_claim_before_the_rush_and_asked_after_it(street: Street, r1: Phone, w: Phone):
    """S02"""
    group, card = street.group("汇嘉"), await reported(street, r1)

    await street.at("2026-11-23T10:20")
    await w.sends("认领 1", to=group)
    at_claim = await r1.last()
    await street.at("2026-11-23T11:05")
    await w.sends(photo=pictures.sample("bin_upright"), to=group, reply_to=card)
    await street.at("2026-11-23T13:59")
    before_the_lull = await r1.last()
    await street.at("2026-11-23T14:00")
    asked = await r1.last()
    await street.at("2026-11-23T14:10")
    await r1.presses("好了", on=asked)

    assert ("接手" in at_claim.text, "+5" in at_claim.text, at_claim.silent) == (True, True, False)
    assert before_the_lull == at_claim
    # The second push of the day makes no sound; the answer to his press does.
    assert ("处理好了" in asked.text, bool(asked.pictures), asked.silent) == (True, True, True)
    assert ("办结" in (await r1.last()).text, (await r1.last()).silent) == (True, False)
    ticket = await street.ticket(1)
    assert ticket["status"] == "closed"
    assert [event["at"][11:16] for event in ticket["events"][2:]] == ["10:20", "11:05", "14:10"]
    assert not any(deadline["late"] for deadline in ticket["deadlines"])


@pytest.mark.at("2026-11-23T11:00")
async def test_who_has_just_written_is_told_even_in_the_rush(street: Street, r1: Phone, w: Phone):
    """S02: unless he is chatting already"""
    await reported(street, r1)

    await street.at("2026-11-23T11:09")
    await w.sends("认领 1", to=street.group("汇嘉"))

    assert "接手" in (await r1.last()).text


async def test_what_was_kept_for_him_comes_with_the_answer_when_he_asks(street: Street, r1: Phone, w: Phone):
    card = await reported(street, r1)
    await street.at("2026-11-23T11:05")
    await w.sends("认领 1", to=street.group("汇嘉"))
    await w.sends(photo=pictures.sample("bin_upright"), to=street.group("汇嘉"), reply_to=card)
    await street.at("2026-11-23T12:00")
    before = await r1.hears()

    await r1.sends("/my")

    assert "小王" not in texts(before)
    claim, check, mine = (await r1.hears())[len(before) :]
    assert ("接手" in claim.text, "处理好了" in check.text, "积分" in mine.text) == (True, True, True)
    assert check.pictures


@pytest.mark.at("2026-11-23T12:10")
async def test_in_the_rush_his_photo_is_answered_and_nothing_more_is_said(street: Street, r1: Phone):
    """S13"""
    await r1.sends(photo=pictures.sample("lamp_dark"))
    (asked,) = await r1.hears()

    await street.at("2026-11-23T12:41")
    in_the_rush = await r1.hears()
    await street.at("2026-11-23T14:00")

    assert "在哪" in asked.text
    assert in_the_rush == [asked]
    # Meanwhile a person has seen it; he hears so when he has time.
    assert (await street.ticket(1))["status"] == "dispatched"
    assert "工作人员来看" in (await r1.last()).text


@pytest.mark.at("2026-11-28T09:00")
async def test_an_ordinary_matter_of_a_saturday_is_taken_and_called_after_on_monday(street: Street, r1: Phone):
    """S04"""
    group = street.group("汇嘉")
    await r1.sends("2幢楼下堆着建筑垃圾")
    receipt = await r1.last()

    await street.at("2026-11-28T23:00")

    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["status"]) == ("ENV_BULKY", "dispatched")
    assert ("#1" in receipt.text, "周一" in receipt.text) == (True, True)
    assert ticket["claim_due"] == "2026-11-30T10:30:00+08:00"
    assert "@" not in await group.text("hj_w")
    assert [await street.phone(f"hj_{post}").hears() for post in "wghs"] == [[]] * 4


@pytest.mark.at("2026-11-23T23:00")
async def test_an_emergency_wakes_him_and_rings_every_time(street: Street, r1: Phone, w: Phone):
    await r1.sends("5幢楼道着火了")
    await street.at("2026-11-23T23:20")

    await w.sends("认领 1", to=street.group("汇嘉"))

    told = await r1.last()
    assert ("接手" in told.text, told.silent) == (True, False)


async def test_a_parcel_courier_s_rush_is_another(street: Street, w: Phone):
    r3 = street.phone("r3")
    await r3.sends(WORDS)
    await street.at("2026-11-23T10:20")

    await w.sends("认领 1", to=street.group("汇嘉"))

    assert "小王" not in texts(await r3.hears())
    await street.at("2026-11-23T12:30")
    assert "接手" in (await r3.last()).text
