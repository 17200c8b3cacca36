"""Runs an ASGI application inside this process, on a port that is bound before anybody is told of it."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import uvicorn

from bot.tasks import Tasks

STARTING_LOOK_SECONDS = 0.01
# A request that still runs when the process ends gets this long.
GRACE_SECONDS = 1


class _QuietServer(uvicorn.Server):
    """A server that leaves signals to whoever runs the process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures nothing."""
        yield


@dataclass
class Server:
    """A server that runs."""

    url: str
    _server: _QuietServer
    _task: "asyncio.Task[Any]"

    async def stop(self) -> None:
        """Closes the port and every connection."""
        self._server.should_exit = True
        await asyncio.gather(self._task, return_exceptions=True)


async def serve(application: Any, host: str, port: int, tasks: Tasks) -> Server:
    """Serves the application; port 0 takes a free one. Raises OSError when the port is taken."""
    listener = socket.create_server((host, port), reuse_port=False)
    config = uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        lifespan="auto",
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = _QuietServer(config)
    task = tasks.start(f"serve {host}:{port}", server.serve(sockets=[listener]))
    while not server.started and not task.done():  # noqa: ASYNC110 - uvicorn tells nobody when it has started
        await asyncio.sleep(STARTING_LOOK_SECONDS)
    return Server(f"http://{host}:{listener.getsockname()[1]}", server, task)
