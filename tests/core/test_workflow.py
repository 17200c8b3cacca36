"""The table of transitions: every row can happen, and nothing else can."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.core import refusals, workflow
from bot.core.workflow import BUTTONS, TABLE, Action, Need, Standing, Status
from models import Person, Ticket
from tests.desk import Desk
from tests.street import moment

Story = Callable[[Desk], Awaitable[Ticket]]


async def a_draft(desk: Desk) -> Ticket:
    """Words without any place: the courier is asked, nothing is filed yet."""
    return await desk.report("垃圾桶满了溢出来", by=desk.second_courier, at=None)


async def dispatched(desk: Desk) -> Ticket:
    return await desk.report(by=desk.courier)


async def claimed(desk: Desk) -> Ticket:
    return await desk.claim(await dispatched(desk), by=desk.worker)


async def verifying(desk: Desk) -> Ticket:
    return await desk.act(await dispatched(desk), Action.VERIFY, by=desk.worker)


async def transferred(desk: Desk) -> Ticket:
    ticket = await sent_and_claimed(desk)
    return await desk.act(ticket, Action.TRANSFER, by=desk.worker, **TO_TELECOM)


async def suspended(desk: Desk) -> Ticket:
    ticket = await sent_and_claimed(desk)
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, **UNTIL_DECEMBER)
    return await desk.decide(ticket, by=desk.dispatcher)


async def merged(desk: Desk) -> Ticket:
    first = await desk.report("3幢门口垃圾箱满了", by=desk.courier)
    second = await desk.report("5幢门口大件垃圾没人收", by=desk.second_courier)
    return await desk.act(second, Action.MERGE, by=desk.worker, ticket_id=first.id)


async def sent_and_claimed(desk: Desk) -> Ticket:
    """Its clocks run: the card was delivered first."""
    ticket = await dispatched(desk)
    await desk.send()
    return await desk.claim(ticket, by=desk.worker)


async def pending_check(desk: Desk) -> Ticket:
    return await desk.prove(await claimed(desk), by=desk.worker)


async def closed(desk: Desk) -> Ticket:
    return await desk.act(await pending_check(desk), Action.PASS, by=desk.grid_worker)


async def rejected(desk: Desk) -> Ticket:
    return await desk.act(await dispatched(desk), Action.REJECT, by=desk.worker, text="不是一件事")


async def withdrawn(desk: Desk) -> Ticket:
    return await desk.act(await dispatched(desk), Action.WITHDRAW, by=desk.courier)


async def handed_off(desk: Desk) -> Ticket:
    return await desk.act(await dispatched(desk), Action.HAND_OFF, by=desk.dispatcher, text="转12345")


TO_TELECOM = {"party": "TELECOM", "text": "电信张工，回执88"}
UNTIL_DECEMBER = {"until": moment("2026-12-20 00:00"), "text": "等业委会表决"}
STORIES: dict[Status, Story] = {
    Status.DRAFT: a_draft,
    Status.DISPATCHED: dispatched,
    Status.VERIFYING: verifying,
    Status.CLAIMED: sent_and_claimed,
    Status.TRANSFERRED: transferred,
    Status.SUSPENDED: suspended,
    Status.PENDING_CHECK: pending_check,
    Status.CLOSED: closed,
    Status.REJECTED: rejected,
    Status.WITHDRAWN: withdrawn,
    Status.HANDED_OFF: handed_off,
    Status.MERGED: merged,
}
#: what an action needs to be complete
DETAILS: dict[Action, dict[str, Any]] = {
    Action.RETURN: {"text": "是市政的"},
    Action.TRANSFER: TO_TELECOM,
    Action.REJECT: {"text": "不是一件事"},
    Action.HAND_OFF: {"text": "转12345，回执88"},
    Action.CONCLUDE: {"text": "12345回复已修好"},
    Action.CATEGORISE: {"category": "ENV_BULKY"},
    Action.SPLIT: {"category": "ENV_BULKY"},
    Action.REROUTE: {"community": "jp"},
    Action.SET_KIND: {"kind": "complex", "text": "要业委会表决"},
    Action.RAISE: {"level": "L1"},
    Action.LOWER: {"level": "L3", "text": "只差补漆"},
    Action.ASK_LOWER: {"level": "L2", "text": "已经围好"},
    Action.ASK_EXTEND: {"text": "等配件"},
    Action.ASK_SUSPEND: UNTIL_DECEMBER,
    Action.RATE: {"rating": "satisfied"},
}
ROWS = [(source, row) for row in TABLE for source in sorted(row.sources)]
IMPOSSIBLE = [(status, action) for status in Status for action in Action if workflow.find(status, action) is None]


def doer(desk: Desk, row: workflow.Transition, source: Status) -> Person | None:
    """Somebody of the desk who may do it."""
    is_second = source is Status.DRAFT or row.action is Action.LEAVE
    by_standing = {
        Standing.OWNER: desk.worker,
        Standing.CHECKER: desk.grid_worker,
        # the grid head refuses no extension: that is for the street
        Standing.HEAD: desk.dispatcher if row.action is Action.REFUSE else desk.head,
        Standing.STAFF: desk.grid_worker,
        Standing.DISPATCHER: desk.dispatcher,
        Standing.REPORTER: desk.second_courier if is_second else desk.courier,
    }
    if source in (Status.DISPATCHED, Status.DRAFT):
        # nobody owns it yet, nor does staff know of a draft
        del by_standing[Standing.OWNER]
    if source is Status.DRAFT:
        del by_standing[Standing.STAFF]
    return next((person for standing, person in by_standing.items() if standing in row.who), None)


async def prepared(desk: Desk, ticket: Ticket, action: Action) -> dict[str, Any]:
    """What must have happened before, and the details that come of it."""
    if action in (Action.EXTEND, Action.SUSPEND) or (action is Action.REFUSE and ticket.owner_id == desk.worker.id):
        asked = Action.ASK_SUSPEND if action is Action.SUSPEND else Action.ASK_EXTEND
        if ticket.status == Status.VERIFYING:
            return {"request_id": await lower_request(desk, ticket)}
        await desk.act(ticket, asked, by=desk.worker, **DETAILS[asked])
        return {"request_id": await desk.request_id(ticket), "until": UNTIL_DECEMBER["until"]}
    if action is Action.REFUSE:
        return {"request_id": await lower_request(desk, ticket)}
    if action is Action.ASK_LOWER:
        await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")
    if action is Action.MERGE:
        other = await desk.report("7幢门口大件垃圾没人收", by=desk.courier)
        return {"ticket_id": other.id}
    if action is Action.LEAVE:
        await desk.join(ticket, by=desk.second_courier)
    if action is Action.PART:
        return {"report_id": await desk.join(ticket, by=desk.second_courier)}
    return {"to_person_id": desk.grid_worker.id}


async def lower_request(desk: Desk, ticket: Ticket) -> int:
    """An urgent ticket that somebody wants to be less so."""
    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")
    await desk.act(ticket, Action.ASK_LOWER, by=desk.worker, **DETAILS[Action.ASK_LOWER])
    return await desk.request_id(ticket)


@pytest.mark.parametrize(("source", "row"), ROWS, ids=[f"{source}-{row.action}" for source, row in ROWS])
async def test_every_row_of_the_table_happens(small_desk: Desk, source: Status, row: workflow.Transition):
    ticket = await STORIES[source](small_desk)
    details = {**await prepared(small_desk, ticket, row.action), **DETAILS.get(row.action, {})}
    if Need.PROOF in row.needs:
        ticket = await small_desk.prove(ticket, by=small_desk.worker)
    else:
        by = doer(small_desk, row, source)
        ticket = await small_desk.act(ticket, row.action, by=by, **details)

    assert ticket.status == row.lands(source)


@pytest.mark.parametrize("status", Status)
async def test_nothing_else_happens_whoever_tries(small_desk: Desk, status: Status):
    ticket = await STORIES[status](small_desk)
    impossible = [action for each, action in IMPOSSIBLE if each is status]

    for action in impossible:
        for by in (small_desk.worker, small_desk.head, small_desk.dispatcher, small_desk.courier, None):
            with pytest.raises(refusals.Refusal):
                await small_desk.act(ticket, action, by=by, **DETAILS.get(action, {}))

    assert (await small_desk.ticket(ticket)).status == status


#: a story as (action, who does it, where the ticket stands afterwards)
SCENARIOS: dict[str, list[tuple[Action, str, Status]]] = {
    "happy": [
        (Action.CLAIM, "worker", Status.CLAIMED),
        (Action.PROVE, "worker", Status.PENDING_CHECK),
        (Action.PASS, "courier", Status.CLOSED),
        (Action.RATE, "courier", Status.CLOSED),
    ],
    "rework": [
        (Action.CLAIM, "worker", Status.CLAIMED),
        (Action.PROVE, "worker", Status.PENDING_CHECK),
        (Action.FAIL, "courier", Status.CLAIMED),
        (Action.PROVE, "worker", Status.PENDING_CHECK),
        (Action.PASS, "grid_worker", Status.CLOSED),
    ],
    "reopen": [
        (Action.CLAIM, "worker", Status.CLAIMED),
        (Action.PROVE, "worker", Status.PENDING_CHECK),
        (Action.PASS, "grid_worker", Status.CLOSED),
        (Action.REOPEN, "courier", Status.CLAIMED),
        (Action.PROVE, "worker", Status.PENDING_CHECK),
        (Action.PASS, "courier", Status.CLOSED),
    ],
    "return": [
        (Action.CLAIM, "worker", Status.CLAIMED),
        (Action.RETURN, "worker", Status.DISPATCHED),
        (Action.REROUTE, "dispatcher", Status.DISPATCHED),
        (Action.CLAIM, "neighbour", Status.CLAIMED),
        (Action.PROVE, "neighbour", Status.PENDING_CHECK),
        (Action.PASS, "courier", Status.CLOSED),
    ],
    "handed over": [
        (Action.CLAIM, "worker", Status.CLAIMED),
        (Action.HAND_OVER, "head", Status.CLAIMED),
        (Action.PROVE, "grid_worker", Status.PENDING_CHECK),
        (Action.PASS, "worker", Status.CLOSED),
    ],
}


@pytest.mark.parametrize("name", SCENARIOS)
async def test_whole_stories_go_through(desk: Desk, name: str):
    ticket = await dispatched(desk)
    stood = []

    for action, who, _ in SCENARIOS[name]:
        by = desk.known[who]
        desk.clock.advance(minutes=5)
        if action is Action.PROVE:
            ticket = await desk.prove(ticket, by=by)
        else:
            details = {"to_person_id": desk.grid_worker.id, **DETAILS.get(action, {})}
            ticket = await desk.act(ticket, action, by=by, **details)
        stood.append((action, who, ticket.status))

    assert stood == SCENARIOS[name]


def test_every_button_is_a_step_that_is_possible_there():
    impossible = [
        (status, action) for status, row in BUTTONS.items() for action in row if not workflow.find(status, action)
    ]

    assert impossible == []


def test_every_row_says_why_and_who():
    assert all(row.why and row.who and row.sources for row in TABLE)


def test_no_two_rows_speak_of_the_same_step():
    keys = [(source, row.action) for source, row in ROWS]

    assert len(keys) == len(set(keys))


def test_open_means_that_somebody_still_has_to_do_something():
    assert {status for status in Status if workflow.is_open(status)} == {
        Status.DRAFT,
        Status.DISPATCHED,
        Status.VERIFYING,
        Status.CLAIMED,
        Status.TRANSFERRED,
        Status.SUSPENDED,
        Status.PENDING_CHECK,
    }
