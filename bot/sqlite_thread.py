"""Connections to SQLite that go to their thread once a statement, where aiosqlite's own go four times."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import aiosqlite


async def connect(path: str, **options: Any) -> aiosqlite.Connection:
    """A new connection, as SQLAlchemy's `async_creator` wants it; `options` are those of sqlite3.connect."""
    return await Connection(lambda: sqlite3.connect(path, **options), iter_chunk_size=64)


class Connection(aiosqlite.Connection):
    """Its cursors need no trip to be made, and its transactions none to begin."""

    #: how the transaction begins, until its first statement takes that along
    _begin: str | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # As SQLAlchemy does with connections it makes itself: one that is left open must not keep the process.
        self._thread.daemon = True

    def cursor(self) -> "Cursor":  # type: ignore[override]
        """A cursor for one statement at a time."""
        return Cursor(self, self._conn.cursor())

    def begin(self, kind: str) -> None:
        """Begins a transaction with the next statement: before that there is nothing to lock or to see."""
        self._begin = f"BEGIN {kind}"

    async def commit(self) -> None:
        """Commits what was begun."""
        if not self._forget_begin():
            await super().commit()

    async def rollback(self) -> None:
        """Takes back what was begun."""
        if not self._forget_begin():
            await super().rollback()

    async def _execute(self, fn: Callable[..., Any], *args: Any, **options: Any) -> Any:
        work = partial(fn, *args, **options)
        if self._begin is not None:
            work, self._begin = partial(self._begin_and, self._begin, work), None
        return await super()._execute(work)  # type: ignore[no-untyped-call]

    def _begin_and(self, begin: str, work: Callable[[], Any]) -> Any:
        self._conn.execute(begin)
        return work()

    def _forget_begin(self) -> bool:
        """True when the transaction had no statement, so that SQLite never heard of it."""
        was_waiting, self._begin = self._begin is not None, None
        return was_waiting


class Cursor(aiosqlite.Cursor):
    """Executes and fetches in one trip: SQLAlchemy wants every row at once, so nothing is left to ask for later."""

    _rows: list[Any]

    async def __aenter__(self) -> "Cursor":
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "Cursor":
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
