"""What people do with their phones: send, press, change, read; over the sandbox's people's side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.stories.street import Street

BOT = "@suishoupai_bot"


@dataclass(frozen=True)
class File:
    """A file on somebody's phone."""

    name: str
    data: bytes
    mime: str = "image/jpeg"


@dataclass(frozen=True)
class Message:
    """One message as one person sees it. `buttons` are label -> data."""

    id: int
    chat: str
    sender: str
    text: str
    pictures: tuple[str, ...]
    buttons: dict[str, str]
    keyboard: tuple[str, ...]
    silent: bool
    edited: bool
    deleted: bool

    @property
    def is_card(self) -> bool:
        """True for a ticket's card: it begins with the level's mark and the number."""
        return self.sender == BOT[1:] and re.match(r"(🆘|🔴|🟡|🟢) #\d+ ", self.text) is not None

    @classmethod
    def of(cls, chat: str, seen: dict[str, Any]) -> "Message":
        """The message from what the sandbox shows."""
        return cls(
            id=seen["id"],
            chat=chat,
            sender=seen["from"],
            text=seen["text"] or seen["caption"] or "",
            pictures=tuple(seen["photos"]),
            buttons={button["text"]: button["data"] for row in seen["buttons"] for button in row},
            keyboard=tuple(key for row in seen["keyboard"] for key in row),
            silent=seen["silent"],
            edited=seen["edited"],
            deleted=seen["deleted"],
        )


@dataclass(frozen=True)
class Group:
    """One group of the street."""

    street: "Street"
    chat: str
    title: str

    async def messages(self, viewer: str) -> list[Message]:
        """What this member sees, oldest first; what was taken away is not seen."""
        return await self.street.phone(viewer).messages(self)

    async def cards(self, viewer: str) -> list[Message]:
        """The ticket cards this member sees."""
        return [message for message in await self.messages(viewer) if message.is_card]

    async def card(self, viewer: str, number: int) -> Message:
        """The one card of the ticket in this group."""
        (card,) = [card for card in await self.cards(viewer) if f"#{number} " in card.text]
        return card

    async def text(self, viewer: str) -> str:
        """Everything the bot says here, as one string."""
        return "\n".join(m.text for m in await self.messages(viewer) if m.sender == BOT[1:])


@dataclass(frozen=True)
class Phone:
    """One person's phone. Where no chat is named, his private chat with the bot is meant."""

    street: "Street"
    name: str

    async def sends(
        self,
        words: str = "",
        *,
        to: Group | None = None,
        photo: File | Sequence[File] = (),
        document: File | None = None,
        voice: File | None = None,
        pin: tuple[float, float] | None = None,
        reply_to: Message | int | None = None,
        forwarded_from: str = "",
    ) -> int:
        """Sends one message, or an album, and waits until the street is quiet; the number of the (first) message."""
        number = await self.posts(
            words,
            to=to,
            photo=photo,
            document=document,
            voice=voice,
            pin=pin,
            reply_to=reply_to,
            forwarded_from=forwarded_from,
        )
        await self.street.quiet()
        return number

    async def posts(
        self,
        words: str = "",
        *,
        to: Group | None = None,
        photo: File | Sequence[File] = (),
        document: File | None = None,
        voice: File | None = None,
        pin: tuple[float, float] | None = None,
        reply_to: Message | int | None = None,
        forwarded_from: str = "",
    ) -> int:
        """Sends without waiting for anything."""
        files = [("photo", each) for each in ([photo] if isinstance(photo, File) else photo)]
        files += [(kind, each) for kind, each in (("document", document), ("voice", voice)) if each]
        fields: dict[str, Any] = {"from": self.name, "caption" if files else "text": words}
        if pin:
            fields |= {"latitude": str(pin[0]), "longitude": str(pin[1])}
        if reply_to is not None:
            fields["reply_to"] = str(reply_to.id if isinstance(reply_to, Message) else reply_to)
        if forwarded_from:
            fields["forwarded_from"] = forwarded_from
        parts = [(kind, (each.name, each.data, each.mime)) for kind, each in files]
        path = f"/world/chats/{to.chat if to else BOT}/send"
        answer = await self.street.people.post(path, data=fields, files=parts or None)
        assert answer.status_code == 200, answer.text
        first: int = answer.json()["message_ids"][0]
        return first

    async def presses(self, button: str, *, on: Message, forge: bool = False, inaccessible: bool = False) -> str:
        """Presses a button, by its label or its data, and waits; the words that pop up."""
        deed = {"button": button, "message_id": on.id, "forge": forge, "inaccessible": inaccessible}
        answer = await self.street.people.post(f"/world/chats/{on.chat}/press", json={"from": self.name, **deed})
        assert answer.status_code == 200, answer.text
        assert answer.json()["answered"], f"nobody answered {button}"
        await self.street.quiet()
        return answer.json()["toast"] or ""

    async def edits(self, message: int, words: str, *, kind: str = "text") -> None:
        """Changes the text or the caption of a message sent to the bot."""
        body = {"from": self.name, "message_id": message, kind: words}
        answer = await self.street.people.post(f"/world/chats/{BOT}/edit", json=body)
        assert answer.status_code == 200, answer.text
        await self.street.quiet()

    async def leaves(self, group: Group) -> None:
        """Leaves a group."""
        answer = await self.street.people.post(f"/world/chats/{group.chat}/members", json={"remove": [self.name]})
        assert answer.status_code == 200, answer.text
        await self.street.quiet()

    async def messages(self, chat: Group | None = None) -> list[Message]:
        """Everything this person sees in the chat, oldest first; what was taken away is not seen."""
        where = chat.chat if chat else BOT
        answer = await self.street.people.get(f"/world/chats/{where}/messages", params={"viewer": self.name})
        assert answer.status_code == 200, answer.text
        return [Message.of(where, seen) for seen in answer.json()["messages"] if not seen["deleted"]]

    async def hears(self) -> list[Message]:
        """What the bot says to this person in private."""
        return [message for message in await self.messages() if message.sender == BOT[1:]]

    async def last(self) -> Message:
        """The last thing the bot said to this person in private."""
        return (await self.hears())[-1]

    async def offered(self, label: str) -> Message:
        """The last private message that has this button."""
        return [message for message in await self.hears() if label in message.buttons][-1]

    async def card(self, number: int) -> Message:
        """The ticket's card in this person's private chat."""
        (card,) = [m for m in await self.hears() if m.is_card and f"#{number} " in m.text]
        return card


def texts(messages: Iterable[Message]) -> str:
    """All the words as one string."""
    return "\n".join(message.text for message in messages)
