"""The rungs of the ladder: at which moments of a clock somebody is reminded, and who (DOMAIN 3.3); no rows here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from bot.core.calendar import Calendar
from bot.core.rules import Addressee, Rules
from bot.core.taxonomy import Span

CLAIM, MAKE_SAFE, CLOSE = "claim", "make_safe", "close"
#: the clocks of the procedures: a look before registering, the check, the street's appointment, a complex matter's
#: progress notes, 挂账, a matter that several parties settle, and what was handed off
VERIFY, CHECK, APPOINT, PROGRESS = "verify", "check", "appoint", "progress"
SUSPEND, COORDINATE, FOLLOW_UP = "suspend", "coordinate", "follow_up"

HALF, THREE_QUARTERS, OVERDUE, DOUBLE, FIVE_DAYS = "half", "three_quarters", "overdue", "double", "five_days"
#: step -> the share of the clock's whole time after which it comes; None: working days after the deadline
SHARES: Mapping[str, Fraction | None] = {
    HALF: Fraction(1, 2),
    THREE_QUARTERS: Fraction(3, 4),
    OVERDUE: Fraction(1),
    DOUBLE: Fraction(2),
    FIVE_DAYS: None,
}
#: the steps of each clock, in their order
STEPS: Mapping[str, tuple[str, ...]] = {
    CLAIM: (HALF, OVERDUE, DOUBLE),
    MAKE_SAFE: (THREE_QUARTERS, OVERDUE),
    CLOSE: (THREE_QUARTERS, OVERDUE, FIVE_DAYS),
    VERIFY: (OVERDUE, DOUBLE),
    CHECK: (OVERDUE, DOUBLE),
    APPOINT: (HALF, OVERDUE, DOUBLE),
    PROGRESS: (OVERDUE, DOUBLE),
    COORDINATE: (THREE_QUARTERS, OVERDUE),
    FOLLOW_UP: (OVERDUE, DOUBLE),
    # it goes on by itself
    SUSPEND: (OVERDUE,),
}


@dataclass(frozen=True)
class Run:
    """One run of a clock, as far as its reminders need it: of `span` it had used `used_minutes` when it started."""

    name: str
    level: str
    span: Span
    used_minutes: int
    started_at: datetime
    due_at: datetime


@dataclass(frozen=True)
class Rung:
    """One step of the ladder and the moment at which it is due."""

    step: str
    at: datetime


def rungs(run: Run, *, rules: Rules, calendar: Calendar) -> Iterator[Rung]:
    """Every step of this run that somebody is to hear of, in order; steps that an earlier run passed are left out."""
    for step in STEPS[run.name]:
        if step == OVERDUE and run.name == SUSPEND:
            yield Rung(step, run.due_at)
        elif addressees(run.name, step, run.level, rules):
            at = _moment(run, step, rules, calendar)
            if at is not None:
                yield Rung(step, at)


def addressees(clock: str, step: str, level: str, rules: Rules) -> tuple[Addressee, ...]:
    """Who hears of this step of this clock for a ticket of this level."""
    told: tuple[Addressee, ...] = rules.reminders.of(f"{clock}_{step}").get(level, ())
    return told


def _moment(run: Run, step: str, rules: Rules, calendar: Calendar) -> datetime | None:
    share = SHARES[step]
    if share is None:
        days = rules.reminders.late_days
        return calendar.due(run.due_at, days * rules.clocks.day_minutes, "working").at
    if share >= 1:
        beyond = (share - 1) * run.span.minutes
        return run.due_at if not beyond else calendar.due(run.due_at, _whole(beyond), run.span.clock).at
    left = _whole(share * run.span.minutes) - run.used_minutes
    if left <= 0:
        return None
    # The clock may have been cut short by a raise: what comes after its end is no warning any more.
    at = calendar.due(run.started_at, left, run.span.clock).at
    return at if at < run.due_at else None


def _whole(minutes: Fraction) -> int:
    return -(-minutes.numerator // minutes.denominator)
