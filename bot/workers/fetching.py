"""Fetches pictures: channel -> bytes -> process -> store -> row; a picture that cannot be used is told so."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.channels.base import Channel, NotAccepted, TryAgain
from bot.clock import Clock
from bot.core import photos, pictures, places
from bot.core.photos.store import Store
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import outbox
from bot.workers.decoding import Decoder, ProcessDied, ProcessHangs
from bot.workers.looking import Eye, Looking
from models import OutboxItem, Photo

log = logging.getLogger(__name__)

# What Telegram gives out at all; asking for more only wastes a try.
MOST_BYTES = 20 * 1024 * 1024
# The slowest picture within the limits took 1.7 s to decode; ten times that is a worker that hangs.
INTAKE_SECONDS = 20
HANGS = "the decoding process hangs"


@dataclass
class Fetching:
    """Downloads and takes in pictures, decoding them in a process of their own; with an eye they are looked at too."""

    database: Database
    clock: Clock
    street: Street
    channels: Mapping[str, Channel]
    store: Store
    eye: Eye | None = None
    looking: Looking = field(init=False)
    _decoder: Decoder = field(default_factory=Decoder, init=False)

    def __post_init__(self) -> None:
        self.looking = Looking(self.database, self.clock, self.street, self.store, self._decoder, self.eye)

    async def fetch(self, item: OutboxItem) -> None:
        """Fetches the picture that this item names; raises TryAgain when it may work later."""
        assert item.id is not None
        photo_id = outbox.number_of(item)
        async with self.database.reading() as session:
            photo = await session.get_one(Photo, photo_id)
        try:
            what = await self._take_in(photo)
        except ProcessDied as error:
            raise TryAgain("the decoding process died") from error
        except ProcessHangs as error:
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
            if self.eye is not None:
                await pictures.look_later(session, photo_id, now=now, street=self.street)
            await outbox.sent(session, item.id, now=now)

    def open(self) -> None:
        """Starts the decoding process ahead of the first picture, which would wait a second for it."""
        self._decoder.open()

    def close(self) -> None:
        """Ends the process that decodes."""
        self._decoder.close()

    async def _take_in(self, photo: Photo) -> pictures.Stored:
        if photo.size is not None and photo.size > MOST_BYTES:
            raise photos.BadPhoto("too_big")
        if photo.size == 0:
            raise photos.BadPhoto("empty")
        data = await self.channels[photo.channel].download(photo.file_ref)
        taken = await self._decoder.run(photos.intake, data, seconds=INTAKE_SECONDS)
        return pictures.Stored(
            original_key=await self.store.put(data, "originals"),
            copy_key=await self.store.put(taken.copy_jpeg, "copies"),
            taken_at=taken.taken_at,
            point=places.Point(*taken.gps) if taken.gps else None,
        )

    async def _refuse(self, item_id: int, photo_id: int, reason: str) -> None:
        async with self.database.transaction() as session:
            now = self.clock.now()
            await pictures.refused(session, photo_id, reason, now=now, street=self.street)
            await outbox.sent(session, item_id, now=now)
