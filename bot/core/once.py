"""What the bot says by itself is said once: a row with a key that cannot be repeated, on any database."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from models import Nudge


async def first_time(
    session: AsyncSession,
    key: str,
    *,
    due_at: datetime,
    now: datetime,
    told: Sequence[int] = (),
    outcome: str = "sent",
    ticket_id: int | None = None,
) -> bool:
    """Records that this is said now; False when it was said before, also by a process at work beside this one."""
    row = {"key": key, "ticket_id": ticket_id, "due_at": due_at, "at": now, "outcome": outcome, "told": list(told)}
    written = await session.execute(_insert(session).values(row))
    return bool(written.rowcount)  # type: ignore[attr-defined]


async def record(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Records many at once; what was said before stays as it was."""
    if rows:
        await session.execute(_insert(session), list(rows))


def _insert(session: AsyncSession) -> Any:
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    return insert(Nudge).on_conflict_do_nothing(index_elements=["key"])


async def said(session: AsyncSession, keys: Sequence[str]) -> frozenset[str]:
    """Which of these were said already."""
    return frozenset(await session.scalars(sa.select(col(Nudge.key)).where(col(Nudge.key).in_(keys))))
