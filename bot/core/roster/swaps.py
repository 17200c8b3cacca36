"""A shift goes to a colleague: he is asked, he agrees, a third person approves; each step once, by who may."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import people, refusals, speech
from bot.core.notes import Button, Note
from bot.core.roster import approval, book, dates, lines, naming, refused
from bot.core.roster.lines import Line
from bot.core.street import Street
from models import Person, Shift, ShiftSwap

OPEN = ("asked", "agreed")


class Step(StrEnum):
    """What the buttons under a question about a swap say."""

    YES = "yes"
    NO = "no"
    GRANT = "grant"
    REFUSE = "refuse"


#: step -> the status it is taken in, and the one it leads to
STEPS: Mapping[Step, tuple[str, str]] = {
    Step.YES: ("asked", "agreed"),
    Step.NO: ("asked", "refused"),
    Step.GRANT: ("agreed", "approved"),
    Step.REFUSE: ("agreed", "refused"),
}
OF_COLLEAGUE = frozenset({Step.YES, Step.NO})


async def ask(session: AsyncSession, asker: Person, written: str, *, now: datetime, street: Street) -> Person:
    """Asks a colleague to take one's shift ("11-30 夜班 阿芳"), and returns him; an earlier request for it is void."""
    shift, name = await _meant(session, asker, written, now=now, street=street)
    here = await naming.colleagues(session, shift.community, street)
    found = naming.meant(name, here)
    if len(found) != 1:
        place = street.community_name(shift.community)
        raise refused.CannotSwap(why=naming.unclear(name, found, here, place, street))
    colleague = found[0].person
    why = await _hindrance(session, shift, colleague, now=now, street=street)
    if colleague.id == asker.id:
        why = street.texts("swap-with-oneself")
    if why is not None:
        raise refused.CannotSwap(why=why)
    assert asker.id is not None
    assert colleague.id is not None
    await _withdraw_earlier(session, shift, now=now, street=street)
    swap = ShiftSwap(
        community=shift.community,
        day=shift.day,
        name=shift.name,
        from_id=asker.id,
        to_id=colleague.id,
        asked_at=now,
    )
    session.add(swap)
    await session.flush()
    question = Note(street.texts("swap-ask", who=asker.nickname, shift=_named(swap, street)), _buttons(swap, street))
    await speech.tell(session, colleague.id, question, now=now, urgency=1)
    return colleague


async def answer(session: AsyncSession, swap_id: int, step: Step, *, by: Person, now: datetime, street: Street) -> str:
    """Takes one step and tells everybody concerned; returns what the presser reads.

    A swap that cannot happen any more becomes void, whatever was pressed.
    """
    swap = await session.get(ShiftSwap, swap_id, populate_existing=True) if swap_id < 2**31 else None
    if swap is None:
        raise refusals.BadInput()
    may = by.id == swap.to_id if step in OF_COLLEAGUE else await approval.may_decide(session, swap, by)
    if not may:
        raise refused.NotYoursToDecide()
    before, after = STEPS[step]
    if swap.status != before:
        raise _moved(swap, street)
    shift, why = await _still_possible(session, swap, now=now, street=street)
    await _write(session, swap, "void" if why else after, by=by, now=now, street=street)
    if why is not None:
        words = street.texts("swap-void", shift=_named(swap, street), why=why)
        await _tell(session, words, swap.from_id, swap.to_id, now=now)
        return words
    if step is Step.GRANT and shift is not None:
        shift.person_id = swap.to_id
        await session.flush()
    await _announce(session, swap, step, by=by, now=now, street=street)
    return street.texts(f"swap-toast-{step}")


async def _meant(
    session: AsyncSession, asker: Person, written: str, *, now: datetime, street: Street
) -> tuple[Shift, str]:
    """Which of his own shifts is written of, and the name behind it."""
    today = book.local_day(now)
    reading = lines.read([Line(1, written)], today=today, street=street)
    if reading.faults:
        raise refused.CannotSwap(why="；".join(fault.words for fault in reading.faults))
    if len(reading.entries) != 1 or len(reading.entries[0].names) != 1:
        raise refused.CannotSwap(why=street.texts("swap-how", example=lines.example(today, street)))
    (entry,) = reading.entries
    own = [taken.shift for taken in await book.of_person(session, asker, after=now)]
    for shift in own:
        if shift.day == entry.day and entry.kind is not None and shift.name == entry.kind.name:
            return shift, entry.names[0]
    raise refused.NotOnShift(day=dates.name(entry.day), shift=entry.kind.name if entry.kind else "")


