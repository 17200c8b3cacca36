"""A roster that people wrote is checked as a whole, then entered as a whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import people
from bot.core.roster import book, dates, lines, naming
from bot.core.roster.book import Taken
from bot.core.roster.kinds import Kind
from bot.core.roster.lines import Entry, Fault, Line
from bot.core.roster.naming import Colleague
from bot.core.street import Street
from models import Person, Shift


class BadRoster(ValueError):
    """The roster cannot be entered; `faults` lists all that is wrong with it, in the order of its lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("\n".join(fault.words for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Planned:
    """One person on one shift, as he will be entered."""

    line: int
    day: date
    kind: Kind
    person: Person


@dataclass(frozen=True, slots=True)
class Plan:
    """A roster without fault: what it enters, and which shifts of the same days it takes the place of."""

    community: str | None
    days: tuple[date, ...]
    shifts: tuple[Planned, ...]
    replaced: tuple[Taken, ...]
    #: who is on it and cannot be written to: when his shift comes, others are asked
    unreachable: tuple[Person, ...]

    @property
    def dropped(self) -> list[Taken]:
        """The shifts that are there now and will not be afterwards."""
        kept = {(planned.day, planned.kind.name, planned.person.id) for planned in self.shifts}
        return [old for old in self.replaced if (old.shift.day, old.shift.name, old.person.id) not in kept]


async def plan(
    session: AsyncSession, written: Iterable[Line], community: str | None, *, now: datetime, street: Street
) -> Plan:
    """What these lines would enter for the community (None: the street); BadRoster with every fault at once."""
    reading = lines.read(written, today=book.local_day(now), street=street)
    here = await naming.colleagues(session, community, street)
    shifts: list[Planned] = []
    faults = list(reading.faults)
    for entry in reading.entries:
        found = list(_people(entry, here, community, street))
        shifts += [each for each in found if isinstance(each, Planned)]
        faults += [each for each in found if isinstance(each, Fault)]
    faults += await _in_two_places(session, shifts, community, now=now, street=street)
    if not reading.entries and not faults:
        faults.append(Fault(0, street.texts("roster-empty", example=lines.example(book.local_day(now), street))))
    if faults:
        raise BadRoster(faults)
    days = tuple(sorted({entry.day for entry in reading.entries}))
    between = await book.of_days(session, community, days[0], days[-1])
    replaced = tuple(taken for taken in between if taken.shift.day in days)
    ordered = tuple(sorted(shifts, key=lambda each: each.day))
    return Plan(community, days, ordered, replaced, await _unreachable(session, ordered))


async def enter(session: AsyncSession, wanted: Plan, *, by: Person | None, now: datetime) -> None:
    """Enters the plan: its days are afterwards as it says, whoever stood there before."""
    await session.execute(sa.delete(Shift).where(book.at(wanted.community), col(Shift.day).in_(wanted.days)))
    for planned in wanted.shifts:
        starts_at, ends_at = planned.kind.span(planned.day)
        assert planned.person.id is not None
        session.add(
            Shift(
                community=wanted.community,
                day=planned.day,
                name=planned.kind.name,
                post=planned.kind.post,
                person_id=planned.person.id,
                starts_at=starts_at,
                ends_at=ends_at,
                entered_by=by.id if by else None,
                entered_at=now,
            )
        )
    await session.flush()


def _people(
    entry: Entry, here: Sequence[Colleague], community: str | None, street: Street
) -> Iterable[Planned | Fault]:
    """Who is meant by the names of a line, or why that cannot be said."""
    if entry.kind is None:
        return
    already: set[int | None] = set()
    for name in entry.names:
        found = naming.meant(name, here)
        if len(found) != 1:
            yield Fault(entry.line, naming.unclear(name, found, here, street.community_name(community), street))
        elif found[0].person.id in already:
            yield Fault(entry.line, street.texts("roster-name-twice", who=found[0].person.nickname))
        else:
            already.add(found[0].person.id)
            yield Planned(entry.line, entry.day, entry.kind, found[0].person)


async def _unreachable(session: AsyncSession, shifts: Sequence[Planned]) -> tuple[Person, ...]:
    everybody = people.once([planned.person for planned in shifts])
    reachable = {person.id for person in await people.reachable(session, everybody)}
    return tuple(person for person in everybody if person.id not in reachable)


async def _in_two_places(
    session: AsyncSession, shifts: Sequence[Planned], community: str | None, *, now: datetime, street: Street
) -> list[Fault]:
    """Who would have to be at another place at the same time."""
    ids = sorted({planned.person.id for planned in shifts if planned.person.id is not None})
    others = await book.elsewhere(session, ids, community, after=now) if ids else []
    faults = []
    for planned in shifts:
        starts_at, ends_at = planned.kind.span(planned.day)
        for other in others:
            shift = other.shift
            if other.person.id == planned.person.id and starts_at < shift.ends_at and shift.starts_at < ends_at:
                faults.append(Fault(planned.line, _at_two(planned, shift, street)))
    return faults


def _at_two(planned: Planned, other: Shift, street: Street) -> str:
    return street.texts(
        "roster-two-places",
        who=planned.person.nickname,
        day=dates.name(other.day),
        place=street.community_name(other.community),
        shift=other.name,
    )
