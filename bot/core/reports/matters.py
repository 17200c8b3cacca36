"""A report is judged and placed: tickets are opened, amended, filed, or one question is asked."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import kinship
from bot.core.reports import amending, opening, questions_due, receipts, same_matter, sights
from bot.core.reports.assessment import assess
from bot.core.street import Street
from bot.core.workflow import Status
from models import Person, Report


async def settle(
    session: AsyncSession,
    report: Report,
    *,
    by: Person,
    now: datetime,
    street: Street,
    heard: str = "",
    corrected: str = "",
) -> None:
    """Looks at the report as it stands now and does the next thing: advise, open or join, amend, file, or ask.

    `heard` are the words of the message that just came, `corrected` those that one was changed to, if any.
    """
    shown = await sights.of_report(session, report, street=street)
    found = assess(report, by, street=street, shown=shown)
    opened = await kinship.of_report(session, report)
    was_draft = any(ticket.status == Status.DRAFT for ticket in opened)
    numbers = [ticket.id for ticket in opened]
    await receipts.warn(session, report, found.judgement, now=now, street=street)
    if opened:
        added = heard or corrected
        news = await amending.amend_all(session, opened, report, found, added=added, by=by, now=now, street=street)
    else:
        (first, *_), news = await opening.open_all(session, report, found, by=by, now=now, street=street), "new"
        if not await kinship.of_report(session, report):
            await same_matter.move_into_own(session, report, first, now=now)
            await receipts.tell_added(session, report, first, now=now, street=street)
            return
    opened = await kinship.of_report(session, report)
    question = questions_due.next_question(report, found, opened, heard=heard)
    if question is None:
        report.waiting_for, report.expires_at = None, None
        await opening.file_drafts(session, report, opened, found, by=by, now=now, street=street)
        opened = await kinship.of_report(session, report)
    is_known_otherwise = bool(numbers) and opened[0].id not in numbers
    if is_known_otherwise or (was_draft and opened[0].status != Status.DRAFT):
        news = "filed"
    await receipts.hide_from_group(session, report, opened, now=now)
    await receipts.answer(session, report, opened, found, question, news, now=now, street=street)


async def give_up_asking(session: AsyncSession, report: Report, *, by: Person, now: datetime, street: Street) -> None:
    """Files what is still a draft with what is known, for a person to complete."""
    shown = await sights.of_report(session, report, street=street)
    found = assess(report, by, street=street, shown=shown)
    drafts = [ticket for ticket in await kinship.of_report(session, report) if ticket.status == Status.DRAFT]
    await opening.file_drafts(session, report, drafts, found, by=by, now=now, street=street)
    filed = [ticket for ticket in drafts if ticket.status != Status.MERGED]
    if filed:
        await receipts.tell_person_looks(session, report, filed, now=now, street=street)
    elif drafts:
        opened = await kinship.of_report(session, report)
        await receipts.answer(session, report, opened, found, None, "filed", now=now, street=street)
