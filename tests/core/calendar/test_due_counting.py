"""What must hold for any start and any period: minutes counted are minutes asked."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import Calendar

# Hours with a midnight, an odd minute and a change within the years drawn, and a table of the street's own.
CALENDAR = Calendar.from_mapping(
    {
        "working_hours": [
            {"from": "2020-01-01", "slots": ["08:30-12:00", "13:30-18:00"]},
            {"from": "2026-06-01", "slots": ["00:00-01:07", "08:00-11:30", "14:30-18:00", "22:00-24:00"]},
            {"from": "2026-10-01", "slots": ["08:30-12:00", "13:30-18:00"]},
        ],
        "holidays": {2025: {"off": ["2025-01-01", date(2025, 10, 1)], "work": ["2025-10-11"]}},
    }
)

moments = st.datetimes(datetime(2024, 6, 1), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001
periods = st.integers(0, 20 * 480)
clocks = st.sampled_from(["working", "continuous"])


@given(moments, periods, clocks)
def test_minutes_between_start_and_due_are_the_minutes_asked(start, minutes, clock):
    due = CALENDAR.due(start, minutes, clock)

    assert CALENDAR.minutes_between(start, due.at, clock) == minutes


@given(moments, periods, clocks)
def test_the_steps_add_up_to_the_minutes_asked(start, minutes, clock):
    due = CALENDAR.due(start, minutes, clock)

    assert sum(step.minutes for step in due.steps) == minutes


@given(moments, st.integers(0, 20_000), periods, clocks)
def test_a_later_start_never_gives_an_earlier_deadline(start, later, minutes, clock):
    earlier, after = (CALENDAR.due(start + timedelta(minutes=wait), minutes, clock).at for wait in (0, later))

    assert earlier <= after


@given(moments, periods, st.integers(1, 500), clocks)
def test_more_minutes_always_end_later(start, minutes, more, clock):
    assert CALENDAR.due(start, minutes, clock).at < CALENDAR.due(start, minutes + more, clock).at


@given(moments, periods, periods, clocks)
def test_a_period_cut_in_two_ends_where_the_whole_ends(start, first, second, clock):
    whole = CALENDAR.due(start, first + second, clock).at

    halfway = CALENDAR.due(start, first, clock).at

    assert CALENDAR.due(halfway, second, clock).at == whole


@given(moments, moments, clocks)
def test_counting_backward_gives_the_negative(a, b, clock):
    assert CALENDAR.minutes_between(a, b, clock) == -CALENDAR.minutes_between(b, a, clock)


@given(moments, periods)
def test_every_deadline_can_say_why(start, minutes):
    due = CALENDAR.due(start, minutes, "working")

    assert due.why().startswith(f"工作时{minutes}分钟：")


@given(moments)
def test_the_next_working_moment_is_one_and_none_lies_before(at):
    opens = CALENDAR.next_working(at)

    assert CALENDAR.is_working(opens)
    assert CALENDAR.minutes_between(at, opens, "working") == 0
