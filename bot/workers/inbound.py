"""Drains the inbox: one item, one transaction; what fails is rolled back, tried again, parked and told."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from bot.bells import Bells
from bot.channels.base import ChannelError, Unreadable
from bot.clock import Clock
from bot.core import alarms
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import inbox
from bot.mailbox.outbox import Address
from bot.tasks import Tasks
from models import InboxItem

log = logging.getLogger(__name__)

#: a toast that waits for the commit; losing it when the process dies there is harmless
Unsent = Callable[[], Awaitable[Any]]


class Handle(Protocol):
    """What a channel's handlers look like from here: rows are written in the session, the toast comes back unsent."""

    async def __call__(self, session: AsyncSession, payload: Any, *, now: datetime) -> Unsent | None:
        """Handles one item; raises Unreadable for one that no retry can mend."""
        ...


@dataclass
class Inbound:
    """The loop over the inbox. Items of one lane are handled in order, lanes side by side where the database can."""

    database: Database
    clock: Clock
    street: Street
    handlers: Mapping[str, Handle]
    operators: Address | None
    bells: Bells
    tasks: Tasks

    async def run(self) -> None:
        """Handles items for ever."""
        while True:
            if not await self.step():
                await self.bells.inbox.wait()

    async def step(self) -> bool:
        """Handles the next item; False when there is none."""
        item_id: int | None = None
        try:
            async with self.database.transaction() as session:
                item = await inbox.take(session, now=self.clock.now())
                if item is None:
                    return False
                item_id = item.id
                unsent = await self._handle(session, item)
        except Exception as error:
            if item_id is None:
                raise
            log.exception("inbox item %s failed", item_id)
            await self._failed(item_id, error)
            return True
        self.bells.outbox.ring()
        if unsent is not None:
            self.tasks.start("toast", _send(unsent))
        return True

    async def _handle(self, session: AsyncSession, item: InboxItem) -> Unsent | None:
        now = self.clock.now()
        try:
            unsent = await self.handlers[item.channel](session, item.payload, now=now)
        except Unreadable as error:
            await inbox.park(session, item, str(error), now=now)
            await self._tell(session, item.id, now=now)
            return None
        await inbox.finish(session, item, now=now)
        return unsent

    async def _failed(self, item_id: int, error: Exception) -> None:
        now = self.clock.now()
        async with self.database.transaction() as session:
            if await inbox.fail(session, item_id, type(error).__name__, now=now):
                await self._tell(session, item_id, now=now)
        self.bells.outbox.ring()

    async def _tell(self, session: AsyncSession, item_id: int | None, *, now: datetime) -> None:
        text = self.street.texts("alarm-parked", item=item_id)
        await alarms.tell_operators(session, text, operators=self.operators, now=now)


async def _send(unsent: Unsent) -> None:
    """Sends a toast; a person who waited too long for it has the card to look at."""
    try:
        await unsent()
    except ChannelError as error:
        log.info("toast not shown: %s", error)
