"""The API: tickets as they stand, with their history and their reasons; reads only."""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Header, HTTPException
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import clocks, ladder, tickets, workflow
from bot.core.calendar import SHANGHAI
from bot.core.refusals import NotFound
from bot.core.street import Street
from bot.db import Database
from models import Deadline, Person, Ticket

# One page of a board.
MOST = 1000


def routes(database: Database, street: Street, token: str, now: Callable[[], datetime]) -> APIRouter:
    """GET /api/tickets and /api/tickets/{number}, for whoever has the token."""

    def check(authorization: Annotated[str, Header()] = "") -> None:
        if not secrets.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401, "要带上 Authorization: Bearer 加令牌", headers={"WWW-Authenticate": "Bearer"})

    router = APIRouter(prefix="/api", dependencies=[Depends(check)])

    @router.get("/tickets")
    async def list_tickets(
        number: int | None = None, community: str | None = None, status: str | None = None
    ) -> dict[str, Any]:
        """Tickets, newest first, a thousand at most."""
        query = sa.select(Ticket).order_by(col(Ticket.id).desc()).limit(MOST)
        for column, value in ((Ticket.id, number), (Ticket.community, community), (Ticket.status, status)):
            if not _can_stand_in_a_column(value):
                return {"tickets": []}
            query = query if value is None else query.where(col(column) == value)
        async with database.reading() as session:
            found = (await session.scalars(query)).all()
            return {"tickets": [await _summary(session, ticket, now()) for ticket in found]}

    @router.get("/tickets/{number}")
    async def one_ticket(number: int) -> dict[str, Any]:
        """One ticket with its events, deadlines and reasons."""
        async with database.reading() as session:
            try:
                ticket = await tickets.get(session, number)
            except NotFound as error:
                raise HTTPException(404, street.texts("refusal-not-found")) from error
            return {
                **await _summary(session, ticket, now()),
                "words": ticket.words,
                "returns": ticket.returns,
                "with_street": ticket.is_with_street,
                "recurs_of": ticket.recurs_of,
                "reasons": ticket.reasons,
                "events": await _events(session, number),
                "deadlines": [_deadline(row) for row in await clocks.all_of(session, number)],
            }

    return router


async def _summary(session: AsyncSession, ticket: Ticket, now: datetime) -> dict[str, Any]:
    assert ticket.id is not None
    last = {row.name: row for row in await clocks.all_of(session, ticket.id)}
    owner = await session.get(Person, ticket.owner_id) if ticket.owner_id else None
    due = {name: last[name].due_at if name in last else None for name in (ladder.CLAIM, ladder.MAKE_SAFE, ladder.CLOSE)}
    running = [row for row in last.values() if row.stopped_at is None]
    return {
        "number": ticket.id,
        "status": ticket.status,
        "category": ticket.category,
        "level": ticket.level,
        "kind": ticket.kind,
        "privacy": ticket.privacy,
        "community": ticket.community,
        "place": {"text": ticket.place, "lat": ticket.lat, "lon": ticket.lon},
        "reporters": ticket.reporters,
        "owner": owner.nickname if owner else None,
        "claim_due": _iso(due[ladder.CLAIM]),
        "make_safe_due": _iso(due[ladder.MAKE_SAFE]),
        "close_due": _iso(due[ladder.CLOSE]),
        "overdue": workflow.is_open(ticket.status) and any(row.due_at < now for row in running),
        "rework": ticket.rework,
        "opened": _iso(ticket.opened_at),
        "closed": _iso(ticket.closed_at),
    }


async def _events(session: AsyncSession, number: int) -> list[dict[str, Any]]:
    events = await tickets.history(session, number)
    names = {event.by_id: await session.get(Person, event.by_id) for event in events if event.by_id is not None}
    return [
        {
            "at": _iso(event.at),
            "action": event.action,
            "by": person.nickname if (person := names.get(event.by_id or 0)) else None,
            "from": event.from_status,
            "to": event.to_status,
            "note": event.note,
        }
        for event in events
    ]


def _deadline(row: Deadline) -> dict[str, Any]:
    return {
        "clock": row.name,
        "kind": row.clock,
        "minutes": row.minutes,
        "started": _iso(row.started_at),
        "due": _iso(row.due_at),
        "stopped": _iso(row.stopped_at),
        "late": row.stopped_at is not None and row.stopped_at > row.due_at,
        "why": row.why,
    }


def _can_stand_in_a_column(value: int | str | None) -> bool:
    """False for what PostgreSQL would not even compare: a number beyond its integer, a text with NUL."""
    return abs(value) < 2**31 if isinstance(value, int) else "\0" not in (value or "")


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(SHANGHAI).isoformat(timespec="seconds") if moment else None
