"""What a growing number of reporters sets off: somebody is asked, once, whether the level still fits."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import routing, speech
from bot.core.notes import Button, Note
from bot.core.street import Street
from bot.core.workflow import Action
from models import Nudge, Ticket


async def ask_level(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Owes the owner, or whoever could take it, the question whether to raise the level; once per number of reporters.

    A merger may pass several of the numbers at once: they are one question.
    """
    higher = [code for code in sorted(street.taxonomy.levels) if code < ticket.level]
    passed = [count for count in street.rules.likeness.ask_level_at if count <= ticket.reporters]
    keys = {f"{ticket.id}:join:{count}" for count in passed}
    known = sa.select(col(Nudge.key)).where(col(Nudge.ticket_id) == ticket.id, col(Nudge.key).in_(keys))
    new = keys - set((await session.scalars(known)).all())
    told = [ticket.owner_id] if ticket.owner_id is not None else await routing.takers(session, ticket)
    if not (higher and new and told):
        return
    for key in sorted(new):
        session.add(Nudge(key=key, ticket_id=ticket.id, due_at=now, at=now, outcome="sent", told=told))
    text = street.texts("ask-level", number=ticket.id, count=ticket.reporters)
    buttons = tuple(Button(street.texts(f"level-{code}"), f"t:{ticket.id}:{Action.RAISE}:{code}") for code in higher)
    for person_id in told:
        await speech.tell(session, person_id, Note(text, (buttons,)), now=now, urgency=int(ticket.level[1]))
