"""Who stands above whom: 网格员 → 网格长 → 书记 → 街道调度 → 街道值班 → 带班领导."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import people
from models import Person, Ticket

#: the posts from below to above; those of the street after those of the community
OF_COMMUNITY: Sequence[str] = ("worker", "grid_worker", "grid_head", "secretary")
OF_STREET: Sequence[str] = ("dispatcher", "duty", "leader")
#: to whom a worker or a grid worker reports
FIRST_ABOVE = "grid_head"


async def above(session: AsyncSession, ticket: Ticket, person_id: int) -> tuple[Person, bool] | None:
    """The next person above this one who can be reached, and whether he sits at the street; None at the top."""
    posts = await people.roles_of(session, person_id)
    at_street = [post.role for post in posts if post.community is None and post.role in OF_STREET]
    own = [post.role for post in posts if post.community == ticket.community and post.role in OF_COMMUNITY]
    for community, post in _ladder(ticket.community, own, at_street):
        for person in await people.holders(session, [post], community):
            if person.id not in (None, person_id) and await people.address_of(session, person.id or 0) is not None:
                return person, community is None
    return None


def _ladder(community: str | None, own: Sequence[str], at_street: Sequence[str]) -> list[tuple[str | None, str]]:
    if at_street:
        highest = max(OF_STREET.index(post) for post in at_street)
        return [(None, post) for post in OF_STREET[highest + 1 :]]
    highest = max((OF_COMMUNITY.index(post) for post in own), default=0)
    beginning = max(highest + 1, OF_COMMUNITY.index(FIRST_ABOVE))
    below = [(community, post) for post in OF_COMMUNITY[beginning:]] if community is not None else []
    return [*below, *((None, post) for post in OF_STREET)]
