"""A channel that refuses what a test tells it to refuse."""

from dataclasses import dataclass, field

from bot.channels.memory import MemoryChannel
from bot.core.notes import Card, Note
from bot.mailbox.outbox import Address


@dataclass
class MoodyChannel(MemoryChannel):
    """Takes everything, except that the next calls for a chat or a file raise what was laid down for it."""

    moods: dict[str, list[Exception]] = field(default_factory=dict)

    def refuse(self, about: str, *errors: Exception) -> None:
        """The next calls for this chat or file raise these, one each."""
        self.moods.setdefault(about, []).extend(errors)

    async def deliver(self, to: Address, what: Note | Card) -> str:
        """Raises, or keeps something new."""
        self._raise_next(to.chat)
        return await super().deliver(to, what)

    async def redraw(self, to: Address, message: str, card: Card | None, *, photo_shown: str | None = None) -> None:
        """Raises, or keeps the new drawing."""
        self._raise_next(to.chat)
        await super().redraw(to, message, card, photo_shown=photo_shown)

    async def download(self, file_ref: str) -> bytes:
        """Raises, or gives what the test laid down."""
        self._raise_next(file_ref)
        return await super().download(file_ref)

    def _raise_next(self, about: str) -> None:
        if waiting := self.moods.get(about):
            raise waiting.pop(0)
