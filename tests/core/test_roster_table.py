"""A table as a spreadsheet writes it is read as the lines that a person would write."""

import pytest

from bot.core.roster import table

HEADED = "日期,班次,人员\n11-30,夜班,小王\n12-01,白班,阿芳\n"
LINES = [(2, "11-30 夜班 小王"), (3, "12-01 白班 阿芳")]


def read(data: bytes) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in table.read(data)]


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (HEADED.encode(), LINES),
        # the mark in front that Excel's "CSV UTF-8" has, and the encoding of its plain "CSV"
        (HEADED.encode("utf-8-sig"), LINES),
        (HEADED.encode("gbk"), LINES),
        (HEADED.replace("\n", "\r\n").encode("gbk"), LINES),
        ("date,shift,person\n11-30,夜班,小王\n12-01,白班,阿芳\n".encode(), LINES),
        # other columns, in another order
        ("值班人,备注,班次,日期\n小王,,夜班,11-30\n阿芳,x,白班,12-01\n".encode(), LINES),
        # no heading at all
        ("11-30,夜班,小王\n".encode(), [(1, "11-30 夜班 小王")]),
        (HEADED.replace(",", "\t").encode(), LINES),
        (HEADED.replace(",", ";").encode(), LINES),
        # empty rows, as Excel leaves them below a table
        ("日期,班次,人员\n\n11-30,夜班,小王\n,,\n".encode(), [(3, "11-30 夜班 小王")]),
        # names one below the other, or with a comma, in one cell
        ('日期,班次,人员\n11-30,夜班,"小王\n阿芳"\n'.encode(), [(3, "11-30 夜班 小王\n阿芳")]),
        ('日期,班次,人员\n11-30,夜班,"小王,阿芳"\n'.encode(), [(2, "11-30 夜班 小王,阿芳")]),
        # a row that ends early still says what is missing
        ("日期,班次,人员\n11-30,夜班\n".encode(), [(2, "11-30 夜班 ")]),
        ("日期,班次,人员\n11-30,夜\x00班,小王\n".encode(), [(2, "11-30 夜班 小王")]),
        (b"", []),
        ("日期,班次,人员\n".encode(), []),
    ],
)
def test_a_table_is_read_however_it_was_saved(data: bytes, lines: list[tuple[int, str]]):
    assert read(data) == lines


@pytest.mark.parametrize(
    ("data", "text_id"),
    [
        # what Excel calls Unicode text, and a picture
        (HEADED.encode("utf-16"), "roster-no-text"),
        (b"\x89PNG\r\n\x1a\n\xff\xd8\xff", "roster-no-text"),
        ("日期,班次\n11-30,夜班\n".encode(), "roster-no-columns"),
        ("日期,班次,电话\n11-30,夜班,1\n".encode(), "roster-no-columns"),
        # a quote that is never closed and longer than a field may be
        (b'11-30,"' + b"x" * 200_000, "roster-no-table"),
    ],
)
def test_what_is_no_table_of_shifts_is_told_why(data: bytes, text_id: str):
    with pytest.raises(table.NoTable) as refused:
        read(data)

    assert refused.value.text_id == text_id
