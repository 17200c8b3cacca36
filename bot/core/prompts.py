"""What the bot asks a member of staff for before an action can happen, and the answer when it comes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import cards, offers, people, speech, standing
from bot.core.notes import Note
from bot.core.procedure import showing
from bot.core.procedure.checklist import Checklist
from bot.core.procedure.terms import STEP_OF, Form
from bot.core.street import Street
from bot.core.workflow import Action
from bot.mailbox.outbox import Address
from models import OutboxItem, Person, Prompt, StaffGroup, Ticket

# After half an hour nobody remembers what the question was.
GOOD_FOR = timedelta(minutes=30)


async def ask(
    session: AsyncSession, ticket: Ticket, by: Person, at: Address, action: Action, *, now: datetime, street: Street
) -> None:
    """Asks for what the action needs and a button cannot carry."""
    note = await offers.question(session, ticket, action, now=now, street=street)
    await _open(session, ticket, by, at, action, note, now=now)


async def offer_more(
    session: AsyncSession,
    ticket: Ticket,
    by: Person,
    at: Address,
    place: StaffGroup | None,
    *,
    now: datetime,
    street: Street,
) -> None:
    """Offers everything else that he may do with the ticket; raises NothingMore when that is nothing."""
    note = await offers.menu(session, ticket, place, by=by, street=street)
    if not note.buttons:
        raise offers.NothingMore(number=ticket.id or 0)
    await _open(session, ticket, by, at, offers.MORE, note, now=now)


async def show_steps(
    session: AsyncSession, ticket: Ticket, found: Checklist, by: Person, at: Address, *, now: datetime, street: Street
) -> None:
    """Shows the list of a complex matter's steps, with a button for the next one."""
    note = showing.note(ticket, found, street=street)
    note = replace(note, text=cards.mask(note.text)) if await _is_group(session, by, at) else note
    await _open(session, ticket, by, at, offers.STEPS, note, now=now)


async def ask_step(
    session: AsyncSession, ticket: Ticket, form: Form, by: Person, at: Address, *, now: datetime, street: Street
) -> None:
    """Asks for the words of one step."""
    facts = {"step": street.texts(f"step-{STEP_OF[form]}"), "example": street.texts(f"step-example-{form}")}
    note = Note(street.texts(f"step-ask-{form}", number=ticket.id, **facts), ask="reply")
    await _open(session, ticket, by, at, f"{offers.STEPS}:{form}", note, now=now)


def form_asked(prompt: Prompt) -> Form | None:
    """The step whose words the prompt waits for; None when it waits for something else."""
    _, _, form = prompt.action.partition(f"{offers.STEPS}:")
    return Form(form) if form else None


async def ask_for_proof(
    session: AsyncSession,
    ticket: Ticket,
    by: Person,
    at: Address,
    missing: Sequence[str],
    *,
    now: datetime,
    street: Street,
) -> None:
    """Asks for what the proof still lacks."""
    note = Note(street.texts("prompt-prove", number=ticket.id, missing="、".join(missing)), ask="reply")
    await _open(session, ticket, by, at, Action.PROVE, note, now=now)


async def waiting(session: AsyncSession, person: Person, at: Address, *, now: datetime) -> Prompt | None:
    """What this person was asked in this chat and may still answer."""
    query = sa.select(Prompt).where(
        col(Prompt.person_id) == person.id, col(Prompt.channel) == at.channel, col(Prompt.chat) == at.chat
    )
    prompt = (await session.scalars(query)).first()
    return prompt if prompt is not None and now - prompt.asked_at <= GOOD_FOR else None


async def message_of(session: AsyncSession, prompt: Prompt) -> str | None:
    """The message in which the question stands; None until it has been sent."""
    asked = await session.get(OutboxItem, prompt.outbox_id) if prompt.outbox_id else None
    return asked.message_id if asked is not None else None


async def close(session: AsyncSession, person: Person, at: Address, *, now: datetime) -> None:
    """The question is answered or no longer asked: it goes, and in a group its message goes with it."""
    query = sa.select(Prompt).where(
        col(Prompt.person_id) == person.id, col(Prompt.channel) == at.channel, col(Prompt.chat) == at.chat
    )
    for prompt in (await session.scalars(query)).all():
        message = await message_of(session, prompt)
        if message is not None:
            await speech.remove(session, at, message, now=now)
        await session.delete(prompt)
    await session.flush()


async def _open(
    session: AsyncSession, ticket: Ticket, by: Person, at: Address, action: str, note: Note, *, now: datetime
) -> None:
    assert by.id is not None
    assert ticket.id is not None
    own = await people.address_of(session, by.id)
    if standing.is_private(ticket) and own is not None:
        # What he may be offered tells of the matter: not even the question stands in a group.
        at = own
    await close(session, by, at, now=now)
    asked = await _say(session, by, at, note, now=now)
    session.add(
        Prompt(
            person_id=by.id,
            channel=at.channel,
            chat=at.chat,
            ticket_id=ticket.id,
            action=action,
            outbox_id=asked.id,
            asked_at=now,
        )
    )
    await session.flush()


async def _say(session: AsyncSession, by: Person, at: Address, note: Note, *, now: datetime) -> OutboxItem:
    """Says it to the person: in a group by name, so that only his phone opens the reply."""
    assert by.id is not None
    own = await people.address_of(session, by.id)
    if own is not None and own.chat != at.chat:
        note = Note(note.text, note.buttons, ask=note.ask, mention=(by.nickname, own.chat))
    return await speech.say(session, at, note, now=now, urgency=1)


async def _is_group(session: AsyncSession, by: Person, at: Address) -> bool:
    """True for every chat but his own with the bot."""
    own = await people.address_of(session, by.id or 0)
    return own is None or own.chat != at.chat
