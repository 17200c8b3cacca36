"""What one person asks for and another decides: who is asked, who may, once only, and what becomes of it."""

import asyncio
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core import approvals, asking, people, refusals, requests
from bot.core.details import Details
from bot.core.refusals import Refusal
from bot.core.workflow import Action
from models import Person, Request, Ticket
from tests.desk import Desk, chat_of
from tests.street import moment

MANHOLE = "井盖没了"
ASK: dict[Action, dict[str, Any]] = {
    Action.ASK_EXTEND: {"text": "等配件"},
    Action.ASK_SUSPEND: {"text": "等业委会表决", "until": moment("2026-12-21 00:00")},
    Action.ASK_LOWER: {"text": "已经围好", "level": "L2"},
}


async def asked(desk: Desk, action: Action = Action.ASK_EXTEND, *, by: Person | None = None) -> Ticket:
    """A ticket of which something was asked; what is to be lowered is urgent, and safe."""
    ticket = await desk.in_hand(MANHOLE)
    await desk.act(ticket, Action.MAKE_SAFE, by=desk.worker)
    return await desk.act(ticket, action, by=by or desk.worker, **ASK[action])


async def all_requests(desk: Desk) -> list[Request]:
    async with desk.database.reading() as session:
        return list((await session.scalars(sa.select(Request).order_by(Request.id))).all())  # type: ignore[arg-type]


async def decide(desk: Desk, request_id: int, verdict: str, by: Person) -> str:
    """What he hears who decides: ok, or the refusal."""
    try:
        async with desk.database.transaction() as session:
            await approvals.decide(session, request_id, verdict, by=by, now=desk.clock.now(), street=desk.street)
    except Refusal as refusal:
        return type(refusal).__name__
    return "ok"


@pytest.mark.parametrize(
    ("action", "who", "what"),
    [
        (Action.ASK_EXTEND, "dispatcher", "小王申请延期，因为等配件"),
        (Action.ASK_SUSPEND, "dispatcher", "小王申请挂账到2026-12-21，因为等业委会表决"),
        (Action.ASK_LOWER, "head", "小王申请降到一般，因为已经围好"),
    ],
)
async def test_who_may_decide_is_asked_in_private_with_two_buttons(
    small_desk: Desk, action: Action, who: str, what: str
):
    await asked(small_desk, action)
    await small_desk.send()

    (question,) = [s.what for s in small_desk.channel.messages.values() if s.to.chat == chat_of(small_desk.known[who])]

    assert what in question.text  # type: ignore[union-attr]
    assert "井盖、雨水箅子缺失破损" in question.text  # type: ignore[union-attr]
    buttons = [(button.label, button.id) for row in question.buttons for button in row]
    assert buttons == [("同意", "q:1:yes"), ("不同意", "q:1:no")]


@pytest.mark.parametrize(
    ("asker", "action", "deciders"),
    [
        ("worker", Action.ASK_EXTEND, ["小许"]),
        # nobody else is dispatcher; he does not decide about himself
        ("dispatcher", Action.ASK_EXTEND, ["小曹"]),
        ("worker", Action.ASK_LOWER, ["老陈"]),
        ("head", Action.ASK_LOWER, ["小许"]),
    ],
)
async def test_the_next_post_decides_when_the_first_is_the_askers_own(
    small_desk: Desk, asker: str, action: Action, deciders: list[str]
):
    ticket = await small_desk.in_hand(MANHOLE)
    by = small_desk.known[asker]

    async with small_desk.database.reading() as session:
        found = await requests.deciders(session, ticket, requests.ASKED[action], asker_id=by.id or 0)

    assert [person.nickname for person in found] == deciders


async def test_where_nobody_could_decide_nothing_is_asked(small_desk: Desk):
    ticket = await small_desk.in_hand(MANHOLE)
    async with small_desk.database.transaction() as session:
        for person in (small_desk.dispatcher, small_desk.duty):
            await people.dismiss(session, person, None, now=small_desk.clock.now())

    with pytest.raises(requests.NobodyDecides):
        await small_desk.act(ticket, Action.ASK_EXTEND, by=small_desk.worker, text="等配件")

    assert await all_requests(small_desk) == []


