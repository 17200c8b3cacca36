"""Whose tickets a member of staff may be shown here."""

from datetime import datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import groups, people, refusals, standing
from handlers import wording
from models import Person


async def staff(session: AsyncSession, message: Message, *, now: datetime) -> Person:
    """The sender, if he holds any post; raises NotStaff."""
    assert message.from_user is not None
    person = await wording.known(session, message.from_user, now=now)
    if not await standing.is_staff(session, person):
        raise refusals.NotStaff()
    return person


async def communities(session: AsyncSession, message: Message, *, now: datetime) -> set[str | None]:
    """The communities whose tickets may be shown here: the group's in a group, one's own posts' in private.

    None among them is the street office, which sees all. Raises NotStaff and NotBound.
    """
    person = await staff(session, message, now=now)
    assert person.id is not None
    own = {post.community for post in await people.roles_of(session, person.id)}
    if wording.is_private(message):
        return own
    group = await groups.find(session, wording.at(message.chat))
    if group is None:
        raise refusals.NotBound()
    if group.community not in own and None not in own:
        raise refusals.NotStaff()
    return {group.community}
