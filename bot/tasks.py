"""Supervised background loops: the only place that creates tasks."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)

# A loop that fell is started again after this pause: long enough not to spin, short enough for an emergency.
RESTART_PAUSE_SECONDS = 1.0


class Tasks:
    """Runs loops for ever and starts a fallen one again; `stop()` ends them all."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def keep_running(self, name: str, loop: Callable[[], Awaitable[None]]) -> None:
        """Runs `loop` under supervision: what it raises is logged, then it starts again."""
        self.start(name, self._supervise(name, loop))

    def start(self, name: str, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Runs one piece of work in the background and holds it, so that it is not collected."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def stop(self) -> None:
        """Cancels everything and waits until it is gone."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _supervise(self, name: str, loop: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await loop()
                return
            except Exception:
                log.exception("loop %s fell and starts again", name)
                await asyncio.sleep(RESTART_PAUSE_SECONDS)
