"""What may be said to a chat, in a form every channel can draw: notes and cards."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

# A button's id travels through the chat and comes back: Telegram allows 64 bytes, ASCII keeps them countable.
LONGEST_BUTTON_ID = 64


@dataclass(frozen=True)
class Button:
    """A label that people see and an id that comes back when it is pressed."""

    label: str
    id: str

    def __post_init__(self) -> None:
        if not self.id.isascii() or len(self.id) > LONGEST_BUTTON_ID:
            raise ValueError(f"button id {self.id!r} is not ASCII of at most {LONGEST_BUTTON_ID} bytes")


@dataclass(frozen=True)
class Note:
    """A few sentences to one chat.

    `ask` wants a location or a typed reply; `photo` is a key of the photo store, or after:NUMBER for the newest
    proof of a ticket; `mention` is (name, account) of the one it is meant for; `silent` arrives without a sound.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    reply_to: str | None = None
    ask: Literal["location", "reply"] | None = None
    photo: str | None = None
    mention: tuple[str, str] | None = None
    silent: bool = False

    def to_payload(self) -> dict[str, Any]:
        """The note as an outbox row keeps it."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> "Note":
        """The note an outbox row kept."""
        rows = tuple(tuple(Button(**button) for button in row) for row in payload.get("buttons", ()))
        mention = tuple(payload["mention"]) if payload.get("mention") else None
        return cls(**{"text": "", **payload, "buttons": rows, "mention": mention})


@dataclass(frozen=True)
class Card:
    """A ticket as a group sees it: inside the limits of every later channel (DESIGN.md, a `Card`)."""

    title: str
    body: str
    fields: tuple[tuple[str, str], ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = field(default=())
    photo: str | None = None


def clip(text: str, limit: int) -> str:
    """The text in at most `limit` characters, with … where something is left out."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def rows_of(buttons: tuple[Button, ...] | list[Button], *, width: int) -> tuple[tuple[Button, ...], ...]:
    """The buttons in rows of `width`."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
