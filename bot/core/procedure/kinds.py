"""Whether a matter may become one of another kind: 简易, 跨部门 or 复杂."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import kinship, refusals, spans
from bot.core.procedure import checklist, refused
from bot.core.street import Street
from models import Ticket


async def check(session: AsyncSession, ticket: Ticket, kind: str | None, *, street: Street) -> None:
    """Raises the Refusal that says why not: steps under way, and parts that others work on, are not lost by it."""
    number = ticket.id or 0
    if kind not in street.taxonomy.kinds or kind == ticket.kind:
        raise refused.BadKind(number=number)
    if ticket.kind == spans.COMPLEX and await checklist.is_under_way(session, ticket):
        raise refused.StepsUnderWay(number=number)
    children = await kinship.open_children(session, ticket)
    if children and kind == spans.SIMPLE:
        raise refusals.ChildrenOpen(number=number, children="、".join(f"#{child.id}" for child in children))
