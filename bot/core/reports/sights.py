"""What the pictures of a report show, as far as somebody looked and may have looked."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import sight
from bot.core.reports import describing
from bot.core.sight import Opinion
from bot.core.street import Street
from models import Photo, Report


async def of_report(session: AsyncSession, report: Report, *, street: Street) -> Opinion | None:
    """What all of them show together; None when they are sure of nothing, or the words may be about people."""
    query = sa.select(col(Photo.seen)).where(col(Photo.report_id) == report.id, col(Photo.role) == "before")
    kept = [Opinion(seen) for seen in await session.scalars(query.order_by(col(Photo.id))) if seen]
    # The words are read once more only where there is something to say.
    if not kept or is_about_people(report, street=street):
        return None
    return sight.combine(kept, street.rules.judging.photo_percent / 100)


def is_about_people(report: Report, *, street: Street) -> bool:
    """True when the words are, or may well be, a people matter."""
    return describing.private_reading(street.judged(report.words), street) is not None
