"""What a bot has not yet confirmed: kept in order, on disk, until confirmed or too old."""

from dataclasses import dataclass

from sandbox import bell, records, store, world_clock

DAY = 24 * 3600.0
# How long Telegram keeps an update for a bot that does not ask, in seconds (server's source, TELEGRAM.md 5c).
LIFE = {"callback_query": 150.0}
# Sent only to bots that named them in allowed_updates.
ASKED_FOR_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}
KINDS = {
    "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member",
    "chat_member", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "poll",
    "poll_answer", "chat_join_request", "shipping_query", "pre_checkout_query", "business_message",
}  # fmt: skip


@dataclass
class Poller:
    """What the server remembers of a bot's polling, in the event loop's seconds. `turn` is whose turn it is to wait."""

    offset: int | None = None
    started: float = float("-inf")
    next_conflict: float = float("-inf")
    next_webhook: float = float("-inf")
    turn: int = 0
    why: str = ""


class UpdateQueue:
    """The pending updates of one bot."""

    def __init__(self, bot: records.Bot, rows: store.Store, clock: world_clock.WorldClock, bells: bell.Bells) -> None:
        self._bot = bot
        self._store = rows
        self._clock = clock
        self._bells = bells
        # Real numbers start somewhere and grow by one.
        self._last = int(rows.recall(f"last_update/{bot.id}", 500_000_000 + bot.id % 1_000_000))
        self._pending: dict[int, records.Update] = {}
        self.poller = Poller()

    def restore(self, update: records.Update) -> None:
        """An update found in the store waits again."""
        self._pending[update.id] = update

    def offer(self, kind: str, payload: records.Json, *, lane: str) -> None:
        """The bot will get this, if it asked for such updates when it happened."""
        if not self._is_wanted(kind):
            return
        self._last += 1
        expires = self._clock.now().timestamp() + LIFE.get(kind, DAY)
        update = records.Update(self._bot.id, self._last, kind, payload, expires, lane)
        self._pending[update.id] = update
        self._store.save(update)
        self._store.remember(f"last_update/{self._bot.id}", self._last)
        self._bells.ring(f"updates/{self._bot.id}")
        self._bells.ring("webhooks")

    def pending(self) -> list[records.Update]:
        """What waits, oldest first; what became too old is gone."""
        now = self._clock.now().timestamp()
        self._drop([update for update in self._pending.values() if update.expires <= now])
        return list(self._pending.values())

    def confirm_below(self, offset: int) -> None:
        """Everything before `offset` is done; a negative one keeps only the newest so many."""
        waiting = self.pending()
        if offset < 0:
            self._drop(waiting[:offset])
        else:
            self._drop([update for update in waiting if update.id < offset])

    def end_waiting(self, why: str) -> int:
        """Whoever waits for updates is sent away with this conflict; answers the number of the next turn."""
        self.poller.turn += 1
        self.poller.why = why
        self._bells.ring(f"updates/{self._bot.id}")
        return self.poller.turn

    def confirm(self, update: records.Update) -> None:
        """This one is done."""
        self._drop([update] if update.id in self._pending else [])

    def clear(self) -> None:
        """Nothing waits any more."""
        self._drop(list(self._pending.values()))

    def __contains__(self, update: records.Update) -> bool:
        return update.id in self._pending

    def _is_wanted(self, kind: str) -> bool:
        if self._bot.allowed is None:
            return kind not in ASKED_FOR_ONLY
        return kind in self._bot.allowed

    def _drop(self, updates: list[records.Update]) -> None:
        with self._store.together():
            for update in updates:
                del self._pending[update.id]
                self._store.drop(update)
