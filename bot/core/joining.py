"""How a courier joins and leaves: the notice he saw, his yes with its version, what he told us, and the way out."""

import hashlib
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import consents, examples, speech
from bot.core.consents import Notice
from bot.core.reports import follow_up
from bot.core.street import Street
from models import Person

TRADES = ("takeaway", "parcel", "other")


def notice(street: Street) -> str:
    """The notice as it is shown: what is recorded, why, for how long, how to leave."""
    told = street.rules.notice
    return street.texts(
        "join-notice", version=told.version, keeper=told.keeper, contact=told.contact, days=told.photo_days
    )


async def show_notice(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> str:
    """Records that the notice was shown and returns its words."""
    await consents.record(session, person, "shown", _current(street), now=now)
    return notice(street)


async def knows_notice(session: AsyncSession, person: Person, *, street: Street) -> bool:
    """True when he answered the notice as it is now, or one that was the same."""
    return await consents.has_answered(session, person, _current(street))


async def join(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> None:
    """Records the courier's yes; from now on his reports earn points."""
    await consents.record(session, person, "yes", _current(street), now=now)
    person.status, person.joined_at, person.left_at = "active", person.joined_at or now, None
    await session.flush()


async def decline(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> None:
    """Records the courier's no; he may report all the same."""
    await consents.record(session, person, "no", _current(street), now=now)
    await examples.forget(session, person)


async def leave(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> None:
    """Records that the courier withdrew; his tickets stay, without his name, and nothing of his is learned from."""
    await consents.record(session, person, "withdrawn", _current(street), now=now)
    await examples.forget(session, person)
    person.status, person.left_at = "left", now
    await session.flush()
    for ticket in await follow_up.of_person(session, person):
        await speech.redraw(session, ticket, now=now)


async def add_home(session: AsyncSession, person: Person, community: str) -> None:
    """Adds a community to the courier's round."""
    if community not in person.homes:
        person.homes = [*person.homes, community]
        await session.flush()


def _current(street: Street) -> Notice:
    return Notice(street.rules.notice.version, hashlib.sha256(notice(street).encode()).hexdigest())
