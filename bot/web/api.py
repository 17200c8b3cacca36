"""The API: tickets as they stand, with their history and their reasons; reads only."""

import secrets
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Header, HTTPException, Query
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import clocks, dates, ladder, tickets, tiers, workflow
from bot.core.calendar import SHANGHAI
from bot.core.procedure import checklist
from bot.core.refusals import NotFound
from bot.core.street import Street
from bot.core.workflow import Status
from bot.db import Database
from models import Deadline, Nudge, Person, Request, Ticket

# One page of a board.
MOST = 1000
#: the clocks that somebody can be late by; the others only remind
COUNTED = (ladder.CLAIM, ladder.MAKE_SAFE, ladder.CLOSE)
#: a day of this program's life: what lies beyond is a slip, and some of it no calendar holds
Day = Annotated[date | None, Query(ge=date(2000, 1, 1), le=date(2100, 1, 1))]


def routes(database: Database, street: Street, token: str, now: Callable[[], datetime]) -> APIRouter:
    """GET /api/tickets, /api/tickets/{number} and /api/tiers, for whoever has the token."""

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
        if number is None and status is None:
            # The same matter stands there once, under its other number.
            query = query.where(col(Ticket.status) != Status.MERGED)
        async with database.reading() as session:
            found = (await session.scalars(query)).all()
            rows = await clocks.of_each(session, [ticket.id for ticket in found])
            shown = [await _summary(session, ticket, rows.get(ticket.id or 0, ()), now()) for ticket in found]
            return {"tickets": shown}

    @router.get("/tickets/{number}")
    async def one_ticket(number: int) -> dict[str, Any]:
        """One ticket with its events, deadlines and reasons."""
        async with database.reading() as session:
            try:
                ticket = await tickets.get(session, number)
            except NotFound as error:
                raise HTTPException(404, street.texts("refusal-not-found")) from error
            return await _whole(session, ticket, now())

    @router.get("/tiers")
    async def count_tiers(since: Day = None, until: Day = None) -> dict[str, Any]:
        """The disputes that ended on the day `since` or later, and before `until`, by tier; else this quarter's."""
        begin, end = tiers.quarter_of(now())
        begin = dates.begin_of(since) if since is not None else begin
        end = dates.begin_of(until) if until is not None else end
        async with database.reading() as session:
            found = await tiers.count(session, since=begin, until=end)
        return {
            "since": _iso(begin),
            "until": _iso(end),
            "tiers": found.ended,
            "total": found.total,
            "shares": found.shares() or None,
            "comparable": found.is_comparable,
            "target": tiers.TARGET,
        }

    return router


async def _whole(session: AsyncSession, ticket: Ticket, now: datetime) -> dict[str, Any]:
    number = ticket.id or 0
    rows = await clocks.all_of(session, number)
    return {
        **await _summary(session, ticket, rows, now),
        "words": ticket.words,
        "returns": ticket.returns,
        "with_street": ticket.is_with_street,
        "resolved_tier": ticket.resolved_tier,
        "recurs_of": ticket.recurs_of,
        "reasons": ticket.reasons,
        "steps": await _steps(session, number),
        "events": await _events(session, number),
        "deadlines": [_deadline(row) for row in rows],
        "requests": await _requests(session, number),
        "nudges": await _nudges(session, number),
    }


async def _summary(session: AsyncSession, ticket: Ticket, rows: Sequence[Deadline], now: datetime) -> dict[str, Any]:
    last = {row.name: row for row in rows}
    due = {name: last[name].due_at if name in last else None for name in COUNTED}
    run_out = {name for name in COUNTED if name in last and last[name].stopped_at is None and last[name].due_at < now}
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
        "owner": await _nickname(session, ticket.owner_id),
        "claim_due": _iso(due[ladder.CLAIM]),
        "make_safe_due": _iso(due[ladder.MAKE_SAFE]),
        "close_due": _iso(due[ladder.CLOSE]),
        "overdue": workflow.is_open(ticket.status) and bool(run_out),
        "late": ticket.late_since is not None or ladder.CLOSE in run_out,
        "supervised": ticket.supervised_at is not None,
        "suspended_until": _iso(ticket.suspended_until),
        "extensions": ticket.extensions,
        "party": ticket.party,
        "recurs_of": ticket.recurs_of,
        "merged_into": ticket.merged_into,
        "parent": ticket.parent_id,
        "resolved_tier": ticket.resolved_tier,
        "rework": ticket.rework,
        "opened": _iso(ticket.opened_at),
        "closed": _iso(ticket.closed_at),
    }


async def _events(session: AsyncSession, number: int) -> list[dict[str, Any]]:
    events = await tickets.history(session, number)
    names = {one: await _nickname(session, one) for one in {event.by_id for event in events}}
    return [
        {
            "at": _iso(event.at),
            "action": event.action,
            "by": names[event.by_id],
            "from": event.from_status,
            "to": event.to_status,
            "note": event.note,
        }
        for event in events
    ]


async def _requests(session: AsyncSession, number: int) -> list[dict[str, Any]]:
    """What was asked for about it, and what a second person said."""
    query = sa.select(Request).where(col(Request.ticket_id) == number).order_by(col(Request.id))
    found = (await session.scalars(query)).all()
    names = {one: await _nickname(session, one) for row in found for one in (row.by_id, row.decided_by)}
    return [
        {
            "action": row.action,
            "by": names[row.by_id],
            "at": _iso(row.at),
            "reason": row.reason,
            "until": _iso(row.until),
            "level": row.level,
            "status": row.status,
            "decided_by": names[row.decided_by],
        }
        for row in found
    ]


async def _nickname(session: AsyncSession, person_id: int | None) -> str | None:
    person = await session.get(Person, person_id) if person_id is not None else None
    return person.nickname if person else None


async def _nudges(session: AsyncSession, number: int) -> list[dict[str, Any]]:
    """What the bot said about it by itself, or passed over."""
    query = sa.select(Nudge).where(col(Nudge.ticket_id) == number).order_by(col(Nudge.id))
    found = (await session.scalars(query)).all()
    return [{"key": row.key, "due": _iso(row.due_at), "at": _iso(row.at), "outcome": row.outcome} for row in found]


async def _steps(session: AsyncSession, number: int) -> list[dict[str, Any]]:
    return [
        {
            "step": row.code,
            "round": row.round,
            "planned": row.planned_on.isoformat() if row.planned_on else None,
            "outcome": row.outcome,
            "done": _iso(row.done_at),
            "note": row.note,
            "facts": row.facts,
        }
        for row in await checklist.all_of(session, number)
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
