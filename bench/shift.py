"""A shift of the demo street without a chat platform: its register, its people's deeds, and the bot's own workers."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa
from PIL import Image
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.app import LANES_SIDE_BY_SIDE
from bot.bells import Bells
from bot.channels.memory import MemoryChannel
from bot.clock import MovableClock
from bot.core import groups, handling, joining, people, refusals, reports, tickets
from bot.core.details import FileRef
from bot.core.photos import store as photo_store
from bot.core.street import Street
from bot.core.workflow import Action, Status
from bot.db import Database
from bot.mailbox import inbox, outbox
from bot.mailbox.inbox import Incoming
from bot.mailbox.outbox import Address
from bot.tasks import Tasks
from bot.workers import Inbound, Outbound
from bot.workers.fetching import Fetching
from models import Person, Ticket, TicketReporter

CHANNEL = "memory"
PROOF = "proof"
# A Monday morning of ordinary work.
BEGINNING = datetime.fromisoformat("2026-11-23T10:00+08:00")
# Longer than messages are joined into one report and than any card waits for its picture.
BETWEEN_STAGES = timedelta(minutes=5)
# Four stages end this much late at most, some 2 % of a full run; looking each 5 ms took a third of the processor.
LOOK_SECONDS = 0.05
#: public matters that a picture proves; neighbouring reports differ, so that none is taken for a repeat
MATTERS = ("门口垃圾满出来了没人收", "门口路灯不亮", "门口旧沙发没人要", "门口共享单车倒了一排")


@dataclass(frozen=True)
class Round:
    """One courier with one thing to report: where, what, and the community it belongs to."""

    courier: str
    words: str
    community: str


def rounds(street: Street, count: int) -> Sequence[Round]:
    """So many couriers, spread over the estates, then the buildings of the demo street."""
    known = [estate for estate in street.gazetteer.estates if estate.buildings]
    made = []
    for at in range(count):
        turn, estate = at // len(known), known[at % len(known)]
        buildings = sorted(estate.buildings or (), key=int)
        words = f"{estate.name}{buildings[turn % len(buildings)]}幢{MATTERS[turn % len(MATTERS)]}"
        made.append(Round(f"courier-{at}", words, estate.community))
    return made


@dataclass
class Shift:
    """Everybody at work on one database; `deeds` go through the real inbox, what follows through the real outbox."""

    database: Database
    street: Street
    clock: MovableClock = field(default_factory=lambda: MovableClock(BEGINNING))
    channel: MemoryChannel = field(default_factory=lambda: MemoryChannel({PROOF: _small_picture()}))
    bells: Bells = field(default_factory=Bells)
    tasks: Tasks = field(default_factory=Tasks)

    async def do(self, deeds: Sequence[Mapping[str, str]]) -> None:
        """Puts one page of deeds into the inbox and returns when they are handled and their news is sent."""
        self.clock.move_to(self.clock.now() + BETWEEN_STAGES)
        now = self.clock.now()
        items = [Incoming(CHANNEL, f"{each['do']}-{each['external_id']}", each["who"], dict(each)) for each in deeds]
        async with self.database.transaction() as session:
            await inbox.put(session, items, now=now)
        self.bells.inbox.ring()
        while not await self._is_quiet():  # noqa: ASYNC110 - rows tell nobody when the last one is done
            await asyncio.sleep(LOOK_SECONDS)

    async def numbers(self) -> Mapping[str, str]:
        """The number of each courier's ticket."""
        query = sa.select(col(Person.nickname), col(TicketReporter.ticket_id)).join(
            TicketReporter, col(TicketReporter.person_id) == Person.id
        )
        async with self.database.reading() as session:
            return {nickname: str(number) for nickname, number in await session.execute(query)}

    async def closed(self) -> int:
        """How many tickets reached their end."""
        query = sa.select(sa.func.count()).where(col(Ticket.status) == Status.CLOSED)
        async with self.database.reading() as session:
            return await session.scalar(query) or 0

    async def _is_quiet(self) -> bool:
        now = self.clock.now()
        async with self.database.reading() as session:
            return await inbox.is_quiet(session, now=now) and await outbox.is_quiet(session, now=now)


@dataclass(frozen=True)
class Deeds:
    """The handler of the memory channel: one row of the inbox is one core verb."""

    street: Street

    async def __call__(self, session: AsyncSession, payload: Mapping[str, str], *, now: datetime) -> None:
        """Does what the payload says, or nothing when the core refuses; there is nobody to read a toast."""
        by = await people.find(session, CHANNEL, payload["who"])
        assert by is not None
        with contextlib.suppress(refusals.Refusal):
            async with session.begin_nested():
                await self._do(session, payload, by=by, now=now)

    async def _do(self, session: AsyncSession, payload: Mapping[str, str], *, by: Person, now: datetime) -> None:
        if payload["do"] == "report":
            part = reports.Part(CHANNEL, payload["who"], payload["external_id"], words=payload["words"])
            await reports.receive(session, part, by=by, now=now, street=self.street)
            return
        number = int(payload["number"])
        if payload["do"] != Action.PROVE:
            await tickets.act(session, number, Action(payload["do"]), by=by, now=now, street=self.street)
            return
        at, files = Address(CHANNEL, payload["group"]), [FileRef(PROOF, f"{PROOF}-{number}")]
        await handling.offer_proof(
            session, number, by=by, at=at, files=files, text="处理好了", now=now, street=self.street
        )


@asynccontextmanager
async def opened(database: Database, street: Street, couriers: Sequence[str]) -> AsyncIterator[Shift]:
    """A shift with everybody registered and the workers running; nothing is left running afterwards."""
    shift = Shift(database, street)
    await _register(shift, couriers)
    channels = {CHANNEL: shift.channel}
    fetching = Fetching(database, shift.clock, street, channels, photo_store.connect("memory://"))
    inbound = Inbound(database, shift.clock, street, {CHANNEL: Deeds(street)}, None, shift.bells, shift.tasks)
    outbound = Outbound(database, shift.clock, street, channels, fetching, None, shift.bells, shift.tasks, name="bench")
    for lane in range(1 if database.is_sqlite else LANES_SIDE_BY_SIDE):
        shift.tasks.keep_running(f"inbound {lane}", inbound.run)
    shift.tasks.keep_running("outbound", outbound.run)
    try:
        yield shift
    finally:
        await shift.tasks.stop()
        fetching.close()


def worker_of(community: str) -> str:
    """The account of the community's worker."""
    return f"worker-{community}"


def group_of(community: str) -> str:
    """The chat of the community's staff group."""
    return f"group-{community}"


async def _register(shift: Shift, couriers: Sequence[str]) -> None:
    now, street = shift.clock.now(), shift.street
    async with shift.database.transaction() as session:
        for community in street.gazetteer.communities:
            code = community.code
            worker = await people.find_or_add(session, CHANNEL, worker_of(code), f"{community.name}社工", now=now)
            await people.appoint(session, worker, "worker", code, by=None, now=now)
            await groups.bind(session, Address(CHANNEL, group_of(code)), code, community.name, by=None, now=now)
        for name in couriers:
            courier = await people.find_or_add(session, CHANNEL, name, name, now=now)
            await joining.join(session, courier, now=now, street=street)


def _small_picture() -> bytes:
    """A proof that costs next to nothing to decode: pictures have a rig of their own."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(buffer, "JPEG")
    return buffer.getvalue()
