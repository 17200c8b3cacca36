"""Numbers and texts that no column can hold are not found, on both kinds of database."""

import httpx
import pytest

from tests.desk import Desk
from tests.web import asking


@pytest.mark.parametrize("number", ["2", "0", "-1", "99999999999999"])
async def test_a_ticket_that_is_not_there_is_not_found(http: httpx.AsyncClient, desk: Desk, number: str):
    await desk.report(by=desk.courier)

    assert (await http.get(f"/api/tickets/{number}")).status_code == 404


@pytest.mark.parametrize(
    "asked",
    [{"number": "0"}, {"number": "-1"}, {"number": "2147483648"}, {"number": "99999999999999"}, {"status": "\0"}],
    ids=str,
)
async def test_what_no_column_can_hold_finds_nothing(http: httpx.AsyncClient, desk: Desk, asked: dict[str, str]):
    await desk.report(by=desk.courier)

    assert (await asking.get(http, "/api/tickets", **asked))["tickets"] == []
