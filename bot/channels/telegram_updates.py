"""Telegram's updates as inbox items: long polling that confirms nothing before it is stored, and the webhook's half."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import httpx
import orjson
from aiogram import Bot
from aiogram.methods import SetWebhook

from bot.channels import telegram
from bot.channels.base import ChannelError, TryAgain
from bot.channels.telegram import NAME
from bot.mailbox.inbox import Incoming

log = logging.getLogger(__name__)

# The kinds of update that the handlers know; Telegram leaves out chat_member unless it is asked for.
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
POLL_SECONDS = 25
# Telegram answers a second poller with 409 at once: waiting a little lets a restarting twin finish.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0
# Part of what Telegram says with 409 to whoever polls while a webhook is set.
WEBHOOK_LEFT_OVER = "webhook is active"

Keep = Callable[[Sequence[Incoming]], Awaitable[None]]


def as_incoming(update: dict[str, Any]) -> Incoming:
    """The update as an inbox item; the lane is the chat, for a button the person who pressed it.

    Telegram itself keeps order by chat for messages and by user for presses, and by nothing else.
    """
    return Incoming(NAME, str(update["update_id"]), _lane(update), update)


async def set_webhook(bot: Bot, url: str, secret: str) -> None:
    """Tells Telegram where to send updates; returns when it knows, however long it cannot be reached."""
    method = SetWebhook(url=url, secret_token=secret, allowed_updates=list(ALLOWED))
    pause = FIRST_PAUSE
    while True:
        try:
            await telegram.call(bot, method)
            return
        except ChannelError as error:
            after = error.after.total_seconds() if isinstance(error, TryAgain) and error.after else pause
            log.warning("the webhook is not set (%s), next try in %s s", error, after)
            await asyncio.sleep(after)
            pause = min(pause * 2, LONGEST_PAUSE)


class Poller:
    """Asks for updates for ever; the next offset goes out only after `keep` has committed the last page."""

    def __init__(self, token: str, api_base: str, keep: Keep) -> None:
        self._url = f"{api_base.rstrip('/')}/bot{token}"
        self._keep = keep
        self._offset = 0
        self._is_webhook_deleted = False

    async def run(self) -> None:
        """Polls until it is cancelled; a fault of the network only makes it wait."""
        pause = FIRST_PAUSE
        async with httpx.AsyncClient(timeout=POLL_SECONDS + 10) as client:
            while True:
                try:
                    await self._poll_once(client)
                    pause = FIRST_PAUSE
                except (httpx.HTTPError, _PollRefusedError, ValueError) as error:
                    # The address holds the token: only the kind of error is logged.
                    log.warning("polling failed (%s), next try in %s s", _short(error), pause)
                    await asyncio.sleep(getattr(error, "retry_after", None) or pause)
                    pause = min(pause * 2, LONGEST_PAUSE)

    async def _poll_once(self, client: httpx.AsyncClient) -> None:
        body = {"offset": self._offset, "timeout": POLL_SECONDS, "limit": 100, "allowed_updates": ALLOWED}
        response = await client.post(f"{self._url}/getUpdates", json=body)
        answer = _read(response.content)
        if not answer.get("ok"):
            if WEBHOOK_LEFT_OVER in str(answer.get("description")) and not self._is_webhook_deleted:
                # Once only: a twin in webhook mode would set it again, and so on without end.
                log.warning("a webhook left over keeps updates away: it is deleted")
                (await client.post(f"{self._url}/deleteWebhook")).raise_for_status()
                self._is_webhook_deleted = True
            raise _PollRefusedError(answer)
        updates = [update for update in answer["result"] if isinstance(update, dict) and "update_id" in update]
        if updates:
            await self._keep([as_incoming(update) for update in updates])
            self._offset = max(update["update_id"] for update in updates) + 1


def _read(body: bytes) -> Any:
    """The answer as data; half characters, which orjson refuses, must not hold up a whole page of updates."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return json.loads(body)


class _PollRefusedError(Exception):
    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(f"{answer.get('error_code')} {answer.get('description')}")
        self.retry_after = (answer.get("parameters") or {}).get("retry_after")


def _short(error: Exception) -> str:
    return str(error) if isinstance(error, _PollRefusedError) else type(error).__name__


def _lane(update: dict[str, Any]) -> str:
    if isinstance(query := update.get("callback_query"), dict):
        return f"user:{_id_of(query.get('from'))}"
    for kind in ("message", "edited_message", "my_chat_member", "chat_member", "channel_post"):
        if isinstance(body := update.get(kind), dict):
            return f"chat:{_id_of(body.get('chat'))}"
    return "other"


def _id_of(thing: object) -> str:
    return str(thing.get("id")) if isinstance(thing, dict) else "?"
