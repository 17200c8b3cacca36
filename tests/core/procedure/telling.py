"""Telling the steps of a complex matter at the desk, in the words that staff type."""

from typing import Any

from bot.core.details import FileRef
from bot.core.procedure import checklist, recording, spoken
from bot.core.workflow import Action
from models import ChecklistStep, Person, Ticket
from tests.desk import CHANNEL, Desk

QUARREL = "12幢有两家人为车位吵起来了"
#: everything before the notice, as it is typed
UP_TO_THE_NOTICE = (
    "走访 看过现场，问了3家",
    "会议 居委会、业委会、物业都到了",
    "决定 装22台风幕机，公共收益出，业委会、物业维保",
)


async def complex_matter(desk: Desk) -> Ticket:
    """A public ticket that staff made a complex matter and the worker claimed; all seven steps are needed."""
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="complex", text="要业委会表决")
    return await desk.claim(ticket, by=desk.worker)


async def dispute(desk: Desk) -> Ticket:
    """A people matter that the grid worker took."""
    ticket = await desk.report(QUARREL, by=desk.courier)
    await desk.send()
    return await desk.claim(ticket, by=desk.grid_worker)


async def tells(desk: Desk, ticket: Ticket, *words: str, by: Person, photos: tuple[FileRef, ...] = ()) -> str:
    """Somebody tells one step after the other; the answer to the last."""
    answer = ""
    for each in words:
        told = spoken.read_reply(each)
        assert told is not None, each
        assert ticket.id is not None
        async with desk.database.transaction() as session:
            answer = await recording.record(
                session, ticket.id, told, by=by, channel=CHANNEL, files=photos, now=desk.clock.now(), street=desk.street
            )
    return answer


async def rows(desk: Desk, ticket: Ticket) -> list[ChecklistStep]:
    """Every round of every step."""
    async with desk.database.reading() as session:
        return list(await checklist.all_of(session, ticket.id))


async def outcomes(desk: Desk, ticket: Ticket) -> list[tuple[str, int, str | None]]:
    """Step, round and how it ended."""
    return [(row.code, row.round, row.outcome) for row in await rows(desk, ticket)]


async def facts(desk: Desk, ticket: Ticket, step: str) -> dict[str, Any]:
    """What was read out of the step's last round."""
    return [row.facts for row in await rows(desk, ticket) if row.code == step][-1]


def status(desk: Desk, ticket: Ticket) -> str:
    """The status field of the ticket's card in the group."""
    return dict(desk.card(ticket).fields)["状态"]
