"""Working hours and holiday tables as a clerk writes them."""

from datetime import date, datetime

import pytest

from bot.core.calendar import SHANGHAI, BadCalendar, Calendar

WINTER = {"from": date(2025, 10, 1), "slots": ["08:30-12:00", "13:30-18:00"]}
SUMMER = {"from": "2026-06-01", "slots": ["08:30-12:00", "14:30-18:30"]}
AUTUMN = {"from": "2026-10-01", "slots": ["08:30-12:00", "13:30-18:00"]}
NOTICE_2027 = {"off": ["2027-01-01", "2027-02-05", "2027-02-08"], "work": ["2027-02-20"]}


def on(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-05-29T12:30", "2026-05-29T14:30"),  # winter hours: lunch ends at 13:30
        ("2026-06-01T12:30", "2026-06-01T15:30"),  # summer hours from this very day
        ("2026-09-30T12:30", "2026-09-30T15:30"),  # their last day
        ("2026-10-08T12:30", "2026-10-08T14:30"),  # winter hours again
        ("2025-03-03T12:30", "2025-03-03T14:30"),  # before all dates the first entry holds
    ],
)
def test_hours_change_on_their_effective_date(start, due):
    calendar = Calendar.from_mapping({"working_hours": [AUTUMN, WINTER, SUMMER]})

    assert calendar.due(on(start), 60, "working").at == on(due)


def test_a_period_that_begins_in_spring_and_ends_in_summer_counts_both_hours():
    calendar = Calendar.from_mapping({"working_hours": [WINTER, SUMMER]})

    due = calendar.due(on("2026-05-29T17:30"), 30 + 210 + 60, "working")

    assert due.at == on("2026-06-01T15:30")


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2027-02-04T17:30", "2027-02-09T09:00"),  # a Friday and a Monday off, the weekend between
        ("2027-02-19T17:30", "2027-02-20T09:00"),  # a Saturday to work
        ("2027-09-30T17:30", "2027-10-01T09:00"),  # the table is the whole truth of its year
    ],
)
def test_a_table_of_the_street_makes_a_year_certain(start, due):
    calendar = Calendar.from_mapping({"working_hours": [WINTER], "holidays": {2027: NOTICE_2027}})

    found = calendar.due(on(start), 60, "working")

    assert (found.at, found.provisional) == (on(due), False)


def test_a_table_of_the_street_replaces_the_published_one():
    calendar = Calendar.from_mapping({"working_hours": [WINTER], "holidays": {"2026": {"off": [], "work": []}}})

    assert calendar.is_working(on("2026-10-01T10:00"))


def test_a_table_may_reach_into_the_december_before():
    notice = {"off": ["2026-12-31", "2027-01-01"], "work": ["2026-12-26"]}
    calendar = Calendar.from_mapping({"working_hours": [WINTER], "holidays": {2027: notice}})

    days = [calendar.is_working(on(f"2026-12-{day}T10:00")) for day in (25, 26, 30, 31)]

    assert days == [True, True, True, False]


@pytest.mark.parametrize(("year", "known"), [(2026, True), (2027, False), (2003, False)])
def test_a_year_is_known_when_its_notice_is_at_hand(year, known):
    calendar = Calendar.from_mapping({"working_hours": [WINTER]})

    assert calendar.is_year_known(year) is known


def test_chinese_punctuation_means_the_same():
    calendar = Calendar.from_mapping(
        {"working_hours": [{"from": "2026-01-01", "slots": ["8：30 － 12：00", "13：30～18：00"]}]}
    )

    assert calendar.due(on("2026-11-23T11:50"), 120, "working").at == on("2026-11-23T15:20")


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ({}, "working_hours：至少要写一段"),
        ({"working_hours": "8-18"}, "working_hours：至少要写一段"),
        ({"working_hours": [{"from": "2026-01-01"}]}, "working_hours 第1项：要有且只有"),
        ({"working_hours": [{"from": "2026-02-30", "slots": ["08:30-12:00"]}]}, "没有 2026-02-30 这一天"),
        ({"working_hours": [{"from": "2026-01-01", "slots": []}]}, "slots：至少要写一个时段"),
        ({"working_hours": [{"from": "2026-01-01", "slots": ["早上"]}]}, "现在是 早上"),
        ({"working_hours": [{"from": "2026-01-01", "slots": [510]}]}, "现在是 510"),  # YAML reads 8:30 so
        ({"working_hours": [{"from": "2026-01-01", "slots": ["12:00-08:30"]}]}, "先开始后结束"),
        ({"working_hours": [{"from": "2026-01-01", "slots": ["20:00-25:00"]}]}, "0:00 到 24:00"),
        ({"working_hours": [{"from": "2026-01-01", "slots": ["08:00-12:00", "11:00-18:00"]}]}, "重叠"),
        ({"working_hours": [WINTER, WINTER]}, "第2项 from：2025-10-01 已经写过"),
        ({"working_hours": [WINTER], "hollidays": {}}, "hollidays：这里只认"),
        ({"working_hours": [WINTER], "holidays": []}, "holidays：要按年份写"),
        ({"working_hours": [WINTER], "holidays": {"明年": {}}}, "明年：年份要在"),
        ({"working_hours": [WINTER], "holidays": {2027: {"off": []}}}, "要有且只有 off"),
        ({"working_hours": [WINTER], "holidays": {2027: {"off": None, "work": []}}}, "要写成一列日期"),
        ({"working_hours": [WINTER], "holidays": {2027: {"off": ["2027-02-30"], "work": []}}}, "没有 2027-02-30"),
        ({"working_hours": [WINTER], "holidays": {2027: {"off": ["2026-05-01"], "work": []}}}, "不是2027年"),
        (
            {"working_hours": [WINTER], "holidays": {2027: {"off": ["2027-05-01"], "work": ["2027-05-01"]}}},
            "既写了放假又写了上班",
        ),
    ],
)
def test_a_section_that_cannot_be_used_is_refused_with_a_sentence(section, words):
    with pytest.raises(BadCalendar) as refused:
        Calendar.from_mapping(section)

    assert words in str(refused.value)


def test_every_fault_is_told_at_once():
    section = {
        "working_hours": [{"from": "x", "slots": ["y", "08:00-12:00", "z"]}],
        "holidays": {2027: {"off": ["2027-02-30"], "work": ["2027-13-01"]}},
    }

    with pytest.raises(BadCalendar) as refused:
        Calendar.from_mapping(section)

    assert [fault.path for fault in refused.value.faults] == [
        ("working_hours", 0, "from"),
        ("working_hours", 0, "slots", 0),
        ("working_hours", 0, "slots", 2),
        ("holidays", "2027", "off", 0),
        ("holidays", "2027", "work", 0),
    ]
