"""The API tells tickets as they stand, with their history and their reasons, to whoever has the token."""

from typing import Any

import httpx
import pytest

from bot.core.workflow import Action
from tests.desk import Desk
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
