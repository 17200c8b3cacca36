"""What people read about a roster: what was entered, what is wrong with it, and how to write one."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.core.roster import dates
from bot.core.roster.book import Taken
from bot.core.roster.entering import Plan, Planned
from bot.core.roster.lines import Fault
from bot.core.street import Street

# Telegram takes 4,096 characters a message.
LONGEST_PAGE = 3000
# More days than a month are not read through on a phone.
MOST_DAYS = 31


def entered(plan: Plan, street: Street) -> list[str]:
    """What the plan enters, day by day, and what of the earlier roster it leaves out."""
    place, texts = street.community_name(plan.community), street.texts
    count = len({(planned.day, planned.kind.name) for planned in plan.shifts})
    told = [texts("roster-entered", place=place, days=len(plan.days), shifts=count)]
    by_day = {day: list(group) for day, group in itertools.groupby(plan.shifts, key=lambda p: p.day)}
    told += [_day(day, by_day.get(day, ()), street) for day in plan.days[:MOST_DAYS]]
    if len(plan.days) > MOST_DAYS:
        told.append(texts("roster-more-days", days=len(plan.days) - MOST_DAYS))
    again = sorted({taken.shift.day for taken in plan.replaced})
    if again:
        told.append(texts("roster-replaced", days=_days(again, street)))
    if plan.dropped:
        told.append(texts("roster-dropped", shifts="；".join(_names_of(plan.dropped))))
    if plan.unreachable:
        names = "、".join(person.nickname for person in plan.unreachable)
        told.append(texts("roster-unreachable", people=names))
    return told


def faults(found: Iterable[Fault], street: Street) -> list[str]:
    """Every fault as a sentence with the lines it is on, the same fault of several lines once."""
    by_words: dict[str, list[int]] = {}
    for fault in found:
        by_words.setdefault(fault.words, []).append(fault.line)
    return [_at(numbers, words, street) for words, numbers in by_words.items()]


def pages(told: Sequence[str]) -> Iterator[str]:
    """The lines as messages, none longer than the channel takes."""
    page = ""
    for line in told:
        if page and len(page) + len(line) >= LONGEST_PAGE:
            yield page
            page = ""
        page = f"{page}\n{line}" if page else line
    if page:
        yield page


def _day(day: date, shifts: Iterable[Planned], street: Street) -> str:
    by_kind: dict[str, list[str]] = {}
    for planned in shifts:
        by_kind.setdefault(planned.kind.name, []).append(planned.person.nickname)
    on = "；".join(f"{name} {'、'.join(people)}" for name, people in by_kind.items())
    return f"{dates.name(day)} {on or street.texts('roster-nobody')}"


def _names_of(dropped: Iterable[Taken]) -> Iterator[str]:
    for taken in dropped:
        yield f"{taken.shift.day:%m-%d} {taken.shift.name} {taken.person.nickname}"


def _days(days: Sequence[date], street: Street) -> str:
    named = "、".join(f"{day:%m-%d}" for day in days[:MOST_DAYS])
    return named if len(days) <= MOST_DAYS else street.texts("roster-days-and-more", days=named, count=len(days))


def _at(numbers: Sequence[int], words: str, street: Street) -> str:
    if not numbers[0]:
        return words
    return street.texts("roster-fault", lines="、".join(_runs(numbers)), words=words)


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """The numbers in order, neighbours together: 2, 5-7."""
    for _, run in itertools.groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield f"{found[0]}-{found[-1]}" if len(found) > 1 else str(found[0])
