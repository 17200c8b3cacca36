"""What the tests of merged and split tickets ask of the desk."""

from bot.core import kinship
from bot.core.workflow import Action
from models import Ticket
from tests.desk import Desk, chat_of


async def reporters(desk: Desk, ticket: Ticket) -> list[int]:
    async with desk.database.reading() as session:
        return [row.person_id for row in await kinship.reporters(session, ticket)]


async def split(desk: Desk, ticket: Ticket, category: str) -> Ticket:
    """The part that the worker takes out, delivered."""
    await desk.act(ticket, Action.SPLIT, by=desk.worker, category=category)
    await desk.send()
    return await desk.numbered(2)


def said_to(desk: Desk, who: str) -> str:
    return "\n".join(desk.channel.said_to(chat_of(desk.known[who])))
