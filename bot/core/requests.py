"""What one person asks for and another decides (an extension, 挂账, a lower level): rows, and who decides."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import people, refusals, standing, workflow
from bot.core.details import Details
from bot.core.workflow import Action, Status
from models import Person, Request, Ticket

#: asking for it -> what is asked for
ASKED: Mapping[Action, Action] = {
    Action.ASK_EXTEND: Action.EXTEND,
    Action.ASK_SUSPEND: Action.SUSPEND,
    Action.ASK_LOWER: Action.LOWER,
}
#: who decides it, the first post that somebody else than the asker holds: at the street, or in the community
DECIDERS: Mapping[Action, Sequence[tuple[str, str]]] = {
    Action.EXTEND: (("street", "dispatcher"), ("street", "leader"), ("street", "duty")),
    Action.SUSPEND: (("street", "dispatcher"), ("street", "leader"), ("street", "duty")),
    Action.LOWER: (
        ("community", "grid_head"),
        ("community", "secretary"),
        ("street", "dispatcher"),
        ("street", "duty"),
    ),
}


async def open_request(
    session: AsyncSession, ticket: Ticket, action: Action, details: Details, *, by: Person, now: datetime
) -> Request:
    """Enters what was asked for."""
    assert ticket.id is not None
    assert by.id is not None
    request = Request(
        ticket_id=ticket.id,
        action=ASKED[action],
        by_id=by.id,
        at=now,
        reason=details.text,
        until=details.until,
        level=details.level,
    )
    session.add(request)
    await session.flush()
    return request


async def get(session: AsyncSession, request_id: int) -> Request:
    """The request; raises BadInput for a number that nobody was given."""
    request = await session.get(Request, request_id, with_for_update=True) if 0 < request_id < 2**31 else None
    if request is None:
        raise refusals.BadInput()
    return request


async def waiting(session: AsyncSession, ticket: Ticket, action: Action | None = None) -> Sequence[Request]:
    """The ticket's requests that nobody has decided, of one kind or all."""
    query = sa.select(Request).where(col(Request.ticket_id) == ticket.id, col(Request.status) == "open")
    if action is not None:
        query = query.where(col(Request.action) == action)
    return (await session.scalars(query.order_by(col(Request.id)))).all()


async def decide(session: AsyncSession, request_id: int, verdict: str, *, by: Person, now: datetime) -> Request:
    """Records the decision: granted | refused."""
    request = await get(session, request_id)
    request.status, request.decided_by, request.decided_at = verdict, by.id, now
    await session.flush()
    return request


async def drop_impossible(session: AsyncSession, ticket: Ticket, *, now: datetime) -> None:
    """The ticket moved on: what can no longer be done with it nobody has to decide any more."""
    for request in await waiting(session, ticket):
        if workflow.find(Status(ticket.status), Action(request.action)) is None:
            request.status, request.decided_at = "void", now
    await session.flush()


async def deciders(session: AsyncSession, ticket: Ticket, action: Action, *, asker_id: int) -> Sequence[Person]:
    """Who may decide it: the holders of the first post that is not only the asker's own; none when there is nobody."""
    for place, post in DECIDERS[action]:
        community = ticket.community if place == "community" else None
        if place == "community" and community is None:
            continue
        holders = await people.holders(session, [post], community)
        others = [person for person in holders if person.id not in (None, asker_id)]
        reachable = [p for p in others if p.id and await people.address_of(session, p.id) is not None]
        if reachable:
            return reachable
    return []


def let_in(ticket: Ticket, persons: Sequence[Person]) -> None:
    """Whoever decides about a people matter may see it."""
    if standing.is_private(ticket):
        ticket.named = sorted({*ticket.named, *(person.id for person in persons if person.id is not None)})
