"""`python -m bot due`: when a period ends, and why, slot by slot."""

from datetime import datetime

from bot.core.calendar import Calendar, due


def run(at: str, minutes: int, clock: str, calendar: Calendar) -> None:
    """Prints the ISO time, the sentence, then a line a step; bad input ends as SystemExit with a sentence."""
    try:
        found = calendar.due(_read(at), minutes, due.require_clock(clock))
    except ValueError as error:
        raise SystemExit(str(error)) from error
    print(found.at.isoformat())
    print(found.why())
    for step in found.steps:
        print(step.why())


def _read(at: str) -> datetime:
    try:
        return datetime.fromisoformat(at)
    except ValueError as error:
        raise ValueError(f"看不懂时间 {at}，要写成 2026-11-27T17:30+08:00 这样") from error
