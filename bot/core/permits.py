"""Who may do what to a ticket as it stands, and the refusal for whoever may not."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import refusals, standing, workflow
from bot.core.street import Street
from bot.core.workflow import Action, Standing, Status, Transition
from models import Person, Ticket


async def allowed(
    session: AsyncSession, ticket: Ticket, action: Action, standings: frozenset[Standing], *, street: Street
) -> Transition:
    """The row of the table that allows this step; raises the Refusal that says why not, naming nobody it should not."""
    check_concerned(ticket, standings, street=street)
    transition = workflow.find(Status(ticket.status), action)
    if transition is None:
        raise await wrong_moment(session, ticket, action, street=street)
    if transition.who & standings:
        return transition
    if action in (Action.PASS, Action.FAIL) and Standing.OWNER in standings:
        raise refusals.NotTheHandler(number=ticket.id or 0)
    if Standing.NEIGHBOUR in standings:
        raise refusals.NotYourGroup(number=ticket.id or 0, community=street.community_name(ticket.community))
    raise refusals.NotAllowed(number=ticket.id or 0)


def check_concerned(ticket: Ticket, standings: frozenset[Standing], *, street: Street) -> None:
    """Raises for somebody to whom the ticket is nothing at all."""
    if not standings and standing.is_private(ticket):
        # Not even that it exists.
        raise refusals.NotFound(number=ticket.id or 0)
    if not standings:
        raise refusals.NotYourGroup(number=ticket.id or 0, community=street.community_name(ticket.community))


async def wrong_moment(
    session: AsyncSession, ticket: Ticket, action: Action, *, street: Street
) -> refusals.AlreadyTaken | refusals.WrongMoment:
    """Why the step is not possible as the ticket stands: somebody was first, or it is too late for it."""
    number = ticket.id or 0
    if action is Action.CLAIM and ticket.owner_id is not None:
        owner = await session.get_one(Person, ticket.owner_id)
        return refusals.AlreadyTaken(number=number, owner=owner.nickname)
    return refusals.WrongMoment(number=number, status=street.texts(f"status-{ticket.status}"))