async def test_a_granted_request_is_done_and_the_asker_hears_by_whom(small_desk: Desk):
    ticket = await asked(small_desk)

    ticket = await small_desk.decide(ticket, by=small_desk.dispatcher)
    await small_desk.send()

    (request,) = await all_requests(small_desk)
    assert (request.status, request.decided_by, ticket.extensions) == ("granted", small_desk.dispatcher.id, 1)
    assert "小许批了延期" in small_desk.channel.said_to(chat_of(small_desk.worker))[-1]
    event = (await small_desk.history(ticket))[-1]
    assert (event.action, event.by_id, event.note) == ("extend", small_desk.dispatcher.id, "等配件")


@pytest.mark.parametrize("action", requests.ASKED)
async def test_a_refused_request_changes_nothing_but_itself(small_desk: Desk, action: Action):
    ticket = await asked(small_desk, action)
    decider = small_desk.head if action is Action.ASK_LOWER else small_desk.dispatcher

    after = await small_desk.decide(ticket, asking.REFUSE, by=decider)
    await small_desk.send()

    (request,) = await all_requests(small_desk)
    assert request.status == "refused"
    assert (after.status, after.level, after.extensions, after.suspensions) == ("claimed", "L1", 0, 0)
    assert "没" in small_desk.channel.said_to(chat_of(small_desk.worker))[-1]


@pytest.mark.parametrize(
    ("action", "who", "refusal"),
    [
        # his own 同意
        (Action.ASK_EXTEND, "worker", "NotAllowed"),
        (Action.ASK_LOWER, "worker", "NeedsSecondPerson"),
        # a colleague is a second person, but not one who was asked or could be
        (Action.ASK_LOWER, "grid_worker", "NotAllowed"),
        (Action.ASK_EXTEND, "head", "NotAllowed"),
        (Action.ASK_EXTEND, "neighbour", "NotYourGroup"),
        (Action.ASK_EXTEND, "courier", "NotAllowed"),
        (Action.ASK_EXTEND, "guest", "NotYourGroup"),
        # whoever holds a post that decides may, also when another one was asked
        (Action.ASK_EXTEND, "duty", "ok"),
        (Action.ASK_LOWER, "dispatcher", "ok"),
    ],
)
@pytest.mark.parametrize("verdict", [asking.GRANT, asking.REFUSE])
async def test_only_another_one_who_holds_the_post_decides(
    small_desk: Desk, action: Action, who: str, refusal: str, verdict: str
):
    await asked(small_desk, action)

    heard = await decide(small_desk, 1, verdict, small_desk.known[who])

    # a refusal of his own request needs the post first
    is_own_refusal = (who, verdict) == ("worker", asking.REFUSE)
    assert heard == ("NotAllowed" if is_own_refusal else refusal)
    assert ((await all_requests(small_desk))[0].status == "open") == (heard != "ok")


async def test_the_dispatcher_does_not_grant_himself_more_time(small_desk: Desk):
    ticket = await small_desk.in_hand(MANHOLE)
    await small_desk.act(ticket, Action.ASK_EXTEND, by=small_desk.dispatcher, text="等配件")

    heard = [await decide(small_desk, 1, verdict, small_desk.dispatcher) for verdict in (asking.GRANT, asking.REFUSE)]

    assert heard == ["NeedsSecondPerson"] * 2


async def test_of_two_who_decide_at_once_one_decides(desk: Desk):
    await asked(desk)

    heard = await asyncio.gather(
        decide(desk, 1, asking.GRANT, desk.dispatcher), decide(desk, 1, asking.REFUSE, desk.duty)
    )

    (request,) = await all_requests(desk)
    ticket = await desk.numbered(1)
    assert sorted(heard) == ["AlreadyDecided", "ok"]
    assert (request.status, ticket.extensions) in [("granted", 1), ("refused", 0)]
    decided = [event.action for event in await desk.history(ticket) if event.action in ("extend", "refuse")]
    assert len(decided) == 1


