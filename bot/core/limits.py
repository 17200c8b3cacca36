"""How often, until when and from when an action may happen (DOMAIN 3.2.5-6, 3.1, 7.33, 7.40, 7.42)."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import clocks, ladder, refusals, requests, superiors
from bot.core.details import Details
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Person, Ticket, TicketEvent

#: may only be lowered when somebody else agrees
PROTECTED = frozenset({"L0", "L1"})


async def check_moment(
    session: AsyncSession, ticket: Ticket, action: Action, *, by: Person | None, now: datetime, street: Street
) -> None:
    """Raises the Refusal when it is too late or too often for this action, whatever would come along with it.

    Nobody is asked for the reason of what he may not do.
    """
    match action:
        case Action.RETURN:
            _check_return(ticket, now=now, street=street)
        case Action.REOPEN:
            _check_reopen(ticket, now=now, street=street)
        case Action.UNDO:
            await _check_undo(session, ticket, by=by, now=now, street=street)
        case Action.ESCALATE:
            if await superiors.above(session, ticket, ticket.owner_id or 0) is None:
                raise refusals.NobodyAbove(number=ticket.id or 0)
        case Action.ASK_EXTEND | Action.EXTEND:
            await _check_extension(session, ticket, action, now=now, street=street)
        case Action.ASK_SUSPEND | Action.SUSPEND:
            await _check_suspension(session, ticket)
    if action in requests.ASKED:
        await requests.check_asking(session, ticket, action, by=by)


async def check(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    *,
    by: Person | None,
    now: datetime,
    street: Street,
) -> None:
    """Raises the Refusal that names the limit; returns when none is touched."""
    if action in (Action.RAISE, Action.LOWER, Action.ASK_LOWER):
        await _check_level(session, ticket, action, details, by=by)
    await check_moment(session, ticket, action, by=by, now=now, street=street)
    if action in (Action.ASK_SUSPEND, Action.SUSPEND):
        _check_day(ticket, details, now=now, street=street)


def _check_return(ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Within two working hours of receipt, and never what the street has appointed, or still has in its hands."""
    if ticket.is_appointed:
        raise refusals.Appointed(number=ticket.id or 0)
    if ticket.is_with_street and ticket.status != Status.TRANSFERRED:
        raise refusals.WithStreet(number=ticket.id or 0)
    allowed = street.rules.clocks.return_minutes
    since = ticket.received_at
    if since is not None and street.calendar.minutes_between(since, now, "working") > allowed:
        raise refusals.ReturnTooLate(number=ticket.id or 0, hours=f"{allowed / 60:g}")


def _check_reopen(ticket: Ticket, *, now: datetime, street: Street) -> None:
    days = street.rules.reopen_days
    if ticket.closed_at and now - ticket.closed_at > timedelta(days=days):
        raise refusals.TooLate(number=ticket.id or 0, days=days)


async def _check_undo(
    session: AsyncSession, ticket: Ticket, *, by: Person | None, now: datetime, street: Street
) -> None:
    """A slip of the finger is taken back by whose finger it was; what ended elsewhere was never checked here."""
    query = (
        sa.select(TicketEvent)
        .where(col(TicketEvent.ticket_id) == ticket.id)
        .where(col(TicketEvent.action).in_([Action.PASS, Action.CONCLUDE]))
        .order_by(col(TicketEvent.id).desc())
        .limit(1)
    )
    last = (await session.scalars(query)).first()
    is_his = last is not None and by is not None and (last.action, last.by_id) == (Action.PASS, by.id)
    minutes = street.rules.clocks.undo_minutes
    is_fresh = ticket.closed_at is not None and now - ticket.closed_at <= timedelta(minutes=minutes)
    if not (is_his and is_fresh):
        raise refusals.UndoTooLate(number=ticket.id or 0, minutes=minutes)


async def _check_level(
    session: AsyncSession, ticket: Ticket, action: Action, details: Details, *, by: Person | None
) -> None:
    """Up by anybody on staff; down from L0 and L1 only when a second person agrees."""
    wanted = details.level or ""
    number = ticket.id or 0
    if (wanted >= ticket.level) if action is Action.RAISE else (wanted <= ticket.level):
        raise refusals.BadLevel(number=number)
    is_protected = ticket.level in PROTECTED
    if action is Action.ASK_LOWER and not is_protected:
        # Nobody else is needed for that.
        raise refusals.BadLevel(number=number)
    if action is Action.LOWER and is_protected:
        if details.request_id is None:
            raise refusals.NeedsSecondPerson(number=number)
        await requests.check_decision(session, ticket, action, details.request_id, by=by)


async def _check_extension(
    session: AsyncSession, ticket: Ticket, action: Action, *, now: datetime, street: Street
) -> None:
    """Asked before it is due, as often as the street allows (3.2.5); what was asked in time may be granted later."""
    number = ticket.id or 0
    most = street.rules.clocks.extensions
    if ticket.extensions >= most:
        raise refusals.TooManyExtensions(number=number, most=most)
    row = await clocks.running(session, ticket, ladder.CLOSE)
    if row is None:
        raise refusals.WrongMoment(number=number, status=street.texts(f"status-{ticket.status}"))
    if action is Action.ASK_EXTEND and row.due_at <= now:
        raise refusals.Overdue(number=number)


async def _check_suspension(session: AsyncSession, ticket: Ticket) -> None:
    """Once a ticket, and never while danger stands open."""
    number = ticket.id or 0
    if ticket.suspensions:
        raise refusals.AlreadySuspended(number=number)
    if await clocks.running(session, ticket, ladder.MAKE_SAFE):
        raise refusals.NotSafeYet(number=number)


def _check_day(ticket: Ticket, details: Details, *, now: datetime, street: Street) -> None:
    """A day that is to come, and not more than a year away."""
    most = timedelta(days=street.rules.clocks.suspend_days)
    if details.until is None or not now < details.until <= now + most:
        raise refusals.DayOutOfReach(number=ticket.id or 0, days=most.days)
