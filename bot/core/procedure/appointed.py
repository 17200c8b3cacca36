"""Who hears that a meeting was appointed: the community's part of the three, and of public matters the couriers.

业委会 and 物业 are not in the register: whoever appoints the meeting calls them himself.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import asking, people, speech, standing
from bot.core.notes import Note
from bot.core.street import Street
from models import Person, Ticket

#: who sits at the table for the community
FOR_COMMUNITY = ("grid_head", "secretary")


async def tell(
    session: AsyncSession, ticket: Ticket, at: str, where: str, *, by: Person, now: datetime, street: Street
) -> None:
    """Owes the news in private; the owner hears it anyway, as of every note, and of a people matter no courier does."""
    urgency = int(ticket.level[1])
    facts = {"number": ticket.id, "matter": asking.matter(ticket, street), "who": by.nickname, "at": at, "where": where}
    words = street.texts("step-invited", **facts)
    for person_id in await _for_community(session, ticket):
        if person_id not in (by.id, ticket.owner_id):
            await speech.tell(session, person_id, Note(words), now=now, urgency=urgency)
    if standing.is_private(ticket):
        return
    for _, report in await speech.reporters(session, ticket):
        to = await speech.answer_address(session, report)
        await speech.say(session, to, Note(street.texts("told-meeting", number=ticket.id, at=at)), now=now)


async def _for_community(session: AsyncSession, ticket: Ticket) -> list[int]:
    """Of a people matter those who know of it already."""
    if standing.is_private(ticket):
        return ticket.named
    holders = await people.holders(session, FOR_COMMUNITY, ticket.community) if ticket.community else []
    return [person.id for person in holders if person.id is not None]
