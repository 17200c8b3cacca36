"""Proof that a matter was handled: what the category wants, what was given since the last start of work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import kinship, refusals
from bot.core.details import FileRef
from bot.core.street import Street
from bot.core.workflow import Action
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from models import Person, Photo, Ticket, TicketEvent

#: work begins anew with these, or goes to somebody else; proof from before does not count
STARTS_OF_WORK = (
    Action.CLAIM,
    Action.CONFIRM,
    Action.HAND_OVER,
    Action.ESCALATE,
    Action.TRANSFER,
    Action.FAIL,
    Action.REOPEN,
)


#: a picture's role: it shows the matter done, or a step on the way there (a notice on its board), which proves nothing
AFTER, OF_STEP = "after", "step"


@dataclass(frozen=True)
class Given:
    """What the handler has brought so far."""

    photos: int
    has_text: bool


async def add_photos(
    session: AsyncSession,
    ticket: Ticket,
    files: Sequence[FileRef],
    *,
    by: Person,
    channel: str,
    now: datetime,
    role: str = AFTER,
) -> None:
    """Keeps staff's pictures and owes their download; raises SamePhoto for one that a courier had sent before."""
    for file in files:
        if await _is_from_before(session, ticket, file):
            raise refusals.SamePhoto(number=ticket.id or 0)
        assert by.id is not None
        photo = Photo(
            ticket_id=ticket.id,
            person_id=by.id,
            role=role,
            channel=channel,
            file_ref=file.ref,
            file_unique=file.unique,
            size=file.size,
            created_at=now,
        )
        session.add(photo)
        await session.flush()
        await fetch(session, photo, now=now)


async def fetch(session: AsyncSession, photo: Photo, *, now: datetime) -> None:
    """Owes the download of a picture."""
    # One recipient per picture: downloads of one chat need no order, and must not hold up its messages.
    to = Address(photo.channel, f"file:{photo.id}")
    await outbox.put(session, to, "download", subject=f"photo:{photo.id}", now=now)


async def check(session: AsyncSession, ticket: Ticket, *, street: Street) -> None:
    """Raises ProofMissing naming what the category still wants."""
    missing = await still_missing(session, ticket, street=street)
    if missing:
        raise refusals.ProofMissing(number=ticket.id or 0, missing="、".join(missing))


async def still_missing(session: AsyncSession, ticket: Ticket, *, street: Street) -> list[str]:
    """What is still wanted, in words; empty when the proof is whole."""
    wanted = street.taxonomy.leaf(ticket.category).proof
    given = await so_far(session, ticket)
    met = {
        "photo_after": given.photos > 0,
        "text_reply": given.has_text,
        # A receipt may be typed or photographed.
        "official_receipt": given.has_text or given.photos > 0,
    }
    return [street.texts(f"proof-{name}") for name in wanted if not met[name]]


async def so_far(session: AsyncSession, ticket: Ticket) -> Given:
    """What the owner brought since work last began."""
    began = sa.select(sa.func.max(TicketEvent.at)).where(
        col(TicketEvent.ticket_id) == ticket.id, col(TicketEvent.action).in_(STARTS_OF_WORK)
    )
    since = await session.scalar(began) or ticket.opened_at
    photos = sa.select(sa.func.count()).where(
        col(Photo.ticket_id) == ticket.id,
        col(Photo.role) == AFTER,
        col(Photo.status) != "refused",
        col(Photo.created_at) >= since,
    )
    texts = sa.select(col(TicketEvent.id)).where(
        col(TicketEvent.ticket_id) == ticket.id,
        col(TicketEvent.action) == Action.NOTE,
        col(TicketEvent.by_id) == ticket.owner_id,
        col(TicketEvent.note) != "",
        col(TicketEvent.at) >= since,
    )
    return Given(await session.scalar(photos) or 0, (await session.scalar(texts.limit(1))) is not None)


async def _is_from_before(session: AsyncSession, ticket: Ticket, file: FileRef) -> bool:
    query = sa.select(col(Photo.id)).where(
        col(Photo.file_unique) == file.unique,
        col(Photo.role) == "before",
        col(Photo.report_id).in_(kinship.reports_of(ticket)),
    )
    return (await session.scalar(query.limit(1))) is not None
