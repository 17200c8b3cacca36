"""`python -m bot roster`: enters a table of shifts, or says everything that is wrong with it."""

import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import WallClock
from bot.commands import database
from bot.commands.trouble import Trouble
from bot.core.roster import entering, table, wording
from bot.core.roster.entering import BadRoster, Plan
from bot.core.roster.lines import Line
from bot.core.street import Street
from bot.db import Database
from bot.settings import Settings

BAD_TABLE = 2

Deed = Callable[[AsyncSession, Plan, datetime], Awaitable[None]]


def enter(settings: Settings, file: Path, place: str) -> int:
    """Enters the table and says what it entered; returns 2 when there was anything wrong with it."""
    return _tell(settings, file, place, settings.build_street(), _enter)


def check(settings: Settings, file: Path, place: str) -> int:
    """Says what the table would enter, and changes nothing; returns 2 when there is anything wrong with it."""
    street = settings.build_street()
    code = _tell(settings, file, place, street, _leave)
    if code == 0:
        print(street.texts("roster-rehearsed"))
    return code


def _tell(settings: Settings, file: Path, place: str, street: Street, deed: Deed) -> int:
    community = _community(place, street)
    try:
        lines = _read(file)
        plan = database.ask(settings.database.url, lambda opened: _plan(opened, lines, community, street, deed))
    except table.NoTable as error:
        return _refuse([street.texts(error.text_id)])
    except BadRoster as bad:
        faults = wording.faults(bad.faults, street)
        return _refuse([street.texts("roster-faults", count=len(faults)), *faults])
    print("\n".join(wording.entered(plan, street)))
    return 0


def _community(name: str, street: Street) -> str | None:
    found = street.places_named(name)
    if len(found) != 1:
        known = "、".join(["街道", *(community.name for community in street.gazetteer.communities)])
        raise Trouble(f"没有 {name} 这个地方，--place 后面写其中一个：{known}")
    return found[0]


def _read(file: Path) -> list[Line]:
    try:
        return table.read(file.read_bytes())
    except OSError as error:
        raise Trouble(f"读不了 {file}，请看看路径对不对、有没有权限") from error


async def _plan(opened: Database, lines: Sequence[Line], community: str | None, street: Street, deed: Deed) -> Plan:
    now = WallClock().now()
    async with opened.transaction() as session:
        plan = await entering.plan(session, lines, community, now=now, street=street)
        await deed(session, plan, now)
        return plan


async def _enter(session: AsyncSession, plan: Plan, now: datetime) -> None:
    # Whoever sits at the machine is nobody in the register.
    await entering.enter(session, plan, by=None, now=now)


async def _leave(session: AsyncSession, plan: Plan, now: datetime) -> None:
    """Looking does no harm."""


def _refuse(told: Sequence[str]) -> int:
    print("\n".join(told), file=sys.stderr)
    return BAD_TABLE
