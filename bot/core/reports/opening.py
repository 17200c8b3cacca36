"""What a report tells of becomes tickets: opened as drafts, joined to what is known, filed, passed on or merged."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import complaints, kinship, standing, tickets
from bot.core.details import Details
from bot.core.reports import describing, receipts, same_matter
from bot.core.reports.assessment import Assessment
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Person, Report, Ticket


async def open_all(
    session: AsyncSession, report: Report, found: Assessment, *, by: Person, now: datetime, street: Street
) -> list[Ticket]:
    """Opens what the report tells of, or joins what somebody reported before; the tickets, the main matter first."""
    codes = [code for code in (found.judgement.code, found.judgement.second_code) if code]
    opened: list[Ticket] = []
    for code in codes:
        same = await _find_same(session, report, code, found, by=by, now=now, street=street)
        if same is None:
            opened.append(await _open_draft(session, report, code, found, now=now, street=street))
        elif all(ticket.id != same.id for ticket in opened):
            level = describing.how_urgent(code, street)
            await same_matter.join(session, report, same, level, by=by, now=now, street=street)
            opened.append(same)
    describing.keep_together(opened)
    await session.flush()
    if found.is_pressing:
        await file_drafts(session, report, opened, found, by=by, now=now, street=street)
    return opened


async def open_also(
    session: AsyncSession, report: Report, code: str, found: Assessment, *, by: Person, now: datetime, street: Street
) -> None:
    """The new words are a matter of their own, once: about people they never reach the public card."""
    opened = await kinship.of_report(session, report)
    is_public = street.taxonomy.is_public(code)
    if any(ticket.category == code if is_public else standing.is_private(ticket) for ticket in opened):
        return
    same = await _find_same(session, report, code, found, by=by, now=now, street=street)
    if same is not None:
        level = describing.how_urgent(code, street)
        await same_matter.join(session, report, same, level, by=by, now=now, street=street)
        return
    ticket = await _open_draft(session, report, code, found, now=now, street=street)
    await file_drafts(session, report, [ticket], found, by=by, now=now, street=street)


async def file_drafts(
    session: AsyncSession,
    report: Report,
    opened: list[Ticket],
    found: Assessment,
    *,
    by: Person,
    now: datetime,
    street: Street,
) -> None:
    """Files what is still a draft; passes on what lies outside, merges what somebody else reported before."""
    for ticket in opened:
        if ticket.status != Status.DRAFT:
            continue
        assert ticket.id is not None
        if found.place.outside and not found.is_urgent:
            reason = street.texts("reason-outside", hotline=street.rules.outside_hotline)
            details = Details(text=reason)
            await tickets.act(session, ticket.id, Action.HAND_OFF, by=None, now=now, street=street, details=details)
            await receipts.tell_dispatcher(session, ticket, found.place, now=now, street=street)
        elif not await same_matter.merge_if_same(session, ticket, report, found, by=by, now=now, street=street):
            await tickets.act(session, ticket.id, Action.FILE, by=None, now=now, street=street)


async def _find_same(
    session: AsyncSession, report: Report, code: str, found: Assessment, *, by: Person, now: datetime, street: Street
) -> Ticket | None:
    """The open ticket that this part of the report surely is; what is, or may be, about people is never joined.

    In an emergency one sentence may tell both: the public part is joined, its words reach nobody but owner and duty.
    """
    is_private = not street.taxonomy.is_public(code)
    tells_of_people = describing.private_reading(found.judgement, street) is not None
    if is_private or (tells_of_people and street.taxonomy.leaf(code).level != "L0"):
        return None
    matter = same_matter.matter_of(report, found, code)
    own = await same_matter.described_by(session, report)
    same = await same_matter.find(session, matter, by=by, now=now, street=street, but=own)
    return same if same is not None and complaints.may_join(found.judgement.against, same) else None


async def _open_draft(
    session: AsyncSession, report: Report, code: str, found: Assessment, *, now: datetime, street: Street
) -> Ticket:
    level = found.judgement.level if code == found.judgement.code else street.taxonomy.leaf(code).level
    ticket = await tickets.open_draft(session, report, code, level or "L2", now=now, street=street)
    describing.describe(ticket, report, found, street=street)
    await session.flush()
    return ticket
