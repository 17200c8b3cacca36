"""Which tickets may be the same matter: one still open near by (a duplicate), or one closed lately (a recurrence).

The rule is the trade's (DOMAIN 7.2, 7.3, 3.4): same or confusable leaf, at most 50 m or the same building, opened at
most 72 hours ago and still open; for a recurrence the same leaf, 50 m, closed at most 90 days ago.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import places, standing, workflow
from bot.core.street import Street
from bot.core.workflow import Status
from models import Ticket

# So many of one category in one community are looked at, the newest first; more in 90 days is a storm.
MOST_LOOKED_AT = 200


@dataclass(frozen=True)
class Matter:
    """What is compared: the category, the words, and where it is."""

    category: str
    words: str
    community: str | None
    place: str
    point: places.Point | None
    has_spot: bool

    @classmethod
    def of(cls, ticket: Ticket) -> "Matter":
        """The matter of a ticket."""
        has_point = ticket.lat is not None and ticket.lon is not None
        point = places.Point(ticket.lat or 0.0, ticket.lon or 0.0) if has_point else None
        return cls(ticket.category, ticket.words, ticket.community, ticket.place, point, ticket.has_spot)


async def open_near(
    session: AsyncSession, matter: Matter, *, now: datetime, street: Street, but: int | None = None
) -> Sequence[Ticket]:
    """Open tickets that may be the same, those of the same leaf first, each the oldest first; people matters never."""
    since = now - timedelta(hours=street.rules.likeness.hours)
    confusable = [other.code for other in street.taxonomy.leaf(matter.category).confusable_with]
    query = _of_categories([matter.category, *confusable], matter).where(
        col(Ticket.status).in_(workflow.FILED), col(Ticket.opened_at) >= since
    )
    found = [t for t in (await session.scalars(query)).all() if t.id != but and is_near(matter, t, street)]
    return sorted(found, key=lambda ticket: (ticket.category != matter.category, ticket.id or 0))


async def same_open(
    session: AsyncSession, matter: Matter, *, now: datetime, street: Street, but: int | None = None
) -> Ticket | None:
    """The open ticket that surely is the same; None when there is none, or when only a person can tell.

    Sure is the same leaf at the same spot. A confusable leaf is so only within minutes and in like words: ten riders
    say the same blocked drain in ten ways, but a missing cover and a hole beside it are two matters.
    """
    if not matter.has_spot:
        return None
    fresh = now - timedelta(minutes=street.rules.likeness.burst_minutes)
    for ticket in await open_near(session, matter, now=now, street=street, but=but):
        if ticket.category == matter.category:
            return ticket
        is_alike = resemblance(ticket.words, matter.words) >= street.rules.likeness.words_percent / 100
        if ticket.opened_at >= fresh and is_alike:
            return ticket
    return None


async def recurs(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Ticket | None:
    """The last closed ticket of which this is a recurrence; None when it is the first of its kind there."""
    matter = Matter.of(ticket)
    if standing.is_private(ticket) or not matter.has_spot:
        return None
    since = now - timedelta(days=street.rules.likeness.recurs_days)
    query = _of_categories([matter.category], matter).where(
        col(Ticket.status) == Status.CLOSED, col(Ticket.closed_at) >= since
    )
    found = (await session.scalars(query)).all()
    return next((other for other in found if other.id != ticket.id and is_near(matter, other, street)), None)


def is_near(matter: Matter, ticket: Ticket, street: Street) -> bool:
    """True at the same named spot, or at most so many metres apart."""
    other = Matter.of(ticket)
    if not (matter.has_spot and other.has_spot):
        return False
    if matter.place and matter.place == other.place:
        return True
    if matter.point is None or other.point is None:
        return False
    return places.distance_m(matter.point, other.point) <= street.rules.likeness.metres


def resemblance(one: str, other: str) -> float:
    """How alike two sentences are: Dice's coefficient of their pairs of characters, 0 to 1."""
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(words: str) -> set[str]:
    plain = "".join(filter(str.isalnum, words))
    return {plain[i : i + 2] for i in range(len(plain) - 1)}


def _of_categories(codes: Sequence[str], matter: Matter) -> "sa.Select[Ticket]":
    same_community = (
        col(Ticket.community).is_(None) if matter.community is None else col(Ticket.community) == matter.community
    )
    return (
        sa.select(Ticket)
        .where(col(Ticket.category).in_(codes), same_community, col(Ticket.privacy).not_in(standing.PRIVATE))
        .order_by(col(Ticket.id).desc())
        .limit(MOST_LOOKED_AT)
    )
