"""Ticket -> who should see it and where, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import complaints, duty, people, standing
from bot.core.classify.complaint import COMMUNITY, STREET
from bot.core.street import Street
from bot.mailbox.outbox import Address
from models import Person, StaffGroup, Ticket

#: who takes a people matter, first post that is filled
NAMED_POSTS = ("grid_worker", "grid_head", "secretary", "worker")


@dataclass(frozen=True)
class Route:
    """Where a ticket's card goes: groups, and persons in private."""

    groups: tuple[Address, ...]
    persons: tuple[Person, ...]
    reasons: tuple[str, ...]


async def route(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Route:
    """Where the card of this ticket belongs now; always at least one group or person while anybody is registered."""
    if standing.is_private(ticket):
        return await _to_named(session, ticket, now=now, street=street)
    chain = await duty.chain(session, ticket, now=now, street=street)
    alerted = tuple(await complaints.spare(session, ticket, chain))
    alert_reasons = (street.texts("why-alerted", level=ticket.level),) if alerted else ()
    home = None if ticket.is_with_street else ticket.community
    homes = dict.fromkeys([home, None]) if complaints.is_told_above(ticket) else [home]
    groups = await groups_of(session, list(homes))
    # What is kept from a community is kept from those next door too: who of the two was meant nobody knows for sure.
    beside = () if complaints.is_above(ticket) else tuple(await groups_of(session, ticket.neighbours))
    reason = _why(ticket, street)
    if groups:
        return Route((*groups, *beside), alerted, (reason, *alert_reasons))
    stand_in = await people.reachable(session, await _stand_in(session, ticket, now=now))
    return Route(beside, people.once(stand_in, alerted), (street.texts("why-no-group"), *alert_reasons))


async def groups_of(session: AsyncSession, communities: Sequence[str | None]) -> list[Address]:
    """The active groups of these communities (None: the street's own), in this order."""
    rows = (await session.scalars(sa.select(StaffGroup).where(col(StaffGroup.active)))).all()
    return [Address(row.channel, row.external_id) for code in communities for row in rows if row.community == code]


async def takers(session: AsyncSession, ticket: Ticket) -> list[int]:
    """Who could take a ticket that nobody has: the named of a people matter, else the workers of whoever has it."""
    if standing.is_private(ticket):
        return ticket.named
    post, community = ("dispatcher", None) if ticket.is_with_street else ("worker", ticket.community)
    return [person.id for person in await people.holders(session, [post], community) if person.id is not None]


async def _to_named(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Route:
    handlers: Sequence[Person] = []
    if ticket.community is not None and not ticket.is_with_street:
        handlers = await duty.by_post(session, ticket.community, NAMED_POSTS)
    above = ticket.against if complaints.is_told_above(ticket) else None
    beside = await at_street(session, ticket, now=now) if above == COMMUNITY or not handlers else []
    leaders = await duty.leaders(session, now=now) if above == STREET else []
    # Somebody must be awake for it: the duty officer sees an urgent people matter at any hour.
    alerted = await duty.on_duty(session, now=now) if ticket.level in ("L0", "L1") else []
    persons = await complaints.spare(session, ticket, people.once(handlers, beside, leaders, alerted))
    reasons = [street.texts("why-private"), *([_why(ticket, street)] if complaints.is_above(ticket) else [])]
    return Route((), tuple(persons), tuple(reasons))


async def at_street(session: AsyncSession, ticket: Ticket, *, now: datetime) -> Sequence[Person]:
    """Who takes a people matter at the street: the dispatcher, else who is on duty, else the leaders in charge."""
    if complaints.is_for_leader(ticket):
        return await duty.leaders(session, now=now)
    ladder = (
        await duty.by_post(session, None, ["dispatcher"]),
        await duty.on_duty(session, now=now),
        await duty.leaders(session, now=now),
    )
    for persons in ladder:
        if found := await complaints.spare(session, ticket, persons):
            return found
    return []


def _why(ticket: Ticket, street: Street) -> str:
    if complaints.is_above(ticket):
        return street.texts(f"why-against-{ticket.against}")
    if ticket.is_with_street or ticket.community is None:
        return street.texts("why-street")
    return street.texts("why-community", community=street.community_name(ticket.community))


async def _stand_in(session: AsyncSession, ticket: Ticket, *, now: datetime) -> Sequence[Person]:
    """Who gets the card when the group cannot: the grid head, and the street's dispatcher."""
    posts = ("grid_head", "secretary")
    heads = await people.holders(session, posts, ticket.community) if ticket.community else []
    found = [*heads, *await people.holders(session, ["dispatcher"], None), *await duty.on_duty(session, now=now)]
    return await complaints.spare(session, ticket, found)
