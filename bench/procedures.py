"""What a seeded street tells of its complex matters: each step of the checklist in turn, in one plain sentence."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import refusals
from bot.core.calendar import SHANGHAI
from bot.core.procedure import checklist, recording, spoken
from bot.core.procedure.terms import Step
from bot.core.street import Street
from models import Person, Ticket

NOTICE_DAYS = 7
#: one step in twenty is left out, one notice in ten meets with an objection
LEFT_OUT, OBJECTED = 0.05, 0.1
SENTENCES: Mapping[Step, str] = {
    Step.VISIT: "走访 两家都去看过了",
    Step.MEETING: "会议 居委会、业委会、物业都到了，公共收益出钱，以后物业维护",
    Step.DECISION: "决定 换一套新的，公共收益出钱，以后物业维护",
    Step.CARRY_OUT: "落实 已经装好",
    Step.UPKEEP: "维保 以后物业负责维护",
}


async def tell_next(
    session: AsyncSession,
    ticket: Ticket,
    *,
    by: Person,
    channel: str,
    chance: random.Random,
    now: datetime,
    street: Street,
) -> bool:
    """Tells the step that comes next; True while one is left, whether the street took it or refused it."""
    assert ticket.id is not None
    found = await checklist.of(session, ticket, street=street)
    step = found.present() if found is not None else None
    if found is None or step is None:
        return False
    is_posted = step is Step.NOTICE and checklist.is_posted(found.row(step))
    told = spoken.read(f"{ticket.id} {_sentence(step, is_posted=is_posted, chance=chance, now=now)}")
    assert told is not None
    try:
        async with session.begin_nested():
            await recording.record(session, ticket.id, told, by=by, channel=channel, now=now, street=street)
    except refusals.Refusal:
        return True
    return True


def _sentence(step: Step, *, is_posted: bool, chance: random.Random, now: datetime) -> str:
    if is_posted:
        return "公示结果 2户反对，说太吵了" if chance.random() < OBJECTED else "公示结果 没有异议"
    if step is Step.NOTICE:
        first = now.astimezone(SHANGHAI).date()
        return f"公示 {first:%m-%d}到{first + timedelta(days=NOTICE_DAYS):%m-%d}"
    sentence = SENTENCES[step]
    return f"{sentence.split()[0]} 不需要：已经谈妥了" if chance.random() < LEFT_OUT else sentence
