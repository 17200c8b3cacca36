"""The school: when a lesson begins, what comes of it, and that every process reads by the model of the rows."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core import classify, once, shelf
from bot.core.street import Street
from bot.core.workflow import Action
from bot.training import modest
from bot.training.assignment import Files
from bot.training.school import School
from models import LearnedModel
from tests import schooling
from tests.desk import OPERATORS, Desk
from tests.street import BOT, demo_street

CATEGORIES = BOT / "categories.yaml"


def opened(desk: Desk, street: Street, folder: Path) -> School:
    files = Files(folder / "models", CATEGORIES, schooling.tables(folder / "captions"))
    return School(desk.database, desk.clock, street, files, desk.tasks, OPERATORS)


@pytest.fixture
async def school(small_desk: Desk, tmp_path: Path) -> AsyncIterator[School]:
    """A school that begins with two corrections, over a judge of its own."""
    school = opened(small_desk, demo_street(learning={"corrections": 2}), tmp_path)
    await school.open()
    yield school
    await small_desk.tasks.stop()


async def corrected(desk: Desk, count: int) -> None:
    """So many lamps are reported, days apart, and put right by staff."""
    for words in schooling.LAMPS[:count]:
        ticket = await desk.report(words, by=desk.courier)
        if ticket.status == "draft":
            # He does not answer what is asked.
            ticket = await desk.act(ticket, Action.FILE, by=None)
        await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category=schooling.MEANT)
        desk.clock.advance(days=4)


async def rows(desk: Desk) -> list[LearnedModel]:
    async with desk.database.reading() as session:
        return list(await shelf.rows(session))


def reads(school: School, words: str = schooling.ANOTHER_LAMP) -> str:
    return school.street.judge.judge(words).code


async def test_what_was_learned_is_a_row_and_is_read_by_at_once(small_desk: Desk, school: School):
    before = reads(school)
    await corrected(small_desk, len(schooling.LAMPS))

    row = await school.learn(shelf.COMMAND)

    assert before != reads(school) == schooling.MEANT
    assert (row.made_by, row.state) == ("command", "in_use")
    assert row.made_from["examples"] == len(schooling.LAMPS)
    assert row.made_from["tables"].keys() == {"street.csv"}
    assert row.figures["new"]["macro_f1"] > row.figures["old"]["macro_f1"]


async def test_a_process_notices_when_somebody_goes_back(small_desk: Desk, tmp_path: Path):
    await schooling.shelved(small_desk.database, tmp_path)
    beside = opened(small_desk, demo_street(), tmp_path)
    await beside.look()
    learned = reads(beside)
    async with small_desk.database.transaction() as session:
        await shelf.go_back(session, (await shelf.rows(session))[0])

    await beside.look()

    assert learned == schooling.MEANT
    assert reads(beside) != schooling.MEANT


@pytest.mark.parametrize("damage", ["gone", "broken"])
async def test_a_model_that_cannot_be_read_keeps_nobody_down_and_is_told_once(
    small_desk: Desk, tmp_path: Path, damage: str
):
    row = await schooling.shelved(small_desk.database, tmp_path)
    folder = tmp_path / "models" / str(row.folder)
    shutil.rmtree(folder) if damage == "gone" else (folder / "weights.npz").write_bytes(b"PK")

    for _ in range(2):
        other = opened(small_desk, demo_street(), tmp_path)
        await other.follow()
        await other.look()

    assert reads(other) != schooling.MEANT
    told = [item.payload["text"] for item in await small_desk.owed(recipient=OPERATORS.chat)]
    assert ["学来的本领读不出来" in text for text in told] == [True]


async def test_a_bot_that_starts_reads_by_the_model_in_use(small_desk: Desk, tmp_path: Path):
    await schooling.shelved(small_desk.database, tmp_path)
    starting = opened(small_desk, demo_street(), tmp_path)

    await starting.follow()

    assert reads(starting) == schooling.MEANT


async def test_a_newer_program_brings_its_own_model_and_that_is_read_by(small_desk: Desk, tmp_path: Path):
    await schooling.shelved(small_desk.database, tmp_path)
    newer = opened(small_desk, demo_street(), tmp_path)

    await newer.open()

    assert reads(newer) != schooling.MEANT
    assert [row.state for row in await rows(small_desk)] == ["replaced", "replaced", "in_use"]


NIGHTS = [
    ("2026-11-24 03:30", 2, True, True),
    ("2026-11-24 05:20", 2, True, True),
    # too few
    ("2026-11-24 03:30", 1, True, False),
    # before, and so late that people are at work
    ("2026-11-24 03:29", 2, True, False),
    ("2026-11-24 05:31", 2, True, False),
    ("2026-11-24 12:00", 2, True, False),
    # switched off
    ("2026-11-24 03:30", 2, False, False),
]


@pytest.mark.parametrize(("at", "corrections", "nightly", "begins"), NIGHTS)
async def test_a_lesson_begins_at_night_once_there_is_enough_to_learn(
    small_desk: Desk, tmp_path: Path, at: str, corrections: int, nightly: bool, begins: bool
):
    street = demo_street(learning={"corrections": 2, "nightly": nightly})
    school = opened(small_desk, street, tmp_path)
    await school.open()
    await corrected(small_desk, corrections)
    small_desk.clock.set(at)

    await school.look()

    async with small_desk.database.reading() as session:
        begun = await once.said(session, ["lesson:2026-11-24"])
    await small_desk.tasks.stop()
    assert bool(begun) is begins


async def test_what_one_try_has_seen_is_not_enough_for_the_next(small_desk: Desk, school: School):
    await corrected(small_desk, 2)
    tried = await school.learn(shelf.COMMAND)
    small_desk.clock.set("2026-11-25 03:30")

    await school.look()

    assert (tried.state, tried.folder) == ("kept_back", None)
    async with small_desk.database.reading() as session:
        assert await once.said(session, ["lesson:2026-11-25"]) == frozenset()


async def test_a_lesson_that_fails_is_a_row_and_told_and_the_old_model_stays(small_desk: Desk, tmp_path: Path):
    school = opened(small_desk, demo_street(), tmp_path)
    await school.open()
    (tmp_path / "captions" / "street.csv").write_text("words,code\n路灯不亮,FAC_LIGHT\n", encoding="utf-8")

    row = await school.learn(shelf.NIGHTLY)

    assert row.state == "kept_back"
    assert "没有 text 这一列" in row.figures["fault"]
    (told,) = await small_desk.owed(recipient=OPERATORS.chat)
    assert "旧的照用" in told.payload["text"]


async def test_a_lesson_that_takes_too_long_is_ended():
    with pytest.raises(modest.OutOfBoundsError, match="还没学完"):
        await modest.run("time:sleep", 600, seconds=0.01, memory_mb=2000)


async def test_a_lesson_that_wants_too_much_memory_is_ended():
    with pytest.raises(modest.OutOfBoundsError, match="内存"):
        await modest.run("builtins:bytearray", 3000 * modest.MEGABYTE, seconds=100, memory_mb=1000)


async def test_a_lesson_gives_way_to_everybody_else():
    assert await modest.run("os:nice", 0, seconds=100, memory_mb=1000) == modest.LOWEST


def test_the_words_of_the_lesson_are_not_known_before():
    assert classify.Judge(demo_street().taxonomy).judge(schooling.ANOTHER_LAMP).code != schooling.MEANT
