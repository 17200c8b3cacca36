"""What is done when its time has come: a table of sweeps, each in its own transactions; what is due is in the rows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.bells import Bells
from bot.clock import Clock
from bot.core import alarms, reports
from bot.core.reminders import lists, rounds, upkeep
from bot.core.roster import watch
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import inbox, outbox
from bot.mailbox.outbox import Address
from models import Report

log = logging.getLogger(__name__)

# What cannot be done waits for somebody to mend the bot: a quarter of an hour does not spin.
AGAIN_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Sweep:
    """One kind of work: how often it is looked at, in seconds, what it does, and when it next has something to do."""

    name: str
    seconds: int
    work: Callable[[], Awaitable[None]]
    #: None: it has no moments of its own
    next_at: Callable[[AsyncSession, datetime], Awaitable[datetime | None]] | None = None


@dataclass(frozen=True)
class Sweeps:
    """Every sweep of the street; two of one process never run at once."""

    database: Database
    clock: Clock
    street: Street
    bells: Bells
    operators: Address | None = None
    #: reads by the model in use, and lets a lesson begin at night; None where nothing is learned
    learning: Callable[[], Awaitable[None]] | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    def table(self) -> Sequence[Sweep]:
        """Every sweep, the urgent ones first."""
        return (
            Sweep("unanswered", 15, self.unanswered, reports.next_overdue),
            Sweep("reminders", 15, self.reminders, lambda session, after: rounds.next_at(session, after=after)),
            Sweep("undelivered", 60, self.undelivered),
            Sweep("roster", 60, self.roster, self._next_roster),
            Sweep("mornings", 60, self.mornings, self._next_morning),
            Sweep("calendar", 3600, self.calendar),
            Sweep("finished", 3600, self.finished),
            *((Sweep("learning", 60, self.learning),) if self.learning is not None else ()),
        )

    async def unanswered(self) -> None:
        """Hands every report whose question nobody answered in time to a person."""
        async with self.database.transaction() as session:
            waiting = [report.id for report in await reports.overdue(session, now=self.clock.now())]
        for report_id in waiting:
            try:
                await self._hand_over(report_id)
            except Exception:
                # One that fails must not hold up those behind it.
                log.exception("report %s could not be handed to a person", report_id)
                await self._put_off(report_id)
            self.bells.outbox.ring()

    async def _hand_over(self, report_id: int | None) -> None:
        async with self.database.transaction() as session:
            now = self.clock.now()
            report = await session.get_one(Report, report_id, with_for_update=True)
            # Since it was listed he may have answered, or been asked anew.
            if report.waiting_for is not None and report.expires_at is not None and report.expires_at <= now:
                await reports.hand_to_person(session, report, now=now, street=self.street)

    async def _put_off(self, report_id: int | None) -> None:
        async with self.database.transaction() as session:
            now = self.clock.now()
            (await session.get_one(Report, report_id, with_for_update=True)).expires_at = now + AGAIN_AFTER
            text = self.street.texts("alarm-unanswered", report=report_id)
            await alarms.tell_operators(session, text, operators=self.operators, now=now)

    async def reminders(self) -> None:
        """Gives the steps of the ladder that are due, round after round until none is left."""
        while await self._round():
            self.bells.outbox.ring()

    async def _round(self) -> int:
        async with self.database.transaction() as session:
            return await rounds.look(session, now=self.clock.now(), street=self.street)

    async def undelivered(self) -> None:
        """Finds the tickets whose card has reached nobody."""
        async with self.database.transaction() as session:
            await upkeep.undelivered(session, now=self.clock.now(), street=self.street)
        self.bells.outbox.ring()

    async def roster(self) -> None:
        """Hands over at the change of a shift, and warns of holes."""
        async with self.database.transaction() as session:
            await watch.look(session, now=self.clock.now(), street=self.street)
        self.bells.outbox.ring()

    async def mornings(self) -> None:
        """Sends the lists of the working morning."""
        async with self.database.transaction() as session:
            now = self.clock.now()
            await lists.morning(session, now=now, street=self.street)
            await upkeep.ask_for_table(session, now=now, street=self.street)
        self.bells.outbox.ring()

    async def calendar(self) -> None:
        """Counts open deadlines anew where a holiday table has arrived or changed."""
        async with self.database.transaction() as session:
            now = self.clock.now()
            await upkeep.recount(session, now=now, street=self.street)
            await upkeep.plan_unplanned(session, street=self.street)
        self.bells.outbox.ring()

    async def finished(self) -> None:
        """Forgets what was handled and sent long ago, with the words in it."""
        async with self.database.transaction() as session:
            before = self.clock.now() - inbox.KEEP_FINISHED
            await inbox.forget_finished(session, before=before)
            await outbox.forget_finished(session, before=before)

    async def run_all(self) -> None:
        """Looks at everything now: the demo does so after it moved the clock."""
        for sweep in self.table():
            await self.look(sweep.name)

    async def look(self, name: str) -> None:
        """Makes one sweep."""
        (work,) = [sweep.work for sweep in self.table() if sweep.name == name]
        async with self._turn:
            await work()

    async def next_due(self, after: datetime) -> tuple[datetime, Sequence[str]] | None:
        """The first moment after that one at which there is something to do, and which sweeps do it.

        No sweep at all where only something held back in the outbox comes due; None when nothing lies ahead.
        """
        async with self.database.reading() as session:
            found = [
                (moment, sweep.name)
                for sweep in self.table()
                if sweep.next_at is not None and (moment := await sweep.next_at(session, after)) is not None
            ]
            held = await outbox.next_due(session, after=after)
        first = min([moment for moment, _ in found] + ([held] if held is not None else []), default=None)
        return None if first is None else (first, [name for moment, name in found if moment == first])

    async def finish(self) -> None:
        """Waits for the sweep that is under way: cut off in the middle of a query, SQLite's thread would hang."""
        await self._turn.acquire()

    async def _next_roster(self, session: AsyncSession, after: datetime) -> datetime | None:
        return await watch.next_look(session, after=after, street=self.street)

    async def _next_morning(self, session: AsyncSession, after: datetime) -> datetime | None:
        return lists.next_morning(after, self.street)
