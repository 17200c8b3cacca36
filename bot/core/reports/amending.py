"""A report says more, or something else, than before: its tickets follow, those of others get a note."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import classify, complaints, dispatch, kinship, likeness, speech, standing, tickets, verdicts, workflow
from bot.core.details import Details
from bot.core.reports import describing, opening, same_matter
from bot.core.reports.assessment import Assessment
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Person, Report, Ticket


async def amend_all(
    session: AsyncSession,
    opened: list[Ticket],
    report: Report,
    found: Assessment,
    *,
    added: str,
    by: Person,
    now: datetime,
    street: Street,
) -> str:
    """Brings the tickets up to date with the `added` words; says what came of it: same | more."""
    news = "same"
    for ticket in list(opened):
        # The words judge the first ticket; the second matter keeps the category it was opened with.
        judgement = found.judgement if ticket is opened[0] else None
        if not await kinship.is_described_by(session, ticket, report):
            is_told = await _add(session, ticket, report, found, added, by=by, now=now, street=street)
            news = "more" if is_told else news
            continue
        before = (ticket.words, ticket.place, ticket.category, ticket.lat)
        if ticket.status == Status.DRAFT:
            if judgement is not None:
                describing.categorise(ticket, judgement, street=street)
            describing.describe(ticket, report, found, street=street)
        elif ticket.status in workflow.UNFINISHED:
            if _says_otherwise(ticket, report, found, street):
                await same_matter.hear(session, ticket, added, None, by=by, now=now, street=street)
                news = "more" if added else news
                continue
            await _amend_filed(session, ticket, report, found, judgement, by=by, now=now, street=street)
        news = news if before == (ticket.words, ticket.place, ticket.category, ticket.lat) else "more"
    describing.keep_together(opened)
    await session.flush()
    if found.is_pressing:
        await opening.file_drafts(session, report, opened, found, by=by, now=now, street=street)
    return news


async def _add(
    session: AsyncSession,
    ticket: Ticket,
    report: Report,
    found: Assessment,
    added: str,
    *,
    by: Person,
    now: datetime,
    street: Street,
) -> bool:
    """Adds words to a ticket that somebody else's report describes; False when they are nothing for it.

    Words about people, and an emergency of another kind, become a ticket of their own.
    """
    code = describing.private_reading(found.judgement, street)
    if code is None and found.is_urgent and found.judgement.code != ticket.category:
        code = found.judgement.code
    if code is not None:
        await opening.open_also(session, report, code, found, by=by, now=now, street=street)
    is_for_all = code is None or ticket.level == "L0"
    level = describing.how_urgent(found.judgement.code, street) if code is None else None
    await same_matter.hear(session, ticket, added if is_for_all else "", level, by=by, now=now, street=street)
    return bool(added) and is_for_all


async def _amend_filed(
    session: AsyncSession,
    ticket: Ticket,
    report: Report,
    found: Assessment,
    judgement: classify.Judgement | None,
    *,
    by: Person,
    now: datetime,
    street: Street,
) -> None:
    assert ticket.id is not None
    before = (ticket.category, ticket.has_spot, ticket.place, ticket.lat)
    by_person = await verdicts.was_decided(session, ticket, Action.CATEGORISE)
    if judgement is not None and describing.is_another_matter(ticket, judgement, by_person=by_person):
        details = Details(category=judgement.code, level=judgement.level, reasons=judgement.reasons)
        await tickets.act(session, ticket.id, Action.CATEGORISE, by=None, now=now, street=street, details=details)
    elif not standing.is_private(ticket) and (code := describing.private_reading(found.judgement, street)):
        await opening.open_also(session, report, code, found, by=by, now=now, street=street)
        return
    belonged_above = complaints.rises(ticket)
    describing.describe(ticket, report, found, street=street)
    await session.flush()
    if complaints.rises(ticket) and not belonged_above and ticket.status == Status.DISPATCHED:
        await _lift(session, ticket, now=now, street=street)
    is_changed = before != (ticket.category, ticket.has_spot, ticket.place, ticket.lat)
    if is_changed and await same_matter.merge_if_same(session, ticket, report, found, by=by, now=now, street=street):
        return
    if await _moves(session, ticket, found):
        details = Details(community=found.place.community)
        await tickets.act(session, ticket.id, Action.REROUTE, by=None, now=now, street=street, details=details)
    else:
        await speech.redraw(session, ticket, now=now)
    if is_changed:
        await look_back(session, ticket, now=now, street=street)


async def _lift(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Now that it complains of those who have its card, it goes above them; the history says why."""
    ticket.is_with_street = True
    await session.flush()
    await dispatch.send_out(session, ticket, Action.REROUTE, now=now, street=street)
    details = Details(text=street.texts(f"why-against-{ticket.against}"))
    await tickets.act(session, ticket.id or 0, Action.NOTE, by=None, now=now, street=street, details=details)


def _says_otherwise(ticket: Ticket, report: Report, found: Assessment, street: Street) -> bool:
    """True when others rely on what the ticket says, and its first courier now speaks of something, or somewhere, else.

    What is graver is heard all the same.
    """
    judgement = found.judgement
    is_known = judgement.decision != "file" or judgement.code in (ticket.category, classify.UNCLEAR)
    is_other = not is_known and (judgement.level or "L3") >= ticket.level
    matter = same_matter.matter_of(report, found, ticket.category)
    is_elsewhere = matter.has_spot and ticket.has_spot and not likeness.is_near(matter, ticket, street)
    return ticket.reporters > 1 and (is_other or is_elsewhere)


async def look_back(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Now that it is known what it is and where: whether it was there before."""
    if ticket.recurs_of is None:
        for column, value in (await likeness.recurrence(session, ticket, now=now, street=street)).items():
            setattr(ticket, column, value)
        await session.flush()


async def _moves(session: AsyncSession, ticket: Ticket, found: Assessment) -> bool:
    """True when the place now known lies in another community, and nobody has decided that yet."""
    elsewhere = found.place.community not in (None, ticket.community) and not found.place.assumed
    if not elsewhere or ticket.status != Status.DISPATCHED:
        return False
    return not await verdicts.was_decided(session, ticket, Action.REROUTE, Action.RETURN)
