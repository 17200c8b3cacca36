"""Days as clerks write them in a chat, and the words that are left."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import dates
from tests.street import moment

#: a Monday
NOW = moment("2026-11-23 10:00")


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        # with and without a year
        ("12-20", "2026-12-20", ""),
        ("2026-12-20", "2026-12-20", ""),
        ("12月20日", "2026-12-20", ""),
        ("12月20号", "2026-12-20", ""),
        ("2026年12月20日", "2026-12-20", ""),
        ("12.20", "2026-12-20", ""),
        ("12/20", "2026-12-20", ""),
        ("2027/1/5", "2027-01-05", ""),
        # as a phone's Chinese keyboard writes it
        ("１２－２０", "2026-12-20", ""),
        ("１２月２０日", "2026-12-20", ""),
        ("12 月 20 日", "2026-12-20", ""),
        ("十二月二十日", "2026-12-20", ""),
        ("十二月二十三号", "2026-12-23", ""),
        # next year's, as nobody means the past
        ("1-15", "2027-01-15", ""),
        ("3月1日", "2027-03-01", ""),
        # the reason behind it, or before it
        ("到12-20，等配件", "2026-12-20", "等配件"),
        ("到12月20日 等业委会表决", "2026-12-20", "等业委会表决"),
        ("等业委会表决，到12月20日", "2026-12-20", "等业委会表决"),
        ("等公示期满 至 2027年1月5日止", "2027-01-05", "等公示期满"),
        # counted from today
        ("今天", "2026-11-23", ""),
        ("明天", "2026-11-24", ""),
        ("后天下午师傅来", "2026-11-25", "下午师傅来"),
        ("大后天", "2026-11-26", ""),
        ("3天后", "2026-11-26", ""),
        ("三天后 等配件", "2026-11-26", "等配件"),
        ("两周后", "2026-12-07", ""),
        ("1个星期之后", "2026-11-30", ""),
        ("10日后", "2026-12-03", ""),
        ("1个月后", "2026-12-23", ""),
        ("三个月以后", "2027-02-21", ""),
        # not the third of February
        ("2-3天后", "2026-11-26", "2"),
        # the day that is named first counts, not the one in the reason
        ("到12-20，等明天开会定", "2026-12-20", "等明天开会定"),
        ("明天，12-20还有一批", "2026-11-24", "12-20还有一批"),
        # measures are no days
        ("路面1.5米宽的口子，12-20修", "2026-12-20", "路面1.5米宽的口子 修"),
        # what was a few weeks ago is a slip of the finger and not meant for next autumn
        ("11-20", "2026-11-20", ""),
        ("10月1日", "2026-10-01", ""),
        ("2025-12-20", "2025-12-20", ""),
        # today is today
        ("11-23", "2026-11-23", ""),
    ],
)
def test_a_day_is_read_and_taken_out_of_the_words(text: str, day: str, rest: str):
    found, left = dates.read(text, now=NOW)

    assert (found, left.replace("口子，修", "口子 修")) == (
        date.fromisoformat(day),
        rest.replace("口子，修", "口子 修"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "等业委会表决",
        "过几天",
        "月底",
        "20号",
        # days that do not exist
        "02-30",
        "2月30日",
        "2026-02-30",
        "13-01",
        "2026-13-01",
        "0-0",
        "00-10",
        "12月32日",
        # not within the two years that are looked at
        "02-29",
        "2026年",
        "13812345678",
        "回执88",
        "半个月后",
        "12幢",
    ],
)
def test_where_no_day_is_named_none_is_made_up(text: str):
    found, _ = dates.read(text, now=NOW)

    assert found is None


@pytest.mark.parametrize(
    ("now", "text", "day"),
    [
        # 23:59 and 00:00 fall on different days of the street, whatever the machine's zone
        ("2026-11-23 23:59", "明天", "2026-11-24"),
        ("2026-11-24 00:00", "明天", "2026-11-25"),
        ("2026-12-31 23:59", "明天", "2027-01-01"),
        ("2026-12-31 10:00", "1-1", "2027-01-01"),
        # a leap day that is near
        ("2027-12-01 10:00", "02-29", "2028-02-29"),
    ],
)
def test_days_are_those_of_the_street(now: str, text: str, day: str):
    found, _ = dates.read(text, now=moment(now))

    assert found == date.fromisoformat(day)


def test_a_day_begins_at_midnight_of_the_street():
    assert dates.begin_of(date(2026, 12, 20)) == moment("2026-12-20 00:00")


@given(text=st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_reading_a_day_never_fails(text: str):
    found, left = dates.read(text, now=NOW)

    assert found is None or found.year >= 2000
    assert len(left) <= len(text) + 1


@given(
    st.from_regex(
        r"[到 ]?[0-9]{1,4}[-./年月][0-9]{1,4}([-./月日][0-9]{0,4})?(天后|周后|日|个月后)?.{0,5}", fullmatch=True
    )
)
@settings(max_examples=300, deadline=None)
def test_what_looks_like_a_day_never_fails_either(text: str):
    dates.read(text, now=NOW)
