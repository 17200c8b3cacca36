"""A courier says by button that his report is of another category: what he may choose, and what comes of it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import (
    classify,
    examples,
    kinship,
    limits,
    permits,
    refusals,
    speech,
    standing,
    tickets,
    verdicts,
    workflow,
)
from bot.core.details import Details
from bot.core.notes import Button, Note
from bot.core.reports import amending, headlines, matters, receipts, same_matter
from bot.core.reports.assessment import assess
from bot.core.street import Street
from bot.core.workflow import Action, Status
from bot.mailbox.outbox import Address
from models import Person, Report, Ticket


class LeftToStaff(refusals.WrongMoment):
    """类别已经由工作人员来定。"""

    text_id = "refusal-left-to-staff"


class SettledByStaff(refusals.WrongMoment):
    """工作人员看过，定了类别。"""

    text_id = "refusal-settled-by-staff"


async def ask(session: AsyncSession, number: int, *, by: Person, at: Address, now: datetime, street: Street) -> None:
    """Owes him the likeliest other categories as buttons; raises a Refusal where the category is not his to change."""
    ticket, report = await _his_own(session, number, by=by, street=street)
    beside = [other.category for other in await kinship.of_report(session, report)]
    codes = headlines.other_leaves(ticket.category, beside, report.words, street)
    rows = [(Button(street.taxonomy.leaf(code).name_zh, f"k:{ticket.id}:{code}"),) for code in codes]
    none_of_them = Button(street.texts("courier-none-of-them"), f"k:{ticket.id}:{classify.UNCLEAR}")
    note = Note(street.texts("ask-other-category", number=ticket.id), (*rows, (none_of_them,)))
    await speech.say(session, at, note, now=now)


async def choose(
    session: AsyncSession, number: int, code: str, *, by: Person, at: Address, now: datetime, street: Street
) -> None:
    """Puts his ticket into this category, OTH_UNCLEAR for none of those offered, and answers him.

    Raises a Refusal where the category is not his to change any more. An L0 or L1 stays as urgent as it was.
    """
    ticket, report = await _his_own(session, number, by=by, street=street)
    if code not in street.taxonomy.leaves:
        raise refusals.BadInput()
    lesson = await examples.of_courier(session, ticket, code, by=by, street=street)
    if code == classify.UNCLEAR:
        await _leave_to_staff(session, ticket, report, by=by, now=now, street=street)
        await examples.keep(session, ticket, lesson, now=now)
        await speech.say(session, at, Note(street.texts("receipt-unclear", number=ticket.id)), now=now)
        return
    opened = await kinship.of_report(session, report)
    if ticket.id == opened[0].id:
        # His later words are read as words about this.
        report.chosen = {**report.chosen, "code": code}
    await _categorise(session, ticket, code, street.texts("why-courier-chose"), now=now, street=street)
    await examples.keep(session, ticket, lesson, now=now)
    await matters.settle(session, report, by=by, now=now, street=street)
    if await _is_known_otherwise(session, ticket, report, by=by, now=now, street=street):
        return
    if report.waiting_for is None:
        text_id = "receipt-changed-private" if standing.is_private(ticket) else "receipt-changed"
        words = street.texts(text_id, number=ticket.id, category=street.taxonomy.leaf(code).name_zh)
        await speech.say(session, at, Note(words), now=now)


async def _his_own(session: AsyncSession, number: int, *, by: Person, street: Street) -> tuple[Ticket, Report]:
    """The ticket that his report describes, while nobody else has a say in what it is."""
    ticket = await kinship.now_called(session, await tickets.get(session, number), by.id or 0)
    reporters = await kinship.reporters(session, ticket)
    if by.id not in {row.person_id for row in reporters}:
        raise refusals.BadInput()
    if workflow.find(Status(ticket.status), Action.CATEGORISE) is None:
        raise await permits.wrong_moment(session, ticket, Action.CATEGORISE, street=street)
    if standing.is_private(ticket) or len(reporters) > 1 or ticket.parent_id is not None:
        # Others rely on what it says, or it is nothing to talk about in a chat.
        raise LeftToStaff(number=ticket.id or 0)
    if await verdicts.was_decided(session, ticket, Action.CATEGORISE):
        raise SettledByStaff(number=ticket.id or 0, category=street.taxonomy.leaf(ticket.category).name_zh)
    return ticket, await session.get_one(Report, reporters[0].report_id)


async def _categorise(
    session: AsyncSession, ticket: Ticket, code: str, reason: str, *, now: datetime, street: Street
) -> None:
    """Another category, and whoever works on it already hears of it."""
    if code == ticket.category:
        return
    assert ticket.id is not None
    details = Details(category=code, reasons=(reason,))
    await tickets.act(session, ticket.id, Action.CATEGORISE, by=None, now=now, street=street, details=details)
    await amending.look_back(session, ticket, now=now, street=street)
    if ticket.owner_id is not None:
        category = street.taxonomy.leaf(code).name_zh
        words = street.texts("owner-recategorised", number=ticket.id, category=category)
        await speech.tell(session, ticket.owner_id, Note(words), now=now, urgency=int(ticket.level[1]))


async def _leave_to_staff(
    session: AsyncSession, ticket: Ticket, report: Report, *, by: Person, now: datetime, street: Street
) -> None:
    """A person has to look. What is urgent keeps its category, with the clocks that go with it, and gets a note."""
    report.chosen = {key: value for key, value in report.chosen.items() if key != "code"}
    reason = street.texts("why-courier-none")
    if ticket.level not in limits.PROTECTED:
        await _categorise(session, ticket, classify.UNCLEAR, reason, now=now, street=street)
        return
    assert ticket.id is not None
    details = Details(text=reason)
    await tickets.act(session, ticket.id, Action.NOTE, by=by, now=now, street=street, details=details)


async def _is_known_otherwise(
    session: AsyncSession, ticket: Ticket, report: Report, *, by: Person, now: datetime, street: Street
) -> bool:
    """True when, read like this, somebody reported it before: it is joined, and he has been told."""
    found = assess(report, by, street=street)
    if not await same_matter.merge_if_same(session, ticket, report, found, by=by, now=now, street=street):
        return False
    opened = await kinship.of_report(session, report)
    await receipts.answer(session, report, opened, found, None, "filed", now=now, street=street)
    return True
