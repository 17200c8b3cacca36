"""What each action does to the clocks of a ticket (DOMAIN 3.2): a table, and the few that depend on more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import changes, clocks, kinship, recounting, spans
from bot.core.details import Details
from bot.core.ladder import APPOINT, CHECK, CLAIM, CLOSE, COORDINATE, FOLLOW_UP, MAKE_SAFE, PROGRESS, SUSPEND, VERIFY
from bot.core.street import Street
from bot.core.workflow import IN_HAND, Action, Standing, Status
from models import Ticket


@dataclass(frozen=True)
class Turn:
    """Which clocks an action stops, lets go on, and starts; in this order."""

    stops: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


TURNS: Mapping[Action, Turn] = {
    # an L0 is counted from the report, before anybody has seen the card
    Action.FILE: Turn(starts=(CLAIM,)),
    Action.CLAIM: Turn(stops=(CLAIM, APPOINT), starts=(PROGRESS,)),
    Action.VERIFY: Turn(stops=(CLAIM, APPOINT), starts=(VERIFY,)),
    Action.CONFIRM: Turn(stops=(VERIFY,), starts=(PROGRESS,)),
    # a new round of claiming, the close clock untouched
    Action.RELEASE: Turn(stops=(VERIFY, PROGRESS), starts=(CLAIM,)),
    Action.RETURN: Turn(stops=(CLAIM, VERIFY, PROGRESS, COORDINATE), starts=(CLAIM,)),
    Action.REROUTE: Turn(stops=(CLAIM, APPOINT), starts=(CLAIM,)),
    Action.TRANSFER: Turn(stops=(CLAIM, APPOINT), starts=(PROGRESS,)),
    Action.ESCALATE: Turn(starts=(COORDINATE,)),
    Action.MAKE_SAFE: Turn(stops=(MAKE_SAFE,)),
    # the time a checker takes is not the handler's
    Action.PROVE: Turn(stops=(MAKE_SAFE, CLOSE, PROGRESS, COORDINATE), starts=(CHECK,)),
    Action.PASS: Turn(stops=(CHECK,)),
    Action.UNDO: Turn(starts=(CHECK,)),
    Action.FAIL: Turn(stops=(CHECK,), resumes=(CLOSE,), starts=(PROGRESS,)),
    # it came back within days: a full period again
    Action.REOPEN: Turn(starts=(CLOSE, PROGRESS)),
    # the day that was named is the only clock meanwhile
    Action.SUSPEND: Turn(stops=(CLOSE, PROGRESS, COORDINATE)),
    Action.RESUME: Turn(stops=(SUSPEND,), resumes=(CLOSE,), starts=(PROGRESS,)),
    Action.MERGE: Turn(stops=clocks.ALL),
    Action.REJECT: Turn(stops=clocks.ALL),
    Action.WITHDRAW: Turn(stops=clocks.ALL),
    Action.HAND_OFF: Turn(stops=clocks.ALL),
    Action.CONCLUDE: Turn(stops=(FOLLOW_UP,)),
}


async def turn(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    standings: frozenset[Standing],
    *,
    now: datetime,
    street: Street,
) -> None:
    """Stops, resumes and starts what the action says; written to the ticket already."""
    own = TURNS.get(action, Turn())
    await clocks.stop(session, ticket, *own.stops, now=now)
    for name in own.resumes:
        await clocks.resume(session, ticket, name, now=now, street=street)
    for name in _starting(ticket, action, own):
        # Nobody has seen a card that was never delivered; only an L0 is counted from the report on.
        if ticket.dispatched_at is not None or ticket.level == "L0":
            await clocks.start(session, ticket, name, now=now, street=street)
    await _special(session, ticket, action, details, standings, now=now, street=street)


def _starting(ticket: Ticket, action: Action, own: Turn) -> tuple[str, ...]:
    """What starts; after the second return the street has its own time to say who leads (DOMAIN 7.33)."""
    if action is Action.RETURN and ticket.returns >= changes.RETURNS_UNTIL_APPOINTED:
        return (APPOINT,)
    return own.starts


async def _special(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    standings: frozenset[Standing],
    *,
    now: datetime,
    street: Street,
) -> None:
    match action:
        case Action.EXTEND:
            await _extend(session, ticket, street=street)
        case Action.RAISE:
            await recounting.hasten(session, ticket, now=now, street=street)
            await _count_unseen(session, ticket, now=now, street=street)
        case Action.CATEGORISE | Action.LOWER:
            late_by = None if Standing.DISPATCHER in standings else now
            await recounting.recompute(session, ticket, late_by=late_by, street=street)
            await _keep_joint(session, ticket, now=now, street=street)
            await _count_unseen(session, ticket, now=now, street=street)
            await _note_progress_anew(session, ticket, now=now, street=street)
        case Action.SET_KIND:
            await _note_progress_anew(session, ticket, now=now, street=street)
        case Action.SUSPEND:
            assert details.until is not None
            await clocks.start_until(session, ticket, SUSPEND, details.until, now=now, street=street)
        case Action.NOTE if Standing.STAFF in standings and await clocks.running(session, ticket, PROGRESS):
            # What is told of the progress is told: the next note is due a full period later.
            await _note_progress_anew(session, ticket, now=now, street=street)
        case Action.HAND_OFF if Standing.BOT not in standings:
            await clocks.start(session, ticket, FOLLOW_UP, now=now, street=street)
        case Action.UNMERGE:
            await _unmerge(session, ticket, now=now, street=street)


async def _note_progress_anew(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """A full period until the next note of progress; none for a matter that is no complex one, or in nobody's hands."""
    await clocks.stop(session, ticket, PROGRESS, now=now)
    if ticket.status in IN_HAND:
        await clocks.start(session, ticket, PROGRESS, now=now, street=street)


