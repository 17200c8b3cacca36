"""One real server for all the sandbox's tests; each test gets a fresh world behind it."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from starlette.types import ASGIApp

from tests.sandbox.clients import Aiogram, Kit, PythonTelegramBot
from tests.sandbox.servers import Server, Stage, open_street
from tests.sandbox.street import TOKEN, Street


@pytest.fixture(scope="session")
def stage() -> Iterator[tuple[Stage, str]]:
    played = Stage()
    server = Server(played)
    yield played, server.url
    server.stop()


@pytest.fixture
async def street(stage: tuple[Stage, str]) -> AsyncIterator[Street]:
    async with open_street(*stage) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def lot(stage: tuple[Stage, str]) -> AsyncIterator[Street]:
    """A street in the loop that the libraries' clients live in."""
    async with open_street(*stage) as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def kits(stage: tuple[Stage, str]) -> AsyncIterator[list[Kit]]:
    """Both libraries, connected."""
    kits: list[Kit] = [PythonTelegramBot(), Aiogram()]
    async with open_street(*stage), AsyncExitStack() as opened:
        for kit in kits:
            kit.bot = await opened.enter_async_context(kit.connect(stage[1], TOKEN))
        yield kits


@pytest.fixture
def serve() -> Iterator[Callable[[ASGIApp], str]]:
    """Starts servers of their own, with lifespan, and stops them."""
    servers: list[Server] = []

    def start(played: ASGIApp) -> str:
        servers.append(Server(played, lifespan="auto"))
        return servers[-1].url

    yield start
    for server in servers:
        server.stop()
