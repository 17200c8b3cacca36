"""What one person asks for and another decides (an extension, 挂账, a lower level): rows, and who decides."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import complaints, people, refusals, standing, workflow
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


class AlreadyAsked(refusals.WrongMoment):
    """已经申请过了，还没批。"""

    text_id = "refusal-already-asked"


class AlreadyDecided(refusals.WrongMoment):
    """这项申请已经有人定了。"""

    text_id = "refusal-already-decided"


class NoLongerAsked(refusals.WrongMoment):
    """工单有了变化，这项申请不用批了。"""

    text_id = "refusal-no-longer-asked"


class NobodyDecides(refusals.WrongMoment):
    """没有第二个人能批。"""

    text_id = "refusal-nobody-decides"


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


async def check_asking(session: AsyncSession, ticket: Ticket, action: Action, *, by: Person | None) -> None:
    """Raises when the same was asked already, or when nobody else is there who could decide it."""
    assert ticket.id is not None
    if await waiting(session, ticket, ASKED[action]):
        raise AlreadyAsked(number=ticket.id)
    if not await deciders(session, ticket, ASKED[action], asker_id=by.id or 0 if by else 0):
        raise NobodyDecides(number=ticket.id)


async def check_decision(
    session: AsyncSession, ticket: Ticket, action: Action, request_id: int | None, *, by: Person | None
) -> None:
    """Raises unless somebody else asked for just this, nobody has decided it, and he is one of those who may."""
    number = ticket.id or 0
    request = await get(session, request_id or 0)
    if request.ticket_id != ticket.id or (action is not Action.REFUSE and request.action != action):
        raise refusals.BadInput(number=number)
    check_open(request)
    if by is None or request.by_id == by.id:
        raise refusals.NeedsSecondPerson(number=number)
    if not await _may_decide(session, ticket, Action(request.action), by):
        raise refusals.NotAllowed(number=number)


def check_open(request: Request) -> None:
    """Raises when it was decided, or when nobody has to decide it any more."""
    if request.status == "void":
        raise NoLongerAsked(number=request.ticket_id)
    if request.status != "open":
        raise AlreadyDecided(number=request.ticket_id)


async def _may_decide(session: AsyncSession, ticket: Ticket, action: Action, by: Person) -> bool:
    posts = await people.roles_of(session, by.id or 0)
    held = {("street", post.role) for post in posts if post.community is None}
    held |= {("community", post.role) for post in posts if post.community == ticket.community is not None}
    return not held.isdisjoint(DECIDERS[action])


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
        fitting = await complaints.spare(session, ticket, holders)
        others = [person for person in fitting if person.id not in (None, asker_id)]
        reachable = [p for p in others if p.id and await people.address_of(session, p.id) is not None]
        if reachable:
            return reachable
    return []


def let_in(ticket: Ticket, persons: Sequence[Person]) -> None:
    """Whoever decides about a people matter may see it."""
    if standing.is_private(ticket):
        ticket.named = sorted({*ticket.named, *(person.id for person in persons if person.id is not None)})
