"""The one question a report may ask, what counts as its answer, and what happens when nobody answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import classify, examples, kinship, places, refusals
from bot.core.reports import matters
from bot.core.reports.parts import Part
from bot.core.street import Street
from models import Person, Report

# A bare answer is short ("老地方", "不清楚"); longer words that name no place are a message of their own.
LONGEST_BARE_ANSWER = 12


def is_answer(report: Report, part: Part, *, by: Person, now: datetime, street: Street) -> bool:
    """True when the message answers what the report waits for."""
    question = report.waiting_for
    if question is None or report.expires_at is None or now > report.expires_at:
        return False
    if part.point is not None and question in ("place", "all", "people"):
        return True
    if question == "place":
        return bool(part.words) and _names_place(report, part, by=by, street=street)
    if not part.words:
        return False
    if question == "people":
        return True
    return street.judged(part.words).code not in (classify.NONE, classify.UPDATE)


async def choose(
    session: AsyncSession, report_id: int, index: int, *, by: Person, now: datetime, street: Street
) -> dict[str, Any]:
    """A courier pressed one of the offered answers; returns the chosen option.

    Raises BadInput for a button that is not his or no longer offered.
    """
    report = await session.get(Report, report_id) if 0 < report_id < 2**31 else None
    if report is None or report.person_id != by.id or not 0 <= index < len(report.options):
        raise refusals.BadInput()
    option: dict[str, Any] = report.options[index]
    # What a picture settled meanwhile, or a person took over, the courier still knows better.
    if report.waiting_for is None and (report.chosen or "code" not in option):
        raise refusals.AlreadyChosen()
    report.chosen = option
    opened = await kinship.of_report(session, report)
    lesson = None
    if "code" in option and len(opened) == 1:
        lesson = await examples.of_courier(session, opened[0], option["code"], by=by, street=street)
    await matters.settle(session, report, by=by, now=now, street=street)
    if lesson is not None:
        await examples.keep(session, opened[0], lesson, now=now)
    return option


async def overdue(session: AsyncSession, *, now: datetime) -> Sequence[Report]:
    """Reports whose question nobody answered in time, the most urgent age first."""
    query = (
        sa.select(Report)
        .where(col(Report.waiting_for).is_not(None), col(Report.expires_at) <= now)
        .order_by(col(Report.expires_at))
        .with_for_update(skip_locked=True)
    )
    return (await session.scalars(query)).all()


async def next_overdue(session: AsyncSession, after: datetime) -> datetime | None:
    """When the next question will have waited long enough, after that moment."""
    expires_at = col(Report.expires_at)
    query = sa.select(expires_at).where(col(Report.waiting_for).is_not(None), expires_at > after)
    return await session.scalar(query.order_by(expires_at).limit(1))


async def hand_to_person(session: AsyncSession, report: Report, *, now: datetime, street: Street) -> None:
    """Nobody answered: a person takes over with what is known; nothing is dropped."""
    by = await session.get_one(Person, report.person_id)
    report.waiting_for, report.expires_at = None, None
    await session.flush()
    await matters.give_up_asking(session, report, by=by, now=now, street=street)


def _names_place(report: Report, part: Part, *, by: Person, street: Street) -> bool:
    judged = street.judged(part.words)
    if judged.code == classify.UPDATE:
        return False
    so_far = street.judged(report.words)
    is_other_matter = bool(report.words) and judged.is_clear and judged.code != so_far.code
    found = places.locate(part.words, home=by.homes, gazetteer=street.gazetteer)
    is_named = bool(found.candidates or found.outside or (found.community and not found.assumed))
    if is_named:
        return not is_other_matter
    return not judged.is_clear and judged.code != classify.NONE and len(part.words) <= LONGEST_BARE_ANSWER
