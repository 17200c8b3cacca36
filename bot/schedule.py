"""APScheduler as a clock: a table of (name, seconds, sweep). It only says "look now"; what is due is in the rows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.bells import Bells
from bot.clock import Clock, WallClock
from bot.core import alarms, reports
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import inbox, outbox
from bot.mailbox.outbox import Address
from models import Report

log = logging.getLogger(__name__)

# A report that cannot be handed over waits for somebody to mend the bot: a quarter of an hour does not spin.
AGAIN_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Sweeps:
    """What is done when its time has come, each in transactions of its own."""

    database: Database
    clock: Clock
    street: Street
    bells: Bells
    operators: Address | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

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

    async def finished(self) -> None:
        """Forgets what was handled and sent long ago, with the words in it."""
        async with self.database.transaction() as session:
            before = self.clock.now() - inbox.KEEP_FINISHED
            await inbox.forget_finished(session, before=before)
            await outbox.forget_finished(session, before=before)

    def table(self) -> tuple[tuple[str, int, Callable[[], Awaitable[None]]], ...]:
        """Every sweep with the seconds between two looks."""
        return (
            ("unanswered", 15, self.unanswered),
            ("finished", 3600, self.finished),
        )

    async def run_all(self) -> None:
        """Looks at everything now: the demo does so after it moved the clock."""
        for name, _, _ in self.table():
            await self.look(name)

    async def look(self, name: str) -> None:
        """Makes one sweep; two of this process never run at once."""
        sweep = {known: work for known, _, work in self.table()}[name]
        async with self._turn:
            await sweep()

    async def finish(self) -> None:
        """Waits for the sweep that is under way: cut off in the middle of a query, SQLite's thread would hang."""
        await self._turn.acquire()


def start(sweeps: Sweeps) -> AsyncIOScheduler:
    """Starts to look, at once and then again and again; a look that is late is not made twice."""
    scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1})
    for name, seconds, _ in sweeps.table():
        # The scheduler's own time is real time, also where the bot's clock is moved.
        now = WallClock().now()
        scheduler.add_job(sweeps.look, "interval", [name], seconds=seconds, id=name, next_run_time=now)
    scheduler.start()
    return scheduler
