"""Swaps at the desk: asked, answered and approved through the core's own verbs."""

from datetime import date

from bot.core import refusals
from bot.core.notes import Note
from bot.core.roster import swaps
from bot.core.roster.swaps import Step
from models import Person, ShiftSwap
from tests.desk import Desk, chat_of

MON, TUE = date(2026, 11, 30), date(2026, 12, 1)
#: in 汇嘉 小王 has the night of the 30th, 阿芳 the one after
ROSTER = "11-30 夜班 小王\n12-01 夜班 阿芳"


async def ask(desk: Desk, by: Person, written: str) -> str:
    """Somebody asks; whom he asked, or why he cannot."""
    async with desk.database.transaction() as session:
        try:
            return (await swaps.ask(session, by, written, now=desk.clock.now(), street=desk.street)).nickname
        except refusals.Refusal as no:
            return desk.street.texts(no.text_id, **no.facts)


async def press(desk: Desk, step: Step, *, by: Person, swap: int = 1) -> str:
    """Somebody presses a button; what he reads."""
    async with desk.database.transaction() as session:
        try:
            return await swaps.answer(session, swap, step, by=by, now=desk.clock.now(), street=desk.street)
        except refusals.Refusal as no:
            return desk.street.texts(no.text_id, **no.facts)


async def told(desk: Desk, person: Person) -> list[str]:
    """Everything this person was told in private."""
    await desk.send()
    return desk.channel.said_to(chat_of(person))


async def buttons(desk: Desk, person: Person) -> list[str]:
    """The buttons under the last thing this person was told."""
    await desk.send()
    shown = [s.what for s in desk.channel.messages.values() if s.to.chat == chat_of(person)]
    assert isinstance(shown[-1], Note)
    return [button.id for row in shown[-1].buttons for button in row]


async def status(desk: Desk, swap: int = 1) -> str:
    """Where the swap stands."""
    async with desk.database.reading() as session:
        return (await session.get_one(ShiftSwap, swap)).status
