"""Looks at pictures that are stored already: a hint for the judge, and nothing that anybody waits for."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.channels.base import TryAgain
from bot.clock import Clock
from bot.core import pictures
from bot.core.photos.store import Store
from bot.core.sight import Opinion
from bot.core.sight.head import BadEye
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import outbox
from bot.workers.decoding import Decoder
from models import OutboxItem, Photo

log = logging.getLogger(__name__)

# The first look opens the network, which takes a second; any other one is a fifth of that even on a busy machine.
LOOK_SECONDS = 10

Eye = Callable[[bytes], Opinion]


@dataclass
class Looking:
    """Lets the eye look at one stored copy after the other, in the process that decodes."""

    database: Database
    clock: Clock
    street: Street
    store: Store
    decoder: Decoder
    eye: Eye | None

    async def look(self, item: OutboxItem) -> None:
        """Looks at the picture that this item names; what goes wrong goes wrong once more, and is then forgotten."""
        assert item.id is not None
        photo_id = outbox.number_of(item)
        seen = await self._see(item, photo_id)
        async with self.database.transaction() as session:
            now = self.clock.now()
            if seen is not None:
                await pictures.looked_at(session, photo_id, seen, now=now, street=self.street)
            await outbox.sent(session, item.id, now=now)

    async def _see(self, item: OutboxItem, photo_id: int) -> Opinion | None:
        async with self.database.reading() as session:
            photo = await session.get(Photo, photo_id)
        if photo is None or photo.copy_key is None or self.eye is None:
            return None
        try:
            return await self.decoder.run(self.eye, await self.store.get(photo.copy_key), seconds=LOOK_SECONDS)
        except BadEye as error:
            # It is the same with every picture, and the doctor says what to do.
            log.warning("photos are not looked at: %s", error)
        except Exception as error:  # whatever a decoder or a network may raise: the report does well without
            if item.attempts == 0:
                raise TryAgain("looking at the picture failed") from error
            log.warning("photo %s was not looked at: %s", photo_id, type(error).__name__)
        return None
