"""The desk: a small street at work, told through the core's own verbs; tests build their state by telling a history."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from bot.bells import Bells
from bot.channels.memory import MemoryChannel
from bot.core import (
    approvals,
    asking,
    clocks,
    groups,
    handling,
    joining,
    kinship,
    people,
    places,
    points,
    reports,
    requests,
    tickets,
)
from bot.core.calendar import SHANGHAI
from bot.core.details import Details, FileRef
from bot.core.notes import Card
from bot.core.photos import store as photo_store
from bot.core.reminders import rounds
from bot.core.reports import parts
from bot.core.street import Street
from bot.core.workflow import Action
from bot.db import Database
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from bot.tasks import Tasks
from bot.workers import Outbound
from bot.workers.fetching import Fetching
from bot.workers.looking import Eye
from models import Deadline, Nudge, OutboxItem, Person, Ticket, TicketEvent
from tests.street import StillClock, moment

CHANNEL = "memory"
OPERATORS = Address(CHANNEL, "operators")
#: in front of building 2 of 汇嘉花园, far from every border
AT_HJ = places.Point(29.9347, 121.5249)
#: ENV_GARBAGE, L2: claim 120 and close 240 working minutes, a photo proves it
RUBBISH = "2幢门口垃圾箱让风刮翻了"
GROUPS = {code: Address(CHANNEL, f"group-{code or 'street'}") for code in ("hj", "jp", None)}


@dataclass
class Desk:
    """A community's staff, a neighbour's, the street's, two couriers, a guest, and a channel that keeps everything."""

    database: Database
    street: Street
    clock: StillClock
    channel: MemoryChannel = field(default_factory=MemoryChannel)
    tasks: Tasks = field(default_factory=Tasks)
    bells: Bells = field(default_factory=Bells)
    #: who looks at pictures; nobody, unless a test gives one
    eye: Eye | None = None
    known: dict[str, Person] = field(default_factory=dict)
    _messages: int = 0

    def __getattr__(self, name: str) -> Person:
        """desk.worker, desk.courier ...: the person of this name."""
        try:
            return self.__dict__["known"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(name) from None

    def sender(self, name: str = "sender") -> Outbound:
        """A process that sends what is owed; several may share the database."""
        channels = {CHANNEL: self.channel}
        store = photo_store.connect("memory://")
        fetching = Fetching(self.database, self.clock, self.street, channels, store, self.eye)
        return Outbound(
            self.database,
            self.clock,
            self.street,
            channels,
            fetching,
            OPERATORS,
            self.bells,
            self.tasks,
            name=name,
        )

    async def newcomer(self, nickname: str) -> Person:
        """One more courier, who has joined."""
        now = self.clock.now()
        async with self.database.transaction() as session:
            person = await people.find_or_add(session, CHANNEL, f"chat-{nickname}", nickname, now=now)
            await joining.show_notice(session, person, now=now, street=self.street)
            await joining.join(session, person, now=now, street=self.street)
            return person

    async def say(self, words: str = "", *, by: Person, at: places.Point | None = None, **more: Any) -> str:
        """A courier sends one message; its name, by which he may correct it."""
        self._messages += 1
        part = reports.Part(CHANNEL, chat_of(by), f"m{self._messages}", words=words, point=at, **more)
        async with self.database.transaction() as session:
            await reports.receive(session, part, by=by, now=self.clock.now(), street=self.street)
        return part.message

    async def correct(self, message: str, words: str, *, by: Person) -> None:
        """He changes the words of a message."""
        async with self.database.transaction() as session:
            await reports.edited(
                session, CHANNEL, chat_of(by), message, words, by=by, now=self.clock.now(), street=self.street
            )

    async def report(
        self, words: str = RUBBISH, *, by: Person, at: places.Point | None = AT_HJ, photos: Sequence[FileRef] = ()
    ) -> Ticket:
        """A courier sends words with a pin; returns the newest ticket, which came of it unless it joined one."""
        await self.say(words, by=by, at=at, photos=tuple(photos))
        async with self.database.reading() as session:
            newest = sa.select(Ticket).order_by(Ticket.id.desc()).limit(1)  # type: ignore[union-attr]
            return (await session.scalars(newest)).one()

    async def act(self, ticket: Ticket, action: Action, *, by: Person | None, **details: Any) -> Ticket:
        """Somebody does one step of the workflow."""
        assert ticket.id is not None
        async with self.database.transaction() as session:
            return await tickets.act(
                session, ticket.id, action, by=by, now=self.clock.now(), street=self.street, details=Details(**details)
            )

    async def appoint(self, person: Person, post: str, community: str | None) -> Person:
        """Somebody gets a post."""
        async with self.database.transaction() as session:
            await people.appoint(session, person, post, community, by=None, now=self.clock.now())
        return person

    async def join(self, ticket: Ticket, *, by: Person) -> int:
        """Another courier reports the same; the number of his report."""
        assert ticket.id is not None
        assert by.id is not None
        self._messages += 1
        now = self.clock.now()
        async with self.database.transaction() as session:
            part = reports.Part(CHANNEL, chat_of(by), f"m{self._messages}", words="这里还是这样")
            report = await parts.open_report(session, part, by=by, now=now)
            await parts.add(session, report, part, now=now)
            await kinship.join(session, await tickets.get(session, ticket.id), report)
            await tickets.act(session, ticket.id, Action.JOIN, by=None, now=now, street=self.street)
            assert report.id is not None
            return report.id

    async def request_id(self, ticket: Ticket) -> int:
        """The one thing that was asked for about the ticket and nobody decided."""
        async with self.database.reading() as session:
            (request,) = await requests.waiting(session, ticket)
            assert request.id is not None
            return request.id

    async def decide(self, ticket: Ticket, verdict: str = asking.GRANT, *, by: Person) -> Ticket:
        """Somebody decides the one thing that was asked for about the ticket."""
        number, now = await self.request_id(ticket), self.clock.now()
        async with self.database.transaction() as session:
            decided, _ = await approvals.decide(session, number, verdict, by=by, now=now, street=self.street)
            return decided

    async def sent(self, words: str = RUBBISH, *, by: Person | None = None, at: places.Point | None = AT_HJ) -> Ticket:
        """A ticket whose card has reached its group: its clocks run."""
        ticket = await self.report(words, by=by or self.courier, at=at)
        await self.send()
        return ticket

    async def in_hand(self, words: str = RUBBISH) -> Ticket:
        """The same, claimed by the worker."""
        return await self.claim(await self.sent(words), by=self.worker)

    async def claim(self, ticket: Ticket, *, by: Person) -> Ticket:
        """Somebody claims it."""
        return await self.act(ticket, Action.CLAIM, by=by)

    async def prove(self, ticket: Ticket, *, by: Person, text: str = "处理好了", photo: str = "after") -> Ticket:
        """The owner sends a photo and a few words."""
        assert ticket.id is not None
        files = [FileRef(ref=photo, unique=photo, size=1)] if photo else []
        async with self.database.transaction() as session:
            return await handling.offer_proof(
                session,
                ticket.id,
                by=by,
                at=Address(CHANNEL, chat_of(by)),
                files=files,
                text=text,
                now=self.clock.now(),
                street=self.street,
            )

    async def close(self, *, by: Person, handled_by: Person, checked_by: Person) -> Ticket:
        """One whole story: reported, claimed, handled, checked."""
        ticket = await self.claim(await self.report(by=by), by=handled_by)
        await self.prove(ticket, by=handled_by)
        return await self.act(ticket, Action.PASS, by=checked_by)

    async def ticket(self, ticket: Ticket) -> Ticket:
        """The ticket as the database has it now."""
        async with self.database.reading() as session:
            return await session.get_one(Ticket, ticket.id)

    async def numbered(self, number: int) -> Ticket:
        """The ticket of this number."""
        async with self.database.reading() as session:
            return await session.get_one(Ticket, number)

    async def tickets(self) -> list[Ticket]:
        """All tickets, oldest first."""
        async with self.database.reading() as session:
            return list((await session.scalars(sa.select(Ticket).order_by(Ticket.id))).all())  # type: ignore[arg-type]

    async def history(self, ticket: Ticket) -> list[TicketEvent]:
        """Everything that happened to it."""
        async with self.database.reading() as session:
            return await tickets.history(session, ticket.id or 0)

    async def deadline(self, ticket: Ticket, name: str) -> Deadline | None:
        """The last row of one of its clocks."""
        async with self.database.reading() as session:
            return await clocks.latest(session, ticket, name)

    async def due(self, ticket: Ticket, name: str) -> str | None:
        """Until when one of its clocks runs, in Asia/Shanghai; None when it does not run."""
        row = await self.deadline(ticket, name)
        return f"{row.due_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if row and row.stopped_at is None else None

    async def points(self, person: Person) -> int:
        """What the courier has earned."""
        async with self.database.reading() as session:
            return await points.balance(session, person.id or 0)

    async def owed(self, **where: Any) -> list[OutboxItem]:
        """What the outbox holds, in order; `where` as in status="new"."""
        async with self.database.reading() as session:
            query = sa.select(OutboxItem).filter_by(**where).order_by(OutboxItem.id)  # type: ignore[arg-type]
            return list((await session.scalars(query)).all())

    async def send(self) -> None:
        """Sends everything that is due and can go out now."""
        await drain(self.sender())

    async def remind(self, at: str | None = None) -> None:
        """Makes every round of reminders that is due, at that moment, and sends what came of it."""
        if at is not None:
            self.clock.set(at)
        looked = 1
        while looked:
            async with self.database.transaction() as session:
                looked = await rounds.look(session, now=self.clock.now(), street=self.street)
        await self.send()

    async def pass_time(self, until: str) -> None:
        """Lets time pass until then, stopping at every moment at which a reminder is due."""
        end = moment(until)
        while True:
            async with self.database.reading() as session:
                at = await rounds.next_at(session, after=self.clock.now())
            if at is None or at > end:
                break
            self.clock.at = at
            await self.remind()
        self.clock.at = end
        await self.remind()

    def heard(self, person: Person) -> list[str]:
        """What this person reads in private, oldest first."""
        return self.channel.said_to(chat_of(person))

    async def nudges(self) -> list[Nudge]:
        """Every reminder that was given or passed over, in order."""
        async with self.database.reading() as session:
            return list((await session.scalars(sa.select(Nudge).order_by(Nudge.id))).all())  # type: ignore[arg-type]

    def card(self, ticket: Ticket, chat: str = "group-hj") -> Card:
        """The ticket's card as this chat shows it now."""
        mark = f"#{ticket.id} "
        shown = [s.what for s in self.channel.messages.values() if s.to.chat == chat and isinstance(s.what, Card)]
        return next(card for card in shown if mark in card.title)


def chat_of(person: Person) -> str:
    """The private chat of a person of the desk."""
    return f"chat-{person.nickname}"


async def drain(sender: Outbound) -> None:
    """Lets a sender work until nothing is on its way and nothing could be."""
    while True:
        while await sender.step():
            pass
        async with sender.database.reading() as session:
            if await outbox.is_quiet(session, now=sender.clock.now()):
                return
        await sender.bells.outbox.wait()


@asynccontextmanager
async def opened(database: Database, street: Street) -> AsyncIterator[Desk]:
    """The desk over a database where everybody is registered; nothing is left running afterwards."""
    desk = Desk(database, street, StillClock(MONDAY))
    async with database.reading() as session:
        for name, nickname in NAMES.items():
            desk.known[name] = (await session.scalars(sa.select(Person).filter_by(nickname=nickname))).one()
    yield desk
    await desk.tasks.stop()


MONDAY = moment("2026-11-23 10:00")
#: name at the desk -> nickname, post, community
STAFF = {
    "worker": ("小王", "worker", "hj"),
    "grid_worker": ("阿芳", "grid_worker", "hj"),
    "head": ("老陈", "grid_head", "hj"),
    "neighbour": ("小林", "worker", "jp"),
    "dispatcher": ("小许", "dispatcher", None),
    "duty": ("小曹", "duty", None),
}
COURIERS = {"courier": "阿毛", "second_courier": "小陈"}
NAMES = {**{name: staff[0] for name, staff in STAFF.items()}, **COURIERS, "guest": "路人"}


async def register(database: Database, street: Street) -> None:
    """Enters everybody and binds the groups."""
    async with database.transaction() as session:
        known = {
            name: await people.find_or_add(session, CHANNEL, f"chat-{nickname}", nickname, now=MONDAY)
            for name, nickname in NAMES.items()
        }
        for name, (_, post, community) in STAFF.items():
            await people.appoint(session, known[name], post, community, by=None, now=MONDAY)
        for name in COURIERS:
            await joining.show_notice(session, known[name], now=MONDAY, street=street)
            await joining.join(session, known[name], now=MONDAY, street=street)
            await joining.add_home(session, known[name], "hj")
        for community, chat in GROUPS.items():
            await groups.bind(session, chat, community, chat.chat, by=None, now=MONDAY)
