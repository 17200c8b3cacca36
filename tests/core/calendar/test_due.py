"""Deadlines on the working and the continuous clock."""

from datetime import UTC, date, datetime

import pytest

from bot.core.calendar import SHANGHAI, Calendar

EIGHT_HOURS = {"from": date(2020, 1, 1), "slots": ["08:30-12:00", "13:30-18:00"]}


@pytest.fixture(scope="module")
def calendar():
    return Calendar.from_mapping({"working_hours": [EIGHT_HOURS]})


def on(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-11-23T10:00", 120, "2026-11-23T12:00"),  # exactly at the end of a slot: stays there
        ("2026-11-23T10:00", 240, "2026-11-23T15:30"),  # over lunch
        ("2026-11-23T11:50", 120, "2026-11-23T15:20"),  # ten minutes before lunch
        ("2026-11-23T12:20", 120, "2026-11-23T15:30"),  # during lunch
        ("2026-11-27T17:30", 240, "2026-11-30T12:00"),  # over a weekend
        ("2026-11-28T09:00", 120, "2026-11-30T10:30"),  # on a Saturday
        ("2026-02-13T17:00", 240, "2026-02-14T11:30"),  # into a make-up Saturday
        ("2026-02-14T17:00", 240, "2026-02-24T11:30"),  # over the Spring Festival
        ("2026-09-19T10:00", 120, "2026-09-20T10:30"),  # from a Saturday into a make-up Sunday
        ("2026-09-30T16:00", 480, "2026-10-08T16:00"),  # over the National Day holidays
        ("2026-09-30T16:00", 960, "2026-10-09T16:00"),  # the same, two working days
        ("2026-10-09T16:00", 480, "2026-10-10T16:00"),  # into a make-up Saturday in October
        ("2026-06-18T17:30", 960, "2026-06-23T17:30"),  # over the Dragon Boat Festival
        ("2026-01-02T09:00", 120, "2026-01-04T10:30"),  # from a holiday into a make-up Sunday
        ("2026-11-23T18:00", 1, "2026-11-24T08:31"),  # the last second of work is over at 18:00
        ("2026-11-23T17:59", 1, "2026-11-23T18:00"),  # the last minute of a day
        ("2026-11-23T08:30", 480, "2026-11-23T18:00"),  # one whole working day
        ("2025-01-26T16:00", 480, "2025-01-27T16:00"),  # make-up Sunday of another year
    ],
)
def test_working_minutes_end_where_the_street_s_clerk_says(calendar, start, minutes, due):
    found = calendar.due(on(start), minutes, "working")

    assert found.at == on(due)


def test_continuous_minutes_run_through_night_weekend_and_holiday(calendar):
    found = calendar.due(on("2026-09-30T23:50"), 24 * 60, "continuous")

    assert found.at == on("2026-10-01T23:50")


@pytest.mark.parametrize("clock", ["working", "continuous"])
def test_zero_minutes_are_over_at_once_even_at_night(calendar, clock):
    found = calendar.due(on("2026-11-23T23:10"), 0, clock)

    assert found.at == on("2026-11-23T23:10")


def test_seconds_of_the_start_do_not_make_the_deadline_later(calendar):
    found = calendar.due(on("2026-11-23T10:00:59.999"), 120, "working")

    assert found.at == on("2026-11-23T12:00")


def test_a_start_in_another_zone_gives_the_same_deadline_in_shanghai(calendar):
    found = calendar.due(datetime(2026, 11, 23, 2, 0, tzinfo=UTC), 120, "working")

    assert found.at.isoformat() == "2026-11-23T12:00:00+08:00"


