"""A report is judged and placed: tickets are opened, amended, filed, or one question is asked."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import classify, speech, standing, tickets, workflow
from bot.core.details import Details
from bot.core.reports import questions_due, receipts
from bot.core.reports.assessment import Assessment, assess
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Person, Report, Ticket, TicketReporter

# From this likeness on, a private reading of the words keeps the card out of the group until a person decides.
PRIVATE_DOUBT = 0.2


async def settle(
    session: AsyncSession, report: Report, *, by: Person, now: datetime, street: Street, heard: str = ""
) -> None:
    """Looks at the report as it stands now and does the next thing: advise, open, amend, file, or ask.

    `heard` are the words of the message that just came, if any.
    """
    found = assess(report, by, street=street)
    opened = await of_report(session, report)
    was_draft = any(ticket.status == Status.DRAFT for ticket in opened)
    await receipts.warn(session, report, found.judgement, now=now, street=street)
    if opened:
        news = await _amend_all(session, opened, report, found, now=now, street=street)
    else:
        opened, news = await _open_all(session, report, found, now=now, street=street), "new"
    question = questions_due.next_question(report, found, opened, heard=heard)
    if question is None:
        report.waiting_for, report.expires_at = None, None
        await _file_drafts(session, opened, found, now=now, street=street)
    if was_draft and opened[0].status != Status.DRAFT:
        news = "filed"
    await receipts.hide_from_group(session, report, opened, now=now)
    await receipts.answer(session, report, opened, found, question, news, now=now, street=street)


async def give_up_asking(session: AsyncSession, report: Report, *, by: Person, now: datetime, street: Street) -> None:
    """Files what is still a draft with what is known, for a person to complete."""
    found = assess(report, by, street=street)
    opened = await of_report(session, report)
    drafts = [ticket for ticket in opened if ticket.status == Status.DRAFT]
    await _file_drafts(session, drafts, found, now=now, street=street)
    if drafts:
        await receipts.tell_person_looks(session, report, drafts, now=now, street=street)


async def of_report(session: AsyncSession, report: Report) -> list[Ticket]:
    """The tickets that this report opened, in order."""
    query = (
        sa.select(Ticket)
        .join(TicketReporter, col(TicketReporter.ticket_id) == Ticket.id)
        .where(col(TicketReporter.report_id) == report.id)
        .order_by(col(Ticket.id))
    )
    return list((await session.scalars(query)).all())


async def _open_all(
    session: AsyncSession, report: Report, found: Assessment, *, now: datetime, street: Street
) -> list[Ticket]:
    codes = [code for code in (found.judgement.code, found.judgement.second_code) if code]
    opened = []
    for code in codes:
        level = found.judgement.level if code == found.judgement.code else street.taxonomy.leaf(code).level
        ticket = await tickets.open_draft(session, report, code, level or "L2", now=now, street=street)
        _describe(ticket, report, found, street=street)
        opened.append(ticket)
    _keep_together(opened)
    await session.flush()
    if found.is_pressing:
        await _file_drafts(session, opened, found, now=now, street=street)
    return opened


def _keep_together(opened: list[Ticket]) -> None:
    """One sentence tells both matters: where one of them is about people, neither card goes to a group."""
    private = next((ticket.privacy for ticket in opened if standing.is_private(ticket)), None)
    for ticket in opened if private is not None else ():
        if ticket.status == Status.DRAFT and not standing.is_private(ticket):
            ticket.privacy = str(private)


async def _amend_all(
    session: AsyncSession, opened: list[Ticket], report: Report, found: Assessment, *, now: datetime, street: Street
) -> str:
    """Brings the tickets up to date; says what came of it: same | more."""
    news = "same"
    for ticket in list(opened):
        # The words judge the first ticket; the second matter keeps the category it was opened with.
        judgement = found.judgement if ticket is opened[0] else None
        before = (ticket.words, ticket.place, ticket.category, ticket.lat)
        if ticket.status == Status.DRAFT:
            if judgement is not None:
                _categorise_draft(ticket, judgement, street=street)
            _describe(ticket, report, found, street=street)
        elif ticket.status in workflow.UNFINISHED:
            await _amend_filed(session, ticket, report, found, judgement, now=now, street=street)
        news = news if before == (ticket.words, ticket.place, ticket.category, ticket.lat) else "more"
    _keep_together(opened)
    await session.flush()
    if found.is_pressing:
        await _file_drafts(session, opened, found, now=now, street=street)
    return news


async def _amend_filed(
    session: AsyncSession,
    ticket: Ticket,
    report: Report,
    found: Assessment,
    judgement: classify.Judgement | None,
    *,
    now: datetime,
    street: Street,
) -> None:
    assert ticket.id is not None
    by_person = await tickets.was_decided_by_person(session, ticket, Action.CATEGORISE)
    if judgement is not None and _is_another_matter(ticket, judgement, by_person=by_person):
        details = Details(category=judgement.code, level=judgement.level, reasons=judgement.reasons)
        await tickets.act(session, ticket.id, Action.CATEGORISE, by=None, now=now, street=street, details=details)
    elif not standing.is_private(ticket) and (code := _private_reading(found.judgement, street)):
        await _open_privately(session, report, code, found, now=now, street=street)
        return
    _describe(ticket, report, found, street=street)
    await session.flush()
    if await _moves(session, ticket, found):
        details = Details(community=found.place.community)
        await tickets.act(session, ticket.id, Action.REROUTE, by=None, now=now, street=street, details=details)
    else:
        await speech.redraw(session, ticket, now=now)


async def _moves(session: AsyncSession, ticket: Ticket, found: Assessment) -> bool:
    """True when the place now known lies in another community, and nobody has decided that yet."""
    elsewhere = found.place.community not in (None, ticket.community) and not found.place.assumed
    if not elsewhere or ticket.status != Status.DISPATCHED:
        return False
    return not await tickets.was_decided_by_person(session, ticket, Action.REROUTE, Action.RETURN)


async def _open_privately(
    session: AsyncSession, report: Report, code: str, found: Assessment, *, now: datetime, street: Street
) -> None:
    """The new words are about people: they become a ticket of their own and never reach the public card."""
    if any(standing.is_private(ticket) for ticket in await of_report(session, report)):
        return
    leaf = street.taxonomy.leaf(code)
    ticket = await tickets.open_draft(session, report, code, leaf.level, now=now, street=street)
    _describe(ticket, report, found, street=street)
    await session.flush()
    await _file_drafts(session, [ticket], found, now=now, street=street)


def _is_another_matter(ticket: Ticket, judgement: classify.Judgement, *, by_person: bool) -> bool:
    """True when the words now clearly say something else.

    Before the claim anything counts, after it, or once a person has decided, only what is worse.
    """
    if judgement.decision != "file" or judgement.code in (ticket.category, classify.UNCLEAR):
        return False
    is_free = ticket.status == Status.DISPATCHED and not by_person
    return is_free or (judgement.level or "L3") < ticket.level


def _private_reading(judgement: classify.Judgement, street: Street) -> str | None:
    """The people matter that the words are, contain, or may well be; None when they are fit for a group."""
    codes = [judgement.code, judgement.second_code]
    if judgement.decision != "file":
        codes += [other.code for other in judgement.alternatives if other.confidence >= PRIVATE_DOUBT]
    return next((code for code in codes if code and not street.taxonomy.is_public(code)), None)


def _categorise_draft(ticket: Ticket, judgement: classify.Judgement, *, street: Street) -> None:
    leaf = street.taxonomy.leaf(judgement.code)
    ticket.category, ticket.kind, ticket.privacy = leaf.code, leaf.kind, leaf.privacy
    ticket.level = judgement.level or leaf.level


def _describe(ticket: Ticket, report: Report, found: Assessment, *, street: Street) -> None:
    """Writes words, place and reasons to the ticket; never its status."""
    place, judgement = found.place, found.judgement
    marks = ("hearsay", report.is_forwarded), ("voice-kept", report.has_voice)
    ticket.words = "".join(street.texts(text_id) for text_id, is_so in marks if is_so) + report.words
    if ticket.status == Status.DRAFT:
        ticket.community, ticket.neighbours = place.community, list(place.border)
        ticket.privacy = _strictest(ticket, judgement, street=street)
    known = place.text or street.texts("place-unknown")
    ticket.place = street.texts("place-assumed", place=known) if place.assumed and place.certain else known
    ticket.lat, ticket.lon = place.lat, place.lon
    ticket.reasons = {**ticket.reasons, "place": list(place.reasons)}
    if ticket.category == judgement.code:
        ticket.reasons = {**ticket.reasons, "category": list(judgement.reasons)}


def _strictest(ticket: Ticket, judgement: classify.Judgement, *, street: Street) -> str:
    """The category's privacy; while it is not sure, that of the most private likely reading."""
    if judgement.decision == "file" or standing.is_private(ticket):
        return ticket.privacy
    private = _private_reading(judgement, street)
    return street.taxonomy.leaf(private).privacy if private else ticket.privacy


async def _file_drafts(
    session: AsyncSession, opened: list[Ticket], found: Assessment, *, now: datetime, street: Street
) -> None:
    for ticket in opened:
        if ticket.status != Status.DRAFT:
            continue
        assert ticket.id is not None
        if found.place.outside and not found.is_urgent:
            reason = street.texts("reason-outside", hotline=street.rules.outside_hotline)
            details = Details(text=reason)
            await tickets.act(session, ticket.id, Action.HAND_OFF, by=None, now=now, street=street, details=details)
            await receipts.tell_dispatcher(session, ticket, found.place, now=now, street=street)
        else:
            await tickets.act(session, ticket.id, Action.FILE, by=None, now=now, street=street)
