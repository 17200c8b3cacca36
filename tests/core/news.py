"""News as the courier of the desk gets them: a ticket of the early morning, what he was told, whether it rang."""

from datetime import datetime

from bot.core.calendar import SHANGHAI
from bot.core.notes import Note
from models import Person, Ticket
from tests.desk import RUBBISH, Desk, chat_of

LAMP = "5幢楼道灯不亮"
MANHOLE = "2幢门口井盖没了"
# A courier of the desk has not said what he does: he rides from 10:30 and has time again from 14:00.
PEAK, LULL, EVENING = "11:00", "14:00", "20:30"
KINDS = ("接手", "围好", "说处理好", "核查没过", "办结")


def at(desk: Desk, clock: str) -> None:
    """Moves to this time of Monday, or of another day."""
    desk.clock.set(clock if " " in clock else f"2026-11-23 {clock}")


async def reported(desk: Desk, words: str = RUBBISH, *, by: Person | None = None) -> Ticket:
    """A ticket of the early morning, its receipt read long ago."""
    at(desk, "08:40")
    ticket = await desk.report(words, by=by or desk.courier)
    await desk.send()
    return ticket


async def claimed(desk: Desk, words: str = RUBBISH) -> Ticket:
    """The same, and he has been told that somebody has it."""
    ticket = await desk.claim(await reported(desk, words), by=desk.worker)
    await desk.send()
    return ticket


async def told(desk: Desk, *, to: Person | None = None) -> list[str]:
    """The news that have reached somebody, each by the word that says what it is."""
    return [next(kind for kind in KINDS if kind in note.text) for note in await notes(desk, to or desk.courier)]


async def rings(desk: Desk) -> list[bool]:
    """Whether the courier's phone rang, for each piece of news."""
    return [not note.silent for note in await notes(desk, desk.courier)]


async def notes(desk: Desk, person: Person) -> list[Note]:
    """The news that have reached somebody, once everything due is sent."""
    await desk.send()
    said = [shown.what for shown in desk.channel.messages.values() if shown.to.chat == chat_of(person)]
    # Receipts begin with other words than the number.
    return [note for note in said if isinstance(note, Note) and note.text.startswith("#")]


async def due(desk: Desk) -> list[str]:
    """When what waits for the courier is due, on the street's clock."""
    waiting = await desk.owed(status="new", recipient=chat_of(desk.courier))
    return [_clock(item.due_at) for item in waiting]


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(SHANGHAI):%H:%M}"
