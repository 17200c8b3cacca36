"""A step that somebody told is checked, entered in the checklist and in the ticket's history, and passed on."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import permits, proof, refusals, standing, tickets, workflow
from bot.core.calendar import SHANGHAI
from bot.core.details import Details, FileRef
from bot.core.procedure import appointed, checklist, days, minutes, refused, showing
from bot.core.procedure.checklist import Checklist
from bot.core.procedure.spoken import Told
from bot.core.procedure.telling import Telling
from bot.core.procedure.terms import OF_OWNERS, Form, Outcome, Party, Step
from bot.core.street import Street
from bot.core.workflow import Action, Standing, Status
from models import Person, Ticket

#: 挂账 because the owners still vote is no reason to stop taking notes
WHILE = workflow.IN_HAND | {Status.SUSPENDED}
# A notice that is told later than this is a slip of the pen.
LONGEST_AGO_DAYS = 60


async def record(
    session: AsyncSession,
    ticket_id: int,
    told: Told,
    *,
    by: Person,
    channel: str,
    files: Sequence[FileRef] = (),
    now: datetime,
    street: Street,
) -> str:
    """Enters a step that staff told, with its pictures; the sentence that says what is kept and what comes next.

    Raises the Refusal that says what is missing, what comes first, or that it is not his to tell.
    """
    assert told.form is not None
    ticket, found = await _open(session, ticket_id, by=by, street=street)
    telling = Telling(session, ticket, found, told.form, told.words, by, now, street)
    write = {"plan": _plan, "skip": _skip}.get(told.manner) or FORMS[told.form]
    news = await write(telling)
    await session.flush()
    await proof.add_photos(session, ticket, files, by=by, channel=channel, now=now, role=proof.OF_STEP)
    details = Details(text=f"{_title(telling, told)}：{told.words}")
    await tickets.act(session, ticket_id, Action.NOTE, by=by, now=now, street=street, details=details)
    after = await checklist.of(session, ticket, street=street)
    assert after is not None
    return "\n".join(filter(None, (news, showing.what_next(after, street=street))))


async def see(session: AsyncSession, ticket_id: int, *, by: Person, street: Street) -> tuple[Ticket, Checklist]:
    """The ticket and its checklist, for staff who may see it; raises NoChecklist where there is none."""
    ticket = await tickets.get(session, ticket_id)
    standings = await standing.of(session, ticket, by)
    await permits.allowed(session, ticket, Action.NOTE, standings, street=street)
    if Standing.STAFF not in standings:
        raise refusals.NotAllowed(number=ticket_id)
    found = await checklist.of(session, ticket, street=street)
    if found is None:
        raise refused.NoChecklist(number=ticket_id)
    return ticket, found


async def _open(session: AsyncSession, ticket_id: int, *, by: Person, street: Street) -> tuple[Ticket, Checklist]:
    """The same, to be written to: of two who tell a step at once the second sees what the first one did."""
    ticket = await tickets.get(session, ticket_id)
    await session.refresh(ticket, with_for_update=True)
    ticket, found = await see(session, ticket_id, by=by, street=street)
    if ticket.status not in WHILE:
        raise await permits.wrong_moment(session, ticket, Action.NOTE, street=street)
    return ticket, found


async def _told(telling: Telling) -> str:
    """走访, 落实, 维保: a sentence is all they need."""
    telling.require_turn()
    telling.require_words("words")
    await telling.settle()
    return _kept(telling)


async def _appoint(telling: Telling) -> str:
    meeting = days.read_appointment(telling.words, now=telling.now)
    telling.require(day=meeting.day, time=meeting.at, where=meeting.where)
    assert meeting.day is not None
    assert meeting.moment is not None
    if meeting.moment <= telling.now:
        raise refused.StepDayPast(number=telling.number)
    row = await checklist.begun(telling.session, telling.found, Step.MEETING, by=telling.by, now=telling.now)
    when = f"{meeting.moment:%m-%d %H:%M}"
    checklist.plan(row, meeting.day, {"at": when, "where": meeting.where})
    await appointed.tell(
        telling.session, telling.ticket, when, meeting.where, by=telling.by, now=telling.now, street=telling.street
    )
    return telling.street.texts("step-appointed", number=telling.number, at=when, where=meeting.where)


async def _hold(telling: Telling) -> str:
    came = minutes.attendance(telling.words)
    unsaid = [telling.street.texts(f"step-lacks-{party}") for party in Party if party not in came]
    telling.lack(unsaid)
    telling.require(present=any(came.values()))
    clause, by_whom = minutes.upkeep(telling.words)
    await telling.settle(
        present=[party for party, is_there in came.items() if is_there],
        absent=[party for party, is_there in came.items() if not is_there],
        funds=minutes.funds(telling.words),
        upkeep=clause,
        upkeep_by=by_whom,
    )
    return _kept(telling)


async def _decide(telling: Telling) -> str:
    telling.require_turn()
    funds = minutes.funds(telling.words) or telling.found.last_told("funds")
    clause, by_whom = minutes.upkeep(telling.words)
    if not clause:
        clause, by_whom = telling.found.last_told("upkeep"), telling.found.last_told("upkeep_by")
    telling.require(matter=minutes.has_matter(telling.words), funds=funds, upkeep=clause)
    await telling.settle(funds=funds, upkeep=clause, upkeep_by=by_whom)
    return _kept(telling)


async def _post(telling: Telling) -> str:
    telling.require_turn()
    notice, today = days.read_notice(telling.words, now=telling.now), telling.now.astimezone(SHANGHAI).date()
    telling.require(first=notice.first, last=notice.last)
    assert notice.first is not None
    assert notice.last is not None
    earliest = [row.done_at.astimezone(SHANGHAI).date() for row in telling.found.objections() if row.done_at]
    is_too_old = (today - notice.first).days > LONGEST_AGO_DAYS or notice.first < max(earliest, default=notice.first)
    if notice.last <= notice.first or is_too_old:
        raise refused.BadNotice(number=telling.number)
    row = await checklist.begun(telling.session, telling.found, Step.NOTICE, by=telling.by, now=telling.now)
    checklist.post(row, notice.first, notice.last, by=telling.by, note=telling.words)
    end = days.end_of_notice(notice.last, telling.street)
    text_id = "step-posted" if end == notice.last else "step-posted-longer"
    return telling.street.texts(text_id, number=telling.number, day=f"{end:%m-%d}")


async def _result(telling: Telling) -> str:
    row = telling.found.row(Step.NOTICE)
    if row.outcome is not None or not checklist.is_posted(row):
        raise refused.NoNotice(number=telling.number, step=telling.name(Step.NOTICE))
    count, text = minutes.objections(telling.words)
    telling.require(count=count is not None)
    if count:
        telling.require(objection=len(text) >= telling.street.rules.return_needs_characters)
    elif not days.is_over(checklist.last_day(row), now=telling.now, street=telling.street):
        end = days.end_of_notice(checklist.last_day(row), telling.street)
        raise refused.NoticeRuns(number=telling.number, day=f"{end:%m-%d}")
    outcome = Outcome.OBJECTED if count else Outcome.DONE
    facts = {"households": count, "objection": text}
    checklist.settle(row, outcome, by=telling.by, now=telling.now, note=row.note, facts=facts)
    if not count:
        return _kept(telling)
    await checklist.back_to_the_table(telling.session, telling.found, by=telling.by, now=telling.now)
    return telling.street.texts("step-objected", number=telling.number, count=count)


async def _plan(telling: Telling) -> str:
    day, today = days.read_day(telling.words, now=telling.now), telling.now.astimezone(SHANGHAI).date()
    telling.require(day=day)
    assert day is not None
    row = telling.found.row(telling.step)
    if row.outcome is not None or checklist.is_posted(row):
        raise refusals.AlreadyChosen(number=telling.number)
    if day < today:
        raise refused.StepDayPast(number=telling.number)
    checklist.plan(row, day)
    return telling.street.texts(
        "step-planned", number=telling.number, step=telling.name(telling.step), day=f"{day:%m-%d}"
    )


async def _skip(telling: Telling) -> str:
    telling.require_words("reason")
    if telling.found.is_settled(telling.step):
        raise refusals.AlreadyChosen(number=telling.number)
    if telling.step is Step.NOTICE:
        # Before the decision nobody knows whose money it is.
        telling.require_turn()
        is_posted = any(checklist.is_posted(row) for row in telling.found.rows)
        if is_posted or OF_OWNERS & set(telling.found.last_told("funds")):
            raise refused.NoticeNeeded(number=telling.number)
    await telling.settle(Outcome.SKIPPED)
    return _kept(telling)


def _title(telling: Telling, told: Told) -> str:
    """How the ticket's history calls it."""
    if told.manner == "tell":
        return telling.street.texts(f"form-{telling.form}")
    text_id = "step-left-out" if told.manner == "skip" else "step-intended"
    return telling.street.texts(text_id, step=telling.name(telling.step))


def _kept(telling: Telling) -> str:
    return telling.street.texts("step-kept", number=telling.number, step=telling.name(telling.step))


FORMS: Mapping[Form, Callable[[Telling], Awaitable[str]]] = {
    Form.VISIT: _told,
    Form.APPOINT: _appoint,
    Form.MINUTES: _hold,
    Form.DECISION: _decide,
    Form.NOTICE: _post,
    Form.RESULT: _result,
    Form.CARRY_OUT: _told,
    Form.UPKEEP: _told,
}
