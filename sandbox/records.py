"""What the world consists of: people, bots, chats, messages, presses, updates, files, calls; plain rows."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

Json = dict[str, Any]


@dataclass
class Person:
    """Somebody with a phone. `started` are the bots he wrote to, `blocked` those he blocked (bot ids)."""

    KIND: ClassVar[str] = "person"
    id: int
    username: str
    name: str
    trade: str = ""
    phone: str = ""
    started: list[int] = field(default_factory=list)
    blocked: list[int] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Where the store keeps it."""
        return str(self.id)


@dataclass
class Bot:
    """An account with a token. `allowed` are the kinds of updates it asked for, None the default ones."""

    KIND: ClassVar[str] = "bot"
    id: int
    token: str
    username: str
    name: str
    privacy: bool = True
    allowed: list[str] | None = None
    webhook: Json = field(default_factory=dict)
    # Texts and commands as the bot set them: "commands/{scope}/{language}" and the like.
    profile: Json = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Where the store keeps it."""
        return str(self.id)


@dataclass
class Chat:
    """A private chat (one person, one bot), a group, a supergroup or a channel.

    `members` maps a user id to his status in Telegram's words. `version` grows with every change people can see.
    """

    KIND: ClassVar[str] = "chat"
    key: str
    id: int
    type: str
    title: str = ""
    username: str = ""
    members: dict[int, str] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_id: int = 0
    version: int = 0
    moved_to: int | None = None

    def __post_init__(self) -> None:
        # JSON knows only text as a key.
        self.members = {int(user): status for user, status in self.members.items()}


@dataclass
class Message:
    """One message. `body` is the content in Bot API names, but files are keys of the vault and people are ids.

    `markup` is the reply markup as the bot gave it, `former` the ones it had before, newest last, `origin` the
    forward_origin, `reactions` those of each user id; a `silent` one rang on no phone.
    """

    KIND: ClassVar[str] = "message"
    chat: str
    id: int
    sender: int
    date: int
    body: Json
    reply_to: int | None = None
    markup: Json | None = None
    former: list[Json] = field(default_factory=list)
    album: str | None = None
    origin: Json | None = None
    silent: bool = False
    edited: int | None = None
    deleted: bool = False
    version: int = 0
    reactions: dict[str, list[Json]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Where the store keeps it."""
        return f"{self.chat}/{self.id}"


@dataclass
class Press:
    """A button pressed: what the bot sees as a callback query, and what it answered."""

    KIND: ClassVar[str] = "press"
    id: str
    bot: int
    person: int
    chat: str
    message: int
    data: str
    made: float
    answered: bool = False
    toast: str | None = None
    alert: bool = False
    url: str | None = None

    @property
    def key(self) -> str:
        """Where the store keeps it."""
        return self.id


@dataclass
class Update:
    """Something that happened, waiting until the bot confirms it. `lane` is what Telegram keeps in order."""

    KIND: ClassVar[str] = "update"
    bot: int
    id: int
    kind: str
    payload: Json
    expires: float
    lane: str

    @property
    def key(self) -> str:
        """Where the store keeps it."""
        return f"{self.bot}/{self.id}"

    def as_json(self) -> Json:
        """The update as the Bot API writes it."""
        return {"update_id": self.id, self.kind: self.payload}


@dataclass
class File:
    """One file of known content. A photo in several sizes is several files that name one another in `sizes`."""

    KIND: ClassVar[str] = "file"
    key: str
    digest: str
    kind: str
    size: int
    path: str
    name: str = ""
    mime: str = ""
    width: int = 0
    height: int = 0
    duration: int = 0
    sizes: list[str] = field(default_factory=list)

    @property
    def unique_id(self) -> str:
        """Telegram's file_unique_id: the same for the same content, of no use for sending."""
        return "AQAD" + self.digest[:11]


@dataclass
class Call:
    """One call of the bot to the Bot API, and how it ended."""

    KIND: ClassVar[str] = "call"
    id: int
    bot: int
    method: str
    params: Json
    time: str
    result: Any = None
    error: Json | None = None
    dropped: str | None = None

    @property
    def key(self) -> str:
        """Where the store keeps it."""
        return str(self.id)
