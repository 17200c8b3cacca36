"""What each action changes on the ticket's row: a table, beside the table of transitions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import complaints, kinship, likeness, people, spans, standing, superiors, tiers
from bot.core.details import Details
from bot.core.procedure import checklist
from bot.core.street import Street
from bot.core.workflow import Action
from models import Person, Ticket, TicketReporter

#: after these the card may belong somewhere else
MOVES = frozenset(
    {
        Action.FILE,
        Action.RELEASE,
        Action.RETURN,
        Action.REROUTE,
        Action.CATEGORISE,
        Action.HAND_OVER,
        Action.ESCALATE,
        Action.RAISE,
        Action.UNMERGE,
    }
)
# With the second return it is the street that names who leads (DOMAIN 7.33).
RETURNS_UNTIL_APPOINTED = 2


def confirming_action(level: str) -> frozenset[Action]:
    """The steps at which a report counts as confirmed by staff: an L0 when it was checked, others when taken on."""
    return frozenset({Action.PASS}) if level == "L0" else frozenset({Action.CLAIM, Action.CONFIRM, Action.TRANSFER})


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
        recategorised = await _recategorised(session, ticket, details, street)
        return {**recategorised, **await _kind_that_stays(session, ticket)}
    if action is Action.ESCALATE:
        return await _escalated(session, ticket)
    if action is Action.HAND_OVER:
        return await _handed_over(session, ticket, details)
    by_id = by.id if by else None
    if action is Action.FILE:
        again = await likeness.recurrence(session, ticket, now=now, street=street)
        return {**_of_owner(ticket, action, details, by_id, now), **again}
    return {**_of_owner(ticket, action, details, by_id, now), **_of_course(ticket, action, details, now)}


def _of_owner(ticket: Ticket, action: Action, details: Details, by_id: int | None, now: datetime) -> dict[str, Any]:
    """Whose it is, and where."""
    is_appointed = ticket.is_appointed or ticket.returns >= RETURNS_UNTIL_APPOINTED
    taken_on = {"owner_id": by_id, "claimed_at": now, "handler_id": None}
    no_unit = {"party": None, "contact": ""}
    # Whatever is dispatched without ever having been filed counts as a case from then on.
    registered = {"registered_at": ticket.registered_at or now}
    values: Mapping[Action, dict[str, Any]] = {
        Action.FILE: _filed(ticket, now),
        Action.CLAIM: taken_on,
        # Whether it is a case shows when somebody has looked.
        Action.VERIFY: {"owner_id": by_id, "registered_at": None},
        Action.CONFIRM: {"registered_at": now, "claimed_at": now, "handler_id": None},
        Action.RELEASE: {"owner_id": None, **registered, **no_unit},
        Action.RETURN: {
            "owner_id": None,
            "returns": ticket.returns + 1,
            "is_with_street": True,
            **registered,
            **no_unit,
        },
        Action.REROUTE: {
            "community": details.community,
            "neighbours": [],
            # The bot, which only moves it to where it lies, sends no complaint down; the dispatcher may.
            "is_with_street": by_id is None and complaints.rises(ticket),
            "is_appointed": is_appointed,
            "received_at": None,
        },
        Action.TRANSFER: {
            "owner_id": ticket.owner_id or by_id,
            "claimed_at": ticket.claimed_at or now,
            "party": details.party,
            "contact": details.text,
            "is_appointed": is_appointed,
            "received_at": now,
        },
        Action.MERGE: {"merged_into": details.ticket_id, "owner_id": None},
        # A draft may have been merged before it was filed.
        Action.UNMERGE: {"merged_into": None, **_filed(ticket, ticket.registered_at or now), **no_unit},
    }
    return values.get(action, {})


def _filed(ticket: Ticket, at: datetime) -> dict[str, Any]:
    # A part goes to where the whole is: the dispatcher may have sent it down by hand.
    goes_up = complaints.rises(ticket) and ticket.parent_id is None
    is_with_street = ticket.is_with_street or ticket.community is None or goes_up
    return {"registered_at": at, "is_with_street": is_with_street}


def _of_course(ticket: Ticket, action: Action, details: Details, now: datetime) -> dict[str, Any]:
    """How far it is."""
    rework = {"rework": ticket.rework + 1, "closed_at": None, "handled_at": None, "resolved_tier": None}
    closed = {"closed_at": now, "resolved_tier": tiers.of(ticket)}
    values: Mapping[Action, dict[str, Any]] = {
        Action.SET_KIND: {"kind": details.kind},
        Action.RAISE: _raised(ticket, details),
        Action.LOWER: {"level": details.level},
        Action.EXTEND: {"extensions": ticket.extensions + 1},
        Action.SUSPEND: {"suspensions": ticket.suspensions + 1, "suspended_until": details.until},
        Action.RESUME: {"suspended_until": None},
        Action.SUPERVISE: {"supervised_at": ticket.supervised_at or now},
        Action.PROVE: {"handled_at": now, "handler_id": ticket.owner_id},
        Action.PASS: closed,
        Action.CONCLUDE: closed,
        Action.UNDO: {"closed_at": None, "resolved_tier": None},
        Action.FAIL: rework,
        Action.REOPEN: rework,
    }
    return values.get(action, {})


def _raised(ticket: Ticket, details: Details) -> dict[str, Any]:
    moved = complaints.moved(ticket, level=details.level or ticket.level, privacy=ticket.privacy)
    return {"level": details.level, **moved}


async def _escalated(session: AsyncSession, ticket: Ticket) -> dict[str, Any]:
    found = await superiors.above(session, ticket, ticket.owner_id or 0)
    assert found is not None
    person, is_at_street = found
    return {
        "owner_id": person.id,
        "named": _with(ticket, person.id),
        "is_with_street": ticket.is_with_street or is_at_street,
    }


async def _handed_over(session: AsyncSession, ticket: Ticket, details: Details) -> dict[str, Any]:
    """To whom it goes; given to somebody of the community it is not with the street any more."""
    assert details.to_person_id is not None
    posts = await people.roles_of(session, details.to_person_id)
    return {
        "owner_id": details.to_person_id,
        "named": _with(ticket, details.to_person_id),
        "is_with_street": ticket.is_with_street and any(post.community is None for post in posts),
    }


def _with(ticket: Ticket, person_id: int | None) -> list[int]:
    """Who may see a people matter after it was handed to one more person."""
    return sorted({*ticket.named, person_id}) if person_id and standing.is_private(ticket) else ticket.named


async def _recategorised(session: AsyncSession, ticket: Ticket, details: Details, street: Street) -> dict[str, Any]:
    assert details.category is not None
    leaf = street.taxonomy.leaf(details.category)
    level = details.level or leaf.level
    # A new category never lowers an L0 or L1 by itself: that needs a reason and a second person (DOMAIN 7.42).
    if ticket.level in ("L0", "L1"):
        level = min(level, ticket.level)
    privacy, named = leaf.privacy, ticket.named
    if standing.is_private(ticket) and await kinship.tells_of_people(session, ticket, street=street):
        privacy = kinship.stricter(privacy, ticket.privacy)
    if not street.taxonomy.is_public(leaf.code) and ticket.owner_id is not None:
        # It is in his hands: without his name on it nobody could go on with it.
        named = sorted({*named, ticket.owner_id})
    reasons = {**ticket.reasons, "category": list(details.reasons)} if details.reasons else ticket.reasons
    return {
        "category": leaf.code,
        "level": level,
        "kind": leaf.kind,
        "privacy": privacy,
        "named": named,
        "reasons": reasons,
        **complaints.moved(ticket, level=level, privacy=privacy),
    }


async def _kind_that_stays(session: AsyncSession, ticket: Ticket) -> dict[str, Any]:
    """Whose steps are under way stays a complex matter under its new category too."""
    stays = ticket.kind == spans.COMPLEX and await checklist.is_under_way(session, ticket)
    return {"kind": ticket.kind} if stays else {}


async def _rate(session: AsyncSession, ticket: Ticket, details: Details, *, by: Person | None, now: datetime) -> None:
    assert by is not None
    await session.execute(
        sa.update(TicketReporter)
        .where(col(TicketReporter.ticket_id) == ticket.id, col(TicketReporter.person_id) == by.id)
        .values(rating=details.rating, rated_at=now)
    )
