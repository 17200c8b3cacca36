"""Bringing updates to webhooks: one at a time per chat or presser, again and again until taken or too old."""

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from sandbox import records
from sandbox.bot_api import errors, registry
from sandbox.bot_api.params import Params
from sandbox.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the name of a header)
# How long Telegram waits for an answer, and the longest pause it grants to a Retry-After, in seconds.
PATIENCE = 60.0
LONGEST_RETRY_AFTER = 3600.0
# Methods that a webhook's answer may not call.
NOT_IN_ANSWERS = ("get", "setwebhook", "deletewebhook", "close", "logout")


@dataclass
class Round:
    """Which lanes (of which bot) have an update on its way."""

    busy: set[tuple[int, str]] = field(default_factory=set)
    connections: Counter[int] = field(default_factory=Counter)


async def deliver(world: World) -> None:
    """Brings updates to every bot with a webhook until the world closes."""
    round_ = Round()
    # No proxy of the environment: webhooks of a sandbox are on this machine.
    async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client, asyncio.TaskGroup() as tasks:
        while not world.is_closed:
            for update in _next_of_each_lane(world, round_):
                tasks.create_task(_bring(world, client, round_, update))
            await world.bells.wait("webhooks", 1.0)


def _next_of_each_lane(world: World, round_: Round) -> list[records.Update]:
    chosen = []
    for bot in world.bots.values():
        if not bot.webhook.get("url"):
            continue
        for update in world.queues[bot.id].pending():
            lane = (bot.id, update.lane)
            if round_.connections[bot.id] < bot.webhook["max_connections"] and lane not in round_.busy:
                round_.busy.add(lane)
                round_.connections[bot.id] += 1
                chosen.append(update)
    return chosen


async def _bring(world: World, client: httpx.AsyncClient, round_: Round, update: records.Update) -> None:
    bot, queue = world.bots[update.bot], world.queues[update.bot]
    failures = 0
    while update in queue and bot.webhook.get("url") and not world.is_closed:
        pause = await _try(world, client, bot, update, failures)
        if pause is None:
            queue.confirm(update)
            break
        failures += 1
        # Only the end of the world rings this bell.
        await world.bells.wait("the end", pause)
    round_.busy.discard((update.bot, update.lane))
    round_.connections[update.bot] -= 1
    world.bells.ring("webhooks")


async def _try(
    world: World, client: httpx.AsyncClient, bot: records.Bot, update: records.Update, failures: int
) -> float | None:
    """None when the bot took it, or the seconds after which to try again."""
    secret = bot.webhook.get("secret_token")
    headers = {SECRET_HEADER: secret} if secret else {}
    # At once, then after 2, 4, 8 … seconds up to one or two minutes, as the official server does.
    pause = 0.0 if failures == 0 else min(2.0**failures, random.uniform(60, 120))
    try:
        answer = await client.post(bot.webhook["url"], json=update.as_json(), headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        _note_failure(world, bot, f"Connection failed: {type(error).__name__}")
        return pause
    if answer.is_success:
        await _run_method(world, bot, answer)
        return None
    _note_failure(world, bot, f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}")
    asked = answer.headers.get("retry-after", "")
    return min(float(asked), LONGEST_RETRY_AFTER) if asked.isdecimal() else pause


def _note_failure(world: World, bot: records.Bot, what: str) -> None:
    bot.webhook |= {"last_error_date": world.clock.stamp(), "last_error_message": what}
    world.store.save(bot)


async def _run_method(world: World, bot: records.Bot, answer: httpx.Response) -> None:
    """A webhook may answer with a call; nobody is told what came of it."""
    values = _parse(answer)
    name = str(values.pop("method", ""))
    if not name or name.lower().startswith(NOT_IN_ANSWERS):
        return
    with suppress(errors.BotApiError):
        result = await registry.run(registry.Call(world, bot, Params(values)), name)
        world.journal.note(bot.id, registry.spelled(name), values, result=result)


def _parse(answer: httpx.Response) -> dict[str, Any]:
    if not answer.headers.get("content-type", "").startswith("application/json"):
        return {}
    try:
        values = answer.json()
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
