"""What a handler brings: notes and pictures are kept as they come; once the proof is whole the ticket goes to check."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import privacy, prompts, proof, refusals, speech, tickets
from bot.core.details import Details, FileRef
from bot.core.notes import Note
from bot.core.procedure import checklist
from bot.core.street import Street
from bot.core.workflow import IN_HAND, Action, Status
from bot.mailbox.outbox import Address
from models import Person, Ticket


async def offer_proof(
    session: AsyncSession,
    ticket_id: int,
    *,
    by: Person,
    at: Address,
    files: Sequence[FileRef],
    text: str,
    now: datetime,
    street: Street,
) -> Ticket:
    """Keeps what was brought; when nothing is missing the ticket goes to check, else says what is.

    Somebody who brings the proof of an unclaimed ticket has evidently taken it: he becomes its owner first.
    """
    ticket = await tickets.get(session, ticket_id)
    if ticket.status == Status.DISPATCHED:
        ticket = await tickets.act(session, ticket_id, Action.CLAIM, by=by, now=now, street=street)
    if ticket.owner_id != by.id:
        await _refuse_stranger(session, ticket, by=by, now=now, street=street)
    if files:
        await proof.add_photos(session, ticket, files, by=by, channel=at.channel, now=now)
    if ticket.status == Status.PENDING_CHECK and files:
        # The other pictures of an album.
        return ticket
    if text and ticket.status in IN_HAND:
        details = Details(text=text)
        await tickets.act(session, ticket_id, Action.NOTE, by=by, now=now, street=street, details=details)
    missing = await proof.still_missing(session, ticket, street=street)
    if missing and ticket.status in IN_HAND:
        await prompts.ask_for_proof(session, ticket, by, at, missing, now=now, street=street)
        return ticket
    unfinished = await checklist.why_not_finished(session, ticket, street=street)
    if unfinished is not None and ticket.status in IN_HAND:
        # Said and not raised: what he brought is kept.
        note = Note(street.texts(unfinished.text_id, **unfinished.facts))
        await speech.say(session, at, note, now=now, urgency=int(ticket.level[1]))
        return ticket
    ticket = await tickets.act(session, ticket_id, Action.PROVE, by=by, now=now, street=street)
    await prompts.close(session, by, at, now=now)
    return ticket


async def only_ticket_of(session: AsyncSession, person: Person) -> int | None:
    """The ticket that this person has claimed and not handled yet; None when there are none or several."""
    query = sa.select(col(Ticket.id)).where(
        col(Ticket.owner_id) == person.id,
        col(Ticket.status).in_(IN_HAND),
        col(Ticket.privacy).not_in(privacy.PRIVATE),
    )
    found = (await session.scalars(query.limit(2))).all()
    return found[0] if len(found) == 1 else None


async def _refuse_stranger(session: AsyncSession, ticket: Ticket, *, by: Person, now: datetime, street: Street) -> None:
    """Raises the refusal that `PROVE` has for somebody who is not the owner."""
    await tickets.act(session, ticket.id or 0, Action.PROVE, by=by, now=now, street=street)
    raise refusals.NotAllowed(number=ticket.id or 0)
