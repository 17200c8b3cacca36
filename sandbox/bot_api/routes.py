"""The Bot API over HTTP: /bot{token}/{method} and /file/bot{token}/{path}."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response

from sandbox import faults, records
from sandbox.bot_api import errors, registry
from sandbox.bot_api.params import Params
from sandbox.world import World

# What Telegram's server says by itself with each code.
WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
HangUp = Callable[[], Awaitable[None]]


def make_router(world: World) -> APIRouter:
    """The routes of the Bot API for this world."""
    router = APIRouter()

    @router.api_route("/bot{token}/{method}", methods=["GET", "POST"], include_in_schema=False)
    async def call(token: str, method: str, request: Request) -> Response:
        bot = find_bot(world, token)
        if bot is None:
            return _answer(errors.BotApiError(401, "Unauthorized").as_json())
        return await _serve(world, bot, registry.spelled(method), request)

    @router.get("/file/bot{token}/{path:path}", include_in_schema=False)
    async def download(token: str, path: str) -> Response:
        file = world.vault.at(path) if find_bot(world, token) else None
        if file is None:
            return _answer(errors.BotApiError(404, "Not Found").as_json())
        return FileResponse(world.vault.location(file), media_type="application/octet-stream")

    return router


def find_bot(world: World, token: str) -> records.Bot | None:
    """The bot of this token."""
    return next((bot for bot in world.bots.values() if bot.token == token), None)


async def _serve(world: World, bot: records.Bot, name: str, request: Request) -> Response:
    fault = world.faults.take(name) or faults.Fault(name)
    await asyncio.sleep(fault.delay)
    try:
        params = await Params.read(request)
    except errors.BotApiError as error:
        return _answer(error.as_json())
    note = _Note(world, bot, name, params)
    if fault.drop == "before":
        note.write({}, dropped="before")
        return await _hang_up(request)
    if fault.html:
        note.write({"ok": False, "error_code": fault.status or 502, "description": "HTML"})
        return HTMLResponse(GATEWAY_PAGE, status_code=fault.status or 502)
    body = _ordered(fault) or await _run(registry.Call(world, bot, params), name)
    note.write(body, dropped=fault.drop)
    return await _hang_up(request) if fault.drop else _answer(body)


async def _run(call: registry.Call, name: str) -> records.Json:
    try:
        return {"ok": True, "result": await registry.run(call, name)}
    except errors.BotApiError as error:
        return error.as_json()


def _ordered(fault: faults.Fault) -> records.Json | None:
    """The refusal which somebody ordered, if he ordered one."""
    code = fault.status or (429 if fault.retry_after else None)
    if code is None or code < 400:
        return None
    wait = fault.retry_after or (1 if code == 429 else None)
    words = fault.description or WORDS.get(code, "Internal Server Error").format(retry_after=wait)
    return errors.BotApiError(code, words, **({"retry_after": wait} if wait else {})).as_json()


class _Note:
    """Writes one call into the journal."""

    def __init__(self, world: World, bot: records.Bot, name: str, params: Params) -> None:
        self._world, self._bot, self._name, self._params = world, bot, name, params

    def write(self, body: records.Json, *, dropped: str | None = None) -> None:
        """The call ended with this body."""
        error = None if body.get("ok") or not body else body
        self._world.journal.note(
            self._bot.id,
            self._name,
            self._params.for_record(),
            result=body.get("result"),
            error=error,
            dropped=dropped,
        )


async def _hang_up(request: Request) -> Response:
    hang_up: HangUp = request.scope["hang_up"]
    await hang_up()
    # The line is cut: nobody reads this.
    return Response(status_code=502)


def _answer(body: dict[str, Any]) -> JSONResponse:
    return JSONResponse(body, status_code=int(body.get("error_code", 200)))
