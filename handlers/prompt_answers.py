"""A member of staff answers what the bot asked him for: a reason, the proof, a category or a community by name."""

from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import answers, handling, offers, people, phrases, prompts, tickets
from bot.core.procedure import spoken
from bot.core.street import Street
from bot.core.workflow import Action
from handlers import steps, wording
from models import Person, Prompt

router = Router(name="prompt_answers")


class Asked(Filter):
    """Passes for somebody who was asked something in this chat and now answers it.

    A reply counts when it is to the question itself. Without one: in a group only a picture where proof is
    awaited, what colleagues say to each other is no answer; in private also words, but never an emergency, nor
    what begins with a ticket's number: "13 好了" is no reason for 12.
    """

    async def __call__(
        self, message: Message, session: AsyncSession, now: datetime, street: Street
    ) -> bool | dict[str, Any]:
        """Whether it is an answer; hands the handler the person and the question."""
        if message.from_user is None:
            return False
        person = await people.find(session, NAME, str(message.from_user.id))
        if person is None:
            return False
        prompt = await prompts.waiting(session, person, wording.at(message.chat), now=now)
        if prompt is None or prompt.action in (offers.MORE, offers.STEPS):
            return False
        question = await prompts.message_of(session, prompt)
        if not _fits(prompt, message, question, street):
            return False
        return {"person": person, "prompt": prompt}


def _fits(prompt: Prompt, message: Message, question: str | None, street: Street) -> bool:
    text, is_picture = wording.words(message), bool(wording.pictures(message))
    awaits_picture = prompt.action == Action.PROVE
    if message.reply_to_message is not None:
        return str(message.reply_to_message.message_id) == question and bool(text or (is_picture and awaits_picture))
    if is_picture:
        return awaits_picture
    saying = phrases.read(text)
    is_about_another = saying is not None and saying.meaning != "note"
    is_urgent = street.judged(text).level in ("L0", "L1")
    return bool(text) and wording.is_private(message) and not is_urgent and not is_about_another


@router.message(~F.text.startswith("/"), Asked())
async def answer(
    message: Message, session: AsyncSession, person: Person, prompt: Prompt, now: datetime, street: Street
) -> None:
    """A member of staff gave what he was asked for."""
    form = prompts.form_asked(prompt)
    if form is not None:
        told = spoken.answer(form, wording.words(message))
        await steps.take(session, message, person, prompt.ticket_id, told, now=now, street=street)
        return
    text, at, action = wording.words(message), wording.at(message.chat), Action(prompt.action)
    if action is Action.PROVE:
        await handling.offer_proof(
            session,
            prompt.ticket_id,
            by=person,
            at=at,
            files=wording.pictures(message),
            text=text,
            now=now,
            street=street,
        )
        return
    details = answers.read(action, text, now=now, street=street)
    await tickets.act(session, prompt.ticket_id, action, by=person, now=now, street=street, details=details)
    await prompts.close(session, person, at, now=now)
    await wording.reply(session, message, street.texts(f"toast-{action}", number=prompt.ticket_id), now=now)
