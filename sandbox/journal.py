"""The record of every call the bot made: what the sandbox can prove."""

from typing import Any

from sandbox import bell, records, store, world_clock

# A day of a busy bot; older calls are forgotten so that the file does not grow without end.
LONGEST = 20_000


class Journal:
    """Calls in the order they came, numbered from 1."""

    def __init__(self, rows: store.Store, clock: world_clock.WorldClock, bells: bell.Bells) -> None:
        self._store = rows
        self._clock = clock
        self._bells = bells
        calls = sorted((records.Call(**body) for body in rows.bodies("call")), key=lambda call: call.id)
        self._calls = {call.id: call for call in calls}
        self._last = max(self._calls, default=0)

    def note(
        self,
        bot_id: int,
        method: str,
        params: records.Json,
        *,
        result: Any = None,
        error: records.Json | None = None,
        dropped: str | None = None,
    ) -> None:
        """The call is on record with what came of it."""
        self._last += 1
        time = self._clock.now().isoformat(timespec="milliseconds")
        call = records.Call(self._last, bot_id, method, params, time, result, error, dropped)
        self._calls[call.id] = call
        with self._store.together():
            self._store.save(call)
            if len(self._calls) > LONGEST:
                self._store.drop(self._calls.pop(next(iter(self._calls))))
        self._bells.ring("calls")

    def after(self, number: int) -> list[records.Call]:
        """The calls with a greater number than this."""
        return [call for call in self._calls.values() if call.id > number]
