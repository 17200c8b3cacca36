"""A Bot API that answers what a test tells it to, and remembers what it was asked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from fastapi import FastAPI, Request, Response

from bot import serving
from bot.channels import telegram
from bot.tasks import Tasks

TOKEN = "1:abc"
SENT = {"message_id": 77, "date": 0, "chat": {"id": 5, "type": "private"}}
RESULTS: dict[str, Any] = {
    "getFile": {"file_id": "f", "file_unique_id": "u", "file_path": "photos/1.jpg"},
    "deleteMessage": True,
    "answerCallbackQuery": True,
}


@dataclass
class BotApi:
    """`answers` are given in turn; when none is left, everything succeeds."""

    answers: list[Response] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def forget(self) -> None:
        """Everything that was said and laid down is gone."""
        for remembered in (self.answers, self.calls, self.files):
            remembered.clear()

    def app(self) -> FastAPI:
        """The server's side."""
        app = FastAPI()

        @app.post(f"/bot{TOKEN}/{{method}}")
        async def call(method: str, request: Request) -> Any:
            async with request.form() as form:
                self.calls.append((method, dict(form)))
            if self.answers:
                return self.answers.pop(0)
            return {"ok": True, "result": RESULTS.get(method, SENT)}

        @app.get(f"/file/bot{TOKEN}/{{path:path}}")
        async def download(path: str) -> Response:
            data = self.files.get(path)
            return Response(status_code=404) if data is None else Response(data)

        return app


@asynccontextmanager
async def connected(api: BotApi) -> AsyncIterator[Bot]:
    """A client of this Bot API, closed afterwards."""
    server = await serving.serve(api.app(), serving.listen("127.0.0.1"), Tasks())
    bot = telegram.connect(TOKEN, server.url)
    yield bot
    await bot.session.close()
    await server.stop()
