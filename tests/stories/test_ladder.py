"""The street's clocks on the demo's: deadlines to the minute, reminders that climb, lists in the morning."""

import pytest

from tests.stories.phone import Phone, texts
from tests.stories.street import IN_JIANGPAN, Street

BIN = "2幢门口垃圾箱让风刮翻了"
BULKY = "汇嘉花园2幢树下堆着建筑垃圾"
WIRE = "9幢有人从楼上拉线下来给电瓶车充电"


async def dues(street: Street, number: int = 1) -> tuple[str | None, ...]:
    """Claim, make-safe and close of the ticket, as month-day hour:minute."""
    ticket = await street.ticket(number)
    return tuple(due and due[5:16].replace("T", " ") for due in
                 (ticket["claim_due"], ticket["make_safe_due"], ticket["close_due"]))  # fmt: skip


async def private(street: Street, *names: str) -> dict[str, list[str]]:
    """What the bot said to each of them in private, cards left out."""
    return {name: [m.text for m in await street.phone(name).hears() if not m.is_card] for name in names}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # S01
        pytest.param(BIN, ("11-23 12:00", None, "11-23 15:30"), marks=pytest.mark.at("2026-11-23T10:00")),
        # S03: over lunch
        pytest.param(BIN, ("11-23 15:20", None, "11-23 17:20"), marks=pytest.mark.at("2026-11-23T11:50")),
        # S04: a Saturday
        pytest.param(BULKY, ("11-30 10:30", None, "12-01 18:00"), marks=pytest.mark.at("2026-11-28T09:00")),
        # S05: a Sunday that is worked
        pytest.param(BIN, ("09-20 12:00", None, "09-20 15:30"), marks=pytest.mark.at("2026-09-20T10:00")),
        # S06: across the National Day holidays
        pytest.param(BULKY, ("09-30 18:00", None, "10-09 16:00"), marks=pytest.mark.at("2026-09-30T16:00")),
    ],
)
async def test_deadlines_know_lunch_weekends_holidays_and_make_up_days(street: Street, r1: Phone, words, expected):
    """S01, S03-S06"""
    await r1.sends(words)

    assert await dues(street) == tuple(expected)


@pytest.mark.at("2026-09-30T16:00")
async def test_nobody_is_reminded_in_the_holidays(street: Street, r1: Phone):
    """S06"""
    await r1.sends(BULKY)
    await street.at("2026-09-30T18:00")
    names = ("hj_w", "hj_g", "hj_h", "hj_s", "street_d", "street_y", "street_l")
    before = (await private(street, *names), len(await street.group("汇嘉").messages("hj_w")))

    await street.at("2026-10-08T08:00")

    assert (await private(street, *names), len(await street.group("汇嘉").messages("hj_w"))) == before


@pytest.mark.at("2026-10-03T02:10")
async def test_a_missing_cover_on_a_holiday_night_has_somebody_awake(street: Street):
    """S07"""
    r4, group = street.phone("r4"), street.group("江畔")
    await r4.posts(pin=IN_JIANGPAN)
    await r4.sends("井盖没了")

    ticket = await street.ticket(1)
    await street.at("2026-10-03T04:20")

    assert (ticket["category"], ticket["level"], ticket["community"]) == ("FAC_MANHOLE", "L1", "jp")
    assert await dues(street) == ("10-03 02:40", "10-03 04:10", "10-04 02:10")
    told = await private(street, "street_y", "street_l", "jp_w", "jp_g", "jp_h", "jp_s", "street_d")
    assert len(told["street_y"]) >= 3
    assert any("#1" in text for text in told["street_l"])
    assert [told[name] for name in ("jp_w", "jp_g", "jp_h", "jp_s", "street_d")] == [[]] * 5
    # the card and nothing else: nobody is called in the group
    assert [m.is_card for m in await group.messages("jp_w") if m.sender != "r4"] == [True]


async def test_what_nobody_claims_climbs_and_the_group_is_called_once(street: Street, r1: Phone):
    """S29"""
    await r1.sends(BIN)

    await street.at("2026-11-23T12:00")
    at_noon = await private(street, "hj_h", "hj_s", "street_d")
    await street.at("2026-11-23T15:30")
    at_twice = await private(street, "hj_h", "hj_s", "street_d")

    assert [len(at_noon[name]) for name in ("hj_h", "hj_s", "street_d")] == [1, 0, 0]
    assert [len(at_twice[name]) for name in ("hj_h", "hj_s", "street_d")] == [1, 1, 1]
    called = [m for m in await street.group("汇嘉").messages("hj_w") if not m.is_card and m.sender != "r1"]
    assert len(called) == 1
    assert "小王" in called[0].text


async def test_a_reminder_carries_the_button_that_ends_it(street: Street, r1: Phone):
    await r1.sends(BIN)
    await street.at("2026-11-23T12:00")
    head = street.phone("hj_h")

    await head.presses("认领", on=await head.last())
    await street.at("2026-11-23T15:20")

    assert (await street.ticket(1))["owner"] == "老陈"
    assert len((await private(street, "hj_s"))["hj_s"]) == 0


async def test_a_jump_of_three_days_gives_every_step_in_order_and_once(street: Street, r1: Phone, w: Phone):
    await r1.sends(BIN)
    await r1.sends(WIRE)
    await w.sends("认领 2", to=street.group("汇嘉"))

    await street.later("3d")
    await street.later("1s")

    given = [nudge["key"] for number in (1, 2) for nudge in (await street.ticket(number))["nudges"]]
    assert given == list(dict.fromkeys(given))
    assert [key for key in given if key.startswith("1:claim")] == [
        f"1:claim:1:{s}" for s in ("half", "overdue", "double")
    ]
    assert [key for key in given if key.startswith("2:")] == ["2:close:1:three_quarters", "2:close:1:overdue"]


async def test_the_street_reads_what_is_late_once_every_working_morning(street: Street, r1: Phone):
    await r1.sends(BIN)
    await street.at("2026-11-24T08:39")
    before = await street.group("街道").text("street_d")

    await street.at("2026-11-24T12:00")
    await street.restart()
    await street.later("1m")

    after = await street.group("街道").text("street_d")
    assert "超期名单" not in before
    assert after.count("超期名单") == 1
    assert "#1 " in after


async def test_staff_ask_what_is_late_and_what_is_due_today(street: Street, r1: Phone, w: Phone):
    group = street.group("汇嘉")
    await r1.sends(BIN)
    await r1.sends("5幢楼道灯不亮")
    await w.sends("/today", to=group)
    today = (await group.messages("hj_w"))[-1].text
    await street.at("2026-11-23T16:00")
    await w.sends("/late", to=group)
    late = (await group.messages("hj_w"))[-1].text

    assert "#1 " in today
    assert "#1 " in late


async def test_a_couriers_phone_does_not_show_the_lists(street: Street, r1: Phone):
    await r1.sends("/late")

    assert "工作人员" in texts(await r1.hears())


@pytest.mark.at("2026-12-01T09:00")
async def test_a_year_without_holidays_is_asked_for_in_time(street: Street):
    """DOMAIN 6.1: the notice of next year is missing; the dispatcher is told in working time, not again and again."""
    await street.at("2026-12-03T12:00")

    asked = [text for text in (await private(street, "street_d"))["street_d"] if "2027" in text]
    assert len(asked) == 1


@pytest.mark.at("2026-12-31T15:00")
async def test_a_deadline_over_an_unknown_year_is_provisional_and_says_so(street: Street, r1: Phone):
    await r1.sends(BULKY)

    card = await street.group("汇嘉").card("hj_w", 1)
    assert "暂定" in card.text
