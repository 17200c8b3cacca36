"""What an action asks for before it may happen: a reason, proof, a fitting person, a day, the right time."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import kinship, limits, people, proof, refusals, requests, standing, workflow
from bot.core.details import RATINGS, Details
from bot.core.street import Street
from bot.core.workflow import Action, Need, Standing, Transition
from models import Person, Ticket

# Of the people matters only a rider's own needs are his to judge as solved.
RIDERS_OWN = "PPL_RIDER"


async def check(
    session: AsyncSession,
    ticket: Ticket,
    transition: Transition,
    details: Details,
    standings: frozenset[Standing],
    *,
    by: Person | None,
    now: datetime,
    street: Street,
) -> None:
    """Raises the Refusal that says what is missing; returns when nothing is."""
    _check_needs(ticket, transition, details, street=street)
    if Need.PERSON in transition.needs:
        await _check_person(session, ticket, details)
    if Need.TICKET in transition.needs:
        await _check_other(session, ticket, details, by=by)
    if Need.REPORT in transition.needs:
        await _check_report(session, ticket, details)
    if Need.REQUEST in transition.needs:
        await _check_request(session, ticket, transition.action, details, by=by)
    if Need.PROOF in transition.needs:
        await _check_finished(session, ticket, street=street)
    if transition.action is Action.LEAVE:
        await _check_leaver(session, ticket, by=by)
    _check_standing(ticket, transition.action, standings)
    await limits.check(session, ticket, transition.action, details, by=by, now=now, street=street)


def _check_needs(ticket: Ticket, transition: Transition, details: Details, *, street: Street) -> None:
    number = ticket.id or 0
    if Need.REASON in transition.needs and len(details.text.strip()) < street.rules.return_needs_characters:
        raise refusals.ReasonMissing(number=number)
    if Need.LEVEL in transition.needs and details.level not in street.taxonomy.levels:
        raise refusals.BadLevel(number=number)
    if Need.PARTY in transition.needs and details.party not in street.taxonomy.parties:
        raise refusals.BadParty(number=number)
    if Need.UNTIL in transition.needs and details.until is None:
        raise refusals.BadDay(number=number)
    is_met = {
        Need.CATEGORY: details.category in street.taxonomy.leaves,
        Need.COMMUNITY: street.has_community(details.community),
        Need.RATING: details.rating in RATINGS,
    }
    if not all(is_met.get(need, True) for need in transition.needs):
        raise refusals.BadInput(number=number)


async def _check_person(session: AsyncSession, ticket: Ticket, details: Details) -> None:
    if details.to_person_id is None or details.to_person_id == ticket.owner_id:
        raise refusals.BadInput(number=ticket.id or 0)
    posts = await people.roles_of(session, details.to_person_id)
    if not any(post.community in (ticket.community, None) for post in posts):
        raise refusals.BadInput(number=ticket.id or 0)


async def _check_other(session: AsyncSession, ticket: Ticket, details: Details, *, by: Person | None) -> None:
    """Both must be seen alike and by him: a people matter is never joined to what a group reads."""
    other = await session.get(Ticket, details.ticket_id) if details.ticket_id else None
    if other is None or other.id == ticket.id or other.status not in workflow.FILED:
        raise refusals.CannotMerge(number=ticket.id or 0)
    may_see = by is None or Standing.STAFF in await standing.of(session, other, by)
    if not may_see or standing.is_private(other) != standing.is_private(ticket):
        raise refusals.CannotMerge(number=ticket.id or 0)
    if await kinship.open_children(session, ticket):
        raise refusals.ChildrenOpen(number=ticket.id or 0)


async def _check_report(session: AsyncSession, ticket: Ticket, details: Details) -> None:
    """The first report is the ticket's own; of the others one that is really there."""
    later = [row.report_id for row in (await kinship.reporters(session, ticket))[1:]]
    if details.report_id not in later:
        raise refusals.BadInput(number=ticket.id or 0)


async def _check_leaver(session: AsyncSession, ticket: Ticket, *, by: Person | None) -> None:
    """The first report is the ticket itself; whoever joined it may go."""
    later = {row.person_id for row in (await kinship.reporters(session, ticket))[1:]}
    if by is None or by.id not in later:
        raise refusals.CannotWithdraw(number=ticket.id or 0)


async def _check_request(
    session: AsyncSession, ticket: Ticket, action: Action, details: Details, *, by: Person | None
) -> None:
    """Somebody else must have asked for just this, and nobody decided it."""
    request = await requests.get(session, details.request_id or 0)
    is_fitting = request.ticket_id == ticket.id and (action is Action.REFUSE or request.action == action)
    if not is_fitting or request.status != "open":
        raise refusals.AlreadyChosen(number=ticket.id or 0)
    if by is None or request.by_id == by.id:
        raise refusals.NeedsSecondPerson(number=ticket.id or 0)


async def _check_finished(session: AsyncSession, ticket: Ticket, *, street: Street) -> None:
    """A matter of several units is done when every unit's part is."""
    children = await kinship.open_children(session, ticket)
    if children and ticket.kind != "simple":
        numbers = "、".join(f"#{child.id}" for child in children)
        raise refusals.ChildrenOpen(number=ticket.id or 0, children=numbers)
    await proof.check(session, ticket, street=street)


def _check_standing(ticket: Ticket, action: Action, standings: frozenset[Standing]) -> None:
    number = ticket.id or 0
    if action is Action.WITHDRAW and (ticket.level in ("L0", "L1") or ticket.reporters > 1):
        raise refusals.CannotWithdraw(number=number)
    is_taken = action in (Action.CLAIM, Action.VERIFY)
    if is_taken and ticket.is_with_street and Standing.DISPATCHER not in standings:
        # The street is still deciding whose it is.
        raise refusals.NotAllowed(number=number)
    if action in (Action.PASS, Action.FAIL):
        _check_checker(ticket, standings)


def _check_checker(ticket: Ticket, standings: frozenset[Standing]) -> None:
    """A courier looks after public things; whether a person was helped is for staff to say."""
    only_reporter = Standing.CHECKER not in standings
    if only_reporter and standing.is_private(ticket) and ticket.category != RIDERS_OWN:
        raise refusals.NotAllowed(number=ticket.id or 0)
