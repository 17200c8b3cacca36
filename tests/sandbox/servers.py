"""Real servers for the sandbox's tests: uvicorn in a thread, and a stage that changes its play between tests."""

import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import httpx
import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox import app
from sandbox.world import World
from tests.sandbox.street import Street, settle


class Stage:
    """An ASGI app that plays another one, changed between tests, so that uvicorn starts once."""

    def __init__(self) -> None:
        self.app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app is not None
        await self.app(scope, receive, send)


class Server:
    """uvicorn in a thread on a free port."""

    def __init__(self, played: ASGIApp, *, lifespan: Literal["auto", "off"] = "off") -> None:
        config = uvicorn.Config(
            played, port=0, log_level="error", lifespan=lifespan, ws="none", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.005)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()


@asynccontextmanager
async def open_street(stage: Stage, url: str) -> AsyncIterator[Street]:
    """A fresh world on the stage, and a client for it."""
    world = settle(World.open())
    stage.app = app.create_app(world)
    # Two hundred people press at once: httpx's own limit of 100 connections would keep the bot out.
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30, limits=limits) as http:
        yield Street(world, url, http)
        world.release()
