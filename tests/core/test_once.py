"""What the bot says by itself is said once, on any database and by any process."""

import asyncio

import sqlalchemy as sa

from bot.core import once
from models import Nudge
from tests.desk import MONDAY, Desk


async def test_what_was_said_is_not_said_again(desk: Desk):
    async with desk.database.transaction() as session:
        first = await once.first_time(session, "list:11-23", due_at=MONDAY, now=MONDAY, told=[1, 2])
        again = await once.first_time(session, "list:11-23", due_at=MONDAY, now=MONDAY, told=[3])

    async with desk.database.reading() as session:
        (row,) = (await session.scalars(sa.select(Nudge))).all()
    assert (first, again) == (True, False)
    assert (row.key, row.told, row.outcome, row.due_at) == ("list:11-23", [1, 2], "sent", MONDAY)


async def test_another_key_is_another_thing_to_say(desk: Desk):
    async with desk.database.transaction() as session:
        await once.first_time(session, "list:11-23", due_at=MONDAY, now=MONDAY)

        assert await once.first_time(session, "list:11-24", due_at=MONDAY, now=MONDAY)
        assert await once.said(session, ["list:11-23", "list:11-25"]) == {"list:11-23"}


async def test_of_two_who_look_at_the_same_moment_one_says_it(desk: Desk):
    async def look() -> bool:
        async with desk.database.transaction() as session:
            return await once.first_time(session, "list:11-23", due_at=MONDAY, now=MONDAY)

    assert sorted(await asyncio.gather(look(), look())) == [False, True]


async def test_what_was_undone_was_never_said(desk: Desk):
    async with desk.database.transaction() as session:
        nested = await session.begin_nested()
        await once.first_time(session, "list:11-23", due_at=MONDAY, now=MONDAY)
        await nested.rollback()

        assert await once.first_time(session, "list:11-23", due_at=MONDAY, now=MONDAY)
