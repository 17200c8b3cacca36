"""Telegram: draws notes and cards with aiogram, and says in our words what went wrong."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    Response,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import BufferedInputFile, File, InputMediaPhoto, Message, ReplyParameters
from aiohttp import ClientError, ClientResponseError

from bot.channels import telegram_drawing as drawing
from bot.channels.base import ChannelError, MessageGone, Moved, NotAccepted, NotOurs, TryAgain, Unreachable
from bot.core.notes import Card, Note
from bot.core.texts import Texts
from bot.mailbox.outbox import Address

NAME = "telegram"
# The platform itself waits out floods for up to 8 s before it answers; a shorter limit would double sends.
TIMEOUT_SECONDS = 30

GONE_WORDS = ("message to edit not found", "message to delete not found", "message_id_invalid")
NOT_OURS_WORDS = ("message can't be edited", "message can't be deleted", "message_delete_forbidden")
# A group that only forbids pictures is not lost: the words can still go there.
LOST_CHAT_WORDS = ("chat not found", "user not found", "peer_id_invalid", "have no rights to send",
                   "not enough rights to send text messages", "chat_write_forbidden")  # fmt: skip
# aiogram reads an answer with a type that pydantic makes for it and forgets at once: kept, it is made once, not
# for 5 ms at every call.
ANSWERS = (Response[Message], Response[Message | bool], Response[bool], Response[File])
T = TypeVar("T")
Fetch = Callable[[str], Awaitable[bytes]]


def connect(token: str, api_base: str) -> Bot:
    """A client of the Bot API at this address (the public one, or a local server)."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_base), timeout=TIMEOUT_SECONDS)
    return Bot(token, session=session, default=DefaultBotProperties(link_preview_is_disabled=True))


class TelegramChannel:
    """The Channel of Telegram. `fetch` gives the bytes of a picture by its key in the photo store."""

    def __init__(self, bot: Bot, fetch: Fetch, texts: Texts) -> None:
        self._bot = bot
        self._fetch = fetch
        self._texts = texts

    async def deliver(self, to: Address, what: Note | Card) -> str:
        """Sends a note or a card; returns the message's id."""
        text, markup = drawing.lines(what), drawing.markup(what, self._texts)
        chat_id, reply = int(to.chat), _reply_to(what)
        silent = True if isinstance(what, Note) and what.silent else None
        if what.photo is None:
            method: TelegramMethod[Message] = SendMessage(
                chat_id=chat_id,
                reply_markup=markup,
                reply_parameters=reply,
                disable_notification=silent,
                **text.as_kwargs(),
            )
        else:
            method = SendPhoto(
                chat_id=chat_id,
                photo=await self._picture(what.photo),
                reply_markup=markup,
                reply_parameters=reply,
                disable_notification=silent,
                **text.as_caption_kwargs(),
            )
        try:
            sent = await _translated(lambda: self._bot(method))
        except _UnreadableAnswer as done:
            return str(done.result["message_id"])
        return str(sent.message_id)

    async def redraw(self, to: Address, message: str, card: Card | None, *, photo_shown: str | None = None) -> None:
        """Edits a card in place, also from words to a picture; takes the message away for None."""
        method = await self._edit(int(to.chat), int(message), card, photo_shown)
        try:
            await _translated(lambda: self._bot(method))
        except (_NotModified, _UnreadableAnswer):
            return

    async def _edit(
        self, chat_id: int, message_id: int, card: Card | None, photo_shown: str | None
    ) -> TelegramMethod[Any]:
        if card is None:
            return DeleteMessage(chat_id=chat_id, message_id=message_id)
        place: dict[str, Any] = {"chat_id": chat_id, "message_id": message_id}
        text = drawing.lines(card)
        place["reply_markup"] = drawing.markup(card, self._texts)
        if card.photo is None:
            return EditMessageText(**place, **text.as_kwargs())
        if card.photo == photo_shown:
            return EditMessageCaption(**place, **text.as_caption_kwargs())
        media = InputMediaPhoto(media=await self._picture(card.photo), **text.as_caption_kwargs())
        return EditMessageMedia(**place, media=media)

    async def _picture(self, key: str) -> BufferedInputFile:
        try:
            return BufferedInputFile(await self._fetch(key), "photo.jpg")
        except FileNotFoundError as error:
            # Deleted on schedule since it was drawn: the words go alone.
            raise NotAccepted("the picture is gone") from error

    async def download(self, file_ref: str) -> bytes:
        """The bytes of a file; raises NotAccepted for one that is gone or larger than Telegram gives out."""

        async def fetch() -> bytes:
            file = await self._bot.get_file(file_ref)
            if file.file_path is None:
                raise NotAccepted("the platform names no path for this file")
            stream = await self._bot.download_file(file.file_path, timeout=TIMEOUT_SECONDS)
            return b"" if stream is None else stream.read()

        return await _translated(fetch)


def _reply_to(what: Note | Card) -> ReplyParameters | None:
    if isinstance(what, Card) or what.reply_to is None:
        return None
    return ReplyParameters(message_id=int(what.reply_to), allow_sending_without_reply=True)


async def call(bot: Bot, method: TelegramMethod[Any]) -> None:
    """Sends one method and forgets its result; raises a ChannelError when it was not taken."""
    await _translated(lambda: bot(method))


class _NotModified(ChannelError):
    """The edit changes nothing: it is there already."""


class _UnreadableAnswer(ChannelError):
    """Telegram did it, only the library cannot read what it answers; doing it again would do it twice."""

    def __init__(self, result: Any) -> None:
        super().__init__("done, but the answer cannot be read")
        self.result = result


async def _translated(call: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call()
    except TelegramAPIError as error:
        raise _refused(error) from error
    except ClientDecodeError as error:
        # Known: a quoted message whose hidden author has no name (aiogram #1840).
        if isinstance(error.data, dict) and error.data.get("ok"):
            raise _UnreadableAnswer(error.data["result"]) from error
        raise TryAgain("the answer makes no sense") from error
    except ClientResponseError as error:
        # Its own words hold the address of the file, and with it the token.
        kind = NotAccepted if error.status == HTTPStatus.NOT_FOUND else TryAgain
        raise kind(f"the file server answered {error.status}") from None
    except ClientError as error:
        raise TryAgain(type(error).__name__) from None
    except (AiogramError, TimeoutError, OSError) as error:
        raise TryAgain(str(error) or type(error).__name__) from error


def _refused(error: TelegramAPIError) -> ChannelError:
    match error:
        case TelegramRetryAfter():
            return TryAgain(str(error), after=timedelta(seconds=error.retry_after))
        case TelegramMigrateToChat():
            return Moved(str(error.migrate_to_chat_id))
        case TelegramForbiddenError():
            return Unreachable(str(error))
        case TelegramEntityTooLarge():
            return NotAccepted(str(error))
        case TelegramBadRequest() | TelegramNotFound():
            return _bad_request(error.message)
        case TelegramUnauthorizedError():
            # A wrong token is mended by a person; until then nothing is lost.
            return TryAgain(str(error), after=timedelta(minutes=5))
    return TryAgain(str(error) or type(error).__name__)


def _bad_request(message: str) -> ChannelError:
    words = message.lower()
    if "message is not modified" in words:
        return _NotModified(message)
    if any(known in words for known in GONE_WORDS):
        return MessageGone(message)
    if any(known in words for known in NOT_OURS_WORDS):
        return NotOurs(message)
    if any(known in words for known in LOST_CHAT_WORDS):
        return Unreachable(message)
    return NotAccepted(message)
