"""Drains the outbox: takes rows, sends outside any transaction, then records what came of it."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.bells import Bells
from bot.channels.base import Channel, ChannelError, MessageGone, Moved, NotAccepted, TryAgain, Unreachable
from bot.clock import Clock
from bot.core import alarms, groups, pushes
from bot.core.notes import Note
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from bot.tasks import Tasks
from bot.workers import showing
from bot.workers.fetching import Fetching
from bot.workers.recording import Recording
from models import OutboxItem

log = logging.getLogger(__name__)

# So many sends may be under way at once; Telegram takes some thirty a second in all. Also as many as a kill may double.
SIDE_BY_SIDE = 8
# `docker stop` kills after ten seconds.
FINISH_SECONDS = 8
# What a fault of our own raises: no waiting mends it, and meanwhile it holds up its recipient.
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
# As many tries as an incoming item gets; the row it fell over may be another one by then.
FAULTY_TRIES = 4


@dataclass
class Outbound:
    """The loop over the outbox. `name` marks the rows that this process is sending."""

    database: Database
    clock: Clock
    street: Street
    channels: Mapping[str, Channel]
    fetching: Fetching
    operators: Address | None
    bells: Bells
    tasks: Tasks
    name: str
    _recording: Recording = field(init=False)
    _under_way: int = field(default=0, init=False)
    _is_ending: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._recording = Recording(self.database)

    @property
    def is_busy(self) -> bool:
        """True while something is being chosen or sent: not quiet, and no need to ask the database."""
        return bool(self._under_way)

    async def run(self) -> None:
        """Sends for ever."""
        while True:
            if not await self.step():
                await self.bells.outbox.wait()

    async def finish(self) -> None:
        """Begins nothing more and waits for what is under way: a send that is cut off would be made twice."""
        self._is_ending = True
        try:
            async with asyncio.timeout(FINISH_SECONDS):
                while self._under_way:
                    await self.bells.outbox.wait()
        except TimeoutError:
            log.warning("%s sends were cut off", self._under_way)

    async def step(self) -> bool:
        """Begins to send what is due; False when nothing is, or when enough is under way."""
        free = SIDE_BY_SIDE - self._under_way
        if free <= 0 or self._is_ending:
            return False
        # Choosing counts as under way, so that finish() waits for what is chosen meanwhile.
        self._under_way += 1
        try:
            async with self.database.transaction() as session:
                now = self.clock.now()
                taken = await outbox.take(session, self.name, now=now, limit=free)
                ready = [item for item in taken if await pushes.make_ready(session, item, now=now, street=self.street)]
        finally:
            self._under_way -= 1
        for item in ready:
            self._under_way += 1
            self.tasks.start(f"send {item.id}", self._send(item))
        return bool(taken)

    async def _send(self, item: OutboxItem) -> None:
        try:
            await self._do(item)
        except ChannelError as error:
            await self._not_sent(item, error)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            log.exception("outbox item %s failed", item.id)
            is_hopeless = isinstance(error, FAULTS) and item.attempts + 1 >= FAULTY_TRIES
            await self._not_sent(item, (ChannelError if is_hopeless else TryAgain)(type(error).__name__))
        finally:
            self._under_way -= 1
            self.bells.outbox.ring()

    async def _do(self, item: OutboxItem) -> None:
        assert item.id is not None
        if item.kind == "download":
            await self.fetching.fetch(item)
            return
        if item.kind == "look":
            await self.fetching.looking.look(item)
            return
        if item.kind == "card":
            await showing.show(self._recording, self.channels[item.channel], item, clock=self.clock, street=self.street)
            return
        to = Address(item.channel, item.recipient)
        message: str | None = None
        if item.kind == "remove":
            await self.channels[item.channel].redraw(to, item.payload["message"], None)
        else:
            message = await self._deliver(item, to)
        await self._recording.write(lambda session: self._sent(session, item, message))

    async def _sent(self, session: AsyncSession, item: OutboxItem, message: str | None) -> None:
        assert item.id is not None
        now = self.clock.now()
        await outbox.sent(session, item.id, now=now, message_id=message)
        await pushes.rang(session, item, now=now)

    async def _deliver(self, item: OutboxItem, to: Address) -> str:
        note = await showing.with_picture(self.database, Note.from_payload(item.payload))
        try:
            return await self.channels[item.channel].deliver(to, note)
        except NotAccepted:
            if note.photo is None:
                raise
            # The words matter more than the picture.
            return await self.channels[item.channel].deliver(to, showing.without_picture(note))

    async def _not_sent(self, item: OutboxItem, error: ChannelError) -> None:
        assert item.id is not None
        now, to = self.clock.now(), Address(item.channel, item.recipient)
        async with self.database.transaction() as session:
            match error:
                case TryAgain():
                    await self._later(session, item, error, now=now)
                case Moved():
                    await groups.move(session, to, error.chat, now=now)
                    await outbox.retry(session, item.id, str(error), now=now)
                case MessageGone():
                    # A message that should go away is away.
                    await outbox.sent(session, item.id, now=now)
                case Unreachable():
                    await outbox.failed(session, item.id, str(error), now=now)
                    await groups.lose(session, to, now=now, street=self.street)
                case _:
                    await self._give_up(session, item, str(error), now=now)

    async def _later(self, session: AsyncSession, item: OutboxItem, error: TryAgain, *, now: datetime) -> None:
        assert item.id is not None
        if not await outbox.retry(session, item.id, str(error), now=now, after=error.after):
            await self._tell(session, item, now=now)

    async def _give_up(self, session: AsyncSession, item: OutboxItem, error: str, *, now: datetime) -> None:
        assert item.id is not None
        log.error("outbox item %s was not accepted: %s", item.id, error)
        await outbox.failed(session, item.id, error, now=now)
        await self._tell(session, item, now=now)

    async def _tell(self, session: AsyncSession, item: OutboxItem, *, now: datetime) -> None:
        if item.kind == "look":
            # Nobody misses a hint.
            return
        text = self.street.texts("alarm-not-removed" if item.kind == "remove" else "alarm-unsent", item=item.id)
        # A failing alarm must not raise the next one.
        if item.urgency != 1 or item.kind != "note":
            await alarms.tell_operators(session, text, operators=self.operators, now=now)
