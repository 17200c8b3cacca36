"""Who is on duty at `now`: by the roster, else by post, so that an urgent ticket is never left without a person."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import people
from bot.core.roster import book
from bot.core.roster.kinds import Post
from bot.core.street import Street
from models import Person, Ticket

#: who stands in where the roster names nobody, first post that is filled
STREET_STAND_INS = ("duty", "dispatcher", "leader", "admin")
COMMUNITY_STAND_INS = ("worker", "grid_worker", "grid_head", "secretary")


async def chain(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> Sequence[Person]:
    """Whom an urgent ticket is told to in private, besides its group.

    L0: the community's grid heads and the street's duty, at any hour. L1: the street's duty outside working
    time.
    """
    if ticket.level == "L0":
        heads = await people.holders(session, ["grid_head"], ticket.community) if ticket.community else []
        return people.once(heads, await on_duty(session, now=now))
    if ticket.level == "L1" and not street.calendar.is_working(now):
        return await on_duty(session, now=now)
    return []


async def on_duty(session: AsyncSession, *, now: datetime) -> Sequence[Person]:
    """The street's duty officers now, as far as they can be reached; never nobody while the street has staff.

    By the roster, else who holds the post, else the dispatchers, the leaders, the admins. When none of them can
    be reached it is still theirs: a matter that is told to nobody would be nobody's.
    """
    found = await _rostered(session, None, "duty", now=now) or await by_post(session, None, STREET_STAND_INS)
    if found:
        return found
    held = [await people.holders(session, [post], None) for post in STREET_STAND_INS]
    return next(filter(None, held), [])


async def leader_on_duty(session: AsyncSession, *, now: datetime) -> Sequence[Person]:
    """The street's leader on duty now, by the roster, else whoever holds that post; nobody when none can be reached."""
    return await _rostered(session, None, "leader", now=now) or await by_post(session, None, ["leader"])


async def leaders(session: AsyncSession, *, now: datetime) -> Sequence[Person]:
    """The leaders in charge, whoever of them can be reached first; the admins while the street has no leader.

    Nobody else stands in: what is told to them is told to nobody below them.
    """
    held = await people.holders(session, ["leader"], None)
    rostered = [person for person in await leader_on_duty(session, now=now) if person in held]
    return rostered or await people.reachable(session, held) or held or await people.holders(session, ["admin"], None)


async def of_community(session: AsyncSession, community: str, *, now: datetime) -> Sequence[Person]:
    """Who is on duty in the community now, by the roster, else by post; the street's duty when it has nobody."""
    return (
        await _rostered(session, community, "duty", now=now)
        or await by_post(session, community, COMMUNITY_STAND_INS)
        or await on_duty(session, now=now)
    )


async def by_post(session: AsyncSession, community: str | None, posts: Sequence[str]) -> Sequence[Person]:
    """Those who can be reached of the first of these posts of which anybody can."""
    for post in posts:
        found = await people.reachable(session, await people.holders(session, [post], community))
        if found:
            return found
    return []


async def _rostered(session: AsyncSession, community: str | None, post: Post, *, now: datetime) -> list[Person]:
    on_shift = await book.on_shift(session, community, post, now=now)
    return await people.reachable(session, people.once([taken.person for taken in on_shift]))
