"""The checklist of a complex matter as rows: opened once, every step done in rounds, nothing written over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import workflow
from bot.core.procedure import refused
from bot.core.procedure.terms import AFTER, AFTER_OBJECTION, FOLLOWING, Outcome, Step
from bot.core.spans import COMPLEX
from bot.core.street import Street
from bot.core.taxonomy import Procedure
from models import ChecklistStep, Person, Ticket

SETTLED = frozenset({Outcome.DONE, Outcome.SKIPPED})


@dataclass(frozen=True)
class Checklist:
    """The steps of one ticket as they stand. `rows` are in the order of the steps, then of their rounds."""

    rows: Sequence[ChecklistStep]
    procedure: Procedure

    def row(self, step: Step) -> ChecklistStep:
        """The step's last round."""
        return [row for row in self.rows if row.code == step][-1]

    def is_settled(self, step: Step) -> bool:
        """True when it was done, or left out with a reason."""
        return self.row(step).outcome in SETTLED

    def is_needed(self, step: Step) -> bool:
        """True when the matter cannot be closed without it; a notice that was begun is brought to its end."""
        return step in self.procedure.needs or (step is Step.NOTICE and self._was_posted())

    def open_steps(self) -> list[Step]:
        """What is needed and neither done nor left out, in order."""
        return [step for step in Step if self.is_needed(step) and not self.is_settled(step)]

    def waits_for(self, step: Step) -> list[Step]:
        """What has to be settled before this step."""
        return [before for before in AFTER.get(step, ()) if before in self.open_steps()]

    def objections(self) -> list[ChecklistStep]:
        """The notices to which somebody objected."""
        return [row for row in self.rows if row.outcome == Outcome.OBJECTED]

    def present(self) -> Step | None:
        """Where the matter stands: the first step that is needed and open; None when nothing is left."""
        return next(iter(self.open_steps()), None)

    def last_told(self, fact: str) -> Any:
        """What was said of this last, by a decision or at a meeting; an empty list when nobody said it."""
        told = [
            (row.done_at, row.position, row.facts[fact])
            for row in self.rows
            if row.code in (Step.MEETING, Step.DECISION) and row.done_at is not None and row.facts.get(fact)
        ]
        return max(told, key=lambda each: each[:2])[2] if told else []

    def _was_posted(self) -> bool:
        return any(is_posted(row) for row in self.rows)


def is_posted(row: ChecklistStep) -> bool:
    """True for a notice that hangs, or hung."""
    return "first" in row.facts


def last_day(row: ChecklistStep) -> date:
    """The last day of a posted notice, as it was named."""
    return date.fromisoformat(row.facts["last"])


def post(row: ChecklistStep, first: date, last: date, *, by: Person, note: str) -> None:
    """Writes down from when until when a notice hangs; it is done when it is known who objects."""
    row.by_id, row.note = by.id, note
    row.facts = {**row.facts, "first": first.isoformat(), "last": last.isoformat()}


async def follow(session: AsyncSession, ticket: Ticket, *, by: Person | None, now: datetime) -> None:
    """Opens the checklist of a complex matter as soon as somebody has it in hand; once, its first step done."""
    if ticket.kind != COMPLEX or ticket.status not in workflow.IN_HAND or await all_of(session, ticket.id):
        return
    assert ticket.id is not None
    for position, step in enumerate(Step):
        session.add(ChecklistStep(ticket_id=ticket.id, position=position, code=step))
    await session.flush()
    settle((await all_of(session, ticket.id))[0], Outcome.DONE, by=by, now=now)
    await session.flush()


async def all_of(session: AsyncSession, ticket_id: int | None) -> Sequence[ChecklistStep]:
    """Every round of every step of the ticket, in their order; none when it never was a complex matter."""
    query = (
        sa.select(ChecklistStep)
        .where(col(ChecklistStep.ticket_id) == ticket_id)
        .order_by(col(ChecklistStep.position), col(ChecklistStep.round))
    )
    return (await session.scalars(query)).all()


async def of(session: AsyncSession, ticket: Ticket, *, street: Street) -> Checklist | None:
    """The ticket's checklist; None for a matter that is no complex one, or that nobody has taken yet."""
    rows = await all_of(session, ticket.id) if ticket.kind == COMPLEX else []
    return Checklist(rows, street.taxonomy.procedure(ticket.category)) if rows else None


async def check_settled(session: AsyncSession, ticket: Ticket, *, street: Street) -> None:
    """Raises StepsOpen while something is neither done nor left out with a reason."""
    refusal = await why_not_finished(session, ticket, street=street)
    if refusal is not None:
        raise refusal


async def why_not_finished(session: AsyncSession, ticket: Ticket, *, street: Street) -> refused.StepsOpen | None:
    """The refusal that names the steps which are open, and says how to leave one out; None when none is."""
    found = await of(session, ticket, street=street)
    left = found.open_steps() if found is not None else []
    if not left:
        return None
    names = [street.texts(f"step-{step}") for step in left]
    return refused.StepsOpen(number=ticket.id or 0, steps="、".join(names), one=names[0])


async def is_under_way(session: AsyncSession, ticket: Ticket) -> bool:
    """True once a step beyond the first was done, or a notice posted."""
    rows = [row for row in await all_of(session, ticket.id) if row.code != Step.RECEIVED]
    return any(row.outcome not in (None, Outcome.SKIPPED) or is_posted(row) for row in rows)


async def begun(session: AsyncSession, found: Checklist, step: Step, *, by: Person, now: datetime) -> ChecklistStep:
    """The row to write this step to: the open one, or a new round, with all that was settled on its strength."""
    row = found.row(step)
    if row.outcome is None and not is_posted(row):
        return row
    for following in FOLLOWING.get(step, ()):
        await _anew(session, found.row(following), by=by, now=now)
    return await _anew(session, row, by=by, now=now)


async def back_to_the_table(session: AsyncSession, found: Checklist, *, by: Person, now: datetime) -> None:
    """After an objection meeting, decision and notice are open again; what was done before stays as it was."""
    for step in AFTER_OBJECTION:
        await _anew(session, found.row(step), by=by, now=now)


def plan(row: ChecklistStep, day: date, facts: Mapping[str, Any] | None = None) -> None:
    """Names the day for which the step is intended."""
    row.planned_on, row.facts = day, {**row.facts, **(facts or {})}


def settle(
    row: ChecklistStep,
    outcome: Outcome,
    *,
    by: Person | None,
    now: datetime,
    note: str = "",
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Ends this round of the step: when, by whom, and what was said of it."""
    row.outcome, row.done_at, row.by_id = outcome, now, by.id if by else None
    row.note, row.facts = note, {**row.facts, **(facts or {})}


async def _anew(session: AsyncSession, last: ChecklistStep, *, by: Person, now: datetime) -> ChecklistStep:
    """A new round of the step; the last one itself while nothing was done in it."""
    if last.outcome is None:
        if not is_posted(last):
            return last
        settle(last, Outcome.REPLACED, by=by, now=now, note=last.note)
    row = ChecklistStep(ticket_id=last.ticket_id, position=last.position, code=last.code, round=last.round + 1)
    session.add(row)
    await session.flush()
    return row
