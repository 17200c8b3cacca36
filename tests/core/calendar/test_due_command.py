"""What `python -m bot due` prints."""

import subprocess
import sys

import pytest

from bot.commands import due
from bot.core.calendar import Calendar


@pytest.fixture(scope="module")
def calendar():
    hours = {"from": "2020-01-01", "slots": ["08:30-12:00", "13:30-18:00"]}
    return Calendar.from_mapping({"working_hours": [hours]})


def test_the_time_comes_first_then_the_reason_slot_by_slot(calendar, capsys):
    due.run("2026-11-27T17:30+08:00", 240, "working", calendar)

    assert capsys.readouterr().out.splitlines() == [
        "2026-11-30T12:00:00+08:00",
        "工作时240分钟：周五17:30起算30分钟，周末不计，周一8:30起210分钟，12:00到点",
        "2026-11-27 周五 17:30-18:00 30分钟",
        "2026-11-28 周六 周末，不计",
        "2026-11-29 周日 周末，不计",
        "2026-11-30 周一 8:30-12:00 210分钟",
    ]


def test_a_continuous_period_is_one_line_even_over_midnight(calendar, capsys):
    due.run("2026-11-27T15:30Z", 60, "continuous", calendar)

    assert capsys.readouterr().out.splitlines() == [
        "2026-11-28T00:30:00+08:00",
        "连续计时60分钟：周五23:30起，周六0:30到点",
        "2026-11-27 周五 23:30-2026-11-28 0:30 60分钟",
    ]


@pytest.mark.parametrize(
    ("at", "minutes", "clock", "words"),
    [
        ("明天", 10, "working", "看不懂时间 明天"),
        ("2026-11-27T17:30", 10, "working", "时区"),
        ("2026-11-27T17:30+08:00", -5, "working", "分钟数"),
        ("2026-11-27T17:30+08:00", 10, "lunar", "clock 只能是"),
    ],
)
def test_bad_input_ends_with_a_sentence(calendar, at, minutes, clock, words):
    with pytest.raises(SystemExit, match=words):
        due.run(at, minutes, clock, calendar)


def test_the_calendar_costs_nothing_heavy_to_import():
    code = (
        "import sys, bot.commands.due; print([m for m in ('aiogram', 'chinese_calendar', 'PIL') if m in sys.modules])"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"
