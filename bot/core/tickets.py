"""Open, act, deliver: the only writer of Ticket.status and TicketEvent."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import (
    announcements,
    asking,
    changes,
    clocks,
    crowds,
    demands,
    dispatch,
    examples,
    kinship,
    ladder,
    permits,
    points,
    refusals,
    speech,
    standing,
    turns,
    workflow,
)
from bot.core.details import NOTHING, Details
from bot.core.procedure import checklist
from bot.core.street import Street
from bot.core.workflow import Action, Standing, Status
from models import Person, Report, Ticket, TicketEvent, TicketReporter

#: in the event of a merge: the reports that went over to the other ticket, to be given back
ABSORBED = "absorbed"


async def open_draft(
    session: AsyncSession, report: Report, category: str, level: str, *, now: datetime, street: Street
) -> Ticket:
    """A new ticket with its number and its first reporter; a draft until it is filed."""
    leaf = street.taxonomy.leaf(category)
    ticket = Ticket(
        status=Status.DRAFT, category=category, level=level, kind=leaf.kind, privacy=leaf.privacy, opened_at=now
    )
    session.add(ticket)
    await session.flush()
    assert ticket.id is not None
    assert report.id is not None
    session.add(TicketReporter(ticket_id=ticket.id, person_id=report.person_id, report_id=report.id))
    session.add(TicketEvent(ticket_id=ticket.id, at=now, action="open", by_id=report.person_id, to_status=Status.DRAFT))
    await session.flush()
    return ticket


async def act(
    session: AsyncSession,
    ticket_id: int,
    action: Action,
    *,
    by: Person | None,
    now: datetime,
    street: Street,
    details: Details = NOTHING,
) -> Ticket:
    """Does one step of the workflow, once, and owes everybody concerned the news.

    `by` None is the bot itself. Raises a Refusal before anything is changed; of two people who press at
    once exactly one gets through, on any database, because the row is written under its old status and owner.
    """
    ticket = await get(session, ticket_id)
    standings = await standing.of(session, ticket, by)
    transition = await permits.allowed(session, ticket, action, standings, street=street)
    await demands.check(session, ticket, transition, details, standings, by=by, now=now, street=street)
    lesson = await examples.of_staff(session, ticket, action, details, by=by, street=street)
    before, was_merged_into = Status(ticket.status), ticket.merged_into
    values = await changes.of(session, ticket, action, details, by=by, now=now, street=street)
    await _write(session, ticket, action, {**values, "status": transition.lands(before)}, street=street)
    event = _log(session, ticket, action, details, before, values, by=by, now=now)
    await session.flush()
    await checklist.follow(session, ticket, by=by, now=now)
    await examples.keep(session, ticket, lesson, now=now)
    await turns.turn(session, ticket, action, details, standings, now=now, street=street)
    await asking.settle(session, ticket, action, details, by=by, now=now, street=street)
    earned = await points.settle(session, ticket, action, now=now, street=street)
    await dispatch.send_out(session, ticket, action, now=now, street=street)
    await announcements.after(session, ticket, action, details, by=by, earned=earned, now=now, street=street)
    await _move_kin(session, ticket, event, details, was_merged_into, by=by, now=now, street=street)
    if action in (Action.FAIL, Action.REOPEN, Action.RESUME) and await standing.has_departed(session, ticket):
        return await act(session, ticket_id, Action.RELEASE, by=None, now=now, street=street)
    return ticket


async def get(session: AsyncSession, ticket_id: int) -> Ticket:
    """The ticket as the database has it now; raises NotFound."""
    # 2**31: a forged number must be refused here and not by the database driver.
    ticket = await session.get(Ticket, ticket_id, populate_existing=True) if 0 < ticket_id < 2**31 else None
    if ticket is None:
        raise refusals.NotFound(number=ticket_id)
    return ticket


async def delivered(session: AsyncSession, ticket_id: int, *, now: datetime, street: Street) -> None:
    """Starts the clocks once the first card has reached somebody (DOMAIN 3.2.1-2); a later card starts nothing."""
    ticket = await get(session, ticket_id)
    is_first = ticket.dispatched_at is None
    ticket.dispatched_at = ticket.dispatched_at or now
    ticket.received_at = ticket.received_at or now
    # A card that was held up may arrive when the matter is handled, or over.
    if is_first and ticket.status in workflow.UNFINISHED:
        await turns.begin(session, ticket, now=now, street=street)
    if ticket.status == Status.DISPATCHED and await clocks.running(session, ticket, ladder.APPOINT) is None:
        await clocks.start(session, ticket, ladder.CLAIM, now=now, street=street)
    await speech.redraw(session, ticket, now=now)


async def history(session: AsyncSession, ticket_id: int) -> list[TicketEvent]:
    """Everything that happened to the ticket, in order."""
    query = sa.select(TicketEvent).where(col(TicketEvent.ticket_id) == ticket_id).order_by(col(TicketEvent.id))
    return list((await session.scalars(query)).all())


async def _write(
    session: AsyncSession, ticket: Ticket, action: Action, values: dict[str, Any], *, street: Street
) -> None:
    """One conditional UPDATE: it only takes effect while the row still is what was decided upon."""
    same_owner = col(Ticket.owner_id).is_(None) if ticket.owner_id is None else col(Ticket.owner_id) == ticket.owner_id
    # Nobody may join between the look and the withdrawal.
    alone = [col(Ticket.reporters) == ticket.reporters] if action is Action.WITHDRAW else []
    written = await session.execute(
        sa.update(Ticket)
        .where(col(Ticket.id) == ticket.id, col(Ticket.status) == ticket.status, same_owner, *alone)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    await session.refresh(ticket)
    if written.rowcount == 0:  # type: ignore[attr-defined]
        raise await permits.wrong_moment(session, ticket, action, street=street)


def _log(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    before: Status,
    values: dict[str, Any],
    *,
    by: Person | None,
    now: datetime,
) -> TicketEvent:
    assert ticket.id is not None
    event = TicketEvent(
        ticket_id=ticket.id,
        at=now,
        action=action,
        by_id=by.id if by else None,
        from_status=before,
        to_status=ticket.status,
        note=details.text,
        detail={key: value for key, value in values.items() if isinstance(value, str | int)},
    )
    session.add(event)
    return event


async def _move_kin(
    session: AsyncSession,
    ticket: Ticket,
    event: TicketEvent,
    details: Details,
    was_merged_into: int | None,
    *,
    by: Person | None,
    now: datetime,
    street: Street,
) -> None:
    """What becomes of the tickets that this one is joined to, split from, or gives a part to; and of its reporters."""
    match event.action:
        case Action.JOIN:
            await crowds.ask_level(session, ticket, now=now, street=street)
        case Action.MERGE:
            await _join_main(session, ticket, event, details, now=now, street=street)
        case Action.UNMERGE:
            await _leave_main(session, ticket, was_merged_into, now=now)
        case Action.SPLIT if details.category is not None:
            part = await kinship.child(session, ticket, details.category, now=now, street=street)
            await _file_part(session, part, Action.SPLIT, now=now, street=street)
        case Action.PART if details.report_id is not None:
            await _part(session, ticket, details.report_id, by=by, now=now, street=street)
        case Action.LEAVE if by is not None and by.id is not None:
            await kinship.leave(session, ticket, by.id)
            await _settle_leaving(session, ticket, now=now)
        case Action.CATEGORISE:
            for other in await kinship.of_one_sentence(session, ticket):
                # What its card may say of the words depends on this one.
                await speech.redraw(session, other, now=now)


async def _part(
    session: AsyncSession, ticket: Ticket, report_id: int, *, by: Person | None, now: datetime, street: Street
) -> None:
    """Gives one report its own ticket: the one by which it came, if there is one, else a new one."""
    merged = await kinship.merged_by(session, ticket, report_id)
    if merged is not None and Standing.STAFF in await standing.of(session, merged, by):
        await act(session, merged.id or 0, Action.UNMERGE, by=by, now=now, street=street)
        return
    part = await kinship.parted(session, ticket, report_id, now=now, street=street)
    await _settle_leaving(session, ticket, now=now)
    await _file_part(session, part, Action.PART, now=now, street=street)


async def _settle_leaving(session: AsyncSession, ticket: Ticket, *, now: datetime) -> None:
    """Takes back what was credited to those who left, and shows the ticket without them."""
    await points.forget_leavers(session, ticket, now=now)
    await speech.redraw(session, ticket, now=now)


async def _join_main(
    session: AsyncSession, ticket: Ticket, event: TicketEvent, details: Details, *, now: datetime, street: Street
) -> None:
    """The other one goes on for both: with everybody who reported, and no less urgent."""
    assert details.ticket_id is not None
    main = await get(session, details.ticket_id)
    event.detail = {**event.detail, ABSORBED: list(await kinship.absorb(session, main, ticket))}
    news = Details(text=f"#{ticket.id} {ticket.words}".strip(), level=ticket.level)
    await act(session, details.ticket_id, Action.JOIN, by=None, now=now, street=street, details=news)
    if ticket.level < main.level:
        await act(session, details.ticket_id, Action.RAISE, by=None, now=now, street=street, details=news)


async def _leave_main(session: AsyncSession, ticket: Ticket, was_merged_into: int | None, *, now: datetime) -> None:
    """Takes its reporters along, also from what the other one was merged into since."""
    merges = [event for event in await history(session, ticket.id or 0) if event.action == Action.MERGE]
    reports = merges[-1].detail.get(ABSORBED, ()) if merges else ()
    while was_merged_into is not None:
        main = await get(session, was_merged_into)
        await kinship.give_back(session, main, reports)
        await _settle_leaving(session, main, now=now)
        was_merged_into = main.merged_into


async def _file_part(session: AsyncSession, part: Ticket, out_by: Action, *, now: datetime, street: Street) -> None:
    assert part.id is not None
    session.add(TicketEvent(ticket_id=part.id, at=now, action="open", to_status=Status.DRAFT))
    await session.flush()
    await act(session, part.id, Action.FILE, by=None, now=now, street=street)
    await announcements.tell_of_part(session, part, out_by, now=now, street=street)
