"""Which tickets may be the same matter: one still open near by (a duplicate), or one closed lately (a recurrence).

The rule is the trade's (DOMAIN 7.2, 7.3, 3.4): same or confusable leaf, at most 50 m or the same building, opened at
most 72 hours ago and still open; for a recurrence the same leaf, 50 m, closed at most 90 days ago.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import classify, places, privacy, standing, things, workflow
from bot.core.calendar import SHANGHAI
from bot.core.places import doorways
from bot.core.street import Street
from bot.core.workflow import Status
from models import Ticket

# So many of one category in one community are looked at, the newest first; more in 90 days is a storm.
MOST_LOOKED_AT = 200
# What people say of anything: it makes no two sentences alike.
FILLER = re.compile(r"坏了?|没了|有?问题|[这那][里边个儿]|看一?下|麻烦|师傅|[你您]好|有人|一直|好像|[了的吧啊呢吗]")


@dataclass(frozen=True)
class Matter:
    """What is compared: the category, the words, and where it is."""

    category: str
    words: str
    #: its community, and those within the border's width
    communities: tuple[str, ...]
    place: str
    point: places.Point | None
    has_spot: bool

    @classmethod
    def of(cls, ticket: Ticket) -> "Matter":
        """The matter of a ticket."""
        has_point = ticket.lat is not None and ticket.lon is not None
        point = places.Point(ticket.lat or 0.0, ticket.lon or 0.0) if has_point else None
        communities = (*([ticket.community] if ticket.community else []), *ticket.neighbours)
        return cls(ticket.category, ticket.words, communities, ticket.place, point, ticket.has_spot)


async def open_near(
    session: AsyncSession, matter: Matter, *, now: datetime, street: Street, but: Collection[int | None] = ()
) -> Sequence[Ticket]:
    """Filed tickets of the same spot, the likeliest first: same leaf, confusable, whatever else stands there."""
    found = await _at_spot(session, [_open_since(matter, _oldest(now, street))], matter, but, street=street)
    return [ticket for ticket in found if ticket.status in workflow.FILED]


async def same_open(
    session: AsyncSession, matter: Matter, *, now: datetime, street: Street, but: Collection[int | None] = ()
) -> Sequence[Ticket]:
    """The open tickets that surely are the same, drafts too, the likeliest first; none when only a person can tell."""
    if not matter.has_spot:
        return []
    found = await _at_spot(session, queries(matter, now=now, street=street), matter, but, street=street)
    return [ticket for ticket in found if is_same(matter, ticket, now=now, street=street)]


def queries(matter: Matter, *, now: datetime, street: Street) -> tuple["sa.Select[Ticket]", ...]:
    """What is looked through: open tickets of its leaf there, and whatever was opened there just now."""
    same_leaf = _open_since(matter, _oldest(now, street)).where(col(Ticket.category) == matter.category)
    just_now = now - timedelta(minutes=street.rules.likeness.burst_minutes)
    return same_leaf, _open_since(matter, just_now)


def is_same(matter: Matter, ticket: Ticket, *, now: datetime, street: Street) -> bool:
    """Whether two matters of one spot surely are one.

    Sure is the same leaf, unless the words name different things. Other leaves are so only within minutes, and when
    the words are for one thing: ten riders say the same blocked drain in ten ways, but a missing cover and a hole
    beside it are two matters. An emergency is never hidden in something milder.
    """
    is_fresh = ticket.opened_at >= now - timedelta(minutes=street.rules.likeness.burst_minutes)
    is_urgent = street.taxonomy.leaf(matter.category).level == "L0"
    words = _Words.of(matter, ticket, street)
    if matter.category == ticket.category:
        return (is_urgent and is_fresh) or words.fit_leaf(matter.category)
    return is_fresh and not is_urgent and words.fit_leaves(matter.category, ticket.category, street)


@dataclass(frozen=True)
class _Words:
    """What two reports say: the things they name, whether they sound alike, whether they name different floors."""

    here: frozenset[str]
    there: frozenset[str]
    are_alike: bool
    are_apart: bool

    @classmethod
    def of(cls, matter: Matter, ticket: Ticket, street: Street) -> "_Words":
        ours, theirs = street.plain(matter.words), street.plain(ticket.words)
        place = street.plain(matter.place) + street.plain(ticket.place)
        floors = {doorways.floor(matter.words), doorways.floor(ticket.words)} - {None}
        return cls(
            here=things.named(ours),
            there=things.named(theirs),
            are_alike=resemblance(ours, theirs, besides=place) >= street.rules.likeness.words_percent / 100,
            are_apart=len(floors) > 1,
        )

    def fit_leaf(self, leaf: str) -> bool:
        """Whether both may be the one matter of this leaf."""
        if self.are_apart or things.are_rivals(leaf, self.here, self.there):
            return False
        return leaf not in things.MIXED or bool(self.here & self.there) or self.are_alike

    def fit_leaves(self, leaf: str, other: str, street: Street) -> bool:
        """Whether both are one matter though one was taken for this leaf and one for the other."""
        shared = self.here & self.there
        if self.are_apart or (self.here and self.there and not shared):
            return False
        are_confused = _are_confusable(leaf, other, street)
        is_open = are_confused or classify.UNCLEAR in (leaf, other) or things.may_be_one(leaf, other, shared)
        return (bool(shared) and is_open) or (are_confused and self.are_alike)


async def recurs(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Ticket | None:
    """The last closed ticket of which this is a recurrence; None when it is the first of its kind there."""
    matter = Matter.of(ticket)
    if standing.is_private(ticket) or not matter.has_spot:
        return None
    found = (await session.scalars(closed_lately(matter, now=now, street=street))).all()
    return next((other for other in found if other.id != ticket.id and is_near(matter, other, street)), None)


def closed_lately(matter: Matter, *, now: datetime, street: Street) -> "sa.Select[Ticket]":
    """What a recurrence is looked for in: closed tickets of its leaf there."""
    since = now - timedelta(days=street.rules.likeness.recurs_days)
    is_closed = (col(Ticket.status) == Status.CLOSED, col(Ticket.closed_at) >= since)
    of_leaf = _public(matter).where(col(Ticket.category) == matter.category, *is_closed)
    return of_leaf.order_by(col(Ticket.closed_at).desc()).limit(MOST_LOOKED_AT)


async def recurrence(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> dict[str, Any]:
    """The columns that say of which closed ticket this is a recurrence, and why; none when it is of none."""
    last = await recurs(session, ticket, now=now, street=street)
    if last is None or last.closed_at is None:
        return {}
    days = (now.astimezone(SHANGHAI).date() - last.closed_at.astimezone(SHANGHAI).date()).days
    text_id = "why-recurs" if days else "why-recurs-today"
    why = street.texts(text_id, number=last.id, days=days)
    return {"recurs_of": last.id, "reasons": {**ticket.reasons, "recurs": [why]}}


def is_near(matter: Matter, ticket: Ticket, street: Street) -> bool:
    """True in the same building or at the same gate, or at most so many metres apart and not at another door."""
    other = Matter.of(ticket)
    if not (matter.has_spot and other.has_spot):
        return False
    here, there = doorways.read(matter.place), doorways.read(other.place)
    if here.is_other_than(there):
        return False
    if here.is_same_as(there):
        return True
    points = [one.point for one in (matter, other) if one.point and not street.gazetteer.is_middle(one.point)]
    return len(points) == 2 and places.distance_m(*points) <= street.rules.likeness.metres


def resemblance(one: str, other: str, *, besides: str = "") -> float:
    """How alike two sentences are: Dice's coefficient of their pairs of characters but those of `besides`, 0 to 1."""
    common = _pairs(besides)
    ours, theirs = _pairs(one) - common, _pairs(other) - common
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(words: str) -> set[str]:
    plain = "".join(filter(str.isalnum, FILLER.sub("", words)))
    return {plain[i : i + 2] for i in range(len(plain) - 1)}


