"""The words between who asks for an extension, 挂账 or a lower level, and who decides it."""

import re
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import moments, requests, speech, standing
from bot.core.details import Details
from bot.core.notes import Button, Note
from bot.core.street import Street
from bot.core.workflow import Action
from models import Person, Request, Ticket

GRANT, REFUSE = "yes", "no"


async def settle(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    *,
    by: Person | None,
    now: datetime,
    street: Street,
) -> None:
    """Enters what was asked for, records what was decided, and drops what nobody has to decide any more."""
    if action in requests.ASKED and by is not None:
        request = await requests.open_request(session, ticket, action, details, by=by, now=now)
        await _ask_deciders(session, ticket, request, by=by, now=now, street=street)
    if details.request_id is not None and by is not None:
        verdict = "refused" if action is Action.REFUSE else "granted"
        request = await requests.decide(session, details.request_id, verdict, by=by, now=now)
        await _tell_asker(session, ticket, request, by=by, now=now, street=street)
    await requests.drop_impossible(session, ticket, now=now)


async def _ask_deciders(
    session: AsyncSession, ticket: Ticket, request: Request, *, by: Person, now: datetime, street: Street
) -> None:
    """Owes the question to everybody who may decide it, in private, with the two buttons."""
    action = Action(request.action)
    persons = await requests.deciders(session, ticket, action, asker_id=request.by_id)
    requests.let_in(ticket, persons)
    text = street.texts(
        f"asked-{request.action}",
        matter=matter(ticket, street),
        reason=request.reason,
        **_facts(request, by, street),
    )
    buttons = tuple(Button(street.texts(f"decide-{word}"), f"q:{request.id}:{word}") for word in (GRANT, REFUSE))
    for person in persons:
        assert person.id is not None
        await speech.tell(session, person.id, Note(text, (buttons,)), now=now, urgency=int(ticket.level[1]))


async def _tell_asker(
    session: AsyncSession, ticket: Ticket, request: Request, *, by: Person, now: datetime, street: Street
) -> None:
    """Owes the asker what was decided, and by whom."""
    decision = f"{request.action}-{request.status}"
    text = street.texts(f"decided-{decision}", **_facts(request, by, street))
    await speech.tell(session, request.by_id, Note(text), now=now, urgency=int(ticket.level[1]))


def _facts(request: Request, by: Person, street: Street) -> dict[str, str | int]:
    return {
        "number": request.ticket_id,
        "who": by.nickname,
        "until": moments.day(request.until) if request.until else "",
        "level": street.texts(f"level-{request.level}") if request.level else "",
    }


def matter(ticket: Ticket, street: Street) -> str:
    """What it is and where, in a few words; of a people matter nothing but that it is one."""
    if standing.is_private(ticket):
        return street.texts("matter-private")
    # What stands in brackets explains the name to who chooses it, not to who knows it.
    name = re.split(r"[(（]", street.taxonomy.leaf(ticket.category).name_zh)[0]
    return f"{name} {ticket.place}" if ticket.place else name
