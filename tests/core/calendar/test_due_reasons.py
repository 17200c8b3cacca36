"""The sentence that tells staff why a deadline is where it is."""

from datetime import datetime

import pytest

from bot.core.calendar import SHANGHAI, Calendar


@pytest.fixture(scope="module")
def calendar():
    hours = {"from": "2020-01-01", "slots": ["08:30-12:00", "13:30-18:00"]}
    return Calendar.from_mapping({"working_hours": [hours]})


def on(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "minutes", "why"),
    [
        ("2026-11-23T10:00", 120, "工作时120分钟：周一10:00起算120分钟，12:00到点"),
        # lunch is not counted, and said so
        ("2026-11-23T10:00", 240, "工作时240分钟：周一10:00起算240分钟（中间休息不计），15:30到点"),
        ("2026-11-27T17:30", 240, "工作时240分钟：周五17:30起算30分钟，周末不计，周一8:30起210分钟，12:00到点"),
        # outside working time: the clock is not yet running
        (
            "2026-11-28T09:00",
            120,
            "工作时120分钟：周六9:00不在上班时间，周末不计，周一8:30起算120分钟，10:30到点",
        ),
        # a make-up day is named, a holiday has its dates, a weekday of another week has its date
        (
            "2026-02-14T17:00",
            240,
            "工作时240分钟：周六（调休上班）17:00起算60分钟，2月15日至23日放假不计，"
            "2月24日周二8:30起180分钟，11:30到点",
        ),
        # many days: the ones between are summed up
        (
            "2026-11-23T17:00",
            2400,
            "工作时2400分钟：周一17:00起算60分钟，之后4个工作日1920分钟（休息日不计），"
            "11月30日周一8:30起420分钟（中间休息不计），17:00到点",
        ),
        # a holiday over the end of a month
        (
            "2025-01-27T17:00",
            120,
            "工作时120分钟：周一17:00起算60分钟，1月28日至2月4日放假不计，2月5日周三8:30起60分钟，9:30到点",
        ),
        (
            "2026-12-31T17:30",
            60,
            "工作时60分钟：周四17:30起算30分钟，1月1日至3日放假不计，周一8:30起30分钟，9:00到点"
            "（放假安排未公布，暂定）",
        ),
        ("2026-11-23T23:00", 0, "工作时0分钟：周一23:00到点"),
    ],
)
def test_a_working_deadline_tells_what_was_counted_and_what_was_not(calendar, start, minutes, why):
    assert calendar.due(on(start), minutes, "working").why() == why


@pytest.mark.parametrize(
    ("start", "minutes", "why"),
    [
        ("2026-11-23T10:00", 5, "连续计时5分钟：周一10:00起，10:05到点"),
        ("2026-11-23T23:50", 30, "连续计时30分钟：周一23:50起，周二0:20到点"),
        ("2026-11-23T10:00", 10080, "连续计时10080分钟：周一10:00起，11月30日周一10:00到点"),
    ],
)
def test_a_continuous_deadline_tells_from_when_to_when(calendar, start, minutes, why):
    assert calendar.due(on(start), minutes, "continuous").why() == why


def test_a_slot_that_ends_at_midnight_ends_at_24_00():
    night = Calendar.from_mapping({"working_hours": [{"from": "2020-01-01", "slots": ["18:00-24:00"]}]})

    due = night.due(on("2026-11-23T23:00"), 60, "working")

    assert due.why() == "工作时60分钟：周一23:00起算60分钟，24:00到点"
    assert due.at == on("2026-11-24T00:00")
