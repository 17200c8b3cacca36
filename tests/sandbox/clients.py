"""Two independent Telegram libraries as clients of the sandbox, under one set of words."""

import importlib
from contextlib import AbstractAsyncContextManager
from typing import Any


class Kit:
    """One library: its connected bot, its types and its errors, found by the names both libraries share."""

    name: str
    errors: dict[str, type[Exception]]
    bot: Any

    def connect(self, url: str, token: str) -> AbstractAsyncContextManager[Any]:
        """A bot that talks to the sandbox."""
        raise NotImplementedError

    def make(self, type_name: str, **fields: Any) -> Any:
        """An object of the library's type of this name."""
        raise NotImplementedError

    def file(self, data: bytes, name: str) -> Any:
        """A file to upload."""
        raise NotImplementedError

    def part(self, data: bytes, name: str) -> Any:
        """A file to upload as part of an album or an edit."""
        return self.file(data, name)

    def no_keyboard(self) -> Any:
        """What takes a reply keyboard away."""
        return self.make("ReplyKeyboardRemove")

    def buttons(self, *labels: str) -> Any:
        """One row of inline buttons whose data is their label."""
        row = [self.make("InlineKeyboardButton", text=label, callback_data=label) for label in labels]
        return self.make("InlineKeyboardMarkup", inline_keyboard=[row])


class PythonTelegramBot(Kit):
    """python-telegram-bot."""

    name = "python-telegram-bot"

    def __init__(self) -> None:
        self._types = importlib.import_module("telegram")
        error = importlib.import_module("telegram.error")
        self.errors = {
            "bad request": error.BadRequest,
            "forbidden": error.Forbidden,
            "conflict": error.Conflict,
            "slow down": error.RetryAfter,
            "moved": error.ChatMigrated,
            "who are you": error.InvalidToken,
            "no such method": error.InvalidToken,
            "broken server": error.NetworkError,
            "too large": error.NetworkError,
            "cut line": error.NetworkError,
        }

    def connect(self, url: str, token: str) -> AbstractAsyncContextManager[Any]:
        made: AbstractAsyncContextManager[Any] = self._types.Bot(
            token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot"
        )
        return made

    def make(self, type_name: str, **fields: Any) -> Any:
        return getattr(self._types, type_name)(**fields)

    def file(self, data: bytes, name: str) -> Any:
        return self._types.InputFile(data, filename=name)

    def part(self, data: bytes, name: str) -> Any:
        return self._types.InputFile(data, filename=name, attach=True)


class Aiogram(Kit):
    """aiogram."""

    name = "aiogram"

    def __init__(self) -> None:
        self._aiogram = importlib.import_module("aiogram")
        self._server = importlib.import_module("aiogram.client.telegram")
        self._session = importlib.import_module("aiogram.client.session.aiohttp")
        error = importlib.import_module("aiogram.exceptions")
        self.errors = {
            "bad request": error.TelegramBadRequest,
            "forbidden": error.TelegramForbiddenError,
            "conflict": error.TelegramConflictError,
            "slow down": error.TelegramRetryAfter,
            "moved": error.TelegramMigrateToChat,
            "who are you": error.TelegramUnauthorizedError,
            "no such method": error.TelegramNotFound,
            "broken server": error.TelegramServerError,
            "too large": error.TelegramEntityTooLarge,
            "cut line": error.TelegramNetworkError,
        }

    def connect(self, url: str, token: str) -> AbstractAsyncContextManager[Any]:
        server = self._server.TelegramAPIServer.from_base(url)
        session = self._session.AiohttpSession(api=server)
        made: AbstractAsyncContextManager[Any] = self._aiogram.Bot(token, session=session)
        return made

    def make(self, type_name: str, **fields: Any) -> Any:
        return getattr(self._aiogram.types, type_name)(**fields)

    def file(self, data: bytes, name: str) -> Any:
        return self._aiogram.types.BufferedInputFile(data, filename=name)

    def no_keyboard(self) -> Any:
        # aiogram wants the field said that can only be true.
        return self.make("ReplyKeyboardRemove", remove_keyboard=True)
