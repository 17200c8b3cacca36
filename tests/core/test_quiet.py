"""When the bot may begin something: tables to the minute, and what must hold at any moment."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import quiet
from bot.core.calendar import SHANGHAI, Calendar
from bot.core.calendar.slots import MINUTES_OF_A_DAY
from bot.core.rules import Quiet
from tests.street import moment

RULES = Quiet()
MONDAY = "2026-11-23"


def clock(text: str) -> datetime:
    """A moment of that Monday, or of a day that is named."""
    return moment(text if " " in text else f"{MONDAY} {text}")


@pytest.mark.parametrize(
    ("trade", "now", "at"),
    [
        ("takeaway", "08:29", "09:30"),  # asleep until half past eight, and then not yet in a lull
        ("takeaway", "08:30", "08:30"),
        ("takeaway", "09:45", "09:45"),
        ("takeaway", "10:20", "10:20"),  # the lull is over, the peak has not begun
        ("takeaway", "10:29", "10:29"),
        ("takeaway", "10:30", "14:00"),
        ("takeaway", "13:29", "14:00"),
        ("takeaway", "13:30", "13:30"),
        ("takeaway", "16:29", "16:29"),
        ("takeaway", "16:30", "20:30"),
        ("takeaway", "19:59", "20:30"),
        ("takeaway", "20:00", "20:00"),
        ("takeaway", "22:29", "22:29"),
        ("takeaway", "22:30", "2026-11-24 09:30"),
        ("takeaway", "23:59", "2026-11-24 09:30"),
        ("takeaway", "00:00", "09:30"),
        ("parcel", "06:29", "12:30"),
        ("parcel", "08:59", "12:30"),  # sorting; the half hour after it is no lull
        ("parcel", "09:00", "09:00"),
        ("parcel", "09:30", "12:30"),
        ("parcel", "12:00", "12:00"),
        ("parcel", "14:00", "19:00"),
        ("parcel", "18:00", "18:00"),
        ("parcel", "22:30", "2026-11-24 12:30"),
        ("other", "11:00", "14:00"),
        (None, "11:00", "14:00"),  # he has not said what he does
        ("cleaner", "11:00", "14:00"),  # a trade of a later version
        ("takeaway", "2026-10-01 11:00", "2026-10-01 14:00"),  # couriers ride on holidays too
        ("takeaway", "2026-12-31 23:00", "2027-01-01 09:30"),
    ],
)
def test_news_go_out_unless_he_rides_or_sleeps_and_else_when_his_next_lull_begins(trade, now, at):
    assert quiet.news_at(trade, RULES, now=clock(now)) == clock(at)


@pytest.mark.parametrize(
    ("trade", "now", "at"),
    [
        ("takeaway", "09:29", "09:30"),
        ("takeaway", "09:30", "09:30"),
        ("takeaway", "10:19", "10:19"),
        ("takeaway", "10:20", "14:00"),  # no peak, but no leisure to look at a picture either
        ("takeaway", "13:30", "14:00"),
        ("takeaway", "15:59", "15:59"),
        ("takeaway", "16:00", "20:30"),
        ("takeaway", "21:30", "2026-11-24 09:30"),
        ("parcel", "09:15", "12:30"),
        ("parcel", "13:00", "13:00"),
        ("parcel", "13:30", "19:00"),
        ("parcel", "21:00", "2026-11-24 12:30"),
        (None, "13:30", "14:00"),
    ],
)
def test_a_question_waits_for_a_lull(trade, now, at):
    assert quiet.question_at(trade, RULES, now=clock(now)) == clock(at)


@pytest.mark.parametrize(("now", "may"), [("10:29:59", True), ("10:30:00", False), ("13:29:59", False)])
def test_a_peak_begins_and_ends_with_its_minute(now, may):
    assert quiet.may_start("takeaway", RULES, now=clock(now)) is may


def test_the_street_s_own_peaks_count():
    rules = Quiet.model_validate({"parcel": {"peaks": ["15:00-16:00"], "sleep": [], "lulls": ["3:00-4:00"]}})

    assert quiet.news_at("parcel", rules, now=clock("15:30")) == clock("2026-11-24 03:00")
    assert quiet.news_at("parcel", rules, now=clock("06:40")) == clock("06:40")
    assert quiet.news_at("takeaway", rules, now=clock("15:30")) == clock("15:30")


@pytest.mark.parametrize(
    ("seen", "chatting"),
    [
        ("09:50:01", True),
        ("09:50:00", False),  # ten minutes ago
        ("10:00:00", True),
        ("10:00:01", False),  # the demo's clock was set back
        (None, False),
    ],
)
def test_he_is_chatting_for_ten_minutes_after_his_last_message(seen, chatting):
    last_seen = clock(seen) if seen else None

    assert quiet.is_chatting(last_seen, RULES, now=clock("10:00")) is chatting


@pytest.mark.parametrize(
    ("level", "now", "at"),
    [
        ("L2", "08:29:59", "08:30"),
        ("L2", "08:30", "08:30"),
        ("L3", "12:45", "12:45"),  # lunch is no working time, but a reminder may be read over it
        ("L2", "18:00:59", "18:00:59"),  # the last minute counts
        ("L2", "18:01", "2026-11-24 08:30"),
        ("L2", "23:59", "2026-11-24 08:30"),
        ("L2", "2026-11-24 00:00", "2026-11-24 08:30"),
        ("L2", "2026-11-27 18:01", "2026-11-30 08:30"),  # Friday evening
        ("L3", "2026-11-28 09:00", "2026-11-30 08:30"),
        ("L2", "2026-09-20 10:00", "2026-09-20 10:00"),  # a Sunday that is worked
        ("L2", "2026-09-19 10:00", "2026-09-20 08:30"),  # the Saturday before it is off
        ("L2", "2026-09-30 18:01", "2026-10-08 08:30"),  # S06: nothing from 10-01 to 10-07
        ("L1", "2026-10-03 02:10", "2026-10-03 02:10"),  # S07
        ("L0", "2026-10-03 02:10", "2026-10-03 02:10"),
    ],
)
def test_staff_are_reminded_while_the_office_works_and_of_what_is_urgent_at_any_hour(street, level, now, at):
    assert quiet.staff_moment(level, now=clock(now), calendar=street.calendar) == clock(at)


def test_staff_of_an_office_with_other_hours_are_left_alone_by_those():
    calendar = Calendar.from_mapping(
        {"working_hours": [{"from": "2020-01-01", "slots": ["14:00-18:00", "8:00-12:00"]}]}
    )

    found = [quiet.staff_moment("L2", now=clock(now), calendar=calendar) for now in ("07:59", "13:00", "18:01")]

    assert found == [clock("08:00"), clock("13:00"), clock("2026-11-24 08:00")]


trades = st.sampled_from(["takeaway", "parcel", "other", None])
moments = st.datetimes(datetime(2024, 6, 1), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def rules_of_any_street(draw: st.DrawFn) -> Quiet:
    """A day cut into stretches of which some are peaks, some lulls, the rest nothing; perhaps a night over midnight."""
    cuts = sorted(draw(st.sets(st.integers(0, MINUTES_OF_A_DAY), min_size=4, max_size=10)))
    stretches = list(itertools.pairwise(cuts))
    kinds = draw(st.permutations(["lull"] + [draw(st.sampled_from(["peak", "lull", ""])) for _ in stretches[1:]]))
    day: dict[str, list[str]] = {"peaks": [], "sleep": [], "lulls": []}
    for (start, end), kind in zip(stretches, kinds, strict=True):
        if kind:
            day[f"{kind}s"].append(f"{_written(start)}-{_written(end)}")
    if cuts[-1] < MINUTES_OF_A_DAY and draw(st.booleans()):
        day["sleep"].append(f"{_written(cuts[-1])}-{_written(cuts[0])}")
    return Quiet.model_validate({"takeaway": day, "parcel": day, "other": day})


def _written(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def minute_of(at: datetime) -> int:
    local = at.astimezone(SHANGHAI)
    return local.hour * 60 + local.minute


@given(trades, moments, st.one_of(st.just(RULES), rules_of_any_street()))
def test_news_never_reach_him_in_a_peak_or_in_his_sleep_nor_before_they_are_news(trade, now, rules):
    at = quiet.news_at(trade, rules, now=now)

    assert not any(minute_of(at) in slot for slot in rules.day_of(trade).quiet)
    assert now <= at <= now + timedelta(days=2)


@given(trades, moments, st.one_of(st.just(RULES), rules_of_any_street()))
def test_a_question_always_comes_in_a_lull_and_not_before_news_could(trade, now, rules):
    at = quiet.question_at(trade, rules, now=now)

    assert any(minute_of(at) in lull for lull in rules.day_of(trade).lulls)
    assert now <= quiet.news_at(trade, rules, now=now) <= at <= now + timedelta(days=2)


@given(trades, moments)
def test_what_may_go_at_its_moment_is_not_put_off_again(trade, now):
    for when in (quiet.news_at, quiet.question_at):
        at = when(trade, RULES, now=now)

        assert when(trade, RULES, now=at) == at
