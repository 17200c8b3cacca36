"""The API tells at which tier disputes ended, to whoever has the token, for any days a calendar holds."""

import httpx
import pytest

from bot.core.workflow import Action
from tests.core.procedure.telling import UP_TO_THE_NOTICE, complex_matter, dispute, tells
from tests.desk import Desk
from tests.web import asking


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is told does not depend on the kind of database."""
    return small_desk


async def settled(desk: Desk) -> None:
    ticket = await dispute(desk)
    await tells(desk, ticket, "走访 两家都去了", "座谈 三方都到了", by=desk.grid_worker)
    await desk.act(ticket, Action.PROVE, by=desk.grid_worker)
    await desk.act(ticket, Action.PASS, by=desk.head)


async def test_this_quarters_disputes_stand_beside_the_target(http: httpx.AsyncClient, desk: Desk):
    await settled(desk)

    told = await asking.get(http, "/api/tiers")

    assert (told["since"], told["until"]) == ("2026-10-01T00:00:00+08:00", "2027-01-01T00:00:00+08:00")
    assert (told["tiers"], told["total"]) == ({"village": 1, "section": 0, "street": 0}, 1)
    assert (told["shares"], told["comparable"]) == (None, False)
    assert told["target"] == {"village": 70, "section": 20, "street": 10}


@pytest.mark.parametrize(
    ("since", "until", "total"),
    [
        ("2026-11-23", "2026-11-24", 1),
        # the day `until` is not among them
        ("2026-11-01", "2026-11-23", 0),
        ("2026-11-24", "2027-01-01", 0),
        # the wrong way round
        ("2026-12-01", "2026-11-01", 0),
    ],
)
async def test_any_days_can_be_asked_for(http: httpx.AsyncClient, desk: Desk, since: str, until: str, total: int):
    await settled(desk)

    assert (await asking.get(http, "/api/tiers", since=since, until=until))["total"] == total


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "yesterday", ""])
async def test_a_day_that_no_calendar_holds_is_refused(http: httpx.AsyncClient, day: str):
    assert (await http.get("/api/tiers", params={"since": day})).status_code == 422


async def test_without_the_token_nothing_is_told(http: httpx.AsyncClient):
    http.headers.pop("Authorization")

    assert (await http.get("/api/tiers")).status_code == 401


async def test_a_complex_matter_is_told_with_its_steps(http: httpx.AsyncClient, desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, "公示 11-24到12-01", by=desk.worker)

    told = await asking.get(http, f"/api/tickets/{ticket.id}")

    by_code = {step["step"]: step for step in told["steps"]}
    assert list(by_code) == ["received", "visit", "meeting", "decision", "notice", "carry_out", "upkeep"]
    assert (by_code["visit"]["outcome"], by_code["visit"]["note"]) == ("done", "看过现场，问了3家")
    assert by_code["notice"]["facts"] == {"first": "2026-11-24", "last": "2026-12-01"}
