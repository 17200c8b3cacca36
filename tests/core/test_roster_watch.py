"""When the roster makes the street look: at changes of shift, and at the hour of warnings."""

import pytest

from bot.core.roster import watch
from models import Person
from tests.core import rosters
from tests.desk import Desk
from tests.street import moment


@pytest.fixture
async def leader(desk: Desk) -> Person:
    return await rosters.appoint(desk, "邓主任", "leader")


async def next_look(desk: Desk, after: str) -> str | None:
    async with desk.database.reading() as session:
        found = await watch.next_look(session, after=moment(after), street=desk.street)
    return None if found is None else f"{found.astimezone(moment(after).tzinfo):%m-%d %H:%M}"


async def test_without_a_roster_there_is_nothing_to_look_for(desk: Desk):
    assert await next_look(desk, "2026-11-23 08:00") is None


@pytest.mark.parametrize(
    ("after", "at"),
    [
        # the next change of shift, and the next hour of warnings, whichever is first
        ("2026-11-23 08:29", "11-23 08:30"),
        ("2026-11-23 08:30", "11-23 08:40"),
        ("2026-11-23 08:40", "11-23 17:30"),
        ("2026-11-23 17:30", "11-24 08:40"),
        # no warnings at the weekend
        ("2026-11-27 08:40", "11-30 08:40"),
        # two weeks after its last day nobody keeps a roster any more
        ("2026-12-07 08:40", None),
    ],
)
async def test_the_next_look_is_at_the_next_change_of_shift_or_hour_of_warnings(
    desk: Desk, leader: Person, after: str, at: str | None
):
    desk.clock.set("2026-11-23 00:00")
    await rosters.enter(desk, "11-23 白班 小曹\n11-23 夜班 小曹\n11-23 带班 邓主任")

    assert await next_look(desk, after) == at


async def test_walking_from_look_to_look_says_everything(desk: Desk, leader: Person):
    """What a scheduler does that sleeps until the next look."""
    desk.clock.set("2026-11-23 08:00")
    await rosters.enter(desk, rosters.WEEK)
    await rosters.enter(desk, "11-26 带班 邓主任")

    looks = 0
    while (at := await next_look(desk, f"{desk.clock.now():%Y-%m-%d %H:%M}")) is not None and at < "11-27":
        await rosters.look(desk, f"2026-{at}")
        looks += 1

    assert looks < 12
    assert len(desk.channel.said_to("chat-小许")) == 2
