"""Runs an ASGI application inside this process, on a port that is taken before anybody is told of it."""

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


def listen(host: str, port: int = 0) -> socket.socket:
    """Takes the port, 0 for any free one; who connects waits until it is served. Raises OSError when it is taken."""
    return socket.create_server((host, port), reuse_port=False)


def url_of(listener: socket.socket) -> str:
    """The address at which it is reached."""
    host, port = listener.getsockname()[:2]
    return f"http://{host}:{port}"


async def serve(application: Any, listener: socket.socket, tasks: Tasks) -> Server:
    """Serves the application to those who connect; the listener is closed when the server stops."""
    config = uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        lifespan="auto",
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = _QuietServer(config)
    task = tasks.start(f"serve {url_of(listener)}", server.serve(sockets=[listener]))
    while not server.started and not task.done():  # noqa: ASYNC110 - uvicorn tells nobody when it has started
        await asyncio.sleep(STARTING_LOOK_SECONDS)
    return Server(url_of(listener), server, task)
