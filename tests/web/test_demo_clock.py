"""A length of time that no clock can hold is refused, and breaks nothing."""

import httpx
import pytest
from fastapi import FastAPI

from bot.web import demo
from tests.street import moment


@pytest.mark.parametrize("unit", "dhms")
@pytest.mark.parametrize("digits", [9, 20])
async def test_the_demo_clock_is_not_moved_further_than_time_reaches(unit: str, digits: int):
    async def never(_: object) -> bool:
        raise AssertionError("the clock must stand")

    app = FastAPI()
    controls = demo.Controls(lambda: moment("2026-11-23 10:00"), never, never)  # type: ignore[arg-type]
    app.include_router(demo.routes(controls))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://bot") as client:
        answer = await client.post("/demo/clock", json={"advance": "9" * digits + unit})

    assert answer.status_code == 400
