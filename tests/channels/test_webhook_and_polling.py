"""A webhook is set however long it takes; one left over does not keep a poller from its updates for ever."""

import asyncio
import json
from typing import Any

import pytest
from fastapi import FastAPI, Response

from bot import serving
from bot.channels import telegram_updates
from bot.channels.base import ChannelError, NotAccepted, NotOurs, Unreachable
from bot.channels.telegram import NAME, TelegramChannel
from bot.channels.telegram_updates import Poller
from bot.core.texts import Texts
from bot.mailbox.outbox import Address
from bot.tasks import Tasks
from tests.channels.bot_api import TOKEN, BotApi, connected

ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
CHAT = Address(NAME, "5")


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses of real life would only make the tests slow."""
    monkeypatch.setattr(telegram_updates, "FIRST_PAUSE", 0.01)


def no(code: int, description: str) -> Response:
    return Response(json.dumps({"ok": False, "error_code": code, "description": description}), code)


async def test_a_webhook_is_set_when_telegram_can_be_reached_again():
    api = BotApi(
        answers=[no(502, "Bad Gateway"), no(500, "Internal Server Error"), Response('{"ok":true,"result":true}')]
    )

    async with connected(api) as bot:
        await telegram_updates.set_webhook(bot, "https://bot.example/telegram/webhook", "a-secret")

    assert [method for method, _ in api.calls] == ["setWebhook"] * 3
    assert api.calls[-1][1]["secret_token"] == "a-secret"


@pytest.mark.parametrize("is_set_again", [False, True])
async def test_a_webhook_left_over_is_deleted_once(is_set_again: bool):
    asked: list[str] = []
    polled_thrice = asyncio.Event()
    app = FastAPI()

    @app.post(f"/bot{TOKEN}/{{method}}")
    async def call(method: str) -> Any:
        asked.append(method)
        if asked.count("getUpdates") == 3:
            polled_thrice.set()
        if method == "getUpdates" and (is_set_again or "deleteWebhook" not in asked):
            return no(409, ACTIVE)
        return {"ok": True, "result": [] if method == "getUpdates" else True}

    async def keep(items: object) -> None:
        raise AssertionError("there is nothing to keep")

    tasks, serving_tasks = Tasks(), Tasks()
    server = await serving.serve(app, serving.listen("127.0.0.1"), serving_tasks)
    tasks.keep_running("poller", Poller(TOKEN, server.url, keep).run)

    async with asyncio.timeout(20):
        await polled_thrice.wait()
    await tasks.stop()
    await server.stop()

    assert asked[:4] == ["getUpdates", "deleteWebhook", "getUpdates", "getUpdates"]


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        # no administrator, or older than two days
        ("Bad Request: message can't be deleted", NotOurs),
        ("Bad Request: message can't be deleted for everyone", NotOurs),
        ("Bad Request: message can't be edited", NotOurs),
        # only pictures are forbidden: the words may still go there
        ("Bad Request: not enough rights to send photos to the chat", NotAccepted),
        ("Bad Request: not enough rights to send text messages to the chat", Unreachable),
    ],
)
async def test_what_the_bot_may_not_do_is_told_apart(description: str, expected: type[ChannelError]):
    async def fetch(key: str) -> bytes:
        raise AssertionError("there is no picture here")

    async with connected(BotApi(answers=[no(400, description)])) as bot:
        with pytest.raises(ChannelError) as raised:
            await TelegramChannel(bot, fetch, Texts()).redraw(CHAT, "77", None)

    assert type(raised.value) is expected
