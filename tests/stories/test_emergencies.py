"""Safety before questions: the number to call comes first, whatever else is still unknown."""

import pytest

from tests.stories import pictures
from tests.stories.phone import Phone, texts
from tests.stories.street import IN_JIANGPAN, Street

GAS = "闻到天然气味道 是不是漏了 6幢楼道"


@pytest.mark.at("2026-11-23T03:40")
async def test_a_gas_smell_is_answered_with_what_to_do_before_anything_else(street: Street):
    """S08: at any hour, hedged or not."""
    r2 = street.phone("r2")

    await r2.sends(GAS)

    advice = (await r2.hears())[0].text
    assert "119" in advice
    assert "外面" in advice
    assert "开关灯" in advice
    assert "照片" not in texts(await r2.hears())


@pytest.mark.at("2026-11-23T03:40")
async def test_a_gas_smell_reaches_the_duty_chain_at_any_hour(street: Street):
    """S08"""
    await street.phone("r2").sends(GAS)

    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["level"], ticket["status"]) == ("EMG_GAS", "L0", "dispatched")
    assert ticket["claim_due"] == "2026-11-23T03:45:00+08:00"
    for username in ("hj_h", "street_y"):
        assert "认领" in (await street.phone(username).card(1)).buttons
    assert "认领" in (await street.group("汇嘉").card("hj_w", 1)).buttons


async def test_no_leak_found_closes_as_valid_and_earns_all_the_same(street: Street, w: Phone):
    """S09"""
    r2, group = street.phone("r2"), street.group("汇嘉")
    await r2.sends(GAS)
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)

    await w.sends("燃气公司测过了，没有漏，回执 RQ-1123", to=group, reply_to=card)
    await w.presses("处置完成", on=card)
    await street.phone("hj_g").presses("核查通过", on=card)

    assert (await street.ticket(1))["status"] == "closed"
    assert "谢谢" in (await r2.last()).text
    assert "+15" in texts(await r2.hears())
    await r2.sends("/my")
    assert "积分：15" in (await r2.last()).text


async def test_hedged_smoke_is_a_fire_and_asks_one_thing_only(street: Street, r1: Phone):
    """S10"""
    await r1.sends("12幢4楼东边窗户冒烟 像是着了")

    advice, receipt = await r1.hears()
    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["level"]) == ("EMG_FIRE", "L0")
    assert "119" in advice.text
    assert "人" in receipt.text.split("\n")[-1]
    assert receipt.text.count("？") == 1


@pytest.mark.at("2026-10-03T02:10")
async def test_a_missing_manhole_at_night_goes_to_the_duty_officer_on_the_continuous_clock(street: Street):
    """S07"""
    r4 = street.phone("r4")

    await r4.posts(pin=IN_JIANGPAN)
    await r4.sends("井盖没了", photo=pictures.sample("manhole_missing"))

    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["level"], ticket["community"]) == ("FAC_MANHOLE", "L1", "jp")
    assert ticket["claim_due"] == "2026-10-03T02:40:00+08:00"
    assert ticket["make_safe_due"] == "2026-10-03T04:10:00+08:00"
    assert ticket["close_due"] == "2026-10-04T02:10:00+08:00"
    assert "认领" in (await street.phone("street_y").card(1)).buttons


async def test_a_past_or_denied_fire_alarms_nobody(street: Street, r1: Phone):
    """DOMAIN 2, rule 4"""
    await r1.sends("昨天着火那家今天在搬东西")
    await street.later("3m")
    await r1.sends("没着火 是蒸汽")

    assert await street.phone("street_y").hears() == []
    assert all(ticket["level"] != "L0" for ticket in await street.tickets())


async def test_more_words_of_the_same_emergency_join_its_ticket(street: Street, r1: Phone):
    """DOMAIN 7.15: one ticket for all the messages."""
    await r1.sends("12幢4楼窗户冒烟")
    await street.later("3m")

    await r1.sends("里面好像有人")
    await r1.sends(photo=pictures.sample("lamp_dark"))

    (ticket,) = await street.tickets()
    assert ticket["level"] == "L0"
    assert "有人" in (await street.ticket(1))["words"]
