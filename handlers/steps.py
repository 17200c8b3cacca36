"""Staff look at a complex matter's steps and tell the next one: t:NUMBER:steps[:FORM], or "12 公示 11-30到12-07"."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import cards, offers, people, prompts, refusals, spans, speech, standing, tickets
from bot.core.notes import Note
from bot.core.procedure import recording, showing, spoken
from bot.core.procedure.spoken import Told
from bot.core.procedure.terms import Form
from bot.core.street import Street
from bot.core.workflow import Standing
from handlers import staff_words, wording
from models import Person, Ticket

router = Router(name="steps")


class SpeaksOfStep(Filter):
    """Passes for staff who tell a step of a matter that is theirs; to everybody else it stays ordinary talk."""

    async def __call__(self, message: Message, session: AsyncSession) -> bool | dict[str, Any]:
        """Whether it is a step; hands the handler the person, the number and what was told."""
        if message.from_user is None:
            return False
        text = wording.words(message)
        told = spoken.read_reply(text)
        person = await people.find(session, NAME, str(message.from_user.id)) if told is not None else None
        if told is None or person is None:
            return False
        number = told.number or await staff_words.ticket_of_card(session, message)
        if number is None or not await _is_his(session, number, told, person):
            return False
        return {"person": person, "number": number, "told": told}


async def _is_his(session: AsyncSession, number: int, told: Told, person: Person) -> bool:
    """True for staff of a complex matter that they may see; whoever asks for the list is told if there is none."""
    try:
        ticket = await tickets.get(session, number)
    except refusals.NotFound:
        return False
    is_meant = ticket.kind == spans.COMPLEX or told.form is None
    return is_meant and Standing.STAFF in await standing.of(session, ticket, person)


@router.callback_query(F.data.regexp(rf"^t:\d{{1,9}}:{offers.STEPS}(:[a-z_]{{1,12}})?$"))
async def press(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """A member of staff wants to see the steps, or to tell the next one."""
    _, number, _, *named = (query.data or "").split(":")
    person = await people.find(session, NAME, str(query.from_user.id))
    if person is None or query.message is None or (named and named[0] not in set(Form)):
        raise refusals.BadInput()
    ticket, found = await recording.see(session, int(number), by=person, street=street)
    if standing.is_private(ticket) and query.message.chat.type != "private":
        # A forged button: such a card hangs in no group.
        raise refusals.NotFound(number=int(number))
    at = wording.at(query.message.chat)
    if named:
        await prompts.ask_step(session, ticket, Form(named[0]), person, at, now=now, street=street)
        return query.answer(street.texts("toast-asked"))
    await prompts.show_steps(session, ticket, found, person, at, now=now, street=street)
    return query.answer(street.texts("toast-more"))


@router.message(~F.text.startswith("/"), SpeaksOfStep())
async def spoke(
    message: Message,
    session: AsyncSession,
    person: Person,
    number: int,
    told: Told,
    now: datetime,
    street: Street,
) -> None:
    """A member of staff told a step, or asked for the list."""
    await take(session, message, person, number, told, now=now, street=street)


async def take(
    session: AsyncSession, message: Message, person: Person, number: int, told: Told, *, now: datetime, street: Street
) -> None:
    """Enters what was told and answers; what concerns people is taken out of the group and asked for in private."""
    ticket = await tickets.get(session, number)
    if standing.is_private(ticket) and not wording.is_private(message):
        await _take_out(session, message, person, ticket, now=now, street=street)
        return
    if told.form is None:
        await _show(session, message, person, number, now=now, street=street)
        return
    files = wording.pictures(message)
    kept = await recording.record(session, number, told, by=person, channel=NAME, files=files, now=now, street=street)
    await prompts.close(session, person, wording.at(message.chat), now=now)
    await wording.reply(session, message, kept, now=now)


async def _show(
    session: AsyncSession, message: Message, person: Person, number: int, *, now: datetime, street: Street
) -> None:
    ticket, found = await recording.see(session, number, by=person, street=street)
    note = showing.note(ticket, found, street=street)
    text = note.text if wording.is_private(message) else cards.mask(note.text)
    await wording.reply(session, message, text, now=now, buttons=note.buttons)


async def _take_out(
    session: AsyncSession, message: Message, person: Person, ticket: Ticket, *, now: datetime, street: Street
) -> None:
    await speech.remove(session, wording.at(message.chat), str(message.message_id), now=now)
    assert person.id is not None
    note = Note(street.texts("step-not-in-group", number=ticket.id))
    await speech.tell(session, person.id, note, now=now, urgency=int(ticket.level[1]))
