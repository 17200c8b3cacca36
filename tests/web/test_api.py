"""The API tells tickets as they stand, with their history and their reasons, to whoever has the token."""

from typing import Any

import httpx
import pytest

from bot.core.workflow import Action
from tests.desk import Desk
from tests.street import moment
from tests.web import asking


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is told does not depend on the kind of database."""
    return small_desk


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer wrong", asking.TOKEN, f"Basic {asking.TOKEN}", "Bearer 密"]
)
@pytest.mark.parametrize("path", ["/api/tickets", "/api/tickets/1"])
async def test_without_the_token_nothing_is_told(http: httpx.AsyncClient, path: str, header: str | None):
    headers = {} if header is None else {"Authorization": header.encode()}
    http.headers.pop("Authorization")

    answer = await http.get(path, headers=headers)  # type: ignore[arg-type]

    assert answer.status_code == 401


async def test_a_ticket_is_told_as_it_stands(http: httpx.AsyncClient, desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)

    [told] = (await asking.get(http, "/api/tickets"))["tickets"]

    assert (told["number"], told["status"], told["category"], told["level"]) == (1, "claimed", "ENV_GARBAGE", "L2")
    assert (told["community"], told["owner"], told["overdue"]) == ("hj", "小王", False)
    assert (told["claim_due"], told["close_due"]) == ("2026-11-23T12:00:00+08:00", "2026-11-23T15:30:00+08:00")


async def test_one_ticket_is_told_with_its_history_deadlines_and_reasons(http: httpx.AsyncClient, desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.act(ticket, Action.RETURN, by=desk.head, text="是市政的")

    told = await asking.get(http, "/api/tickets/1")

    assert [event["action"] for event in told["events"]] == ["open", "file", "return"]
    assert {row["clock"] for row in told["deadlines"]} == {"claim", "close"}
    assert all(told["reasons"][name] for name in ("category", "place", "route"))


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, [2, 1]),
        ({"number": 1}, [1]),
        ({"status": "claimed"}, [1]),
        ({"community": "hj"}, [2, 1]),
        ({"community": "jp"}, []),
        ({"status": "dispatched", "community": "hj"}, [2]),
        ({"status": "no such status"}, []),
    ],
)
async def test_tickets_are_found_newest_first(
    http: httpx.AsyncClient, desk: Desk, asked: dict[str, Any], numbers: list[int]
):
    await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    await desk.report("12幢楼道里堆满纸箱", by=desk.second_courier)

    told = await asking.get(http, "/api/tickets", **asked)

    assert [ticket["number"] for ticket in told["tickets"]] == numbers


async def test_a_merged_ticket_is_told_only_to_who_asks_for_it(http: httpx.AsyncClient, desk: Desk):
    first = await desk.sent()
    second = await desk.sent("9幢楼道灯不亮", by=desk.second_courier)
    await desk.act(second, Action.MERGE, by=desk.worker, ticket_id=first.id)

    asked: list[dict[str, Any]] = [{}, {"community": "hj"}, {"status": "merged"}, {"number": 2}]
    told = [(await asking.get(http, "/api/tickets", **each))["tickets"] for each in asked]

    assert [[ticket["number"] for ticket in tickets] for tickets in told] == [[1], [1], [2], [2]]
    assert told[2][0]["merged_into"] == 1


async def test_what_happened_to_it_on_the_way_stands_in_its_summary(http: httpx.AsyncClient, desk: Desk):
    ticket = await desk.in_hand("下水道堵了 污水冒出来")
    await desk.act(ticket, Action.SPLIT, by=desk.worker, category="FAC_LIGHT")
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等疏通车")
    await desk.decide(ticket, by=desk.dispatcher)
    await desk.act(ticket, Action.SUPERVISE, by=desk.dispatcher)
    await desk.act(ticket, Action.TRANSFER, by=desk.worker, party="DRAINAGE", text="排水李工，回执9")

    part, whole = (await asking.get(http, "/api/tickets"))["tickets"]

    assert (whole["party"], whole["supervised"], whole["extensions"]) == ("DRAINAGE", True, 1)
    assert (part["parent"], whole["parent"], part["supervised"]) == (1, None, False)
    assert [whole[name] for name in ("late", "suspended_until", "recurs_of", "merged_into", "resolved_tier")] == [
        False,
        None,
        None,
        None,
        None,
    ]


async def test_where_it_ended_stands_in_its_summary(http: httpx.AsyncClient, desk: Desk):
    await desk.close(by=desk.courier, handled_by=desk.worker, checked_by=desk.grid_worker)

    [told] = (await asking.get(http, "/api/tickets"))["tickets"]

    assert told["resolved_tier"] == "village"


async def test_who_asked_for_what_and_who_decided_it_stands_in_the_detail(http: httpx.AsyncClient, desk: Desk):
    ticket = await desk.in_hand()
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等配件")
    await desk.decide(ticket, "no", by=desk.dispatcher)
    until = moment("2026-12-21 00:00")
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=until, text="等表决")

    told = await asking.get(http, "/api/tickets/1")

    asked, at = {"by": "小王", "level": None}, "2026-11-23T10:00:00+08:00"
    refused = {"action": "extend", "reason": "等配件", "until": None, "status": "refused", "decided_by": "小许"}
    waiting = {"action": "suspend", "reason": "等表决", "until": "2026-12-21T00:00:00+08:00", "status": "open"}
    assert told["requests"] == [
        {**asked, **refused, "at": at},
        {**asked, **waiting, "at": at, "decided_by": None},
    ]
    assert told["nudges"] == []


async def test_a_suspended_ticket_is_not_overdue_and_what_was_late_stays_late(http: httpx.AsyncClient, desk: Desk):
    # due 15:30; asked for the next morning
    ticket = await desk.in_hand()
    desk.clock.set("2026-11-24 09:00")
    before = await asking.get(http, "/api/tickets/1")
    until = moment("2026-11-30 00:00")
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=until, text="等表决")
    await desk.decide(ticket, by=desk.dispatcher)

    # past the day itself: the clock that was named for it is nobody's delay
    desk.clock.set("2026-11-30 10:00")
    told = await asking.get(http, "/api/tickets/1")

    assert (before["overdue"], before["late"]) == (True, True)
    assert (told["status"], told["overdue"], told["late"]) == ("suspended", False, True)
    assert told["suspended_until"] == "2026-11-30T00:00:00+08:00"


async def test_what_waits_for_its_check_is_not_overdue_by_that(http: httpx.AsyncClient, desk: Desk):
    await desk.prove(await desk.in_hand(), by=desk.worker)
    desk.clock.set("2026-11-26 10:00")

    told = await asking.get(http, "/api/tickets/1")

    assert (told["overdue"], told["late"]) == (False, False)
    assert {row["clock"] for row in told["deadlines"]} == {"claim", "close", "check"}


async def test_late_is_late_until_it_is_over(http: httpx.AsyncClient, desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    late = []

    for at in ("2026-11-23 12:00", "2026-11-23 14:00"):
        desk.clock.set(at)
        late.append((await asking.get(http, "/api/tickets/1"))["overdue"])
    await desk.act(ticket, Action.REJECT, by=desk.worker, text="没有这回事")
    late.append((await asking.get(http, "/api/tickets/1"))["overdue"])

    assert late == [False, True, False]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_whoever_asks_hears_that_it_lives(http: httpx.AsyncClient, path: str):
    http.headers.pop("Authorization")

    assert (await asking.get(http, path)) == {"status": "ok"}
