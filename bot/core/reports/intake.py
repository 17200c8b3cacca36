"""Which report a message belongs to: joined, an answer, a follow-up, small talk, or something new."""

from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import classify, kinship, places, pushes, speech, workflow
from bot.core.notes import Note
from bot.core.reports import follow_up, matters, parts, questions
from bot.core.reports.parts import Part
from bot.core.street import Street
from bot.mailbox.outbox import Address
from models import Person, Report, ReportPart


async def receive(session: AsyncSession, part: Part, *, by: Person, now: datetime, street: Street) -> None:
    """Takes one message of a courier; it is never refused. A repeat of the same message changes nothing."""
    if await parts.find(session, part.channel, part.chat, part.message) is not None:
        return
    await pushes.heard(session, by, now=now)
    report = await _belongs_to(session, part, by=by, now=now, street=street)
    if report is not None and await _is_over(session, report):
        part, report = await _begun_anew(session, part, report, now=now, street=street), None
    if report is None:
        if part.words and await _is_no_new_matter(session, part, by=by, now=now, street=street):
            return
        report = await parts.open_report(session, part, by=by, now=now)
    await parts.add(session, report, part, now=now)
    await matters.settle(session, report, by=by, now=now, street=street, heard=part.words)


async def is_expected(session: AsyncSession, part: Part, *, by: Person, now: datetime, street: Street) -> bool:
    """True when the message goes on with a report: an answer, or more of what was just said."""
    return await _belongs_to(session, part, by=by, now=now, street=street) is not None


async def edited(
    session: AsyncSession,
    channel: str,
    chat: str,
    message: str,
    words: str,
    *,
    by: Person,
    now: datetime,
    street: Street,
) -> None:
    """A courier corrected his message or caption: the report is looked at again."""
    part = await parts.find(session, channel, chat, message)
    if part is None or part.text == words:
        return
    report = await session.get_one(Report, part.report_id)
    if report.person_id != by.id or not await kinship.of_report(session, report):
        return
    part.text = words
    report.last_part_at = now
    await session.flush()
    await parts.recollect(session, report)
    await matters.settle(session, report, by=by, now=now, street=street, corrected=words)


async def _belongs_to(session: AsyncSession, part: Part, *, by: Person, now: datetime, street: Street) -> Report | None:
    if part.album is not None:
        # The pictures of an album may come seconds apart; the platform never says how many there are.
        same_album = sa.select(col(ReportPart.report_id)).where(
            col(ReportPart.chat) == part.chat, col(ReportPart.album) == part.album
        )
        report_id = await session.scalar(same_album.limit(1))
        if report_id is not None:
            return await session.get(Report, report_id)
    latest = await _latest(session, by)
    if latest is None or not _same_chat(latest, part):
        return None
    if part.reply_to == latest.first_message or questions.is_answer(latest, part, by=by, now=now, street=street):
        return latest
    # Not earlier either: the demo's clock may be set back between two stories.
    in_time = timedelta(0) <= now - latest.last_part_at <= street.rules.joining.join
    return latest if in_time and not _differs(latest, part, by=by, street=street) else None


async def _is_over(session: AsyncSession, report: Report) -> bool:
    """True when nothing of the report is open any more: withdrawn, passed on, closed, taken off somebody's ticket."""
    opened = await kinship.of_report(session, report)
    return not any(workflow.is_open(ticket.status) for ticket in opened)


async def _begun_anew(session: AsyncSession, part: Part, report: Report, *, now: datetime, street: Street) -> Part:
    """The message as the beginning of a new report; what was passed on by a wrong place keeps its words."""
    statuses = {ticket.status for ticket in await kinship.of_report(session, report)}
    in_time = now - report.last_part_at <= street.rules.joining.wait_for("place")
    if statuses != {workflow.Status.HANDED_OFF} or not in_time:
        return part
    return replace(part, words="\n".join(words for words in (report.words, part.words) if words))


async def _latest(session: AsyncSession, person: Person) -> Report | None:
    query = sa.select(Report).where(col(Report.person_id) == person.id).order_by(col(Report.id).desc()).limit(1)
    return (await session.scalars(query)).first()


def _same_chat(report: Report, part: Part) -> bool:
    """In the same chat, or answering in private what was asked about a report from a group."""
    return report.chat == part.chat or (part.is_private_chat and report.waiting_for is not None)


def _differs(report: Report, part: Part, *, by: Person, street: Street) -> bool:
    """True when the words speak of another matter or another place than the report so far."""
    if not part.words:
        return False
    here, there = street.judged(part.words), street.judged(report.words)
    if here.code == classify.UPDATE or (here.code == classify.NONE and part.is_only_words):
        return True
    if not report.words:
        return False
    if here.level == "L0" and there.level == "L0":
        # One ticket for all the messages of one emergency.
        return False
    is_other_matter = here.is_clear and there.decision == "file" and here.code != there.code
    return is_other_matter or _other_place(report, part, by=by, street=street)


def _other_place(report: Report, part: Part, *, by: Person, street: Street) -> bool:
    here = places.locate(part.words, home=by.homes, gazetteer=street.gazetteer)
    there = places.locate(report.words, home=by.homes, gazetteer=street.gazetteer)
    return (
        here.certain
        and there.certain
        and (here.community, here.estate, here.building)
        != (
            there.community,
            there.estate,
            there.building,
        )
    )


async def _is_no_new_matter(session: AsyncSession, part: Part, *, by: Person, now: datetime, street: Street) -> bool:
    """Handles a follow-up or small talk; True when nothing more is to be done."""
    judgement = street.judged(part.words)
    if judgement.code == classify.UPDATE:
        return await follow_up.take(session, part, by=by, now=now, street=street)
    if judgement.code != classify.NONE or judgement.decision != "file" or not part.is_only_words:
        # "没着火 是蒸汽" may be what it says; a person makes sure.
        return False
    text_id = f"talk-{judgement.kind}"
    note = Note(street.texts(text_id if street.texts.has(text_id) else "talk-chat"))
    await speech.say(session, Address(part.channel, part.chat), note, now=now)
    return True
