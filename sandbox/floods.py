"""Telegram's flood limits as far as they are known; off until somebody switches them on."""

import math
from collections import defaultdict, deque

from sandbox import world_clock

# Bot FAQ: about 30 messages a second over all chats, 20 a minute to one group (edits count too),
# and one a second to one chat except for short bursts. The burst of 5 is a guess: Telegram names none.
OVERALL = (30, 1.0)
GROUP = (20, 60.0)
SINGLE = (5, 5.0)


class Floods:
    """Counts what a bot sends and says when it is too much."""

    def __init__(self, clock: world_clock.WorldClock) -> None:
        self.is_on = False
        self._clock = clock
        self._sent: defaultdict[str, deque[float]] = defaultdict(deque)

    def seconds_to_wait(self, bot_id: int, chat_key: str, chat_type: str) -> int:
        """0 and the message counts, or the seconds after which to try again."""
        if not self.is_on:
            return 0
        now = self._clock.now().timestamp()
        limit = SINGLE if chat_type == "private" else GROUP
        windows = [(f"{bot_id}", OVERALL), (f"{bot_id}/{chat_key}", limit)]
        wait = max(self._wait(name, most, span, now) for name, (most, span) in windows)
        if wait == 0:
            for name, _ in windows:
                self._sent[name].append(now)
        return wait

    def _wait(self, name: str, most: int, span: float, now: float) -> int:
        sent = self._sent[name]
        while sent and sent[0] <= now - span:
            sent.popleft()
        return 0 if len(sent) < most else max(1, math.ceil(sent[0] + span - now))
