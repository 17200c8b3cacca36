"""What a courier agreed to: every answer is a row, and what it covers is what he was shown."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from models import Consent, Person


@dataclass(frozen=True)
class Notice:
    """A notice by its version and the SHA-256 of its words."""

    version: str
    digest: str


async def record(session: AsyncSession, person: Person, answer: str, notice: Notice, *, now: datetime) -> None:
    """Writes the answer down, to the notice that he saw last: a button may be older than the present one.

    A yes covers learning from corrections when that was the present notice, which speaks of it.
    """
    assert person.id is not None
    seen = notice if answer == "shown" else await _last_shown(session, person.id)
    about = seen or notice
    session.add(
        Consent(
            person_id=person.id,
            notice_version=about.version,
            notice_sha256=about.digest,
            answer=answer,
            allows_learning=answer == "yes" and seen == notice,
            at=now,
        )
    )
    await session.flush()


async def allows_learning(session: AsyncSession, person_id: int) -> bool:
    """True when his newest answer is a yes that covers learning from corrections."""
    query = sa.select(col(Consent.allows_learning)).where(
        col(Consent.person_id) == person_id, col(Consent.answer) != "shown"
    )
    return bool(await session.scalar(query.order_by(col(Consent.id).desc()).limit(1)))


async def has_answered(session: AsyncSession, person: Person, notice: Notice) -> bool:
    """True when he said yes or no to this very notice."""
    query = sa.select(col(Consent.id)).where(
        col(Consent.person_id) == person.id,
        col(Consent.answer).in_(("yes", "no")),
        col(Consent.notice_sha256) == notice.digest,
    )
    return (await session.scalar(query.limit(1))) is not None


async def _last_shown(session: AsyncSession, person_id: int) -> Notice | None:
    query = sa.select(Consent).where(col(Consent.person_id) == person_id, col(Consent.answer) == "shown")
    row = (await session.scalars(query.order_by(col(Consent.id).desc()).limit(1))).first()
    return Notice(row.notice_version, row.notice_sha256) if row is not None else None
