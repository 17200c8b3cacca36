"""A second person decides what somebody asked for."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import asking, requests, tickets
from bot.core.details import Details
from bot.core.street import Street
from bot.core.workflow import Action
from models import Person, Ticket


async def decide(
    session: AsyncSession, request_id: int, verdict: str, *, by: Person, now: datetime, street: Street
) -> tuple[Ticket, Action]:
    """Does what was asked for, or records that it was refused; returns the ticket and what was done.

    Raises AlreadyDecided for what was decided, NoLongerAsked for what nobody has to decide any more.
    """
    request = await requests.get(session, request_id)
    requests.check_open(request)
    action = Action(request.action) if verdict == asking.GRANT else Action.REFUSE
    details = Details(text=request.reason, until=request.until, level=request.level, request_id=request.id)
    return await tickets.act(session, request.ticket_id, action, by=by, now=now, street=street, details=details), action
