"""Rig: a street's whole year, with slow, forgetful and wrong staff and a bot that falls; then what must be true is."""

import tempfile
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
import uvloop
from sqlmodel import col

from bench import databases, table, truths
from bench.simulation import Simulation
from bot.core import workflow
from bot.core.street import Street
from bot.demo.main import STREET_FILE
from bot.settings import Settings
from models import Nudge, Ticket, TicketEvent

TITLE = "year: one street, seeded staff, restarts thrown in"
SEED = 2026
BEGINNING = datetime.fromisoformat("2026-01-01T00:00+08:00")
DAYS = 365


def measure(scale: table.Scale) -> table.Table:
    """How many tickets, steps and reminders a year has, and how many of them break a promise."""
    street = Settings.of({"street": {"file": str(STREET_FILE)}}).build_street()
    began = time.perf_counter()
    counted, broken, repeated = uvloop.run(run(street, scale.year_tickets))
    seconds = time.perf_counter() - began
    rows = [(name, str(count)) for name, count in {**counted, **broken}.items()]
    return table.Table(
        TITLE,
        ("what", "count"),
        rows,
        (
            f"seed {SEED}, {DAYS} days from {BEGINNING:%Y-%m-%d}, SQLite, {seconds:.0f} s; the last six must be 0",
            *(f"said twice to {recipient}: {line}" for recipient, line in repeated),
        ),
    )


async def run(
    street: Street, reports: int, *, seed: int = SEED, days: int = DAYS
) -> tuple[dict[str, int], dict[str, int], list[tuple[str, str]]]:
    """Lives the year; what happened, how often each promise was broken, and the (recipient, line) said twice."""
    with tempfile.TemporaryDirectory(prefix="suishoupai-bench-") as folder:
        async with databases.Sqlite(Path(folder)).fresh() as database:
            lived = Simulation(database, street, seed, BEGINNING, days, reports, restarts=max(days // 9, 3))
            await lived.run()
            repeated = list(truths.told_twice(lived.lines))
            async with database.reading() as session:
                ended = col(Ticket.status).not_in(workflow.OPEN)
                outcomes = Counter((await session.scalars(sa.select(col(Nudge.outcome)))).all())
                counted = {
                    "tickets": await session.scalar(sa.select(sa.func.count(col(Ticket.id)))) or 0,
                    "of them ended": await session.scalar(sa.select(sa.func.count()).where(ended)) or 0,
                    "steps": await session.scalar(sa.select(sa.func.count(col(TicketEvent.id)))) or 0,
                    "reminders sent": outcomes["sent"],
                    "reminders left to a list": outcomes["listed"],
                    "reminders passed over after an outage": outcomes["stale"],
                    "restarts in the middle of a round": lived.crashes,
                }
                broken = {
                    "past its claim clock without a rung": len(
                        await truths.forgotten(session, now=lived.now, street=street)
                    ),
                    "waits to be claimed without a clock": len(await truths.clockless(session)),
                    "in hand without an owner": len(await truths.unowned(session)),
                    "reminders said twice": len(repeated),
                    "reminders in quiet hours": len(await truths.told_in_vain(session, street)),
                    "histories that end elsewhere": len(await truths.false_histories(session)),
                }
                return counted, broken, repeated
