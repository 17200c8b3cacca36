"""Working hours and holiday tables as config.yaml writes them, every fault found at once, in a clerk's words."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from bot.core.calendar import hours, slots, zone
from bot.core.calendar.holidays import Holidays, Table
from bot.core.calendar.slots import Slot


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: the keys that lead to it in the section, and what is wrong there."""

    path: tuple[str | int, ...]
    words: str

    def __str__(self) -> str:
        """The fault as one line, its place counted as people count."""
        place = " ".join(f"第{key + 1}项" if isinstance(key, int) else key for key in self.path)
        return f"{place}：{self.words}" if place else self.words


class BadCalendar(ValueError):
    """The section cannot be used; `faults` lists all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def read(mapping: Mapping[str, Any]) -> tuple[hours.Hours, Holidays]:
    """The hours and tables of the section; BadCalendar when anything in it is wrong."""
    reader = _Reader(faults=[])
    for key in mapping:
        if key not in ("working_hours", "holidays"):
            reader.fault((str(key),), "这里只认 working_hours 和 holidays")
    periods = reader.periods(mapping.get("working_hours"))
    tables = reader.tables(mapping.get("holidays"))
    if reader.faults:
        raise BadCalendar(tuple(reader.faults))
    return hours.build(periods), Holidays(tables)


@dataclasses.dataclass(slots=True)
class _Reader:
    """Reads what it can and remembers what it could not."""

    faults: list[Fault]

    def fault(self, path: tuple[str | int, ...], words: str) -> None:
        self.faults.append(Fault(path, words))

    def periods(self, raw: object) -> list[tuple[date, list[Slot]]]:
        if not isinstance(raw, list) or not raw:
            self.fault(("working_hours",), "至少要写一段：from 从哪天起，slots 上班时段")
            return []
        periods: list[tuple[date, list[Slot]]] = []
        for number, entry in enumerate(raw):
            path = ("working_hours", number)
            if not isinstance(entry, dict) or set(entry) != {"from", "slots"}:
                self.fault(path, "要有且只有 from 和 slots")
                continue
            day, worked = self.day(entry["from"], (*path, "from")), self.slots(entry["slots"], (*path, "slots"))
            if day and any(day == earlier for earlier, _ in periods):
                self.fault((*path, "from"), f"{day} 已经写过一段")
            elif day:
                periods.append((day, worked))
        return periods

    def slots(self, raw: object, path: tuple[str | int, ...]) -> list[Slot]:
        if not isinstance(raw, list) or not raw:
            self.fault(path, '至少要写一个时段，例如 "08:30-12:00"')
            return []
        found = [slot for number, entry in enumerate(raw) if (slot := self.slot(entry, (*path, number)))]
        if slots.do_overlap(found):
            self.fault(path, "时段有重叠")
        return found

    def slot(self, entry: object, path: tuple[str | int, ...]) -> Slot | None:
        try:
            return slots.read(entry)
        except ValueError as error:
            self.fault(path, str(error))
            return None

    def tables(self, raw: object) -> dict[int, Table]:
        if raw is None:
            return {}
        if not isinstance(raw, dict):
            self.fault(("holidays",), "要按年份写，例如 2027 下面写 off 和 work")
            return {}
        found = {}
        for name, entry in raw.items():
            path = ("holidays", str(name))
            if not re.fullmatch(r"\d{4}", str(name)) or not _is_near(int(name)):
                self.fault(path, f"年份要在 {zone.FIRST_YEAR} 到 {zone.LAST_YEAR} 之间")
            elif not isinstance(entry, dict) or set(entry) != {"off", "work"}:
                self.fault(path, "要有且只有 off（放假）和 work（调休上班）两列日期")
            else:
                found[int(name)] = self.table(int(name), entry, path)
        self.find_contradictions(found)
        return found

    def table(self, year: int, entry: Mapping[str, object], path: tuple[str | int, ...]) -> Table:
        off, work = (frozenset(self.days(year, entry[key], (*path, key))) for key in ("off", "work"))
        return Table(off=off, work=work)

    def days(self, year: int, raw: object, path: tuple[str | int, ...]) -> Iterator[date]:
        if not isinstance(raw, list):
            self.fault(path, "要写成一列日期，没有就写 []")
            return
        for number, entry in enumerate(raw):
            day = self.day(entry, (*path, number))
            # New Year's notice may move days of the December before; nothing further away belongs here.
            if day and day.year != year and (day.year, day.month) != (year - 1, 12):
                self.fault((*path, number), f"{day} 不是{year}年的日子")
            elif day:
                yield day

    def day(self, entry: object, path: tuple[str | int, ...]) -> date | None:
        if isinstance(entry, date) and not isinstance(entry, datetime):
            return entry
        try:
            return date.fromisoformat(str(entry))
        except ValueError:
            self.fault(path, f"没有 {entry} 这一天，日期要写成 2026-10-01 这样")
            return None

    def find_contradictions(self, tables: Mapping[int, Table]) -> None:
        both = {day for table in tables.values() for day in table.off} & {
            day for table in tables.values() for day in table.work
        }
        for day in sorted(both):
            self.fault(("holidays",), f"{day} 既写了放假又写了上班")


def _is_near(year: int) -> bool:
    return zone.FIRST_YEAR <= year <= zone.LAST_YEAR
