"""What each action changes on the ticket's row and on its clocks: tables, beside the table of transitions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import clocks, standing
from bot.core.details import Details
from bot.core.street import Street
from bot.core.workflow import Action
from models import Person, Ticket, TicketReporter

#: after these the card may belong somewhere else
MOVES = frozenset({Action.FILE, Action.RETURN, Action.REROUTE, Action.CATEGORISE, Action.HAND_OVER})


@dataclass(frozen=True)
class ClockTurn:
    """What an action does to the clocks (DOMAIN 3.2)."""

    stops: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    recomputes: bool = False


CLAIM, SAFE, CLOSE = clocks.CLAIM, clocks.MAKE_SAFE, clocks.CLOSE
ALL = (CLAIM, SAFE, CLOSE)

CLOCKS: Mapping[Action, ClockTurn] = {
    # an L0 is counted from the report, before anybody has seen the card
    Action.FILE: ClockTurn(starts=(CLAIM,)),
    Action.CLAIM: ClockTurn(stops=(CLAIM,)),
    # a new round of claiming, the close clock untouched
    Action.RELEASE: ClockTurn(starts=(CLAIM,)),
    Action.RETURN: ClockTurn(stops=(CLAIM,), starts=(CLAIM,)),
    Action.REROUTE: ClockTurn(stops=(CLAIM,), starts=(CLAIM,)),
    Action.CATEGORISE: ClockTurn(recomputes=True),
    Action.MAKE_SAFE: ClockTurn(stops=(SAFE,)),
    # the time a checker takes is not the handler's
    Action.PROVE: ClockTurn(stops=(SAFE, CLOSE)),
    Action.FAIL: ClockTurn(resumes=(CLOSE,)),
    # it came back within days: a full period again
    Action.REOPEN: ClockTurn(starts=(CLOSE,)),
    Action.REJECT: ClockTurn(stops=ALL),
    Action.WITHDRAW: ClockTurn(stops=ALL),
    Action.HAND_OFF: ClockTurn(stops=ALL),
}


def confirming_action(level: str) -> Action:
    """The step at which a report counts as confirmed by staff: an L0 when it was checked, others when claimed."""
    return Action.PASS if level == "L0" else Action.CLAIM


async def of(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    *,
    by: Person | None,
    now: datetime,
    street: Street,
) -> dict[str, Any]:
    """The columns that this action writes, besides the status."""
    if action is Action.RATE:
        await _rate(session, ticket, details, by=by, now=now)
    if action is Action.CATEGORISE:
        return _recategorised(ticket, details, street)
    by_id = by.id if by else None
    rework = {"rework": ticket.rework + 1, "closed_at": None, "handled_at": None}
    values: Mapping[Action, dict[str, Any]] = {
        Action.FILE: {"registered_at": now, "is_with_street": ticket.community is None},
        Action.CLAIM: {"owner_id": by_id, "claimed_at": now, "handler_id": None},
        Action.RELEASE: {"owner_id": None},
        Action.HAND_OVER: {"owner_id": details.to_person_id, "named": _with(ticket, details.to_person_id)},
        Action.RETURN: {"owner_id": None, "returns": ticket.returns + 1, "is_with_street": True},
        Action.REROUTE: {"community": details.community, "neighbours": [], "is_with_street": False},
        Action.PROVE: {"handled_at": now, "handler_id": ticket.owner_id},
        Action.PASS: {"closed_at": now},
        Action.FAIL: rework,
        Action.REOPEN: rework,
    }
    return values.get(action, {})


def _with(ticket: Ticket, person_id: int | None) -> list[int]:
    """Who may see a people matter after it was handed to one more person."""
    return sorted({*ticket.named, person_id}) if person_id and standing.is_private(ticket) else ticket.named


def _recategorised(ticket: Ticket, details: Details, street: Street) -> dict[str, Any]:
    assert details.category is not None
    leaf = street.taxonomy.leaf(details.category)
    level = details.level or leaf.level
    # A new category never lowers an L0 or L1 by itself: that needs a reason and a second person (DOMAIN 7.42).
    if ticket.level in ("L0", "L1"):
        level = min(level, ticket.level)
    reasons = {**ticket.reasons, "category": list(details.reasons)} if details.reasons else ticket.reasons
    return {"category": leaf.code, "level": level, "kind": leaf.kind, "privacy": leaf.privacy, "reasons": reasons}


async def _rate(session: AsyncSession, ticket: Ticket, details: Details, *, by: Person | None, now: datetime) -> None:
    assert by is not None
    await session.execute(
        sa.update(TicketReporter)
        .where(col(TicketReporter.ticket_id) == ticket.id, col(TicketReporter.person_id) == by.id)
        .values(rating=details.rating, rated_at=now)
    )
