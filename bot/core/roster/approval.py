"""Who approves that a shift goes to somebody else: never one of the two, unless nobody else is there."""

from collections.abc import Iterator

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import people
from models import Person, ShiftSwap

COMMUNITY_POSTS = ("grid_head", "secretary")
#: the street's own, first post that is filled; they stand in for a community that has nobody else
STREET_POSTS = ("dispatcher", "leader")


async def approvers(session: AsyncSession, swap: ShiftSwap) -> list[Person]:
    """Whom to ask: those of the first rank in which anybody besides the two can be reached; failing all, the two."""
    everybody: list[Person] = []
    for community, posts in _ranks(swap):
        found = await people.reachable(session, await people.holders(session, posts, community))
        others = [person for person in found if not _is_of_the_two(person, swap)]
        if others:
            return others
        everybody += found
    return everybody or [await session.get_one(Person, person_id) for person_id in (swap.from_id, swap.to_id)]


async def may_decide(session: AsyncSession, swap: ShiftSwap, by: Person) -> bool:
    """True for whoever holds a post of any rank and is none of the two, and for whoever there is to ask."""
    assert by.id is not None
    held = {(post.community, post.role) for post in await people.roles_of(session, by.id)}
    ranked = {(community, post) for community, posts in _ranks(swap) for post in posts}
    if held & ranked and not _is_of_the_two(by, swap):
        return True
    return by.id in {person.id for person in await approvers(session, swap)}


def _ranks(swap: ShiftSwap) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    if swap.community is not None:
        yield swap.community, COMMUNITY_POSTS
    for post in STREET_POSTS:
        yield None, (post,)


def _is_of_the_two(person: Person, swap: ShiftSwap) -> bool:
    return person.id in (swap.from_id, swap.to_id)
