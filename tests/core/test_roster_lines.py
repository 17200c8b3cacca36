"""Lines as a clerk writes them: what they mean, and what is wrong with them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.roster import dates, lines
from bot.core.roster.lines import Entry, Line
from bot.core.street import Street
from tests.street import demo_street

MONDAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 28)


def read(street: Street, *text: str, today: date = MONDAY) -> lines.Reading:
    return lines.read([Line(n, line) for n, line in enumerate(text, start=1)], today=today, street=street)


def told(entry: Entry) -> tuple[str, str, tuple[str, ...]]:
    return f"{entry.day:%Y-%m-%d}", entry.kind.name if entry.kind else "", entry.names


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("11-30 夜班 小王", ("2026-11-30", "夜班", ("小王",))),
        ("2026-11-30 夜班 小王", ("2026-11-30", "夜班", ("小王",))),
        ("11-30 带班 邓主任", ("2026-11-30", "带班", ("邓主任",))),
        ("11-30 夜班 小王、阿芳", ("2026-11-30", "夜班", ("小王", "阿芳"))),
        # a keyboard set to Chinese
        ("１１－３０　夜班　小王，阿芳；老陈。", ("2026-11-30", "夜班", ("小王", "阿芳", "老陈"))),
        ("11月30日，夜班：小王", ("2026-11-30", "夜班", ("小王",))),
        ("11月30号夜班小王", ("2026-11-30", "夜班", ("小王",))),
        ("11/30 夜班 小王", ("2026-11-30", "夜班", ("小王",))),
        ("2026年11月30日 夜班 小王", ("2026-11-30", "夜班", ("小王",))),
        ("2026/11/30,夜班,小王", ("2026-11-30", "夜班", ("小王",))),
        ("11.30 夜班 小王", ("2026-11-30", "夜班", ("小王",))),
        ("1-5 夜班 小王", ("2027-01-05", "夜班", ("小王",))),
        # the weekday that rosters are pasted with
        ("11-30 周一 夜班 小王", ("2026-11-30", "夜班", ("小王",))),
        ("11-29（星期天）夜班 小王", ("2026-11-29", "夜班", ("小王",))),
        ("今天 夜班 小王", ("2026-11-23", "夜班", ("小王",))),
        ("后天夜班小王", ("2026-11-25", "夜班", ("小王",))),
        # names with a gap, with an emoji, and addressed as in a chat
        ("11-30 夜班 Li Wei、😀小陈、@阿芳", ("2026-11-30", "夜班", ("Li Wei", "😀小陈", "@阿芳"))),
        # a cell of a table with a name a line
        ("11-30 夜班 小王\n阿芳", ("2026-11-30", "夜班", ("小王", "阿芳"))),
        ("11-30 无", ("2026-11-30", "", ())),
        # today is not over yet
        ("11-23 白班 小王", ("2026-11-23", "白班", ("小王",))),
    ],
)
def test_a_line_is_read_as_people_write_it(street: Street, text: str, entry: tuple[str, str, tuple[str, ...]]):
    reading = read(street, text)

    assert reading.faults == []
    assert [told(each) for each in reading.entries] == [entry]


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("12-29 夜班 小王", DECEMBER, date(2026, 12, 29)),
        # the next such day is one of next year
        ("01-02 夜班 小王", DECEMBER, date(2027, 1, 2)),
        ("06-30 夜班 小王", DECEMBER, date(2027, 6, 30)),
        ("02-29 夜班 小王", date(2027, 12, 1), date(2028, 2, 29)),
        # with its year it may be ahead as far as a year
        ("2027-12-28 夜班 小王", DECEMBER, date(2027, 12, 28)),
    ],
)
def test_a_day_without_a_year_is_the_next_such_day(street: Street, text: str, today: date, day: date):
    reading = read(street, text, today=today)

    assert [entry.day for entry in reading.entries] == [day]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("02-30 夜班 小王", ["没有 02-30 这一天"]),
        ("2027-02-29 夜班 小王", ["没有 2027-02-29 这一天"]),
        ("13-01 夜班 小王", ["没有 13-01 这一天"]),
        ("0-0 夜班 小王", ["没有 0-0 这一天"]),
        ("0001-01-01 夜班 小王", ["没有 0001-01-01 这一天"]),
        ("2026-11-22 夜班 小王", ["2026-11-22 已经过去了"]),
        # last week, and surely not next year
        ("11-16 夜班 小王", ["11-16 已经过去了"]),
        ("2062-11-30 夜班 小王", ["2062-11-30 太远了"]),
        ("11-30 周二 夜班 小王", ["对不上"]),
        ("11-30 中班 小王", ["没有“中班”这个班", "白班、夜班、带班"]),
        ("11-30", ["没写哪个班"]),
        ("11-30 夜班", ["夜班没写谁来值"]),
        ("11-30 夜班 、，", ["夜班没写谁来值"]),
        ("11-30 夜班 小王、小王", ["小王 写了两遍"]),
        ("夜班 小王", ["“夜班 小王”开头看不出是哪一天", "11-23 白班 小王"]),
        ("😀😀😀", ["看不出是哪一天"]),
        ("'; DROP TABLE shift; --", ["看不出是哪一天"]),
        ("=HYPERLINK(1)", ["看不出是哪一天"]),
        # no day, though it begins like one
        ("11-301 夜班 小王", ["看不出是哪一天"]),
        # several faults of one line are all told
        ("02-30 中班 小王", ["没有 02-30 这一天", "没有“中班”这个班"]),
    ],
)
def test_what_is_wrong_with_a_line_is_told_in_words(street: Street, text: str, words: list[str]):
    reading = read(street, text)

    said = "\n".join(fault.words for fault in reading.faults)
    assert reading.entries == []
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (("11-30 夜班 小王", "11-30 夜班 阿芳"), 2, "和第 1 行是同一个班"),
        (("11-30 夜班 小王", "", "2026年11月30日 夜班 阿芳"), 3, "和第 1 行是同一个班"),
        (("11-30 无", "11-30 夜班 小王"), 2, "第 1 行写了“无”"),
        (("11-30 夜班 小王", "11-30 无"), 1, "第 2 行写了“无”"),
    ],
)
def test_lines_that_contradict_each_other_are_faults(street: Street, text: tuple[str, ...], line: int, words: str):
    (fault,) = read(street, *text).faults

    assert (fault.line, words in fault.words) == (line, True)


def test_good_and_bad_lines_are_told_apart_and_blank_ones_say_nothing(street: Street):
    reading = read(street, "11-30 夜班 小王", "", "  ，", "乱写", "12-01 夜班 阿芳")

    assert [entry.line for entry in reading.entries] == [1, 5]
    assert [fault.line for fault in reading.faults] == [4]


def test_of_two_shifts_that_fit_the_longer_name_is_meant():
    rules = {"duty": {"shifts": {"夜": "17:30-23:00", "夜班": "23:00-08:30"}, "leader_shifts": []}}

    reading = read(demo_street(**rules), "11-30 夜班 小王", "11-30 夜 阿芳")

    assert [told(entry)[1:] for entry in reading.entries] == [("夜班", ("小王",)), ("夜", ("阿芳",))]


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 23), (date(2026, 11, 23), date(2026, 11, 29))),
        (date(2026, 11, 29), (date(2026, 11, 23), date(2026, 11, 29))),
        (date(2027, 1, 1), (date(2026, 12, 28), date(2027, 1, 3))),
    ],
)
def test_a_week_begins_on_monday(day: date, week: tuple[date, date]):
    assert dates.week_of(day) == week


@given(text=st.text(max_size=60), today=st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_whatever_is_written_is_read_or_told_what_is_wrong_with_it(street: Street, text: str, today: date):
    reading = read(street, text, today=today)

    assert all(today <= entry.day for entry in reading.entries)
    assert all(fault.words for fault in reading.faults)


@given(day=st.dates(MONDAY, date(2027, 9, 1)), form=st.sampled_from(["{:%m-%d}", "{:%Y-%m-%d}", "{:%Y/%m/%d}"]))
def test_every_day_of_the_months_ahead_can_be_written(street: Street, day: date, form: str):
    (entry,) = read(street, f"{form.format(day)} 夜班 小王").entries

    assert entry.day == day
