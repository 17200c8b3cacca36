"""What several folders of tests share: real databases, the street as the core knows it, and the desk."""

from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import settings

from bot.core.street import Street
from bot.db import Database
from tests import databases
from tests import desk as desks
from tests import street as streets
from tests.databases import Postgres, Sqlite
from tests.desk import Desk

# How fast an example runs is no test's business: on a busy machine a limit fails what is right.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    return Sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with databases.postgres_server() as url:
        yield Postgres(url)


@pytest.fixture(params=["sqlite", "postgres"])
def database_kind(request: pytest.FixtureRequest) -> Sqlite | Postgres:
    """Each kind of database in turn."""
    found: Sqlite | Postgres = request.getfixturevalue(request.param)
    return found


@pytest.fixture
async def database(database_kind: Sqlite | Postgres) -> AsyncIterator[Database]:
    """An empty, migrated database: every test that asks for it runs on both kinds."""
    async with database_kind.fresh() as opened:
        yield opened


@pytest.fixture(scope="session")
def street() -> Street:
    """The demo street with the trade's own numbers."""
    return streets.demo_street()


@pytest.fixture
async def desk(database: Database, street: Street) -> AsyncIterator[Desk]:
    """The street at work on Monday 2026-11-23 10:00, on both kinds of database."""
    await desks.register(database, street)
    async with desks.opened(database, street) as desk:
        yield desk


@pytest.fixture(scope="session")
def peopled(tmp_path_factory: pytest.TempPathFactory, street: Street) -> Sqlite:
    """SQLite with everybody registered beforehand."""
    return Sqlite(tmp_path_factory.mktemp("peopled"), lambda database: desks.register(database, street))


@pytest.fixture
async def small_desk(peopled: Sqlite, street: Street) -> AsyncIterator[Desk]:
    """The desk on SQLite alone: for tables of cases that no database could decide differently."""
    async with peopled.fresh() as database, desks.opened(database, street) as desk:
        yield desk
