"""What a person is to a ticket, read from the register: owner, staff, neighbour, checker, reporter ..."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import complaints, people, privacy
from bot.core.workflow import Standing, Status
from models import Person, Role, Ticket, TicketReporter


def is_private(ticket: Ticket) -> bool:
    """True for a people matter: it never reaches a group, and only the named may act on it."""
    return ticket.privacy in privacy.PRIVATE


async def of(session: AsyncSession, ticket: Ticket, person: Person | None) -> frozenset[Standing]:
    """Everything the person is to the ticket; None is the bot itself."""
    if person is None or person.id is None:
        return frozenset({Standing.BOT})
    posts = await people.roles_of(session, person.id)
    standings = {standing for post in posts for standing in _of_post(ticket, post)}
    is_named = not is_private(ticket) or person.id in ticket.named
    # What complains of his own people is nothing to him, unless it was put into his hands.
    is_accused = complaints.is_accused(ticket, posts) and person.id != ticket.owner_id
    if not is_named or is_accused:
        standings = set()
    if Standing.STAFF in standings:
        if person.id == ticket.owner_id:
            standings.add(Standing.OWNER)
        if person.id != ticket.handler_id:
            standings.add(Standing.CHECKER)
    # Whoever handled it does not check it, not even as the one who reported it.
    checks_himself = person.id == ticket.handler_id and ticket.status == Status.PENDING_CHECK
    if not checks_himself and await is_reporter(session, ticket, person):
        standings.add(Standing.REPORTER)
    return frozenset(standings)


async def is_reporter(session: AsyncSession, ticket: Ticket, person: Person) -> bool:
    """True when he reported it, or joined those who did."""
    query = sa.select(col(TicketReporter.id)).where(
        col(TicketReporter.ticket_id) == ticket.id, col(TicketReporter.person_id) == person.id
    )
    return (await session.scalar(query)) is not None


async def has_departed(session: AsyncSession, ticket: Ticket) -> bool:
    """True when the owner holds no post any more that would let him go on."""
    posts = await people.roles_of(session, ticket.owner_id) if ticket.owner_id else []
    return not any(post.community in (ticket.community, None) for post in posts)


async def is_staff(session: AsyncSession, person: Person) -> bool:
    """True when the person holds any post."""
    assert person.id is not None
    return bool(await people.roles_of(session, person.id))


def _of_post(ticket: Ticket, post: Role) -> set[Standing]:
    if post.community is None:
        # The duty officer is the dispatcher of the night.
        extra = {Standing.HEAD, Standing.DISPATCHER} if post.role in ("dispatcher", "duty") else set()
        return {Standing.STAFF, *extra, *({Standing.LEADER} if post.role == "leader" else ())}
    if post.community == ticket.community:
        extra = {Standing.HEAD} if post.role in ("grid_head", "secretary") else set()
        return {Standing.STAFF, *extra}
    return {Standing.NEIGHBOUR} if post.community in ticket.neighbours else set()