@pytest.mark.parametrize(
    ("start", "minutes", "clock", "words"),
    [
        (datetime(2026, 11, 23, 10), 10, "working", "时区"),  # noqa: DTZ001 - the naive one is what is refused
        (on("2026-11-23T10:00"), -1, "working", "分钟数"),
        (on("2026-11-23T10:00"), 10**7, "working", "分钟数"),  # nineteen years: a slip of the pen
        (on("2026-11-23T10:00"), 10, "lunar", "clock"),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), 10, "working", "年份"),  # would run over the end of time
        (datetime(1, 1, 1, tzinfo=UTC), 10, "continuous", "年份"),
    ],
)
def test_what_no_clock_can_count_is_refused_with_a_sentence(calendar, start, minutes, clock, words):
    with pytest.raises(ValueError, match=words):
        calendar.due(start, minutes, clock)


@pytest.mark.parametrize(
    ("start", "minutes", "provisional"),
    [
        ("2026-12-31T10:00", 60, False),  # ends within 2026, which is published
        ("2026-12-31T17:00", 60, False),  # ends with the last minute of 2026
        ("2026-12-31T17:00", 61, True),  # one minute of 2027 is needed
        ("2027-01-01T09:00", 60, True),
    ],
)
def test_a_deadline_that_touches_an_unpublished_year_is_provisional(calendar, start, minutes, provisional):
    found = calendar.due(on(start), minutes, "working")

    assert found.provisional is provisional


def test_a_continuous_deadline_is_never_provisional(calendar):
    assert not calendar.due(on("2027-02-01T09:00"), 60, "continuous").provisional


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-12-31T17:30", "2027-01-04T09:00"),  # 1.1 is always off, then a weekend
        ("2027-04-30T17:30", "2027-05-03T09:00"),  # 5.1 and 5.2 are a weekend anyway
        ("2027-09-30T17:30", "2027-10-04T09:00"),  # 10.1 to 10.3
        ("2027-02-05T17:30", "2027-02-08T09:00"),  # the Spring Festival of 2027 is not guessed
    ],
)
def test_without_a_notice_only_the_fixed_days_are_off(calendar, start, due):
    assert calendar.due(on(start), 60, "working").at == on(due)


def test_the_steps_account_for_every_minute_and_every_day_left_out(calendar):
    found = calendar.due(on("2026-11-27T17:30"), 240, "working")

    assert [(step.day.day, step.minutes, step.note) for step in found.steps] == [
        (27, 30, ""),
        (28, 0, "周末"),
        (29, 0, "周末"),
        (30, 210, ""),
    ]


@pytest.mark.parametrize(
    ("at", "working"),
    [
        ("2026-11-23T08:29:59", False),
        ("2026-11-23T08:30:00", True),
        ("2026-11-23T11:59:59", True),
        ("2026-11-23T12:00:00", False),  # the end of a slot is no longer work
        ("2026-11-28T10:00:00", False),  # Saturday
        ("2026-02-14T10:00:00", True),  # make-up Saturday
        ("2026-10-01T10:00:00", False),  # holiday
    ],
)
def test_the_office_is_open_in_its_slots_on_working_days(calendar, at, working):
    assert calendar.is_working(on(at)) is working


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23T10:00:30", "2026-11-23T10:00:30"),  # open: this very moment
        ("2026-11-23T12:00:00", "2026-11-23T13:30:00"),
        ("2026-11-27T18:00:00", "2026-11-30T08:30:00"),
        ("2026-02-14T18:30:00", "2026-02-24T08:30:00"),
    ],
)
def test_work_begins_next_when_the_office_opens(calendar, at, opens):
    assert calendar.next_working(on(at)) == on(opens)


@pytest.mark.parametrize(
    ("day", "span"),
    [
        (date(2026, 11, 23), ("08:30", "18:00")),  # lunch lies inside
        (date(2026, 11, 28), None),  # a Saturday
        (date(2026, 9, 20), ("08:30", "18:00")),  # a Sunday that is worked
        (date(2026, 10, 1), None),
    ],
)
def test_a_working_day_reaches_from_the_first_slot_to_the_last(calendar, day, span):
    found = calendar.working_span(day)

    assert (tuple(f"{moment:%H:%M}" for moment in found) if found else None) == span
    assert found is None or {moment.date() for moment in found} == {day}
