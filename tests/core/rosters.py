"""Rosters at the desk: written, checked and entered through the core's own verbs."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import col

from bot.core import duty, people
from bot.core.roster import book, entering, watch, wording
from bot.core.roster.entering import Plan
from bot.core.roster.lines import Line
from models import Person, Shift
from tests.desk import CHANNEL, Desk

#: the street's nights and leaders from Monday the 23rd to Sunday, and the days of the weekend
WEEK = "\n".join(
    [
        *(f"11-{day} 夜班 小曹\n11-{day} 带班 邓主任" for day in range(23, 30)),
        *(f"11-{day} 白班 小曹" for day in (28, 29)),
    ]
)


def written(text: str) -> list[Line]:
    """The lines of a message, the first one number 1."""
    return [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]


async def enter(desk: Desk, text: str, community: str | None = None, *, by: Person | None = None) -> Plan:
    """Somebody enters a roster."""
    async with desk.database.transaction() as session:
        now = desk.clock.now()
        plan = await entering.plan(session, written(text), community, now=now, street=desk.street)
        await entering.enter(session, plan, by=by, now=now)
        return plan


async def faults(desk: Desk, text: str, community: str | None = None) -> list[str]:
    """What somebody is told who tries to enter this; nothing when it has no fault."""
    try:
        await enter(desk, text, community)
    except entering.BadRoster as bad:
        return wording.faults(bad.faults, desk.street)
    return []


async def appoint(
    desk: Desk, nickname: str, post: str, community: str | None = None, *, account: str | None = None
) -> Person:
    """Somebody, known or new, gets a post."""
    async with desk.database.transaction() as session:
        now = desk.clock.now()
        person = await people.find_or_add(session, CHANNEL, account or f"chat-{nickname}", nickname, now=now)
        await people.appoint(session, person, post, community, by=None, now=now)
        return person


async def dismiss(desk: Desk, person: Person, community: str | None = None) -> None:
    """Somebody loses his posts at a place."""
    async with desk.database.transaction() as session:
        await people.dismiss(session, person, community, now=desk.clock.now())


async def lose(desk: Desk, person: Person) -> None:
    """Somebody blocks the bot."""
    async with desk.database.transaction() as session:
        address = await people.address_of(session, person.id or 0)
        assert address is not None
        await people.lost(session, address)


async def on_duty(desk: Desk, at: str | None = None) -> list[str]:
    """Who is on duty at the street at this moment."""
    if at is not None:
        desk.clock.set(at)
    async with desk.database.reading() as session:
        return [person.nickname for person in await duty.on_duty(session, now=desk.clock.now())]


async def shifts(desk: Desk, community: str | None = None) -> list[tuple[date, str, str]]:
    """Day, shift and name of all that is entered for a place."""
    async with desk.database.reading() as session:
        query = sa.select(Shift, Person).join(Person, col(Shift.person_id) == Person.id).where(book.at(community))
        found = [(shift.day, shift.name, person.nickname) for shift, person in await session.execute(query)]
        return sorted(found)


async def look(desk: Desk, at: str) -> None:
    """The street looks at this moment whether there is anything to say, and it is sent."""
    desk.clock.set(at)
    async with desk.database.transaction() as session:
        await watch.look(session, now=desk.clock.now(), street=desk.street)
    await desk.send()
