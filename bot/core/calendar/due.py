"""A deadline that can say why: the steps by which its minutes were used up, and one sentence for staff."""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Literal, get_args

Clock = Literal["working", "continuous"]
CLOCKS: tuple[Clock, ...] = get_args(Clock)

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")

# First day, one between, last day: with more the sentence is no longer short, and the days between are summed up.
DAYS_TOLD = 3


def require_clock(name: str) -> Clock:
    """The clock of this name; ValueError with a sentence when there is none."""
    for clock in CLOCKS:
        if clock == name:
            return clock
    raise ValueError(f"clock 只能是 {' 或 '.join(CLOCKS)}，现在是 {name}")


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """A stretch between two moments that used `minutes`; a day off uses none and `note` says what it is."""

    day: date
    start: datetime
    end: datetime
    minutes: int
    note: str

    def why(self) -> str:
        """The step as one line: date, weekday, from, to, minutes or why none."""
        name = f"{self.day.isoformat()} {WEEKDAYS[self.day.weekday()]}"
        if not self.minutes:
            return f"{name} {self.note}，不计"
        note = f"（{self.note}）" if self.note else ""
        return f"{name}{note} {_clock_time(self.start)}-{_end_of(self)} {self.minutes}分钟"


@dataclasses.dataclass(frozen=True, slots=True)
class Due:
    """A deadline in Asia/Shanghai; `provisional` while the holidays of a year it touches are not published."""

    start: datetime
    at: datetime
    clock: Clock
    minutes: int
    provisional: bool
    steps: tuple[Step, ...]

    def why(self) -> str:
        """One short sentence for staff: from when, what was left out, until when."""
        name = "工作时" if self.clock == "working" else "连续计时"
        if not self.steps:
            return f"{name}0分钟：{_day_name(self.start.date(), self.start.date())}{_clock_time(self.start)}到点"
        parts = _parts_of_work(self) if self.clock == "working" else _parts_of_running(self)
        guess = "（放假安排未公布，暂定）" if self.provisional else ""
        return f"{name}{self.minutes}分钟：{'，'.join(parts)}{guess}"


def _parts_of_running(due: Due) -> list[str]:
    first, last = due.start.date(), due.at.date()
    end = "" if first == last else _day_name(last, first)
    return [f"{_day_name(first, first)}{_clock_time(due.start)}起", f"{end}{_clock_time(due.at)}到点"]


def _parts_of_work(due: Due) -> list[str]:
    first = due.start.date()
    parts = []
    if next(step.start for step in due.steps if step.minutes) > due.start:
        parts.append(f"{_day_name(first, first)}{_clock_time(due.start)}不在上班时间")
    worked = _days(due.steps)
    told = _every_day(due.steps, first) if len(worked) <= DAYS_TOLD else _ends_only(due.steps, worked, first)
    return [*parts, *told, f"{_end_of(due.steps[-1])}到点"]


def _every_day(steps: Sequence[Step], first: date) -> Iterator[str]:
    verb = "起算"
    for is_worked, run in itertools.groupby(steps, key=_is_worked):
        if not is_worked:
            yield _off(list(run))
            continue
        for slots in _days(run):
            yield _worked(slots, first, verb)
            verb = "起"


def _ends_only(steps: Sequence[Step], worked: Sequence[Sequence[Step]], first: date) -> Iterator[str]:
    before = list(itertools.takewhile(lambda step: not step.minutes, steps))
    if before:
        yield _off(before)
    yield _worked(worked[0], first, "起算")
    between = worked[1:-1]
    rest = "（休息日不计）" if any(not step.minutes for step in steps[len(before) :]) else ""
    yield f"之后{len(between)}个工作日{sum(step.minutes for day in between for step in day)}分钟{rest}"
    yield _worked(worked[-1], first, "起")


def _is_worked(step: Step) -> bool:
    return step.minutes > 0


def _days(steps: Iterable[Step]) -> list[list[Step]]:
    """The worked steps, those of one day together."""
    worked = filter(_is_worked, steps)
    return [list(slots) for _, slots in itertools.groupby(worked, key=lambda step: step.day)]


def _worked(slots: Sequence[Step], first: date, verb: str) -> str:
    note = f"（{slots[0].note}）" if slots[0].note else ""
    pause = "（中间休息不计）" if len(slots) > 1 else ""
    begin = f"{_day_name(slots[0].day, first)}{note}{_clock_time(slots[0].start)}"
    return f"{begin}{verb}{sum(step.minutes for step in slots)}分钟{pause}"


def _off(run: Sequence[Step]) -> str:
    if all(step.note == "周末" for step in run):
        return "周末不计"
    first, last = run[0].day, run[-1].day
    name = f"{first.month}月{first.day}日"
    if last != first:
        month = "" if last.month == first.month else f"{last.month}月"
        name += f"至{month}{last.day}日"
    return f"{name}放假不计"


def _day_name(day: date, first: date) -> str:
    """The weekday; with its date once the same weekday has come round again."""
    weekday = WEEKDAYS[day.weekday()]
    return weekday if (day - first).days < len(WEEKDAYS) else f"{day.month}月{day.day}日{weekday}"


def _clock_time(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def _end_of(step: Step) -> str:
    """The end as its day says it: midnight is 24:00 and not 0:00 of the next; a later day is named."""
    days_on = (step.end.date() - step.day).days
    if days_on == 0:
        return _clock_time(step.end)
    is_midnight = days_on == 1 and not step.end.hour and not step.end.minute
    return "24:00" if is_midnight else f"{step.end.date().isoformat()} {_clock_time(step.end)}"
