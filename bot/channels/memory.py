"""A channel that keeps what it is given: for tests of everything above it."""

from dataclasses import dataclass, field

from bot.channels.base import ChannelError, NotAccepted
from bot.core.notes import Card, Note
from bot.mailbox.outbox import Address


@dataclass
class Shown:
    """One message as people see it now."""

    to: Address
    what: Note | Card
    times_drawn: int = 1


@dataclass
class MemoryChannel:
    """Takes everything, in order; `fail_next` makes the next calls raise instead."""

    files: dict[str, bytes] = field(default_factory=dict)
    messages: dict[str, Shown] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    fail_next: list[ChannelError] = field(default_factory=list)

    async def deliver(self, to: Address, what: Note | Card) -> str:
        """Keeps something new; returns its id."""
        self._maybe_fail()
        message = str(len(self.messages) + 1)
        self.messages[message] = Shown(to, what)
        return message

    async def redraw(self, to: Address, message: str, card: Card | None, *, photo_shown: str | None = None) -> None:
        """Keeps the new drawing, or forgets the message."""
        self._maybe_fail()
        if card is None:
            self.removed.append(message)
            return
        shown = self.messages[message]
        shown.what, shown.times_drawn = card, shown.times_drawn + 1

    async def download(self, file_ref: str) -> bytes:
        """The bytes that the test laid down under this name."""
        self._maybe_fail()
        if file_ref not in self.files:
            raise NotAccepted("no such file")
        return self.files[file_ref]

    def said_to(self, chat: str) -> list[str]:
        """The texts of the notes in this chat, in order."""
        return [s.what.text for s in self.messages.values() if s.to.chat == chat and isinstance(s.what, Note)]

    def _maybe_fail(self) -> None:
        if self.fail_next:
            raise self.fail_next.pop(0)