async def _hindrance(
    session: AsyncSession, shift: Shift, colleague: Person, *, now: datetime, street: Street
) -> str | None:
    """Why this colleague cannot take this shift; None when he can."""
    assert colleague.id is not None
    texts, who = street.texts, colleague.nickname
    if shift.starts_at <= now:
        return texts("swap-begun")
    if await people.address_of(session, colleague.id) is None:
        return texts("swap-unreachable", who=who)
    if await book.find(session, shift.community, shift.day, shift.name, colleague.id) is not None:
        return texts("swap-both", who=who)
    for other, _ in await book.elsewhere(session, [colleague.id], shift.community, after=shift.starts_at):
        if other.starts_at < shift.ends_at:
            there = f"{dates.name(other.day)} {other.name}"
            return texts("swap-busy", who=who, place=street.community_name(other.community), shift=there)
    return None


async def _still_possible(
    session: AsyncSession, swap: ShiftSwap, *, now: datetime, street: Street
) -> tuple[Shift | None, str | None]:
    """The shift as it stands now, and why it cannot go to the colleague any more."""
    taken = await book.find(session, swap.community, swap.day, swap.name, swap.from_id)
    if taken is None:
        return None, street.texts("swap-gone")
    colleague = await session.get_one(Person, swap.to_id)
    if not any(post.community == swap.community for post in await people.roles_of(session, swap.to_id)):
        return taken.shift, street.texts("swap-left", who=colleague.nickname)
    return taken.shift, await _hindrance(session, taken.shift, colleague, now=now, street=street)


async def _write(
    session: AsyncSession, swap: ShiftSwap, status: str, *, by: Person, now: datetime, street: Street
) -> None:
    """One conditional UPDATE: of two who press at once one gets through, on any database."""
    written = await session.execute(
        sa.update(ShiftSwap)
        .where(col(ShiftSwap.id) == swap.id, col(ShiftSwap.status) == swap.status)
        .values(status=status, decided_by=by.id, decided_at=now)
        .execution_options(synchronize_session=False)
    )
    await session.refresh(swap)
    if written.rowcount == 0:  # type: ignore[attr-defined]
        raise _moved(swap, street)


def _moved(swap: ShiftSwap, street: Street) -> refused.SwapMoved:
    return refused.SwapMoved(status=street.texts(f"swap-status-{swap.status}"))


async def _withdraw_earlier(session: AsyncSession, shift: Shift, *, now: datetime, street: Street) -> None:
    query = sa.select(ShiftSwap).where(
        col(ShiftSwap.from_id) == shift.person_id,
        col(ShiftSwap.status).in_(OPEN),
        col(ShiftSwap.day) == shift.day,
        col(ShiftSwap.name) == shift.name,
    )
    for swap in (await session.scalars(query)).all():
        swap.status, swap.decided_by, swap.decided_at = "void", swap.from_id, now
        asker = await session.get_one(Person, swap.from_id)
        words = street.texts("swap-withdrawn", who=asker.nickname, shift=_named(swap, street))
        await _tell(session, words, swap.to_id, now=now)
    await session.flush()


async def _announce(
    session: AsyncSession, swap: ShiftSwap, step: Step, *, by: Person, now: datetime, street: Street
) -> None:
    """Who must hear of a step hears of it: the asker, the colleague, whoever approves."""
    asker, colleague = [await session.get_one(Person, person_id) for person_id in (swap.from_id, swap.to_id)]
    facts = {"who": asker.nickname, "colleague": colleague.nickname, "shift": _named(swap, street)}
    match step:
        case Step.YES:
            approvers = await approval.approvers(session, swap)
            question = Note(street.texts("swap-approve", **facts), _buttons(swap, street))
            for person in approvers:
                await speech.tell(session, person.id or 0, question, now=now, urgency=1)
            names = "、".join(person.nickname for person in approvers)
            await _tell(session, street.texts("swap-agreed", **facts, approvers=names), swap.from_id, now=now)
        case Step.NO:
            await _tell(session, street.texts("swap-declined", **facts), swap.from_id, now=now)
        case Step.GRANT | Step.REFUSE:
            text_id = "swap-approved" if step is Step.GRANT else "swap-refused"
            words = street.texts(text_id, **facts, approver=by.nickname)
            await _tell(session, words, swap.from_id, swap.to_id, now=now)


async def _tell(session: AsyncSession, words: str, *person_ids: int, now: datetime) -> None:
    for person_id in person_ids:
        await speech.tell(session, person_id, Note(words), now=now, urgency=1)


def _buttons(swap: ShiftSwap, street: Street) -> tuple[tuple[Button, ...], ...]:
    steps = [step for step, (before, _) in STEPS.items() if before == swap.status]
    return (tuple(Button(street.texts(f"swap-{step}"), f"w:{swap.id}:{step}") for step in steps),)


def _named(swap: ShiftSwap, street: Street) -> str:
    """The shift as people speak of it: 汇嘉 11-30 周一 夜班."""
    return f"{street.community_name(swap.community)} {dates.name(swap.day)} {swap.name}"
