"""Connections to SQLite that go to their thread once a statement, where aiosqlite's own go four times."""

import sqlite3
from collections.abc import Iterable
from typing import Any

import aiosqlite


async def connect(path: str, **options: Any) -> aiosqlite.Connection:
    """A new connection, as SQLAlchemy's `async_creator` wants it; `options` are those of sqlite3.connect."""
    return await _Connection(lambda: sqlite3.connect(path, **options), iter_chunk_size=64)


class _Connection(aiosqlite.Connection):
    """Its cursors need no trip to be made."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # As SQLAlchemy does with connections it makes itself: one that is left open must not keep the process.
        self._thread.daemon = True

    def cursor(self) -> "_Cursor":  # type: ignore[override]
        """A cursor for one statement at a time."""
        return _Cursor(self, self._conn.cursor())


class _Cursor(aiosqlite.Cursor):
    """Executes and fetches in one trip: SQLAlchemy wants every row at once, so nothing is left to ask for later."""

    _rows: list[Any]

    async def __aenter__(self) -> "_Cursor":
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "_Cursor":
        """Executes the statement; its rows are here when it returns."""
        self._rows = await self._execute(self._run, sql, parameters or ())  # type: ignore[no-untyped-call]
        return self

    def _run(self, sql: str, parameters: Any) -> list[Any]:
        self._cursor.execute(sql, parameters)
        return self._cursor.fetchall() if self._cursor.description else []

    async def fetchall(self) -> Iterable[sqlite3.Row]:
        """The rows of the statement."""
        return self._rows

    async def close(self) -> None:
        """Needs no trip: a statement that was read to its end holds nothing open."""
