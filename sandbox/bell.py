"""Something to wait on: a page or a bot waits for a name, whoever changes that thing rings it."""

import asyncio
from collections import defaultdict

Waiter = tuple[asyncio.AbstractEventLoop, "asyncio.Future[None]"]


class Bells:
    """Named bells; ringing one wakes all who wait for it. May be rung from another thread."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, set[Waiter]] = defaultdict(set)

    def ring(self, name: str) -> None:
        """Everybody waiting for `name` wakes."""
        for loop, future in self._waiting.pop(name, set()):
            if not loop.is_closed():
                loop.call_soon_threadsafe(_wake, future)

    def ring_all(self) -> None:
        """Everybody wakes, whatever he waits for: the world closes."""
        for name in list(self._waiting):
            self.ring(name)

    async def wait(self, name: str, seconds: float) -> bool:
        """True when `name` rang within `seconds`; look first, then wait: nothing is remembered."""
        loop = asyncio.get_running_loop()
        waiter: Waiter = (loop, loop.create_future())
        self._waiting[name].add(waiter)
        try:
            await asyncio.wait_for(waiter[1], seconds)
        except TimeoutError:
            return False
        finally:
            self._waiting[name].discard(waiter)
            if not self._waiting[name]:
                del self._waiting[name]
        return True


def _wake(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)
