"""At which moments of a clock somebody is reminded, and who: the table of DOMAIN 3.3, to the minute."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import ladder
from bot.core.calendar import SHANGHAI
from bot.core.ladder import Run
from bot.core.rules import Addressee, Reminders
from bot.core.street import Street
from bot.core.taxonomy import Clock, Span
from tests.street import moment

WORKING: Clock = "working"
CONTINUOUS: Clock = "continuous"
LEVELS = ("L0", "L1", "L2", "L3")


def run(street: Street, name: str, level: str, span: Span, start: str, *, used: int = 0) -> Run:
    """One run of a clock that started then, after `used` minutes of an earlier one."""
    begin = moment(start)
    due = street.calendar.due(begin, span.minutes - used, span.clock).at
    return Run(name, level, span, used, begin, due)


def told(street: Street, one: Run) -> list[tuple[str, str]]:
    """The steps with their moments, as a clerk would write them."""
    rungs = ladder.rungs(one, rules=street.rules, calendar=street.calendar)
    return [(rung.step, f"{rung.at.astimezone(SHANGHAI):%m-%d %H:%M}") for rung in rungs]


@pytest.mark.parametrize(
    ("name", "level", "span", "start", "expected"),
    [
        # S01 and S29: an ordinary matter of Monday morning; lunch does not count, twice the time is 15:30
        (
            "claim",
            "L2",
            Span(WORKING, 120),
            "2026-11-23 10:00",
            [("half", "11-23 11:00"), ("overdue", "11-23 12:00"), ("double", "11-23 15:30")],
        ),
        # S07: a missing cover on a holiday night
        (
            "claim",
            "L1",
            Span(CONTINUOUS, 30),
            "2026-10-03 02:10",
            [("half", "10-03 02:25"), ("overdue", "10-03 02:40"), ("double", "10-03 03:10")],
        ),
        # half of five minutes is two and a half: told at the third
        (
            "claim",
            "L0",
            Span(CONTINUOUS, 5),
            "2026-11-23 10:00",
            [("half", "11-23 10:03"), ("overdue", "11-23 10:05"), ("double", "11-23 10:10")],
        ),
        # an L0 has no warning before its close is due; five working days after Tuesday is Tuesday
        (
            "close",
            "L0",
            Span(CONTINUOUS, 1440),
            "2026-11-23 10:00",
            [("overdue", "11-24 10:00"), ("five_days", "12-01 10:00")],
        ),
        # 75 % of 240 working minutes
        (
            "close",
            "L2",
            Span(WORKING, 240),
            "2026-11-23 10:00",
            [("three_quarters", "11-23 14:30"), ("overdue", "11-23 15:30"), ("five_days", "11-30 15:30")],
        ),
        # S06: nothing in the holidays
        (
            "close",
            "L2",
            Span(WORKING, 960),
            "2026-09-30 16:00",
            [("three_quarters", "10-09 10:30"), ("overdue", "10-09 16:00"), ("five_days", "10-15 16:00")],
        ),
    ],
)
def test_steps_come_at_their_share_of_the_time(street: Street, name, level, span, start, expected):
    assert told(street, run(street, name, level, span, start)) == expected


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        # 100 of 240 minutes used before the check: 75 % is 80 minutes away
        (100, [("three_quarters", "11-23 11:20"), ("overdue", "11-23 13:50"), ("five_days", "11-30 13:50")]),
        # three quarters were over before: not warned again
        (200, [("overdue", "11-23 10:40"), ("five_days", "11-30 10:40")]),
        # nothing left: overdue at once
        (240, [("overdue", "11-23 10:00"), ("five_days", "11-30 10:00")]),
    ],
)
def test_a_clock_that_goes_on_warns_of_what_is_left(street: Street, used, expected):
    assert told(street, run(street, "close", "L2", Span(WORKING, 240), "2026-11-23 10:00", used=used)) == expected


def test_a_step_without_addressees_is_none(street: Street):
    steps = [step for step, _ in told(street, run(street, "close", "L0", Span(CONTINUOUS, 60), "2026-11-23 10:00"))]

    assert "three_quarters" not in steps


def test_a_suspension_has_one_step_whatever_the_level(street: Street):
    found = {level: told(street, run(street, "suspend", level, Span(CONTINUOUS, 1440), "2026-11-23 10:00"))
             for level in LEVELS}  # fmt: skip

    assert all(steps == [("overdue", "11-24 10:00")] for steps in found.values())


@given(
    name=st.sampled_from(sorted(ladder.STEPS)),
    level=st.sampled_from(LEVELS),
    clock=st.sampled_from([WORKING, CONTINUOUS]),
    minutes=st.integers(2, 7200),
    share=st.floats(0, 1),
    start=st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 1), timezones=st.just(SHANGHAI)),  # noqa: DTZ001
)
def test_steps_never_go_back_and_warnings_come_before_the_end(
    street: Street, name, level, clock, minutes, share, start
):
    used = int(minutes * share)
    due = street.calendar.due(start, minutes - used, clock).at
    one = Run(name, level, Span(clock, minutes), used, start, due)

    rungs = list(ladder.rungs(one, rules=street.rules, calendar=street.calendar))

    moments = [rung.at for rung in rungs]
    assert moments == sorted(moments)
    assert all(rung.at < due for rung in rungs if rung.step in (ladder.HALF, ladder.THREE_QUARTERS))
    assert all(rung.at == due for rung in rungs if rung.step == ladder.OVERDUE)


def test_every_step_of_every_clock_is_in_the_rules():
    steps = {f"{clock}_{step}" for clock, steps in ladder.STEPS.items() for step in steps} - {"suspend_overdue"}

    assert steps == {name for name in Reminders.model_fields if "_" in name and name not in ("late_days", "list_at")}


def test_what_nobody_claims_climbs_at_every_level():
    rules = Reminders()

    for level in LEVELS:
        assert all(rules.of(f"claim_{step}")[level] for step in ladder.STEPS[ladder.CLAIM]), level


def test_only_an_l0_calls_the_leader_for_a_claim():
    called = {level for level, told in Reminders().claim_double.items() if Addressee.LEADER in told}

    assert called == {"L0"}
