"""The shifts of the days ahead that nobody is on, and the warning: three days before, and the day before."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import once, speech
from bot.core.calendar import Calendar, hours
from bot.core.calendar.holidays import Kind
from bot.core.notes import Note
from bot.core.roster import book, dates, keepers, kinds, lines
from bot.core.rules import Days
from bot.core.street import Street

#: how many days ahead is warned
AHEAD = (3, 1)
# The longest run of days off is nine (a Spring Festival); what falls into it is told on the day before.
LONGEST_BREAK = timedelta(days=14)

#: the sorts of day of which a place may keep a roster for one and not for another
SORTS: Mapping[Kind, str] = {"": "working", "调休上班": "working", "周末": "weekend", "假日": "holiday"}
#: what config.yaml calls the days -> their sorts
DAYS: Mapping[Days, frozenset[str]] = {
    "every_day": frozenset({"working", "weekend", "holiday"}),
    "working_days": frozenset({"working"}),
    "days_off": frozenset({"weekend", "holiday"}),
    "holidays": frozenset({"holiday"}),
}


class Hole(NamedTuple):
    """A shift that somebody should be on and nobody is."""

    day: date
    name: str


async def look(session: AsyncSession, *, now: datetime, street: Street) -> None:
    """Warns whoever keeps a roster of its holes, each three days ahead and one day ahead; late, but on the same day."""
    today = book.local_day(now)
    if not _is_time(today, now, street):
        return
    for community in await book.places(session, today=today):
        # A community that config.yaml no longer has is nobody's to keep a roster for.
        if community is None or street.has_community(community):
            await _warn(session, community, today, now=now, street=street)


async def of_place(session: AsyncSession, community: str | None, days: Sequence[date], *, street: Street) -> list[Hole]:
    """The holes of the place's roster on these days, which follow each other in time."""
    on = {(one.shift.day, one.shift.name) for one in await book.of_days(session, community, days[0], days[-1])}
    needed = await _needed(session, community, days, street=street)
    return [hole for hole in needed if hole not in on]


def warning_day(day: date, ahead: int, calendar: Calendar) -> date:
    """The day on which a hole of `day` is told `ahead` days before; the last working day before, if that is none."""
    told = day - timedelta(days=ahead)
    while not calendar.is_working_day(told):
        told -= timedelta(days=1)
    return told


async def next_warning(session: AsyncSession, *, after: datetime, street: Street) -> datetime | None:
    """When holes are looked for next; None while no place keeps a roster."""
    at = hours.place(book.local_day(after), kinds.minute_of(street.rules.duty.warn_at))
    while at <= after or not street.calendar.is_working_day(at.date()):
        at += timedelta(days=1)
    return at if await book.places(session, today=at.date()) else None


def _is_time(today: date, now: datetime, street: Street) -> bool:
    at = hours.place(today, kinds.minute_of(street.rules.duty.warn_at))
    return now >= at and street.calendar.is_working_day(today)


async def _warn(session: AsyncSession, community: str | None, today: date, *, now: datetime, street: Street) -> None:
    """One message with all the holes of the place that are to be told today and were not."""
    ahead = [today + timedelta(days=n) for n in range(1, LONGEST_BREAK.days + max(AHEAD))]
    keys = {
        _key(community, hole, n): hole
        for hole in await of_place(session, community, ahead, street=street)
        for n in AHEAD
        if warning_day(hole.day, n, street.calendar) == today
    }
    if keys.keys() <= await once.said(session, list(keys)):
        return
    told = [person.id for person in await keepers.to_tell(session, community, now=now) if person.id is not None]
    due_at = hours.place(today, kinds.minute_of(street.rules.duty.warn_at))
    new = {hole for key, hole in keys.items() if await once.first_time(session, key, due_at=due_at, now=now, told=told)}
    if new:
        note = Note(_words(community, new, street))
        for person_id in told:
            await speech.tell(session, person_id, note, now=now)


def _key(community: str | None, hole: Hole, ahead: int) -> str:
    return f"hole:{community or ''}:{hole.day}:{hole.name}:{ahead}"


def _words(community: str | None, found: Iterable[Hole], street: Street) -> str:
    known = list(street.rules.duty.shifts)
    by_day: dict[date, list[str]] = {}
    for hole in sorted(found, key=lambda hole: (hole.day, known.index(hole.name))):
        by_day.setdefault(hole.day, []).append(hole.name)
    listed = "\n".join(f"{dates.name(day)} {'、'.join(names)}" for day, names in by_day.items())
    first = min(by_day)
    example = lines.example(first, street, by_day[first][0])
    return street.texts("roster-holes", place=street.community_name(community), holes=listed, example=example)


async def _needed(session: AsyncSession, community: str | None, days: Sequence[date], *, street: Street) -> list[Hole]:
    """What should be filled: at the street what config.yaml says; in a community what it has filled of late.

    A community that enters rosters for holidays only is not reminded of ordinary days.
    """
    rules = street.rules.duty
    entered = await book.entered(session, community, days[0] - book.KEPT, days[-1])
    filled = {(name, _sort(day, street)) for day, name in entered}

    def is_needed(name: str, day: date) -> bool:
        if community is None:
            return _sort(day, street) in DAYS[rules.street_needs[name]]
        return (name, _sort(day, street)) in filled

    names = rules.street_needs if community is None else rules.community_needs
    # Whoever renamed the shifts may have left the old names standing here.
    wanted = [name for name in rules.shifts if name in names]
    return [Hole(day, name) for day in days for name in wanted if is_needed(name, day)]


def _sort(day: date, street: Street) -> str:
    return SORTS[street.calendar.kind_of(day)]
