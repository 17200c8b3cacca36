"""The schema's history: it ends at the models, it can be walked back and forth, and it has one end."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

import migrations
from bot.db import Database
from models import Ticket
from tests.databases import Postgres, Sqlite

SCRIPTS = Path(migrations.__file__).parent


def script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return ScriptDirectory.from_config(config)


#: oldest first
REVISIONS = [revision.revision for revision in script().walk_revisions()][::-1]


@pytest.fixture
async def bare(database_kind: Sqlite | Postgres) -> AsyncIterator[Database]:
    """A database without any table."""
    async with database_kind.bare() as url:
        database = Database(url)
        yield database
        await database.close()


async def tables(database: Database) -> set[str]:
    async with database.engine.connect() as connection:
        names = await connection.run_sync(lambda c: sa.inspect(c).get_table_names())
    return set(names) - {"alembic_version"}


async def differences(database: Database) -> list[Any]:
    def compare(connection: sa.Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found: list[Any] = compare_metadata(context, Ticket.metadata)
        return found

    async with database.engine.connect() as connection:
        return await connection.run_sync(compare)


async def test_the_migrations_end_at_the_models(bare: Database):
    await migrations.upgrade(bare.engine)

    assert await differences(bare) == []


async def test_upgrading_again_changes_nothing(bare: Database):
    await migrations.upgrade(bare.engine)
    before = await tables(bare)

    await migrations.upgrade(bare.engine)

    assert await tables(bare) == before


async def test_every_step_can_be_walked_up_down_and_up_again(bare: Database):
    for revision in REVISIONS:
        await migrations.upgrade(bare.engine, revision)
        await migrations.downgrade(bare.engine, "-1")
        await migrations.upgrade(bare.engine, revision)

    assert await differences(bare) == []


async def test_the_way_down_leaves_no_table(bare: Database):
    await migrations.upgrade(bare.engine)

    await migrations.downgrade(bare.engine, "base")

    assert await tables(bare) == set()


def test_the_history_has_one_end():
    assert len(script().get_heads()) == 1


@pytest.mark.parametrize("table", Ticket.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_name_fits_postgresql(table: sa.Table):
    # 63 bytes; longer names are cut silently and are then not found again
    names = [str(thing.name) for things in (table.constraints, table.indexes) for thing in things]

    assert [name for name in names if len(name) > 63] == []
