"""The checklist as people see it: two words on the card, and the whole list with a button for what comes next."""

from collections.abc import Iterator
from datetime import date

from bot.core.calendar import SHANGHAI
from bot.core.notes import Button, Note, clip
from bot.core.procedure import checklist, days
from bot.core.procedure.checklist import Checklist
from bot.core.procedure.terms import Form, Outcome, Step
from bot.core.street import Street
from models import ChecklistStep, Ticket

#: the prompt of the list, and the last part of its buttons' ids
STEPS = "steps"
# Who wants older rounds reads the ticket's history; a chat's message must not outgrow a screen by much.
MOST_ROUNDS, LONGEST_NOTE = 3, 40


def brief(found: Checklist, *, street: Street) -> str:
    """Where the matter stands, in at most eight characters; nothing when no step is left."""
    step = found.present()
    if step is None:
        return ""
    row, name = found.row(step), street.texts(f"step-{step}")
    if checklist.is_posted(row):
        return street.texts("step-until", step=name, day=_day(days.end_of_notice(checklist.last_day(row), street)))
    return f"{name}{_day(row.planned_on)}" if row.planned_on is not None else name


def note(ticket: Ticket, found: Checklist, *, street: Street) -> Note:
    """The list with its dates, why these steps, and a button for the next one."""
    newest = {step: found.row(step).round for step in Step}
    rows = [row for row in found.rows if row.round > newest[Step(row.code)] - MOST_ROUNDS]
    head = street.texts("step-list", number=ticket.id, why=found.procedure.why)
    text = "\n".join([head, *(_line(row, found, street) for row in rows)])
    form = next_form(found)
    if form is None:
        return Note(text)
    label = street.texts("step-button", what=street.texts(f"form-{form}"))
    return Note(text, ((Button(label, f"t:{ticket.id}:{STEPS}:{form}"),),))


def next_form(found: Checklist) -> Form | None:
    """What is to be told next; None when no step is left."""
    step = found.present()
    if step is Step.MEETING:
        return Form.APPOINT if found.row(step).planned_on is None else Form.MINUTES
    if step is Step.NOTICE:
        return Form.RESULT if checklist.is_posted(found.row(step)) else Form.NOTICE
    return Form(step) if step is not None else None


def what_next(found: Checklist, *, street: Street) -> str:
    """The next step as a sentence; nothing while one is under way."""
    step = found.present()
    if step is None:
        return street.texts("step-none-left")
    row = found.row(step)
    is_under_way = row.planned_on is not None or checklist.is_posted(row)
    return "" if is_under_way else street.texts("step-next", step=street.texts(f"step-{step}"))


def _line(row: ChecklistStep, found: Checklist, street: Street) -> str:
    words = [_mark(row), street.texts(f"step-{row.code}")]
    if row.round > 1:
        words.append(street.texts("step-round", round=row.round))
    return " ".join([*words, *_told(row, found, street)])


def _mark(row: ChecklistStep) -> str:
    if row.outcome is None:
        return "⏳" if row.planned_on is not None or checklist.is_posted(row) else "▢"
    return {Outcome.DONE: "✅", Outcome.OBJECTED: "↩️"}.get(Outcome(row.outcome), "➖")


def _told(row: ChecklistStep, found: Checklist, street: Street) -> Iterator[str]:
    if checklist.is_posted(row):
        yield from _of_notice(row, street)
    elif row.outcome == Outcome.SKIPPED:
        yield street.texts("step-skipped", reason=clip(row.note, LONGEST_NOTE))
    elif row.done_at is not None:
        yield from filter(None, (_day(row.done_at.astimezone(SHANGHAI).date()), clip(row.note, LONGEST_NOTE)))
    elif "at" in row.facts:
        yield f"{row.facts['at']} {clip(row.facts['where'], LONGEST_NOTE)}"
    elif row.planned_on is not None:
        yield _day(row.planned_on)
    elif not found.is_needed(Step(row.code)):
        yield street.texts("step-optional")


def _of_notice(row: ChecklistStep, street: Street) -> Iterator[str]:
    first, last = date.fromisoformat(row.facts["first"]), days.end_of_notice(checklist.last_day(row), street)
    yield street.texts("step-from-to", first=_day(first), last=_day(last))
    if row.outcome == Outcome.DONE:
        yield street.texts("step-no-objection")
    if row.outcome == Outcome.OBJECTED:
        text = clip(row.facts["objection"], LONGEST_NOTE)
        yield street.texts("step-objection", count=row.facts["households"], text=text)
    if row.outcome == Outcome.REPLACED:
        yield street.texts("step-replaced")


def _day(day: date) -> str:
    return f"{day:%m-%d}"