def _are_confusable(leaf: str, other: str, street: Street) -> bool:
    """Whether one of the two is easily taken for the other."""
    pairs = ((leaf, other), (other, leaf))
    return any(b in {confusable.code for confusable in street.taxonomy.leaf(a).confusable_with} for a, b in pairs)


async def _at_spot(
    session: AsyncSession,
    queries: Iterable["sa.Select[Ticket]"],
    matter: Matter,
    but: Collection[int | None],
    *,
    street: Street,
) -> list[Ticket]:
    """What the queries find at the matter's spot, each ticket once: first those of its leaf, then the confusable."""
    found = {ticket.id: ticket for query in queries for ticket in (await session.scalars(query)).all()}
    near = [ticket for ticket in found.values() if ticket.id not in but and is_near(matter, ticket, street)]

    def likelihood(ticket: Ticket) -> tuple[bool, bool, int]:
        is_other = ticket.category != matter.category
        return is_other, is_other and not _are_confusable(matter.category, ticket.category, street), ticket.id or 0

    return sorted(near, key=likelihood)


def _oldest(now: datetime, street: Street) -> datetime:
    return now - timedelta(hours=street.rules.likeness.hours)


def _open_since(matter: Matter, since: datetime) -> "sa.Select[Ticket]":
    found = _public(matter).where(col(Ticket.status).in_(workflow.OPEN), col(Ticket.opened_at) >= since)
    # Not by id: SQLite would walk the whole table backwards, in the hope of soon having enough.
    return found.order_by(col(Ticket.opened_at).desc()).limit(MOST_LOOKED_AT)


def _public(matter: Matter) -> "sa.Select[Ticket]":
    is_public = col(Ticket.privacy).not_in(privacy.PRIVATE)
    return sa.select(Ticket).where(col(Ticket.community).in_(matter.communities), is_public)
