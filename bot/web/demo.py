"""Only in the demo: a clock that can be moved, and a window that says when everything has come to rest."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Body, HTTPException

from bot.core.calendar import SHANGHAI

# Nine digits of each: more would not fit a timedelta.
LENGTH = re.compile(r"(?:(\d{1,9})d)?\s*(?:(\d{1,9})h)?\s*(?:(\d{1,9})m)?\s*(?:(\d{1,9})s)?")
# A year is more than any clock of the trade runs.
LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Controls:
    """What the demo lets a program do."""

    now: Callable[[], datetime]
    move_to: Callable[[datetime], Awaitable[None]]
    wait_until_quiet: Callable[[float], Awaitable[bool]]


def routes(controls: Controls) -> APIRouter:
    """POST /demo/clock and GET /demo/quiet."""
    router = APIRouter(prefix="/demo")

    @router.post("/clock")
    async def clock(
        now: Annotated[str | None, Body()] = None, advance: Annotated[str | None, Body()] = None
    ) -> dict[str, str]:
        """Moves the bot's time, runs what came due, and answers when all is quiet."""
        await controls.move_to(_target(controls.now(), now, advance))
        return {"now": controls.now().astimezone(SHANGHAI).isoformat(timespec="seconds")}

    @router.get("/quiet")
    async def quiet(timeout: float = 10) -> dict[str, bool]:  # noqa: ASYNC109 - the contract's name
        """Answers when inbox and outbox have nothing runnable, or after `timeout` seconds with false."""
        return {"quiet": await controls.wait_until_quiet(min(max(timeout, 0), 300))}

    return router


def _target(present: datetime, now: str | None, advance: str | None) -> datetime:
    if now is not None:
        try:
            moment = datetime.fromisoformat(now)
        except ValueError as error:
            raise HTTPException(400, "now 要写成 2026-11-23T10:00+08:00 这样") from error
        return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
    found = LENGTH.fullmatch((advance or "").strip())
    if found is None or not any(found.groups()):
        raise HTTPException(400, "advance 要写成 90s、30m、2h、3d 或 1d2h 这样")
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    length = timedelta(days=min(days, 1000), hours=hours, minutes=minutes, seconds=seconds)
    if length > LONGEST:
        raise HTTPException(400, "一次最多拨一年")
    return present + length