async def _unmerge(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Gives back the clocks as they stood when the ticket was merged, and a new round of claiming (DOMAIN 7.2)."""
    last = await clocks.latest(session, ticket, CLOSE)
    if last is not None and last.stopped_at is not None:
        await clocks.resume_stopped_at(session, ticket, last.stopped_at, MAKE_SAFE, CLOSE, now=now, street=street)
    if ticket.dispatched_at is not None:
        await clocks.start(session, ticket, CLAIM, now=now, street=street)


async def _count_unseen(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """What turns out to be an L0 is counted at once, also when nobody has seen its card yet."""
    if ticket.level == "L0" and ticket.status == Status.DISPATCHED and ticket.dispatched_at is None:
        await clocks.start(session, ticket, CLAIM, now=now, street=street)


async def _extend(session: AsyncSession, ticket: Ticket, *, street: Street) -> None:
    """More time for the matter, and for those of its parts that end with it."""
    before = await clocks.running(session, ticket, CLOSE)
    joint = before.due_at if before is not None and ticket.kind != spans.SIMPLE else None
    await recounting.extend(session, ticket, street=street)
    after = await clocks.running(session, ticket, CLOSE)
    for part in await kinship.open_children(session, ticket):
        row = await clocks.running(session, part, CLOSE)
        if row is not None and row.due_at == joint and after is not None:
            await recounting.end_at(session, part, CLOSE, after.due_at, street=street)


async def _keep_joint(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """A part of a matter of several units ends with it, whatever its own category would allow."""
    joint, row = await _joint_deadline(session, ticket), await clocks.running(session, ticket, CLOSE)
    # What had run out keeps its end.
    if joint is not None and joint > now and row is not None and row.due_at > now:
        await recounting.end_at(session, ticket, CLOSE, joint, street=street)


async def _joint_deadline(session: AsyncSession, ticket: Ticket) -> datetime | None:
    """When the matter of several units ends of which this is a part; None for any other ticket."""
    parent = await session.get(Ticket, ticket.parent_id) if ticket.parent_id else None
    row = await clocks.running(session, parent, CLOSE) if parent is not None and parent.kind != spans.SIMPLE else None
    return row.due_at if row is not None else None


async def begin(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Starts what runs from the first delivery on; the parts of a matter of several units share the lead's deadline."""
    await clocks.start(session, ticket, MAKE_SAFE, now=now, street=street)
    joint = await _joint_deadline(session, ticket)
    if joint is not None and joint > now:
        await clocks.start_until(session, ticket, CLOSE, joint, now=now, street=street)
    else:
        await clocks.start(session, ticket, CLOSE, now=now, street=street)
