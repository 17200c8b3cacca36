"""How a courier joins and leaves: the notice he saw, his yes with its version, what he told us, and the way out."""

import hashlib
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import speech
from bot.core.reports import follow_up
from bot.core.street import Street
from models import Consent, Person

TRADES = ("takeaway", "parcel", "other")


def notice(street: Street) -> str:
    """The notice as it is shown: what is recorded, why, for how long, how to leave."""
    told = street.rules.notice
    return street.texts(
        "join-notice", version=told.version, keeper=told.keeper, contact=told.contact, days=told.photo_days
    )


async def show_notice(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> str:
    """Records that the notice was shown and returns its words."""
    words = notice(street)
    await _record(session, person, "shown", words, now=now, street=street)
    return words


async def join(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> None:
    """Records the courier's yes; from now on his reports earn points."""
    await _record(session, person, "yes", notice(street), now=now, street=street)
    person.status, person.joined_at, person.left_at = "active", person.joined_at or now, None
    await session.flush()


async def decline(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> None:
    """Records the courier's no; he may report all the same."""
    await _record(session, person, "no", notice(street), now=now, street=street)


async def leave(session: AsyncSession, person: Person, *, now: datetime, street: Street) -> None:
    """Records that the courier withdrew; his tickets stay, without his name."""
    await _record(session, person, "withdrawn", notice(street), now=now, street=street)
    person.status, person.left_at = "left", now
    await session.flush()
    for ticket in await follow_up.of_person(session, person):
        await speech.redraw(session, ticket, now=now)


async def add_home(session: AsyncSession, person: Person, community: str) -> None:
    """Adds a community to the courier's round."""
    if community not in person.homes:
        person.homes = [*person.homes, community]
        await session.flush()


async def last_answer(session: AsyncSession, person: Person) -> Consent | None:
    """The newest row of the person's consent; None when he never saw the notice."""
    query = sa.select(Consent).where(col(Consent.person_id) == person.id).order_by(col(Consent.id).desc()).limit(1)
    return (await session.scalars(query)).first()


async def _record(
    session: AsyncSession, person: Person, answer: str, words: str, *, now: datetime, street: Street
) -> None:
    assert person.id is not None
    digest = hashlib.sha256(words.encode()).hexdigest()
    version = street.rules.notice.version
    session.add(Consent(person_id=person.id, notice_version=version, notice_sha256=digest, answer=answer, at=now))
    await session.flush()
