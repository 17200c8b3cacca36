"""The sandbox's only reader of the wall clock, with an offset that a test or the demo may move."""

from datetime import UTC, datetime, timedelta


class WorldClock:
    """The time in the sandbox: it ticks like the real one, some way ahead or behind."""

    def __init__(self, ahead_by: timedelta = timedelta(0)) -> None:
        self.ahead_by = ahead_by

    def now(self) -> datetime:
        """The sandbox's time, aware, in UTC."""
        return datetime.now(UTC) + self.ahead_by

    def stamp(self) -> int:
        """The sandbox's time as the Bot API writes it: whole seconds since 1970."""
        return int(self.now().timestamp())

    def move(self, now: datetime) -> None:
        """From here on the clock reads `now` and ticks on; a naive time is a ValueError."""
        if now.tzinfo is None:
            raise ValueError("a time needs its zone")
        self.ahead_by = now - datetime.now(UTC)
