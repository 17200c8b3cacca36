"""The database: an engine for SQLite (WAL, BEGIN IMMEDIATE) or PostgreSQL, and the one way to open a transaction."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from bot import sqlite_thread

# How long a writer waits for another process's lock before it gives up.
BUSY_SECONDS = 15


def async_url(url: str) -> sa.URL:
    """The URL with its async driver: plain `sqlite:///` and `postgresql://` are what config.yaml says."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    return parsed.set(drivername=drivers.get(parsed.drivername, parsed.drivername))


class Database:
    """Opens sessions. On SQLite writers of this process queue up, so that none fails as busy."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        parsed = async_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        options: dict[str, Any] = {"pool_pre_ping": True}
        if self.is_sqlite:
            # A session ends its transaction itself; the pool's own rollback after that would be a trip for nothing.
            options = {"async_creator": self._connect, "pool_reset_on_return": None}
        self.engine: AsyncEngine = create_async_engine(parsed, pool_size=pool_size, **options)
        if self.is_sqlite:
            _prepare_sqlite(self.engine)
        self._reader = self.engine.execution_options(sqlite_begin="DEFERRED")
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """One transaction: commits when the block ends, rolls back when it raises. Never await the network inside."""
        if not self.is_sqlite:
            async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
                yield session
            return
        async with (
            self._writing,
            AsyncSession(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session that only reads; it waits for no writer and holds none up."""
        async with AsyncSession(self._reader, expire_on_commit=False) as session:
            yield session

    async def _connect(self) -> aiosqlite.Connection:
        arguments, options = self.engine.dialect.create_connect_args(self.engine.url)
        return await sqlite_thread.connect(*arguments, **options)

    async def close(self) -> None:
        """Closes every connection."""
        await self.engine.dispose()


def _prepare_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        # The driver must not open transactions by itself: a read that later writes would fail as "locked".
        connection.isolation_level = None
        cursor = connection.cursor()
        # FULL: a report that was confirmed survives a power cut, for 0.2 ms a commit on a fast disk.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        kind = connection.get_execution_options().get("sqlite_begin", "IMMEDIATE")
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite_thread.Connection)
        driver.begin(kind)
