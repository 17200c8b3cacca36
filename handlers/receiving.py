"""One stored update is read, repaired if need be, and handed to the routers; an expected no becomes words."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import Message, Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Unreadable
from bot.channels.telegram import call
from bot.core import people, pushes, refusals
from bot.core.places import datum as datums
from bot.core.street import Street
from handlers import dispatcher, ticket_buttons, wording

# What a message cannot do without; anything else in it may be dropped to save the rest.
NEEDED = frozenset({"message_id", "date", "chat", "from", "id", "data"})
# Each round drops at least one faulty part; a message has few that can be faulty at once.
MOST_REPAIRS = 5


@dataclass(frozen=True)
class Receiving:
    """Handles updates of Telegram."""

    bot: Bot
    street: Street
    datum: datums.Datum

    async def __call__(
        self, session: AsyncSession, payload: Any, *, now: datetime
    ) -> Callable[[], Awaitable[Any]] | None:
        """Handles one update; returns the toast that waits for the commit, if there is one.

        What a handler had written before it refused is undone; the refusal's own words are kept.
        """
        update = read(payload, self.bot)
        if not _has_known_kind(update):
            return None
        await _hear(session, update, now=now)
        try:
            async with session.begin_nested():
                answer = await dispatcher.feed_update(
                    self.bot, update, session=session, now=now, street=self.street, datum=self.datum
                )
        except refusals.Refusal as refusal:
            answer = await self._explain(session, update, refusal, now=now)
        if isinstance(answer, TelegramMethod):
            method = answer
            return lambda: call(self.bot, method)
        return None

    async def _explain(
        self, session: AsyncSession, update: Update, refusal: refusals.Refusal, *, now: datetime
    ) -> AnswerCallbackQuery | None:
        text = self.street.texts(refusal.text_id, **refusal.facts)
        if update.callback_query is not None:
            await ticket_buttons.heal(session, update.callback_query, now=now)
            return AnswerCallbackQuery(callback_query_id=update.callback_query.id, text=text, show_alert=True)
        message = update.message
        if isinstance(message, Message):
            await wording.reply(session, message, text, now=now)
        return None


def read(payload: Any, bot: Bot) -> Update:
    """The update in its typed form; raises Unreadable when not even the message itself can be read.

    Telegram sometimes leaves out what its own documentation requires (a hidden forwarder without a name,
    an empty story): the faulty part is dropped, the courier's words are kept.
    """
    repaired = payload
    for _ in range(MOST_REPAIRS):
        try:
            return Update.model_validate(repaired, context={"bot": bot})
        except ValidationError as error:
            repaired = _without_faults(repaired, error)
    raise Unreadable("the update cannot be repaired")


async def _hear(session: AsyncSession, update: Update, *, now: datetime) -> None:
    """Somebody wrote or pressed something in private: he can be reached, and has his phone in his hand."""
    message, query = update.message or update.edited_message, update.callback_query
    place = message or (query.message if query is not None else None)
    if place is None or place.chat.type != "private":
        return
    at = wording.at(place.chat)
    if update.message is not None:
        await people.reached(session, at)
    person = await people.find(session, at.channel, at.chat)
    if person is not None:
        await pushes.heard(session, person, now=now)


def _has_known_kind(update: Update) -> bool:
    """False for a kind of update that Telegram will invent one day: nobody here could handle it."""
    try:
        return bool(update.event_type)
    except UpdateTypeLookupError:
        return False


def _without_faults(payload: Any, error: ValidationError) -> Any:
    """The payload without the parts that the error names; raises Unreadable when one of them is needed."""
    if not isinstance(payload, dict):
        raise Unreadable("not an update")
    faulty = {(str(e["loc"][0]), str(e["loc"][1])) for e in error.errors() if len(e["loc"]) > 1}
    if not faulty or any(part in NEEDED for _, part in faulty):
        raise Unreadable("a needed part of the update is missing or wrong")
    return {
        kind: {k: v for k, v in body.items() if (kind, k) not in faulty} if isinstance(body, dict) else body
        for kind, body in payload.items()
    }
