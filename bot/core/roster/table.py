"""A table (CSV) of shifts as a spreadsheet writes it, read as the lines that a person would write."""

import csv
import io
from collections.abc import Iterator, Sequence

from bot.core.roster.lines import Line

COLUMNS = {
    "date": frozenset({"date", "day", "日期", "时间", "值班日期"}),
    "shift": frozenset({"shift", "班次", "班"}),
    "person": frozenset({"person", "people", "name", "姓名", "人员", "值班人", "值班人员", "值班员"}),
}
# Excel in a Chinese Windows writes GBK unless it is asked for UTF-8; GB 18030 has all of it.
ENCODINGS = ("utf-8-sig", "gb18030")


class NoTable(ValueError):
    """The file is no table of shifts; `text_id` names the sentence that says why."""

    def __init__(self, text_id: str) -> None:
        super().__init__(text_id)
        self.text_id = text_id


def read(data: bytes) -> list[Line]:
    """The rows as lines with their number in the file; NoTable when it is not text, or has no such columns."""
    text = _text(data)
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise NoTable("roster-no-table") from error
    if not rows:
        return []
    columns = _columns(rows[0][1])
    if columns is None:
        # Without a heading the columns stand in this order.
        columns = (0, 1, 2)
    else:
        rows = rows[1:]
    return [Line(number, _line(row, columns)) for number, row in rows]


def _text(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).replace("\x00", "")
        except UnicodeDecodeError:
            continue
    raise NoTable("roster-no-text")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t，", key=first.count))
    for row in reader:
        if any(cell.strip() for cell in row):
            yield reader.line_num, row


def _columns(heading: Sequence[str]) -> tuple[int, int, int] | None:
    """Where the three columns are; None when the row is no heading; NoTable when one of them is missing."""
    named = [cell.strip().casefold() for cell in heading]
    found = [next((at for at, name in enumerate(named) if name in names), None) for names in COLUMNS.values()]
    day, shift, person = found
    if day is not None and shift is not None and person is not None:
        return day, shift, person
    if found == [None, None, None]:
        return None
    raise NoTable("roster-no-columns")


def _line(row: Sequence[str], columns: tuple[int, int, int]) -> str:
    cells = [row[at] if at < len(row) else "" for at in columns]
    return " ".join(cell.strip() for cell in cells)
