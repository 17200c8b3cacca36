"""What changes once a picture has been fetched: its row, the place it carried, and everything that waited for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import kinship, places, reports, speech, standing
from bot.core.notes import Note
from bot.core.sight import Opinion
from bot.core.street import Street
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from models import Person, Photo, Report, Ticket


@dataclass(frozen=True)
class Stored:
    """Where original and group copy lie in the store, and what the original's metadata told."""

    original_key: str
    copy_key: str
    taken_at: datetime | None = None
    point: places.Point | None = None


async def stored(session: AsyncSession, photo_id: int, what: Stored, *, now: datetime, street: Street) -> None:
    """Records a stored picture; a place in its metadata counts where no pin was sent."""
    photo = await session.get_one(Photo, photo_id)
    photo.status, photo.original_key, photo.copy_key = "stored", what.original_key, what.copy_key
    photo.taken_at = what.taken_at
    if what.point is not None:
        photo.lat, photo.lon = what.point.lat, what.point.lon
    await session.flush()
    if what.point is not None and photo.report_id is not None:
        await _place_by_picture(session, photo.report_id, what.point, now=now, street=street)
    await _carry_on(session, photo, now=now)


async def refused(session: AsyncSession, photo_id: int, reason: str, *, now: datetime, street: Street) -> None:
    """Records a picture that cannot be used and tells its sender why; the report or the proof text stands."""
    photo = await session.get_one(Photo, photo_id)
    photo.status, photo.refusal = "refused", reason
    await session.flush()
    await speech.tell(session, photo.person_id, Note(street.texts(f"photo-{reason}")), now=now)
    await _carry_on(session, photo, now=now)


async def look_later(session: AsyncSession, photo_id: int, *, now: datetime, street: Street) -> None:
    """Owes a look at a stored picture of what a courier found; at what may be about people nobody looks."""
    photo = await session.get_one(Photo, photo_id)
    if await _may_be_looked_at(session, photo, street=street):
        # A recipient of its own: a look holds up nothing, and nothing waits for it.
        to = Address(photo.channel, f"file:{photo.id}")
        await outbox.put(session, to, "look", subject=f"photo:{photo.id}", now=now)


async def looked_at(session: AsyncSession, photo_id: int, seen: Opinion, *, now: datetime, street: Street) -> None:
    """Keeps what a picture shows; what is sure of it may settle what the report's words leave open."""
    photo = await session.get_one(Photo, photo_id)
    if not await _may_be_looked_at(session, photo, street=street):
        return
    photo.seen = dict(seen.chances)
    await session.flush()
    if seen.is_sure(street.rules.judging.photo_percent / 100):
        report = await session.get_one(Report, photo.report_id)
        by = await session.get_one(Person, report.person_id)
        await reports.look_again(session, report, by=by, now=now, street=street)


async def tickets_of(session: AsyncSession, photo: Photo) -> Sequence[Ticket]:
    """The tickets that show this picture."""
    if photo.ticket_id is not None:
        return [await session.get_one(Ticket, photo.ticket_id)]
    report = await session.get_one(Report, photo.report_id)
    return await kinship.of_report(session, report)


async def _may_be_looked_at(session: AsyncSession, photo: Photo, *, street: Street) -> bool:
    if photo.role != "before" or photo.report_id is None:
        return False
    report = await session.get_one(Report, photo.report_id)
    opened = await kinship.of_report(session, report)
    return not any(map(standing.is_private, opened)) and not reports.is_about_people(report, street=street)


async def _place_by_picture(
    session: AsyncSession, report_id: int, point: places.Point, *, now: datetime, street: Street
) -> None:
    report = await session.get_one(Report, report_id)
    if report.point_from is not None:
        return
    report.lat, report.lon, report.point_from = point.lat, point.lon, "exif"
    by = await session.get_one(Person, report.person_id)
    await reports.look_again(session, report, by=by, now=now, street=street)


async def _carry_on(session: AsyncSession, photo: Photo, *, now: datetime) -> None:
    for ticket in await tickets_of(session, photo):
        await speech.redraw(session, ticket, now=now)
        if not await speech.has_waiting_photo(session, ticket):
            await outbox.hurry(session, f"ticket:{ticket.id}", now=now)
