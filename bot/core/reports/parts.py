"""One message of a courier, as far as a report cares; and the rows that keep it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import places, proof
from bot.core.details import FileRef
from models import Person, Photo, Report, ReportPart

# Telegram's own limit of a message; anything longer was not typed by a courier.
LONGEST_WORDS = 4096


@dataclass(frozen=True)
class Part:
    """One message. `point` is WGS-84 already; `album` binds the pictures of one gesture."""

    channel: str
    chat: str
    message: str
    is_private_chat: bool = True
    words: str = ""
    photos: tuple[FileRef, ...] = ()
    point: places.Point | None = None
    album: str | None = None
    reply_to: str | None = None
    voice: str | None = None
    is_forwarded: bool = False

    @property
    def is_only_words(self) -> bool:
        """True when there is nothing to look at and no place on a map."""
        return not (self.photos or self.point or self.voice)


async def find(session: AsyncSession, channel: str, chat: str, message: str) -> ReportPart | None:
    """The part that this message became; None when it is none."""
    query = sa.select(ReportPart).where(
        col(ReportPart.channel) == channel, col(ReportPart.chat) == chat, col(ReportPart.message) == message
    )
    return (await session.scalars(query)).first()


async def open_report(session: AsyncSession, part: Part, *, by: Person, now: datetime) -> Report:
    """A new report that begins with this message."""
    assert by.id is not None
    report = Report(
        person_id=by.id,
        channel=part.channel,
        chat=part.chat,
        is_private_chat=part.is_private_chat,
        first_message=part.message,
        created_at=now,
        last_part_at=now,
    )
    session.add(report)
    await session.flush()
    return report


async def add(session: AsyncSession, report: Report, part: Part, *, now: datetime) -> None:
    """Keeps the message as a part of the report and owes the download of its pictures."""
    assert report.id is not None
    session.add(
        ReportPart(
            report_id=report.id,
            channel=part.channel,
            chat=part.chat,
            message=part.message,
            album=part.album,
            text=part.words,
            voice=part.voice,
            received_at=now,
        )
    )
    report.last_part_at = now
    report.has_voice = report.has_voice or part.voice is not None
    report.is_forwarded = report.is_forwarded or part.is_forwarded
    if part.point is not None:
        report.lat, report.lon, report.point_from = part.point.lat, part.point.lon, "pin"
        report.chosen = {}
    await keep_photos(session, report, part, now=now)
    await session.flush()
    await recollect(session, report)


async def keep_photos(session: AsyncSession, report: Report, part: Part, *, now: datetime) -> None:
    """Keeps the message's pictures with the report and owes their download."""
    for file in part.photos:
        photo = Photo(
            report_id=report.id,
            person_id=report.person_id,
            role="before",
            channel=part.channel,
            file_ref=file.ref,
            file_unique=file.unique,
            size=file.size,
            created_at=now,
        )
        session.add(photo)
        await session.flush()
        await proof.fetch(session, photo, now=now)


async def move(session: AsyncSession, report: Report, to: Report, *, now: datetime) -> None:
    """Hands the report's messages and pictures to an earlier report, and ends it; its words stand elsewhere already."""
    its_parts = sa.update(ReportPart).where(col(ReportPart.report_id) == report.id)
    await session.execute(its_parts.values(report_id=to.id, text=""))
    await session.execute(sa.update(Photo).where(col(Photo.report_id) == report.id).values(report_id=to.id))
    to.last_part_at = now
    await session.flush()
    await session.delete(report)
    await session.flush()


async def of_report(session: AsyncSession, report: Report) -> Sequence[ReportPart]:
    """The messages of the report, in the order in which they came."""
    query = sa.select(ReportPart).where(col(ReportPart.report_id) == report.id).order_by(col(ReportPart.id))
    return (await session.scalars(query)).all()


async def recollect(session: AsyncSession, report: Report) -> None:
    """Writes the report's words anew from its parts, in the order in which they came."""
    query = sa.select(col(ReportPart.text)).where(col(ReportPart.report_id) == report.id).order_by(col(ReportPart.id))
    texts = [text for text in await session.scalars(query) if text]
    report.words = "\n".join(dict.fromkeys(texts))[:LONGEST_WORDS]
    await session.flush()
