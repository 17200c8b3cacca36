"""Every question one may ask about the shifts that were entered.

A shift counts while its person holds a post at its place: who left keeps his row, and it is as good as empty.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core.calendar import SHANGHAI
from bot.core.roster.kinds import Post
from models import Person, Role, Shift

# Whoever entered nothing for so long keeps no roster, and is not reminded of one.
KEPT = timedelta(days=14)


class Taken(NamedTuple):
    """A shift that counts, and who is on it."""

    shift: Shift
    person: Person


def local_day(moment: datetime) -> date:
    """The day it is on the street."""
    return moment.astimezone(SHANGHAI).date()


def at(community: str | None) -> sa.ColumnElement[bool]:
    """True for the shifts of this community (None: of the street office)."""
    return col(Shift.community).is_(None) if community is None else col(Shift.community) == community


async def on_shift(session: AsyncSession, community: str | None, post: Post, *, now: datetime) -> list[Taken]:
    """Who is on a shift there at this moment, by the roster."""
    running = (col(Shift.starts_at) <= now, col(Shift.ends_at) > now)
    return await _taken(session, at(community), col(Shift.post) == post, *running)


async def of_days(session: AsyncSession, community: str | None, first: date, last: date) -> list[Taken]:
    """The shifts there that begin on these days, the last included."""
    return await _taken(session, at(community), col(Shift.day).between(first, last))


async def entered(session: AsyncSession, community: str | None, first: date, last: date) -> set[tuple[date, str]]:
    """Day and name of every shift there that was entered for these days, also of those that nobody is on any more."""
    query = sa.select(col(Shift.day), col(Shift.name)).where(at(community), col(Shift.day).between(first, last))
    return {(day, name) for day, name in await session.execute(query)}


async def of_person(session: AsyncSession, person: Person, *, after: datetime) -> list[Taken]:
    """The shifts of this person that are not over at this moment, wherever they are."""
    return await _taken(session, col(Shift.person_id) == person.id, col(Shift.ends_at) > after)


async def find(session: AsyncSession, community: str | None, day: date, name: str, person_id: int) -> Taken | None:
    """This person's shift of that day and name; None when he is not on it, or no longer counts."""
    own = (at(community), col(Shift.day) == day, col(Shift.name) == name, col(Shift.person_id) == person_id)
    return next(iter(await _taken(session, *own)), None)


async def elsewhere(
    session: AsyncSession, person_ids: Sequence[int], community: str | None, *, after: datetime
) -> list[Taken]:
    """The shifts of these persons at other places that are not over at this moment."""
    other: sa.ColumnElement[bool] = col(Shift.community).is_not(None)
    if community is not None:
        other = sa.or_(col(Shift.community).is_(None), col(Shift.community) != community)
    return await _taken(session, col(Shift.person_id).in_(person_ids), other, col(Shift.ends_at) > after)


async def places(session: AsyncSession, *, today: date) -> list[str | None]:
    """The communities that keep a roster (None: the street), the street first."""
    query = sa.select(col(Shift.community)).where(col(Shift.day) >= today - KEPT).distinct()
    return sorted(await session.scalars(query), key=lambda code: code or "")


async def is_kept(session: AsyncSession, community: str | None, post: Post, *, today: date) -> bool:
    """True when the place has a roster for this post, old or new."""
    query = sa.select(col(Shift.id)).where(at(community), col(Shift.post) == post, col(Shift.day) >= today - KEPT)
    return await session.scalar(query.limit(1)) is not None


async def next_start(session: AsyncSession, *, after: datetime) -> datetime | None:
    """When the street's next shift of a duty officer begins."""
    query = sa.select(sa.func.min(col(Shift.starts_at))).where(
        at(None), col(Shift.post) == "duty", col(Shift.starts_at) > after
    )
    return await session.scalar(query)


async def _taken(session: AsyncSession, *where: sa.ColumnElement[bool]) -> list[Taken]:
    counts = (
        sa.select(col(Role.id))
        .where(col(Role.person_id) == Shift.person_id, col(Role.until).is_(None))
        .where(sa.func.coalesce(col(Role.community), "") == sa.func.coalesce(col(Shift.community), ""))
        .exists()
    )
    query = (
        sa.select(Shift, Person)
        .join(Person, col(Shift.person_id) == Person.id)
        .where(counts, *where)
        .order_by(col(Shift.starts_at), col(Shift.id))
    )
    return [Taken(shift, person) for shift, person in await session.execute(query)]
