"""APScheduler as a clock: a table of (name, seconds, sweep). It only says "look now"; what is due is in the rows."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.bells import Bells
from bot.clock import Clock
from bot.core import reports
from bot.core.street import Street
from bot.db import Database
from bot.mailbox import inbox, outbox

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sweeps:
    """What is done when its time has come, each in transactions of its own."""

    database: Database
    clock: Clock
    street: Street
    bells: Bells

    async def unanswered(self) -> None:
        """Hands every report whose question nobody answered in time to a person."""
        while True:
            async with self.database.transaction() as session:
                now = self.clock.now()
                waiting = (await reports.overdue(session, now=now))[:1]
                for report in waiting:
                    await reports.hand_to_person(session, report, now=now, street=self.street)
            self.bells.outbox.ring()
            if not waiting:
                return

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
        for _, _, sweep in self.table():
            await sweep()


def start(sweeps: Sweeps) -> AsyncIOScheduler:
    """Starts to look, at once and then again and again; a look that is late is not made twice."""
    scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1})
    for name, seconds, sweep in sweeps.table():
        scheduler.add_job(sweep, "interval", seconds=seconds, id=name)
    scheduler.start()
    return scheduler
