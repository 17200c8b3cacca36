"""A street's year in the order of time: people act, the ladder is looked at, the bot is down now and then."""

import heapq
import itertools
import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bench.residents import CHANNEL, Residents
from bot.core import groups, joining, people, tickets
from bot.core.reminders import lists, rounds
from bot.core.street import Street
from bot.db import Database
from bot.mailbox.outbox import Address
from models import Nudge, OutboxItem, Person, Ticket

COURIERS = 40
#: a line of a reminder, as words.line writes it
REMINDER = re.compile(r"^(?:⏰ )?(?:🆘|🔴|🟡|🟢) #\d+ .*$", re.MULTILINE)
# Of ten who are reminded seven do something about it; the others make it climb.
HEEDED = 0.7


class Crash(Exception):
    """The process dies before its transaction commits."""


@dataclass
class Simulation:
    """The street from `begin` on; every choice comes from the seed, so that a run can be made again."""

    database: Database
    street: Street
    seed: int
    begin: datetime
    days: int
    reports: int
    restarts: int
    now: datetime = field(init=False)
    #: (recipient, day and line) of every reminder that was said
    lines: list[tuple[str, str]] = field(default_factory=list)
    crashes: int = 0

    async def run(self) -> None:
        """Lets the whole time pass."""
        self.now = self.begin
        self._chance = random.Random(self.seed)
        self._count = itertools.count()
        self._agenda: list[tuple[datetime, int, str, int | None]] = []
        self._last_nudge = 0
        self._due: datetime | None = None
        self._morning = lists.next_morning(self.now, self.street)
        async with self.database.transaction() as session:
            self._residents = await self._register(session)
        end = self.begin + timedelta(days=self.days)
        for _ in range(self.reports):
            self._plan(self.begin + (end - self.begin) * self._chance.random() * 0.9, "report", None)
        outages = sorted(self.begin + (end - self.begin) * self._chance.random() for _ in range(self.restarts))
        down_until = self.begin
        while True:
            at = self._next(down_until)
            if at is None or at > end:
                break
            self.now = max(self.now, at)
            if outages and outages[0] <= self.now:
                down_until = outages.pop(0) + timedelta(hours=self._chance.expovariate(1 / 6))
            await self._one_step(is_down=self.now < down_until)
        self.now = end
        await self._look()

    def _next(self, down_until: datetime) -> datetime | None:
        """The next moment at which anything happens; while the bot is down only people act."""
        people_act = [self._agenda[0][0]] if self._agenda else []
        looks = [look for look in (self._due, self._morning) if look is not None]
        # What came due while the bot was down is looked at as soon as it is up again.
        return min([*people_act, *(max(look, down_until) for look in looks)], default=None)

    async def _one_step(self, *, is_down: bool) -> None:
        while self._agenda and self._agenda[0][0] <= self.now:
            _, _, what, number = heapq.heappop(self._agenda)
            await self._people(what, number)
        is_due = self._morning <= self.now or (self._due is not None and self._due <= self.now)
        if is_due and not is_down:
            await self._look()

    async def _people(self, what: str, number: int | None) -> None:
        async with self.database.transaction() as session:
            if what == "report":
                number = await self._residents.report(session, now=self.now)
                await self._deliver(session)
                doing = self._residents.notices(await tickets.get(session, number), now=self.now)
            else:
                ticket = await tickets.get(session, number or 0)
                doing = await self._residents.do(session, ticket, now=self.now)
                await self._deliver(session)
            self._due = await rounds.first_at(session)
        if doing is not None:
            self._plan(doing.at, doing.what, number)

    async def _look(self) -> None:
        """Looks at everything that is due; now and then the process dies in the middle and looks again."""
        looked = 1
        while looked:
            try:
                async with self.database.transaction() as session:
                    looked = await rounds.look(session, now=self.now, street=self.street)
                    await lists.morning(session, now=self.now, street=self.street)
                    if self._chance.random() < 0.01:
                        raise Crash
                    await self._deliver(session)
                    self._due = await rounds.first_at(session)
            except Crash:
                self.crashes += 1
        self._morning = lists.next_morning(self.now, self.street)
        await self._heed()

    async def _heed(self) -> None:
        """Who was reminded does something about it, or not."""
        async with self.database.reading() as session:
            query = sa.select(Nudge).where(col(Nudge.id) > self._last_nudge).order_by(col(Nudge.id))
            given = (await session.scalars(query)).all()
        for nudge in given:
            assert nudge.id is not None
            self._last_nudge = nudge.id
            if nudge.ticket_id is not None and self._chance.random() < HEEDED:
                doing = self._residents.answers(now=self.now)
                self._plan(doing.at, doing.what, nudge.ticket_id)

    async def _deliver(self, session: AsyncSession) -> None:
        """Everything owed reaches its recipient at once: cards start clocks, reminders are noted down."""
        owed = (await session.scalars(sa.select(OutboxItem).order_by(col(OutboxItem.id)))).all()
        cards = {int(item.subject.partition(":")[2]) for item in owed if item.kind == "card" and item.subject}
        for number in sorted(cards):
            ticket = await session.get_one(Ticket, number)
            if ticket.dispatched_at is None or ticket.received_at is None:
                await tickets.delivered(session, number, now=self.now, street=self.street)
        for item in owed:
            found = REMINDER.findall(item.payload.get("text", "")) if item.kind == "note" else []
            self.lines += [(item.recipient, f"{self.now:%Y-%m-%d} {line}") for line in found]
        await session.execute(sa.delete(OutboxItem))

    def _plan(self, at: datetime, what: str, number: int | None) -> None:
        heapq.heappush(self._agenda, (at, next(self._count), what, number))

    async def _register(self, session: AsyncSession) -> Residents:
        staff: dict[str, Person] = {}
        for community in self.street.gazetteer.communities:
            for post in people.COMMUNITY_POSTS:
                name = f"{community.code}-{post}"
                staff[name] = await self._enter(session, name)
                await people.appoint(session, staff[name], post, community.code, by=None, now=self.begin)
            at = Address(CHANNEL, f"group-{community.code}")
            await groups.bind(session, at, community.code, community.name, by=None, now=self.begin)
        for post in people.STREET_POSTS:
            staff[post] = await self._enter(session, post)
            await people.appoint(session, staff[post], post, None, by=None, now=self.begin)
        await groups.bind(session, Address(CHANNEL, "group-street"), None, "street", by=None, now=self.begin)
        couriers = [await self._enter(session, f"courier-{at}") for at in range(COURIERS)]
        for courier in couriers:
            await joining.join(session, courier, now=self.begin, street=self.street)
        return Residents(self.street, staff, couriers, self._chance)

    async def _enter(self, session: AsyncSession, name: str) -> Person:
        return await people.find_or_add(session, CHANNEL, name, name, now=self.begin)
