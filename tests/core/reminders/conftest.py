"""The ladder goes up to the top: here the desk has a secretary and a leader too."""

import pytest

from bot.core import people
from tests.desk import CHANNEL, Desk

UPPER = {"secretary": ("周书记", "secretary", "hj"), "leader": ("邓主任", "leader", None)}


async def _enter_upper(desk: Desk) -> Desk:
    async with desk.database.transaction() as session:
        for name, (nickname, post, community) in UPPER.items():
            now = desk.clock.now()
            desk.known[name] = await people.find_or_add(session, CHANNEL, f"chat-{nickname}", nickname, now=now)
            await people.appoint(session, desk.known[name], post, community, by=None, now=now)
    return desk


@pytest.fixture
async def desk(desk: Desk) -> Desk:
    """The desk with everybody on the ladder, on both kinds of database."""
    return await _enter_upper(desk)


@pytest.fixture
async def small_desk(small_desk: Desk) -> Desk:
    """The same on SQLite alone."""
    return await _enter_upper(small_desk)
