"""Stored pictures are looked at in the process that decodes; what goes wrong there costs neither picture nor card."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.details import FileRef
from bot.workers import looking
from models import Photo
from tests import desk as desks
from tests.desk import OPERATORS, RUBBISH, Desk
from tests.workers import eyes

SAMPLE = (Path(__file__).parents[2] / "sandbox" / "samples" / "bin_tipped.jpg").read_bytes()
PICTURE = FileRef(ref="picture", unique="u1", size=1)
SAYS_NOTHING = "看下这个"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is seen does not depend on the kind of database."""
    small_desk.channel.files = {"picture": SAMPLE, "other": SAMPLE, "after": SAMPLE}
    return small_desk


async def send_all(desk: Desk, eye: looking.Eye | None) -> None:
    """Everything that is owed, with a minute for what is tried again."""
    desk.eye = eye
    sender = desk.sender()
    for _ in range(3):
        await desks.drain(sender)
        desk.clock.advance(minutes=1)
    sender.fetching.close()


async def photo(desk: Desk) -> Photo:
    async with desk.database.reading() as session:
        return await session.get_one(Photo, 1)


async def test_a_picture_is_looked_at_after_it_is_kept_and_the_courier_asked(desk: Desk):
    await desk.report(SAYS_NOTHING, by=desk.courier, photos=[PICTURE])

    await send_all(desk, eyes.sees_wires)

    seen = (await photo(desk)).seen or {}
    assert max(seen, key=lambda label: seen[label]) == "wires_poles"
    assert "看照片" in desk.heard(desk.courier)[-1]


@pytest.mark.parametrize(
    ("words", "eye"),
    [
        # words about people: not even looked at
        ("楼上夫妻天天吵架，还打老人", eyes.sees_wires),
        # switched off
        (SAYS_NOTHING, None),
    ],
    ids=["people", "off"],
)
async def test_a_picture_that_may_not_be_looked_at_is_not(desk: Desk, words: str, eye: looking.Eye | None):
    await desk.report(words, by=desk.courier, photos=[PICTURE])

    await send_all(desk, eye)

    assert await desk.owed(kind="look") == []
    assert ((await photo(desk)).status, (await photo(desk)).seen) == ("stored", None)


async def test_the_proof_of_staff_is_not_looked_at(desk: Desk):
    ticket = await desk.in_hand()
    await desk.prove(ticket, by=desk.worker, photo="after")

    await send_all(desk, eyes.sees_wires)

    assert await desk.owed(kind="look") == []


@pytest.mark.parametrize(
    ("eye", "tries"),
    [(eyes.dies, 1), (eyes.breaks, 1), (eyes.is_blind, 0), (eyes.sees_nothing, 0)],
    ids=["the process dies", "the network fails", "no runtime", "nothing familiar"],
)
async def test_a_look_that_comes_to_nothing_costs_neither_picture_nor_card(desk: Desk, eye: looking.Eye, tries: int):
    ticket = await desk.report(RUBBISH, by=desk.courier, photos=[PICTURE])

    await send_all(desk, eye)

    (item,) = await desk.owed(kind="look")
    kept = await photo(desk)
    assert (item.status, item.attempts) == ("sent", tries)
    assert (kept.status, desk.card(ticket).photo) == ("stored", kept.copy_key)
    assert desk.channel.said_to(OPERATORS.chat) == []


async def test_a_look_that_hangs_is_ended_and_the_next_picture_is_taken_in(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    # no process can even start within this
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0)
    await desk.report(RUBBISH, by=desk.courier, photos=[PICTURE, FileRef("other", "u2", 1)])

    await send_all(desk, eyes.sees_wires)

    async with desk.database.reading() as session:
        kept = list(await session.scalars(sa.select(Photo)))
    assert [(each.status, each.seen) for each in kept] == [("stored", None)] * 2
    assert {item.status for item in await desk.owed(kind="look")} == {"sent"}
