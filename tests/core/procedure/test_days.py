"""The days of a procedure: an appointment, and from when until when a notice hangs (DOMAIN section 1, row 12)."""

from datetime import date, time

import pytest

from bot.core.procedure import days
from bot.core.street import Street
from tests.street import moment

NOW = moment("2026-11-23 10:00")


@pytest.mark.parametrize(
    ("words", "day", "at", "where"),
    [
        ("11-30 14:00 居委会会议室", date(2026, 11, 30), time(14), "居委会会议室"),
        ("明天下午两点半在居委会", date(2026, 11, 24), time(14, 30), "居委会"),
        ("12月1日 上午9点30分 党群服务中心", date(2026, 12, 1), time(9, 30), "党群服务中心"),
        # nobody meets at two in the morning
        ("11-30 2点 物业", date(2026, 11, 30), time(14), "物业"),
        # what was not said
        ("14:00 居委会", None, time(14), "居委会"),
        ("11-30 居委会", date(2026, 11, 30), None, "居委会"),
        ("11-30 14:00", date(2026, 11, 30), time(14), ""),
        # what there is not
        ("02-30 14:00 居委会", None, time(14), "居委会"),
        ("11-30 25:00 居委会", date(2026, 11, 30), None, "居委会"),
        ("1130 1400", None, None, "1130 1400"),
        ("", None, None, ""),
    ],
)
def test_an_appointment_is_a_day_an_hour_and_a_place(words: str, day: date | None, at: time | None, where: str):
    assert days.read_appointment(words, now=NOW) == days.Appointment(day, at, where)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("11-30到12-07", date(2026, 11, 30), date(2026, 12, 7)),
        ("11月30日至12月7日 1幢公告栏", date(2026, 11, 30), date(2026, 12, 7)),
        # over the turn of the year
        ("12-28到01-05", date(2026, 12, 28), date(2027, 1, 5)),
        # told some days after it was posted
        ("11-20到11-27", date(2026, 11, 20), date(2026, 11, 27)),
        ("10-30到11-06", date(2026, 10, 30), date(2026, 11, 6)),
        # the day of posting is none of the seven
        ("11-30起7天", date(2026, 11, 30), date(2026, 12, 7)),
        ("今天起公示七天", date(2026, 11, 23), date(2026, 11, 30)),
        ("11-30", date(2026, 11, 30), None),
        ("7天", None, None),
        ("02-30到03-05", None, None),
        ("", None, None),
        ("123", None, None),
    ],
)
def test_a_notice_has_a_first_and_a_last_day(words: str, first: date | None, last: date | None):
    assert days.read_notice(words, now=NOW) == days.Notice(first, last)


@pytest.mark.parametrize(
    ("last", "end"),
    [
        # a Monday of work
        (date(2026, 12, 7), date(2026, 12, 7)),
        # the National Day's week: worked again on the 8th
        (date(2026, 10, 3), date(2026, 10, 8)),
        # a Saturday, and one that is worked instead of another day
        (date(2026, 12, 5), date(2026, 12, 7)),
        (date(2026, 10, 10), date(2026, 10, 10)),
    ],
)
def test_a_notice_that_would_end_on_a_holiday_ends_after_it(street: Street, last: date, end: date):
    assert days.end_of_notice(last, street) == end


@pytest.mark.parametrize(
    ("now", "is_over"),
    # its last day ends at 24:00
    [("2026-12-07 23:59", False), ("2026-12-08 00:00", True)],
)
def test_a_notice_ends_with_the_last_minute_of_its_last_day(street: Street, now: str, is_over: bool):
    assert days.is_over(date(2026, 12, 7), now=moment(now), street=street) is is_over
