"""The process in which pictures are opened: never the event loop, never two at a time, ended when it hangs."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import TypeVar

from bot import children

Result = TypeVar("Result")


class ProcessDied(Exception):
    """The process ended in the middle of the work."""


class ProcessHangs(Exception):
    """The work was not done in time; its process has been ended."""


@dataclass
class Decoder:
    """One process, started when it is first needed and again whenever it was lost."""

    _pool: ProcessPoolExecutor | None = field(default=None, init=False)
    # One process decodes: its time limit is for its own picture, not for the queue before it.
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    def open(self) -> None:
        """Starts the process ahead of the first picture, which would wait a second for it."""
        self._started().submit(int)

    def close(self) -> None:
        """Ends the process."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    async def run(self, work: Callable[[bytes], Result], data: bytes, *, seconds: float) -> Result:
        """What `work` makes of the bytes, in the process; raises what it raises, ProcessDied or ProcessHangs."""
        async with self._turn:
            pool = self._started()
            try:
                async with asyncio.timeout(seconds):
                    return await asyncio.get_running_loop().run_in_executor(pool, work, data)
            except BrokenProcessPool as error:
                self._drop(pool)
                raise ProcessDied from error
            except TimeoutError as error:
                self._drop(pool)
                raise ProcessHangs from error

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = children.start()
        return self._pool

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        """Ends this pool, not one that was started since."""
        if self._pool is pool:
            self._pool = None
        children.end(pool)
