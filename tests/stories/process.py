"""The demo as its own process, which can be killed outright: `python -m bot demo` over a folder that stays."""

import asyncio
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

from tests.stories.street import TOKEN

ROOT = Path(__file__).parents[2]


class Process:
    """A demo that dies by SIGKILL, sandbox and all; its addresses stay the same."""

    def __init__(self, folder: Path, start_at: datetime) -> None:
        ports = _free_ports()
        self.url, self.web_url = (f"http://127.0.0.1:{port}" for port in ports)
        where = ["--port", str(ports[0]), "--web-port", str(ports[1]), "--data", str(folder)]
        self._command = ["-m", "bot", "demo", "--no-browser", "--now", start_at.isoformat(), *where]

    async def start(self) -> None:
        """Starts it and returns when it has printed its addresses."""
        environment = {**os.environ, "SUISHOUPAI_API_TOKEN": TOKEN}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *self._command, cwd=ROOT, env=environment, stdout=asyncio.subprocess.PIPE
        )
        assert self._process.stdout is not None
        for _ in range(3):
            assert await self._process.stdout.readline(), "the demo ended before it had started"

    async def restart(self) -> None:
        """Kills it outright and starts it anew."""
        await self.stop()
        await self.start()

    async def stop(self) -> None:
        """Kills it: nothing gets the chance to be put in order."""
        self._process.kill()
        await self._process.communicate()


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]
