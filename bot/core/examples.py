"""Corrections are kept to learn from: with consent, without what points at a person, and never of people matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import anonymous, classify, consents, kinship, limits, standing
from bot.core.details import Details
from bot.core.street import Street
from bot.core.workflow import Action
from models import Example, Person, Report, Ticket

# From this likeness on a private reading of the words keeps them out, whatever they were said to be.
PRIVATE_DOUBT = 0.2


@dataclass(frozen=True)
class Lesson:
    """What a correction would teach, prepared before the ticket is changed."""

    words: str
    code: str
    said: str
    corrected_by: str
    by_id: int
    report_id: int


async def of_staff(
    session: AsyncSession, ticket: Ticket, action: Action, details: Details, *, by: Person | None, street: Street
) -> Lesson | None:
    """What a step of staff teaches: another category, or that it was no matter; None for every other step.

    An L0 or L1 that was rejected may have been real, and over: nothing is learned from that.
    """
    codes = {Action.CATEGORISE: details.category, Action.REJECT: classify.NONE}
    code = codes.get(action)
    is_over = action is Action.REJECT and ticket.level in limits.PROTECTED
    if by is None or code is None or is_over:
        return None
    return await _prepare(session, ticket, code, "staff", by=by, street=street)


async def of_courier(session: AsyncSession, ticket: Ticket, code: str, *, by: Person, street: Street) -> Lesson | None:
    """What a category that a courier chose teaches."""
    return await _prepare(session, ticket, code, "courier", by=by, street=street)


async def keep(session: AsyncSession, ticket: Ticket, lesson: Lesson | None, *, now: datetime) -> None:
    """Keeps the lesson in place of an earlier one of the same ticket; that it is unclear only takes the earlier away.

    Of what has become a people matter nothing is kept, nor what was before.
    """
    if standing.is_private(ticket):
        await session.execute(sa.delete(Example).where(col(Example.ticket_id) == ticket.id))
        return
    if lesson is None:
        return
    assert ticket.id is not None
    earlier = sa.update(Example).where(col(Example.ticket_id) == ticket.id, col(Example.state) == "kept")
    await session.execute(earlier.values(state="superseded"))
    if lesson.code == classify.UNCLEAR:
        return
    session.add(
        Example(
            words=lesson.words,
            code=lesson.code,
            said=lesson.said,
            corrected_by=lesson.corrected_by,
            by_id=lesson.by_id,
            report_id=lesson.report_id,
            ticket_id=ticket.id,
            at=now,
        )
    )
    await session.flush()


async def forget(session: AsyncSession, person: Person) -> None:
    """Deletes everything that was kept of this person's words."""
    own = sa.select(col(Report.id)).where(col(Report.person_id) == person.id)
    await session.execute(sa.delete(Example).where(col(Example.report_id).in_(own)))


async def kept(session: AsyncSession) -> Sequence[Example]:
    """What is to be learned from, oldest first."""
    return (
        await session.scalars(sa.select(Example).where(col(Example.state) == "kept").order_by(col(Example.id)))
    ).all()


async def _prepare(
    session: AsyncSession, ticket: Ticket, code: str, corrected_by: str, *, by: Person, street: Street
) -> Lesson | None:
    """The lesson, if everything speaks for keeping it."""
    is_public = code == classify.NONE or (code in street.taxonomy.leaves and street.taxonomy.is_public(code))
    if not is_public or standing.is_private(ticket):
        return None
    report = await _only_report(session, ticket)
    if report is None or not await consents.allows_learning(session, report.person_id):
        return None
    judgement, words = street.judged(report.words), anonymous.anonymous(street.nameless(report.words))
    if words is None or _may_be_private(judgement, street):
        return None
    assert by.id is not None
    assert report.id is not None
    return Lesson(words, code, judgement.code, corrected_by, by.id, report.id)


async def _only_report(session: AsyncSession, ticket: Ticket) -> Report | None:
    """The report whose words are the ticket's; None where they also tell of another matter, or were passed on."""
    rows = await kinship.reporters(session, ticket)
    if not rows or ticket.parent_id is not None:
        return None
    report = await session.get_one(Report, rows[0].report_id)
    is_alone = not await kinship.of_one_sentence(session, ticket)
    return report if is_alone and not report.is_forwarded else None


def _may_be_private(judgement: classify.Judgement, street: Street) -> bool:
    likely = [other.code for other in judgement.alternatives if other.confidence >= PRIVATE_DOUBT]
    codes = [judgement.code, judgement.second_code, *likely]
    return any(code in street.taxonomy.leaves and not street.taxonomy.is_public(code) for code in codes if code)
