"""Telegram's webhook: the row is committed before Telegram hears 200, and only Telegram gets that far."""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Header, Request, Response

from bot.mailbox.inbox import Incoming

PATH = "/telegram/webhook"
# Telegram's updates are a few KiB; nothing honest comes near this.
MOST_BYTES = 1024 * 1024


def routes(
    secret: str,
    keep: Callable[[Sequence[Incoming]], Awaitable[None]],
    as_incoming: Callable[[dict[str, Any]], Incoming],
) -> APIRouter:
    """POST /telegram/webhook."""
    router = APIRouter()

    @router.post(PATH)
    async def receive(request: Request, x_telegram_bot_api_secret_token: Annotated[str, Header()] = "") -> Response:
        """Stores one update; 403 without the secret, 400 for what is no update."""
        # Constant time: the answer's delay must not tell how much of the secret was right.
        if not secrets.compare_digest(x_telegram_bot_api_secret_token.encode(), secret.encode()):
            return Response(status_code=403)
        body = await request.body()
        try:
            update = orjson.loads(body) if len(body) <= MOST_BYTES else None
        except orjson.JSONDecodeError:
            update = None
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return Response(status_code=400)
        await keep([as_incoming(update)])
        return Response(status_code=200)

    return router
