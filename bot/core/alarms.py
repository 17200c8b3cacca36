"""What operators must hear: something was parked, a message cannot be sent, nobody is there to take a ticket."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import people, speech
from bot.core.notes import Note
from bot.mailbox.outbox import Address


async def tell_operators(session: AsyncSession, text: str, *, operators: Address | None, now: datetime) -> None:
    """Owes the words to the operators' chat; without one, to every admin in private."""
    if operators is not None:
        await speech.say(session, operators, Note(text), now=now, urgency=1)
        return
    for admin in await people.holders(session, ["admin"], None):
        assert admin.id is not None
        await speech.tell(session, admin.id, Note(text), now=now, urgency=1)
