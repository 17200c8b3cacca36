"""The demo as its own process, which can be killed outright: `python -m bot demo` over a folder that stays."""

import asyncio
import os
import sys
from datetime import datetime
from pathlib import Path

from tests.stories.street import TOKEN

ROOT = Path(__file__).parents[2]


class Process:
    """A demo that dies by SIGKILL, sandbox and all; its addresses stay the same."""

    def __init__(self, folder: Path, start_at: datetime) -> None:
        self.url = self.web_url = ""
        self._command = ["-m", "bot", "demo", "--no-browser", "--now", start_at.isoformat(), "--data", str(folder)]

    async def start(self) -> None:
        """Starts it and returns when it has printed its addresses."""
        ports = ["--port", _port_of(self.url), "--web-port", _port_of(self.web_url)]
        environment = {**os.environ, "SUISHOUPAI_API_TOKEN": TOKEN}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *self._command, *ports, cwd=ROOT, env=environment, stdout=asyncio.subprocess.PIPE
        )
        assert self._process.stdout is not None
        lines = [(await self._process.stdout.readline()).decode() for _ in range(3)]
        assert all(lines), "the demo ended before it had started"
        self.url, self.web_url = (line.split()[1].rstrip("/") for line in lines[:2])

    async def restart(self) -> None:
        """Kills it outright and starts it anew."""
        await self.stop()
        await self.start()

    async def stop(self) -> None:
        """Kills it: nothing gets the chance to be put in order."""
        self._process.kill()
        await self._process.communicate()


def _port_of(url: str) -> str:
    """The port of an address that was printed; 0, which is any free one, before the first start."""
    return url.rpartition(":")[2] or "0"
