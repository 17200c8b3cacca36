"""A crowd that presses one button at once; it runs in a process of its own and imports nothing of the bot."""

import asyncio
import contextlib
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass

import httpx
import uvloop

# The sandbox gives a press at most a minute.
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Press:
    """One press as the presser lived it."""

    seconds: float
    toast: str


@dataclass(frozen=True)
class Target:
    """The card to press on."""

    url: str
    chat: str
    message: int
    button: str


def press_all(target: Target, usernames: Sequence[str]) -> Sequence[Press]:
    """Everybody presses at the same moment, each over a connection of his own that is open already."""
    return uvloop.run(_press_all(target, usernames))


async def _press_all(target: Target, usernames: Sequence[str]) -> Sequence[Press]:
    # A client each, as phones are: the pool of a single one takes seconds to hand out two hundred connections.
    # The certificates are read once for all of them.
    encryption = ssl.create_default_context()
    async with contextlib.AsyncExitStack() as phones:
        clients = []
        for _ in usernames:
            client = httpx.AsyncClient(base_url=target.url, verify=encryption, timeout=PATIENCE_SECONDS + 5)
            clients.append(await phones.enter_async_context(client))
            await client.get("/page/index.html")
        pressing = zip(clients, usernames, strict=True)
        return await asyncio.gather(*(_press(client, target, username) for client, username in pressing))


async def _press(client: httpx.AsyncClient, target: Target, username: str) -> Press:
    body = {"from": username, "message_id": target.message, "button": target.button, "timeout": PATIENCE_SECONDS}
    began = time.perf_counter()
    answer = await client.post(f"/world/chats/{target.chat}/press", json=body)
    return Press(time.perf_counter() - began, answer.json().get("toast") or "")
