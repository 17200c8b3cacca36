"""Which model is in use is a row: one at a time, whoever enters one, and one can go back."""

import pytest
from sqlalchemy.exc import IntegrityError

from bot.core import shelf
from bot.db import Database
from models import LearnedModel
from tests.street import moment

NOW = moment("2026-11-24 03:30")


def model(made_by: str = shelf.NIGHTLY, state: str = shelf.IN_USE, base: str = "one", last: int = 0) -> LearnedModel:
    return LearnedModel(
        made_at=NOW, made_by=made_by, made_from={"base": base, "last_example": last}, state=state, folder=None
    )


async def enter(database: Database, *models: LearnedModel) -> None:
    async with database.transaction() as session:
        for one in models:
            await shelf.enter(session, one)


async def states(database: Database) -> list[str]:
    async with database.reading() as session:
        return [row.state for row in await shelf.rows(session)]


async def test_a_new_model_takes_the_place_of_the_one_before(database: Database):
    await enter(database, model(shelf.SHIPPED), model(), model())

    assert await states(database) == ["replaced", "replaced", "in_use"]


async def test_a_model_that_is_kept_back_changes_nothing(database: Database):
    await enter(database, model(shelf.SHIPPED), model(state=shelf.KEPT_BACK))

    assert await states(database) == ["in_use", "kept_back"]


async def test_going_back_leaves_one_in_use_and_says_from_which(database: Database):
    await enter(database, model(shelf.SHIPPED), model())
    async with database.transaction() as session:
        first, _ = await shelf.rows(session)

        await shelf.go_back(session, first)
        await shelf.go_back(session, first)

    assert await states(database) == ["in_use", "rolled_back"]


async def test_the_shipped_model_is_entered_once_and_anew_with_a_newer_program(database: Database):
    entered = []
    for base in ("one", "one", "two"):
        async with database.transaction() as session:
            entered.append(await shelf.enter_shipped(session, model(shelf.SHIPPED, base=base)))

    assert entered == [True, False, True]
    assert await states(database) == ["replaced", "in_use"]


async def test_no_two_models_can_be_in_use(database: Database):
    await enter(database, model())

    with pytest.raises(IntegrityError):
        async with database.transaction() as session:
            session.add(model())


async def test_what_a_try_has_seen_is_remembered_for_its_base(database: Database):
    await enter(database, model(last=7), model(state=shelf.KEPT_BACK, last=9), model(base="two", last=3))

    async with database.reading() as session:
        assert [await shelf.last_example(session, base) for base in ("one", "two", "three")] == [9, 3, 0]
