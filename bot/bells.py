"""Wakes a loop of this process at once; what other processes wrote is found by the next look."""

import asyncio

# Other processes, retries and due times ring no bell here: half a second is soon enough for them.
LOOK_EVERY_SECONDS = 0.5


class Bell:
    """Rung by whoever wrote a row, waited for by whoever handles rows."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wakes the waiting loop, or spares it the next wait."""
        self._event.set()

    async def wait(self) -> None:
        """Returns when rung, or when it is time to look anyway."""
        try:
            async with asyncio.timeout(LOOK_EVERY_SECONDS):
                await self._event.wait()
        except TimeoutError:
            return
        finally:
            self._event.clear()


class Bells:
    """One for each loop."""

    def __init__(self) -> None:
        self.inbox = Bell()
        self.outbox = Bell()
