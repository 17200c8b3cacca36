"""Staff speak of tickets in plain words: in a reply to the card, or with the number in front."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import answers, cards, handling, limits, people, phrases, prompts, standing, tickets
from bot.core.details import Details
from bot.core.notes import Button
from bot.core.phrases import Saying
from bot.core.street import Street
from bot.core.workflow import Action, Standing, Status
from handlers import wording
from models import Person

router = Router(name="staff_words")


class SpeaksOfTicket(Filter):
    """Passes for staff who reply to a card, or begin with a ticket's number; their other talk is their own."""

    async def __call__(self, message: Message, session: AsyncSession) -> bool | dict[str, Any]:
        """Whether it is about a ticket; hands the handler the person, the number and what was said."""
        if message.from_user is None:
            return False
        person = await people.find(session, NAME, str(message.from_user.id))
        if person is None or not await standing.is_staff(session, person):
            return False
        text = wording.words(message)
        on_card = await ticket_of_card(session, message)
        saying = phrases.read_reply(text) if on_card is not None else phrases.read(text)
        number = (saying.number if saying else None) or on_card
        if saying is None and wording.pictures(message) and not wording.is_private(message):
            # A picture alone, or with "好了": of the one ticket that he has in hand, if it is only one.
            saying = Saying("done", None, text) if not text or phrases.meaning_of(text) == "done" else None
            number = await handling.only_ticket_of(session, person)
        if saying is None or number is None:
            return False
        return {"person": person, "number": number, "saying": saying}


@router.message(~F.text.startswith("/"), SpeaksOfTicket())
async def spoke(
    message: Message,
    session: AsyncSession,
    person: Person,
    number: int,
    saying: Saying,
    now: datetime,
    street: Street,
) -> None:
    """A member of staff said something about a ticket."""
    files = wording.pictures(message)
    if files or saying.meaning == "done":
        await handling.offer_proof(
            session,
            number,
            by=person,
            at=wording.at(message.chat),
            files=files,
            text=saying.words,
            now=now,
            street=street,
        )
        return
    if saying.meaning == "received":
        await _ask_whether_claimed(session, message, person, number, now=now, street=street)
        return
    action, said = await _action_of(session, number, saying), phrases.argument_of(saying.words, saying.meaning)
    if action is Action.HAND_OVER:
        details = await _to_colleague(session, number, said)
    else:
        details = answers.read(action, said, now=now, street=street)
    await tickets.act(session, number, action, by=person, now=now, street=street, details=details)
    await prompts.close(session, person, wording.at(message.chat), now=now)
    await wording.reply(session, message, street.texts(f"toast-{action}", number=number), now=now)


async def _action_of(session: AsyncSession, number: int, saying: Saying) -> Action:
    """The step that was meant: what the words are called, but an urgent ticket is only lowered when asked for."""
    if saying.meaning == "lower" and (await tickets.get(session, number)).level in limits.PROTECTED:
        return Action.ASK_LOWER
    return Action(saying.meaning)


async def _to_colleague(session: AsyncSession, number: int, name: str) -> Details:
    """To the one colleague of this name; whether there is such a ticket, and whose, is for the act to say."""
    ticket = await tickets.get(session, number)
    found = await people.colleagues(session, ticket.community, called=name)
    return Details(to_person_id=found[0].id if len(found) == 1 else None)


async def _ask_whether_claimed(
    session: AsyncSession, message: Message, person: Person, number: int, *, now: datetime, street: Street
) -> None:
    """Offers the claim by one tap: 收到 is a courtesy and no claim."""
    ticket = await tickets.get(session, number)
    may_know = Standing.STAFF in await standing.of(session, ticket, person)
    if ticket.status != Status.DISPATCHED or not may_know:
        return
    button = Button(street.texts("button-claim"), f"t:{number}:{Action.CLAIM}")
    await wording.reply(session, message, street.texts("ask-claim", number=number), now=now, buttons=((button,),))


async def ticket_of_card(session: AsyncSession, message: Message) -> int | None:
    """The ticket whose card is replied to; None when it is no card."""
    if message.reply_to_message is None:
        return None
    card = await cards.at_message(session, wording.at(message.chat), str(message.reply_to_message.message_id))
    return card.ticket_id if card is not None else None
