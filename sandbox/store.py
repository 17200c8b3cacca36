"""The world on disk: every changed object is written through at once, so a kill -9 loses nothing."""

import json
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Protocol


class Record(Protocol):
    """A row: plain JSON-ready attributes under a kind and a key."""

    KIND: ClassVar[str]

    @property
    def key(self) -> str:
        """The name of the row among its kind."""
        ...


class Store:
    """One table of JSON bodies in one SQLite file, or in memory."""

    def __init__(self, path: Path | None) -> None:
        # The demo makes the world in one thread and may serve it from another; never both at once.
        self._db = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        # A killed process loses nothing without fsync; only a power cut could, and this is a sandbox.
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS thing"
            " (kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key))"
        )
        self._depth = 0
        self.close = weakref.finalize(self, self._db.close)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is saved inside is on disk together or not at all; may be nested."""
        self._depth += 1
        if self._depth == 1:
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._db.execute("COMMIT")

    def save(self, record: Record) -> None:
        """The record is as it is now, also after a kill."""
        body = json.dumps(vars(record))
        self._db.execute("INSERT OR REPLACE INTO thing VALUES (?, ?, ?)", (record.KIND, record.key, body))

    def drop(self, record: Record) -> None:
        """The record is gone."""
        self._db.execute("DELETE FROM thing WHERE kind = ? AND key = ?", (record.KIND, record.key))

    def bodies(self, kind: str) -> Iterator[dict[str, Any]]:
        """Every record of a kind, in the order of writing."""
        for (body,) in self._db.execute("SELECT body FROM thing WHERE kind = ? ORDER BY rowid", (kind,)):
            yield json.loads(body)

    def remember(self, name: str, value: Any) -> None:
        """One small value by name: a counter, a setting."""
        self._db.execute("INSERT OR REPLACE INTO thing VALUES ('value', ?, ?)", (name, json.dumps(value)))

    def recall(self, name: str, default: Any) -> Any:
        """The small value last remembered under this name."""
        row = self._db.execute("SELECT body FROM thing WHERE kind = 'value' AND key = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else default
