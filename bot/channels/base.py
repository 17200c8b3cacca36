"""What the bot needs of a chat platform: deliver, redraw, download; and the ways in which that can fail.

ChannelError
├── TryAgain      nothing was sent, or the platform asked for patience
├── Unreachable   this chat does not take our messages any more
├── Moved         the chat has a new address
├── MessageGone   the message to be redrawn is no more
├── NotOurs       the message is there, but we may not change it
└── NotAccepted   the platform will never take this
"""

from datetime import timedelta
from typing import Protocol

from bot.core.notes import Card, Note
from bot.mailbox.outbox import Address


class ChannelError(Exception):
    """The platform did not do what was asked."""


class TryAgain(ChannelError):
    """Not now; `after` says how long to wait, when the platform said so."""

    def __init__(self, reason: str, *, after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Unreachable(ChannelError):
    """The chat does not take our messages: blocked, never started, removed from the group."""


class Moved(ChannelError):
    """The chat has a new address."""

    def __init__(self, chat: str) -> None:
        super().__init__(f"the chat is now {chat}")
        self.chat = chat


class MessageGone(ChannelError):
    """The message that should change is not there any more."""


class NotOurs(ChannelError):
    """The message that should change is there, but too old, somebody else's, or we are no administrator."""


class NotAccepted(ChannelError):
    """The platform refuses the content; trying again changes nothing."""


class Unreadable(Exception):
    """An incoming item that makes no sense, and would make none at the next try."""


class Channel(Protocol):
    """One chat platform. Each verb returns when the platform has taken it, or raises a ChannelError."""

    async def deliver(self, to: Address, what: Note | Card) -> str:
        """Sends something new; returns the message's id."""
        ...

    async def redraw(self, to: Address, message: str, card: Card | None, *, photo_shown: str | None = None) -> None:
        """Draws a message anew, or takes it away (None); `photo_shown` is the picture it has now."""
        ...

    async def download(self, file_ref: str) -> bytes:
        """The bytes of a file that somebody sent."""
        ...
