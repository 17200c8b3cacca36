"""What an action asks for before it may happen: a reason, proof, a fitting person, the right time."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import people, proof, refusals, standing
from bot.core.details import RATINGS, Details
from bot.core.street import Street
from bot.core.workflow import Action, Need, Standing, Transition
from models import Ticket

# Of the people matters only a rider's own needs are his to judge as solved.
RIDERS_OWN = "PPL_RIDER"


async def check(
    session: AsyncSession,
    ticket: Ticket,
    transition: Transition,
    details: Details,
    standings: frozenset[Standing],
    *,
    now: datetime,
    street: Street,
) -> None:
    """Raises the Refusal that says what is missing; returns when nothing is."""
    _check_needs(ticket, transition, details, street=street)
    if Need.PERSON in transition.needs:
        await _check_person(session, ticket, details)
    if Need.PROOF in transition.needs:
        await proof.check(session, ticket, street=street)
    _check_limits(ticket, transition.action, standings, now=now, street=street)


def _check_needs(ticket: Ticket, transition: Transition, details: Details, *, street: Street) -> None:
    number = ticket.id or 0
    if Need.REASON in transition.needs and len(details.text.strip()) < street.rules.return_needs_characters:
        raise refusals.ReasonMissing(number=number)
    is_met = {
        Need.CATEGORY: details.category in street.taxonomy.leaves,
        Need.COMMUNITY: street.has_community(details.community),
        Need.RATING: details.rating in RATINGS,
    }
    if not all(is_met.get(need, True) for need in transition.needs):
        raise refusals.BadInput(number=number)


def _check_limits(
    ticket: Ticket, action: Action, standings: frozenset[Standing], *, now: datetime, street: Street
) -> None:
    number = ticket.id or 0
    if (
        action is Action.REOPEN
        and ticket.closed_at
        and now - ticket.closed_at > timedelta(days=street.rules.reopen_days)
    ):
        raise refusals.TooLate(number=number, days=street.rules.reopen_days)
    if action is Action.WITHDRAW and (ticket.level in ("L0", "L1") or ticket.reporters > 1):
        raise refusals.CannotWithdraw(number=number)
    if action is Action.CLAIM and ticket.is_with_street and Standing.DISPATCHER not in standings:
        # The street is still deciding whose it is.
        raise refusals.NotAllowed(number=number)
    if action in (Action.PASS, Action.FAIL):
        _check_checker(ticket, standings)


async def _check_person(session: AsyncSession, ticket: Ticket, details: Details) -> None:
    if details.to_person_id is None or details.to_person_id == ticket.owner_id:
        raise refusals.BadInput(number=ticket.id or 0)
    posts = await people.roles_of(session, details.to_person_id)
    if not any(post.community in (ticket.community, None) for post in posts):
        raise refusals.BadInput(number=ticket.id or 0)


def _check_checker(ticket: Ticket, standings: frozenset[Standing]) -> None:
    """A courier looks after public things; whether a person was helped is for staff to say."""
    only_reporter = Standing.CHECKER not in standings
    if only_reporter and standing.is_private(ticket) and ticket.category != RIDERS_OWN:
        raise refusals.NotAllowed(number=ticket.id or 0)
