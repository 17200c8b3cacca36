"""The web port over the desk, asked inside the process."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.web.application import Web, create
from tests.desk import Desk
from tests.web.asking import TOKEN


@pytest.fixture
async def http(desk: Desk) -> AsyncIterator[httpx.AsyncClient]:
    async def keep(items: object) -> None:
        raise AssertionError("there is no webhook here")

    web = Web(desk.database, desk.street, TOKEN, desk.clock.now, keep, is_ready=lambda: True)
    transport = httpx.ASGITransport(app=create(web))
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://bot", headers=headers) as client:
        yield client
