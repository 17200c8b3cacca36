"""Writes down what sends came to: those that end while others are being written share one transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import Database

#: what one send has to write; it may be called twice, each time in a new session
Record = Callable[[AsyncSession], Awaitable[None]]


@dataclass
class Recording:
    """The pen of one sender. Nobody waits for company: whoever comes while it is free writes at once, alone.

    A send is recorded only after it was made, as before; the sends that a kill finds made and not recorded, and
    that are made again, are among those under way, so there are never more of them than may be under way at once.
    """

    database: Database
    _waiting: list[tuple[Record, asyncio.Future[None]]] = field(default_factory=list, init=False)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def write(self, record: Record) -> None:
        """Returns when the record is committed, together with what waited beside it; raises what its own rows raise.

        Only for rows that nobody else locks: a ticket held until the others are written could stand in a circle.
        """
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((record, done))
        async with self._turn:
            # Whoever was first wrote for those behind it.
            if not done.done():
                together, self._waiting = self._waiting, []
                await self._write(together)
        await done

    async def write_alone(self, record: Record) -> None:
        """Commits the record in a transaction of its own."""
        async with self.database.transaction() as session:
            await record(session)

    async def _write(self, together: Sequence[tuple[Record, asyncio.Future[None]]]) -> None:
        try:
            async with self.database.transaction() as session:
                for record, _ in together:
                    await record(session)
        except Exception as error:  # noqa: BLE001 - raised by whoever waits for it
            if len(together) == 1:
                _end(together[0][1], error)
                return
            # One bad row takes no others along.
            for one in together:
                await self._write([one])
        except BaseException:
            for _, done in together:
                done.cancel()
            raise
        else:
            for _, done in together:
                _end(done)


def _end(done: asyncio.Future[None], error: Exception | None = None) -> None:
    if done.done():
        # Whoever waited was cancelled.
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)
