"""One step while it is being told: what it wants to hear, what it waits for, and its row once all is well."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.procedure import checklist, refused
from bot.core.procedure.checklist import Checklist
from bot.core.procedure.terms import STEP_OF, Form, Outcome, Step
from bot.core.street import Street
from models import Person, Ticket


@dataclass(frozen=True)
class Telling:
    """One step as it is being told."""

    session: AsyncSession
    ticket: Ticket
    found: Checklist
    form: Form
    words: str
    by: Person
    now: datetime
    street: Street

    @property
    def step(self) -> Step:
        """The step that this is about."""
        return STEP_OF[self.form]

    @property
    def number(self) -> int:
        """The ticket's."""
        return self.ticket.id or 0

    def name(self, step: Step) -> str:
        """A step as people call it."""
        return self.street.texts(f"step-{step}")

    def require(self, **given: object) -> None:
        """Raises StepIncomplete, naming what was not given, with an example of the whole."""
        self.lack([self.street.texts(f"step-lacks-{fact}") for fact, value in given.items() if not value])

    def lack(self, missing: Sequence[str]) -> None:
        """The same for what is missing in words."""
        if missing:
            example = self.street.texts(f"step-example-{self.form}")
            facts = {"step": self.name(self.step), "missing": "、".join(missing), "example": example}
            raise refused.StepIncomplete(number=self.number, **facts)

    def require_words(self, fact: str) -> None:
        """Raises StepIncomplete when less is said than a reason needs."""
        self.require(**{fact: len(self.words) >= self.street.rules.return_needs_characters})

    def require_turn(self) -> None:
        """Raises StepTooEarly while something before this step is open."""
        before = self.found.waits_for(self.step)
        if before:
            names = "、".join(self.name(step) for step in before)
            raise refused.StepTooEarly(number=self.number, step=self.name(self.step), before=names)

    async def settle(self, outcome: Outcome = Outcome.DONE, **facts: Any) -> None:
        """Enters it, as a new round when it was done before."""
        row = await checklist.begun(self.session, self.found, self.step, by=self.by, now=self.now)
        checklist.settle(row, outcome, by=self.by, now=self.now, note=self.words, facts=facts)
