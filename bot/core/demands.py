"""What an action asks for before it may happen: a reason, proof, a fitting person, a day, the right time."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import complaints, kinship, limits, misread, people, proof, refusals, requests, spans, standing, workflow
from bot.core.details import RATINGS, Details
from bot.core.procedure import checklist, kinds
from bot.core.street import Street
from bot.core.workflow import Action, Need, Standing, Status, Transition
from models import Person, Ticket

# Of the people matters only a rider's own needs are his to judge as solved.
RIDERS_OWN = "PPL_RIDER"
#: what the community does with a ticket; not while the street decides whose it is
OF_COMMUNITY = frozenset({Action.CLAIM, Action.VERIFY, Action.TRANSFER, Action.REJECT, Action.HAND_OFF})


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
    if Need.KIND in transition.needs:
        await kinds.check(session, ticket, details.kind, street=street)
    _check_needs(ticket, transition, details, street=street)
    if Need.PERSON in transition.needs:
        await _check_person(session, ticket, details)
    if Need.TICKET in transition.needs:
        await _check_other(session, ticket, details, by=by)
    if Need.REPORT in transition.needs:
        await _check_report(session, ticket, details)
    if Need.REQUEST in transition.needs:
        await requests.check_decision(session, ticket, transition.action, details.request_id, by=by)
    if Need.PROOF in transition.needs:
        await _check_finished(session, ticket, street=street)
    if transition.action is Action.LEAVE:
        await _check_leaver(session, ticket, by=by)
    _check_standing(ticket, transition.action, standings)
    await limits.check(session, ticket, transition.action, details, by=by, now=now, street=street)


def _check_needs(ticket: Ticket, transition: Transition, details: Details, *, street: Street) -> None:
    """What it is about comes first: whoever forgot the day and the reason hears of the day."""
    number = ticket.id or 0
    if Need.LEVEL in transition.needs and details.level not in street.taxonomy.levels:
        raise refusals.BadLevel(number=number)
    if Need.UNTIL in transition.needs and details.until is None:
        raise refusals.BadDay(number=number)
    if Need.CATEGORY in transition.needs and details.category not in street.taxonomy.leaves:
        raise misread.BadCategory(number=number)
    if Need.COMMUNITY in transition.needs and not street.has_community(details.community):
        raise misread.BadCommunity(number=number)
    if Need.RATING in transition.needs and details.rating not in RATINGS:
        raise refusals.BadInput(number=number)
    is_reason = len(details.text.strip()) >= street.rules.return_needs_characters
    if Need.PARTY in transition.needs:
        if details.party not in street.taxonomy.parties:
            raise refusals.BadParty(number=number)
        if not is_reason:
            raise misread.ContactMissing(number=number)
    if Need.REASON in transition.needs and not is_reason:
        raise refusals.ReasonMissing(number=number)


async def _check_person(session: AsyncSession, ticket: Ticket, details: Details) -> None:
    if details.to_person_id is None or details.to_person_id == ticket.owner_id:
        raise misread.BadPerson(number=ticket.id or 0)
    posts = await people.roles_of(session, details.to_person_id)
    if not any(post.community in (ticket.community, None) for post in posts):
        raise misread.BadPerson(number=ticket.id or 0)


async def _check_other(session: AsyncSession, ticket: Ticket, details: Details, *, by: Person | None) -> None:
    """Both must be seen alike and by him: a people matter is never joined to what a group reads."""
    number = ticket.id or 0
    if details.ticket_id is None or details.ticket_id == ticket.id:
        raise misread.CannotMerge(number=number)
    other = await session.get(Ticket, details.ticket_id) if 0 < details.ticket_id < 2**31 else None
    may_see = other is not None and (by is None or Standing.STAFF in await standing.of(session, other, by))
    if other is None or not may_see:
        raise misread.BadNumber(number=number, other=details.ticket_id)
    if other.status not in workflow.FILED or standing.is_private(other) != standing.is_private(ticket):
        raise misread.CannotMerge(number=number)
    if ticket.level < other.level and workflow.find(Status(other.status), Action.RAISE) is None:
        # The more urgent of the two would wait for what rests.
        raise misread.CannotMerge(number=number)
    await _check_children(session, ticket)


async def _check_children(session: AsyncSession, ticket: Ticket) -> None:
    children = await kinship.open_children(session, ticket)
    if children:
        numbers = "、".join(f"#{child.id}" for child in children)
        raise refusals.ChildrenOpen(number=ticket.id or 0, children=numbers)


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


async def _check_finished(session: AsyncSession, ticket: Ticket, *, street: Street) -> None:
    """A matter of several units is done when every unit's part is, a complex one when its steps are."""
    if ticket.kind != spans.SIMPLE:
        await _check_children(session, ticket)
    await checklist.check_settled(session, ticket, street=street)
    await proof.check(session, ticket, street=street)


def _check_standing(ticket: Ticket, action: Action, standings: frozenset[Standing]) -> None:
    number = ticket.id or 0
    if action is Action.WITHDRAW and (ticket.level in ("L0", "L1") or ticket.reporters > 1):
        raise refusals.CannotWithdraw(number=number)
    is_undecided = ticket.status == Status.DISPATCHED and ticket.is_with_street
    decider = Standing.LEADER if complaints.is_for_leader(ticket) else Standing.DISPATCHER
    if action in OF_COMMUNITY and is_undecided and not {decider, Standing.BOT} & standings:
        raise refusals.WithStreet(number=number)
    if action in (Action.PASS, Action.FAIL):
        _check_checker(ticket, standings)


def _check_checker(ticket: Ticket, standings: frozenset[Standing]) -> None:
    """A courier looks after public things; whether a person was helped is for staff to say."""
    only_reporter = Standing.CHECKER not in standings
    if only_reporter and standing.is_private(ticket) and ticket.category != RIDERS_OWN:
        raise refusals.NotAllowed(number=ticket.id or 0)
