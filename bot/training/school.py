"""Keeps the judge learning: a lesson from the corrections at night, and in every process the model in use."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.core import alarms, examples, once, shelf
from bot.core.calendar import SHANGHAI
from bot.core.classify import learned
from bot.core.street import Street
from bot.db import Database
from bot.mailbox.outbox import Address
from bot.tasks import Tasks
from bot.training import material, modest, tables
from bot.training.assignment import Assignment, Files, Outcome
from models import Example, LearnedModel

log = logging.getLogger(__name__)

# Who does not run when the lesson is to begin, nor in this time after it, waits for the next night.
NIGHT = timedelta(hours=2)
# By name: scikit-learn would cost the bot 150 MB and two seconds.
LESSON = "bot.training.lesson:learn"
#: the shipped model, as the id of the model that a process reads by
SHIPPED = None


@dataclass
class School:
    """The lessons of one street, and the model by which this process reads."""

    database: Database
    clock: Clock
    street: Street
    files: Files
    tasks: Tasks
    operators: Address | None = None
    _reads_by: str | None = field(default=SHIPPED, init=False)
    _lesson: "asyncio.Task[object] | None" = field(default=None, init=False)

    async def open(self) -> None:
        """Enters the model that came with the program, and reads by the one in use."""
        card = learned.shipped().card
        made_from = {"base": self._base(), "tables": card.get("made_from", {}), "examples": 0, "last_example": 0}
        row = LearnedModel(
            made_at=self.clock.now(),
            made_by=shelf.SHIPPED,
            made_from=made_from,
            figures={"new": card.get("unseen", {})},
            state=shelf.IN_USE,
        )
        try:
            async with self.database.transaction() as session:
                await shelf.enter_shipped(session, row)
        except IntegrityError:
            log.info("a process beside this one entered the shipped model first")
        await self.follow()

    async def look(self) -> None:
        """Reads by the model in use, and begins the night's lesson when it is time for one."""
        await self.follow()
        if self._lesson is not None and not self._lesson.done():
            return
        night = self._night()
        if night is None or not self.street.rules.learning.nightly:
            return
        async with self.database.transaction() as session:
            fresh = await self._fresh(session)
            is_enough = len(fresh) >= self.street.rules.learning.corrections
            # Of several processes one learns, and what failed is not tried again in the same night.
            key, now = f"lesson:{night:%Y-%m-%d}", self.clock.now()
            begins = is_enough and await once.first_time(session, key, due_at=night, now=now)
        if begins:
            self._lesson = self.tasks.start("lesson", self.learn(shelf.NIGHTLY))

    async def learn(self, made_by: str) -> LearnedModel:
        """One lesson from everything that was corrected; its row, whatever came of it."""
        async with self.database.reading() as session:
            used = await shelf.in_use(session)
            kept = await examples.kept(session)
        last = used.made_from.get("last_example", 0) if used is not None else 0
        outcome, fault = await self._sit(kept, last)
        row = self._row(made_by, kept, outcome, fault)
        async with self.database.transaction() as session:
            await shelf.enter(session, row)
            if fault:
                text = self.street.texts("alarm-lesson", reason=fault)
                await alarms.tell_operators(session, text, operators=self.operators, now=self.clock.now())
        log.info("model %s by %s: %s %s", row.id, made_by, row.state, row.figures)
        await self.follow()
        return row

    async def follow(self) -> None:
        """Lets this process read by the model that the rows name; by the shipped one where that cannot be read."""
        async with self.database.reading() as session:
            used = await shelf.in_use(session)
        wanted = used.folder if used is not None else SHIPPED
        if wanted == self._reads_by:
            return
        try:
            model = await asyncio.to_thread(load, self.files.models, wanted)
        except learned.BadModel as error:
            log.warning("model %s cannot be read: %s", wanted, error)
            await self._tell_broken(wanted)
            model = learned.shipped()
        self.street.judge.use(model)
        self._reads_by = wanted

    async def _sit(self, kept: Sequence[Example], last: int) -> tuple[Outcome | None, str]:
        """The outcome of the exam, or why there was none; up to `last` the model in use knows what was kept."""
        rules = self.street.rules
        given = Assignment(
            files=self.files,
            judging=rules.judging,
            known=material.corrections(row for row in kept if (row.id or 0) <= last),
            fresh=material.corrections(row for row in kept if (row.id or 0) > last),
        )
        seconds, memory = rules.learning.minutes * 60, rules.learning.memory_mb
        try:
            return await modest.run(LESSON, given, seconds=seconds, memory_mb=memory), ""
        except modest.OutOfBoundsError as error:
            return None, str(error)
        except Exception as error:
            # Whatever it was, it is a row, and the old model stays.
            log.exception("the lesson failed")
            return None, f"{type(error).__name__}: {error}"

    def _row(self, made_by: str, kept: Sequence[Example], outcome: Outcome | None, fault: str) -> LearnedModel:
        folder = outcome.folder if outcome is not None else None
        return LearnedModel(
            made_at=self.clock.now(),
            made_by=made_by,
            made_from={
                "base": self._base(),
                "tables": {path.name: tables.digest(path) for path in self.files.tables},
                "examples": len(kept),
                "last_example": max((row.id or 0 for row in kept), default=0),
            },
            figures={"fault": fault} if outcome is None else outcome.to_json(),
            state=shelf.IN_USE if folder is not None else shelf.KEPT_BACK,
            folder=folder,
        )

    async def _tell_broken(self, wanted: str | None) -> None:
        async with self.database.transaction() as session:
            now = self.clock.now()
            if await once.first_time(session, f"broken-model:{wanted}", due_at=now, now=now):
                text = self.street.texts("alarm-model")
                await alarms.tell_operators(session, text, operators=self.operators, now=now)

    async def _fresh(self, session: AsyncSession) -> list[Example]:
        """Corrections that no try has seen."""
        last = await shelf.last_example(session, self._base())
        return [row for row in await examples.kept(session) if (row.id or 0) > last]

    def _night(self) -> datetime | None:
        """When this night's lesson was to begin, while it still may."""
        now = self.clock.now().astimezone(SHANGHAI)
        begins = now.replace(hour=0, minute=0, second=0, microsecond=0)
        begins += timedelta(minutes=self.street.rules.learning.minute)
        if now < begins:
            begins -= timedelta(days=1)
        return begins if now - begins < NIGHT else None

    def _base(self) -> str:
        return learned.digest(learned.SHIPPED)


def load(models: Path, folder: str | None) -> learned.Learned:
    """The model in this folder of the models, None for the shipped one; BadModel when it is not what its name says."""
    if folder is None:
        return learned.shipped()
    found = models / folder
    if not learned.digest(found).startswith(folder):
        raise learned.BadModel(f"{found} 里的模型被改过，用不了")
    return learned.load(found)
