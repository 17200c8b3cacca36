"""Updates brought to a webhook: with the secret, in order, again until taken."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sandbox import app
from sandbox.world import World
from tests.sandbox.street import Street, settle

GROUP = -1001000000001


class Hook:
    """A bot's end of the webhook: notes what comes, answers what it is told to."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[Response] = []
        self.busy = threading.Semaphore(0)
        self.app = Starlette(routes=[Route("/hook", self.take, methods=["POST"])])

    async def take(self, request: Request) -> Response:
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        self.busy.release()
        return self.answers.pop(0) if self.answers else Response()

    async def wait_for(self, count: int) -> None:
        for _ in range(count):
            assert await asyncio.to_thread(self.busy.acquire, timeout=10)


@pytest.fixture
async def hooked(serve: Callable[[ASGIApp], str]):
    hook = Hook()
    hook_url = serve(hook.app) + "/hook"
    world = settle(World.open())
    url = serve(app.create_app(world))
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as http:
        street = Street(world, url, http)
        await street.bot("setWebhook", url=hook_url, secret_token="se-cret_1")
        yield street, hook
        world.release()


async def test_updates_arrive_with_the_secret_and_are_confirmed(hooked: tuple[Street, Hook]):
    street, hook = hooked
    await street.send("@bot", "wang", text="您好")

    await hook.wait_for(1)

    assert hook.updates[0]["message"]["text"] == "您好"
    assert hook.secrets == ["se-cret_1"]
    await street.send("@bot", "wang", text="再见")
    await hook.wait_for(1)
    assert [update["message"]["text"] for update in hook.updates] == ["您好", "再见"]


async def test_a_refused_update_comes_again_and_holds_back_only_its_own_chat(hooked: tuple[Street, Hook]):
    street, hook = hooked
    hook.answers = [Response(status_code=500), Response(status_code=500, headers={"retry-after": "1"})]
    await street.send("@bot", "wang", text="一")
    await hook.wait_for(2)
    await street.send("@bot", "wang", text="二")
    await street.send(GROUP, "li", text="群里")

    await hook.wait_for(3)

    texts = [update["message"]["text"] for update in hook.updates]
    assert texts == ["一", "一", "群里", "一", "二"]
    info = await street.bot("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_a_call_in_the_answer_is_made(hooked: tuple[Street, Hook]):
    street, hook = hooked
    hook.answers = [JSONResponse({"method": "sendMessage", "chat_id": GROUP, "text": "收到"})]
    version = street.group.version + 1

    await street.send(GROUP, "wang", text="x")

    seen = await street.looks("li", GROUP, version=version, wait=10)
    assert seen["messages"][-1]["text"] == "收到"


async def test_what_waited_before_arrives_once_the_webhook_is_set(serve: Callable[[ASGIApp], str]):
    hook, world = Hook(), settle(World.open())
    hook_url, url = serve(hook.app) + "/hook", serve(app.create_app(world))
    async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
        street = Street(world, url, http)
        await street.send("@bot", "wang", text="早")

        await street.bot("setWebhook", url=hook_url)

        await hook.wait_for(1)
        assert hook.secrets == [None]
        world.release()


async def test_a_webhook_can_be_taken_away_with_all_that_waits(street: Street):
    await street.bot("setWebhook", url="http://127.0.0.1:1/hook", max_connections=7)
    await street.send("@bot", "wang", text="x")
    before = await street.bot("getWebhookInfo")

    await street.bot("deleteWebhook", drop_pending_updates=True)

    after = await street.bot("getWebhookInfo")
    assert (before["url"], before["max_connections"], before["pending_update_count"]) == (
        "http://127.0.0.1:1/hook",
        7,
        1,
    )
    assert (after["url"], after["pending_update_count"]) == ("", 0)


async def test_setting_a_webhook_twice_within_a_second_is_too_fast(street: Street):
    await street.bot("setWebhook", url="http://127.0.0.1:1/hook")

    body = await street.call("setWebhook", url="http://127.0.0.1:1/hook")

    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 1})