async def test_of_two_who_ask_at_once_one_request_is_left(desk: Desk):
    ticket = await desk.in_hand(MANHOLE)

    heard = await asyncio.gather(
        *(desk.act(ticket, Action.ASK_EXTEND, by=by, text="等配件") for by in (desk.worker, desk.head)),
        return_exceptions=True,
    )

    # on PostgreSQL the second may only meet the index; its item is tried again and hears AlreadyAsked then
    assert sum(isinstance(each, Exception) for each in heard) == 1
    assert len(await all_requests(desk)) == 1


@pytest.mark.parametrize("verdict", [asking.GRANT, asking.REFUSE])
async def test_what_was_decided_is_not_decided_again(small_desk: Desk, verdict: str):
    await asked(small_desk)
    await decide(small_desk, 1, asking.GRANT, small_desk.dispatcher)

    heard = await decide(small_desk, 1, verdict, small_desk.duty)

    assert (heard, (await small_desk.numbered(1)).extensions) == ("AlreadyDecided", 1)


@pytest.mark.parametrize("verdict", [asking.GRANT, asking.REFUSE])
async def test_what_the_ticket_left_behind_need_not_be_decided(small_desk: Desk, verdict: str):
    ticket = await asked(small_desk)
    await small_desk.prove(ticket, by=small_desk.worker)
    voided = (await all_requests(small_desk))[0].status

    heard = await decide(small_desk, 1, verdict, small_desk.dispatcher)

    assert (voided, heard) == ("void", "NoLongerAsked")
    assert (await small_desk.ticket(ticket)).extensions == 0


async def test_suspended_it_needs_no_more_time(small_desk: Desk):
    ticket = await asked(small_desk)
    await small_desk.act(ticket, Action.ASK_SUSPEND, by=small_desk.worker, **ASK[Action.ASK_SUSPEND])

    ticket_after = await _grant(small_desk, 2)

    assert ticket_after == ("suspended", ["void", "granted"])


async def _grant(desk: Desk, request_id: int) -> tuple[str, list[str]]:
    await decide(desk, request_id, asking.GRANT, desk.dispatcher)
    return (await desk.numbered(1)).status, [request.status for request in await all_requests(desk)]


async def test_after_a_refusal_it_may_be_asked_again(small_desk: Desk):
    ticket = await asked(small_desk)
    await decide(small_desk, 1, asking.REFUSE, small_desk.dispatcher)

    await small_desk.act(ticket, Action.ASK_EXTEND, by=small_desk.worker, text="配件后天到")

    assert [request.status for request in await all_requests(small_desk)] == ["refused", "open"]


@pytest.mark.parametrize("number", [0, 7, 999_999_999, 2**31, 10**12])
async def test_a_number_that_nobody_was_given_decides_nothing(small_desk: Desk, number: int):
    await asked(small_desk)

    assert await decide(small_desk, number, asking.GRANT, small_desk.dispatcher) == "BadInput"


@pytest.mark.parametrize("action", [Action.EXTEND, Action.SUSPEND, Action.LOWER, Action.REFUSE])
async def test_a_decision_fits_what_was_asked_and_of_which_ticket(small_desk: Desk, action: Action):
    await asked(small_desk)
    small_desk.clock.advance(minutes=5)
    other = await small_desk.claim(
        await small_desk.sent("6幢门口井盖没了", by=small_desk.second_courier, at=None), by=small_desk.worker
    )
    details = Details(request_id=1, until=moment("2026-12-21 00:00"), level="L2", text="等配件")

    with pytest.raises(refusals.Refusal):
        await small_desk.act(other, action, by=small_desk.dispatcher, **vars(details))

    after = await small_desk.ticket(other)
    assert (after.status, after.level, after.extensions) == ("claimed", "L1", 0)
