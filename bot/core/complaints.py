"""A ticket that complains of those who would get it: it goes one level above them, and they have no part in it."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import people
from bot.core.classify.complaint import COMMUNITY, STREET
from bot.core.privacy import PRIVATE
from models import Person, Role, Ticket


def rises(ticket: Ticket, *, level: str | None = None, privacy: str | None = None) -> bool:
    """True when it belongs above whom it complains of, as it stands or with another level and privacy.

    Never an emergency: whoever is nearest helps. Of the street's own people only what is about people, since
    nobody below the leader would look at it otherwise; a lamp that the street forgot is repaired as ever.
    """
    if (level or ticket.level) == "L0":
        return False
    is_of_people = (privacy or ticket.privacy) in PRIVATE
    return ticket.against == COMMUNITY or (ticket.against == STREET and is_of_people)


def is_above(ticket: Ticket) -> bool:
    """True while it is in hands above those it complains of; False once the dispatcher has sent it down by hand."""
    return rises(ticket) and ticket.is_with_street


def is_for_leader(ticket: Ticket) -> bool:
    """True for a people matter about the street's own people: only the leader in charge looks at it."""
    return ticket.against == STREET and rises(ticket)


def is_told_above(ticket: Ticket) -> bool:
    """True for an emergency with a reproach: everybody gets it as ever, and so does the level above the accused."""
    return ticket.level == "L0" and rises(ticket, level="L1")


def may_join(against: str | None, same: Ticket) -> bool:
    """False for words against the community beside a ticket that the community reads."""
    return against != COMMUNITY or same.level == "L0" or is_above(same)


def moved(ticket: Ticket, *, level: str, privacy: str) -> dict[str, Any]:
    """Where it is with its new level and privacy, as far as that changes what it was and nobody has it in hand."""
    was, will = rises(ticket), rises(ticket, level=level, privacy=privacy)
    if was == will or ticket.owner_id is not None or ticket.returns:
        return {}
    return {"is_with_street": will or ticket.community is None}


def not_above() -> sa.ColumnElement[bool]:
    """What a community may find in its lists: not what complains of it and lies with the street."""
    others = col(Ticket.against).is_distinct_from(COMMUNITY)
    return sa.or_(others, col(Ticket.is_with_street).is_(False), col(Ticket.level) == "L0")


async def spare(session: AsyncSession, ticket: Ticket, persons: Sequence[Person]) -> list[Person]:
    """Those of these persons who hold no post at the level that the ticket complains of; all where it is not above."""
    if not is_above(ticket):
        return list(persons)
    return [
        person
        for person in persons
        if person.id is not None and not is_accused(ticket, await people.roles_of(session, person.id))
    ]


def is_accused(ticket: Ticket, posts: Sequence[Role]) -> bool:
    """True for who holds a post at the level that the ticket complains of, while it is above that level."""
    if not is_above(ticket):
        return False
    if ticket.against == STREET:
        return not any(post.community is None and post.role == "leader" for post in posts)
    # Where it is not known which community it was, it may be any.
    return any(post.community is not None and ticket.community in (None, post.community) for post in posts)
