"""APScheduler as a clock: it only says "look now" to each sweep; what is due is in the rows."""

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import WallClock
from bot.sweeps import Sweeps


def start(sweeps: Sweeps) -> AsyncIOScheduler:
    """Starts to look, at once and then again and again; a look that is late is not made twice."""
    scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1})
    for sweep in sweeps.table():
        # The scheduler's own time is real time, also where the bot's clock is moved.
        now = WallClock().now()
        scheduler.add_job(
            sweeps.look, "interval", [sweep.name], seconds=sweep.seconds, id=sweep.name, next_run_time=now
        )
    scheduler.start()
    return scheduler
