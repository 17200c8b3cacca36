"""Whom a step of the ladder means at this moment: the post that is filled, the one on duty, whoever is next above."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import duty, ladder, people, quiet, standing
from bot.core.rules import Addressee
from bot.core.street import Street
from models import Person, Ticket

#: at the street office a ticket without a community has these for the community's posts
AT_STREET = {
    Addressee.GROUP: Addressee.DISPATCHER,
    Addressee.WORKER: Addressee.DISPATCHER,
    Addressee.HEAD: Addressee.DUTY,
    Addressee.SECRETARY: Addressee.LEADER,
}
#: who is asked when a post is empty or cannot be reached, one after the other
NEXT_ABOVE = {
    Addressee.OWNER: Addressee.WORKER,
    Addressee.WORKER: Addressee.HEAD,
    Addressee.HEAD: Addressee.SECRETARY,
    Addressee.SECRETARY: Addressee.DISPATCHER,
    Addressee.DISPATCHER: Addressee.DUTY,
    Addressee.OFFICE: Addressee.LEADER,
    Addressee.LEADER: Addressee.DUTY,
}
POSTS = {
    Addressee.HEAD: "grid_head",
    Addressee.SECRETARY: "secretary",
    Addressee.DISPATCHER: "dispatcher",
    Addressee.OFFICE: "leader",
}
#: these are no persons: the group, a flag, or a list that is sent anyway
NO_PERSONS = frozenset({Addressee.GROUP, Addressee.SUPERVISE, Addressee.MORNING, Addressee.DAILY, Addressee.WEEKLY})
#: who of the street's upper posts is meant at night is the leader on duty
UPPER = frozenset({Addressee.SECRETARY, Addressee.DISPATCHER, Addressee.LEADER, Addressee.OFFICE})


async def persons(
    session: AsyncSession, ticket: Ticket, clock: str, told: Sequence[Addressee], *, now: datetime, street: Street
) -> Sequence[Person]:
    """The persons of these addressees, each once; never the one who handled it where a check is awaited.

    Out of hours an L1 wakes those on duty only (DOMAIN 6.2): the others hear of it in the morning.
    """
    wanted = [who for who in told if who not in NO_PERSONS and not _is_nobodys(ticket, who)]
    if ticket.level == "L1" and wanted and quiet.staff_moment("L2", now=now, calendar=street.calendar) > now:
        leaders = await duty.leader_on_duty(session, now=now) if UPPER.intersection(wanted) else []
        return people.once(await duty.on_duty(session, now=now), leaders)
    found = [await _climb(session, ticket, clock, who, now=now) for who in wanted]
    return people.once(*found)


def must_reach(ticket: Ticket, told: Sequence[Addressee]) -> bool:
    """True when somebody in person should have been told, so that nobody at all is worth an alarm."""
    return any(who not in NO_PERSONS and not _is_nobodys(ticket, who) for who in told)


def _is_nobodys(ticket: Ticket, who: Addressee) -> bool:
    """An ordinary ticket without an owner has nobody to be warned of its end: its claim clock finds him first."""
    return who is Addressee.OWNER and ticket.owner_id is None and ticket.level not in quiet.URGENT_LEVELS


async def in_group(session: AsyncSession, ticket: Ticket, *, now: datetime) -> Person | None:
    """Who is named in the group: the one on duty there, else whoever can take the ticket."""
    return next(iter(await _climb(session, ticket, ladder.CLAIM, Addressee.WORKER, now=now)), None)


async def _climb(
    session: AsyncSession, ticket: Ticket, clock: str, who: Addressee, *, now: datetime
) -> Sequence[Person]:
    """The first on the way up who is there and can be reached."""
    wanted: Addressee | None = who
    is_at_street = ticket.is_with_street or ticket.community is None
    while wanted is not None:
        place = AT_STREET.get(wanted, wanted) if is_at_street else wanted
        found = await people.reachable(session, await _holders(session, ticket, place, now=now))
        fitting = [person for person in found if clock != ladder.CHECK or person.id != ticket.handler_id]
        if fitting:
            return fitting
        wanted = NEXT_ABOVE.get(place)
    return []


async def _holders(session: AsyncSession, ticket: Ticket, who: Addressee, *, now: datetime) -> Sequence[Person]:
    match who:
        case Addressee.OWNER:
            owner = await session.get(Person, ticket.owner_id) if ticket.owner_id else None
            return [owner] if owner is not None else []
        case Addressee.WORKER:
            return await _workers(session, ticket, now=now)
        case Addressee.DUTY:
            return await duty.on_duty(session, now=now)
        case Addressee.LEADER:
            return await duty.leader_on_duty(session, now=now)
    post = POSTS[who]
    is_of_community = who in (Addressee.HEAD, Addressee.SECRETARY)
    return await people.holders(session, [post], ticket.community if is_of_community else None)


async def _workers(session: AsyncSession, ticket: Ticket, *, now: datetime) -> Sequence[Person]:
    """Who is on duty in the community; of a people matter those who may see it."""
    if standing.is_private(ticket):
        return [await session.get_one(Person, person_id) for person_id in ticket.named]
    assert ticket.community is not None
    return await duty.of_community(session, ticket.community, now=now)
