"""Fetches pictures: channel -> bytes -> process pool -> store -> row; a picture that cannot be used is told so."""

import asyncio
import logging
import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field

from bot.channels.base import Channel, NotAccepted, TryAgain
from bot.clock import Clock
from bot.core import photos, pictures, places
from bot.core.photos import orphans
from bot.core.photos.store import Store
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import outbox
from models import OutboxItem, Photo

log = logging.getLogger(__name__)

# What Telegram gives out at all; asking for more only wastes a try.
MOST_BYTES = 20 * 1024 * 1024
# The slowest picture within the limits took 1.7 s to decode; ten times that is a worker that hangs.
INTAKE_SECONDS = 20
HANGS = "the decoding process hangs"


@dataclass
class Fetching:
    """Downloads and takes in pictures, decoding them in a process of their own."""

    database: Database
    clock: Clock
    street: Street
    channels: Mapping[str, Channel]
    store: Store
    _pool: ProcessPoolExecutor | None = field(default=None, init=False)
    # One process decodes: its time limit is for its own picture, not for the queue before it.
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def fetch(self, item: OutboxItem) -> None:
        """Fetches the picture that this item names; raises TryAgain when it may work later."""
        assert item.id is not None
        photo_id = int((item.subject or "").partition(":")[2])
        async with self.database.reading() as session:
            photo = await session.get_one(Photo, photo_id)
        try:
            what = await self._take_in(photo)
        except _HangingError as error:
            if item.error != HANGS:
                # Perhaps only the machine was slow.
                raise TryAgain(HANGS) from error
            await self._refuse(item.id, photo_id, "broken")
            return
        except photos.BadPhoto as refusal:
            await self._refuse(item.id, photo_id, refusal.reason)
            return
        except NotAccepted as error:
            await self._refuse(item.id, photo_id, "too_big" if "too big" in str(error).lower() else "gone")
            return
        async with self.database.transaction() as session:
            now = self.clock.now()
            await pictures.stored(session, photo_id, what, now=now, street=self.street)
            await outbox.sent(session, item.id, now=now)

    def open(self) -> None:
        """Starts the decoding process ahead of the first picture, which would wait a second for it."""
        self._started().submit(int)

    def close(self) -> None:
        """Ends the process that decodes."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    async def _take_in(self, photo: Photo) -> pictures.Stored:
        if photo.size is not None and photo.size > MOST_BYTES:
            raise photos.BadPhoto("too_big")
        if photo.size == 0:
            raise photos.BadPhoto("empty")
        data = await self.channels[photo.channel].download(photo.file_ref)
        taken = await self._decode(data)
        return pictures.Stored(
            original_key=await self.store.put(data, "originals"),
            copy_key=await self.store.put(taken.copy_jpeg, "copies"),
            taken_at=taken.taken_at,
            point=places.Point(*taken.gps) if taken.gps else None,
        )

    async def _decode(self, data: bytes) -> photos.Taken:
        """Decodes in the other process, never on the event loop; a crash there costs one retry."""
        async with self._turn:
            pool = self._started()
            try:
                async with asyncio.timeout(INTAKE_SECONDS):
                    return await asyncio.get_running_loop().run_in_executor(pool, photos.intake, data)
            except BrokenProcessPool as error:
                self._drop(pool)
                raise TryAgain("the decoding process died") from error
            except TimeoutError as error:
                self._drop(pool)
                raise _HangingError from error

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # spawn: a fork would carry the database's connections and this loop along.
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=orphans.end_with_parent)
        return self._pool

    async def _refuse(self, item_id: int, photo_id: int, reason: str) -> None:
        async with self.database.transaction() as session:
            now = self.clock.now()
            await pictures.refused(session, photo_id, reason, now=now, street=self.street)
            await outbox.sent(session, item_id, now=now)

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        """Ends this pool, not one that was started since; a process that hangs in a decoder hears nothing but kill."""
        if self._pool is pool:
            self._pool = None
        for process in list((pool._processes or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


class _HangingError(Exception):
    """The picture was not decoded in time."""
