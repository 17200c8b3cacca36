"""The world: who there is, which chats, what was said. The rest of the sandbox reads and changes it through here."""

import shutil
import tempfile
import weakref
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from sandbox import bell, faults, floods, journal, records, store, update_queue, vault, world_clock

# Where ids begin: people as Telegram's of 2017, supergroups as Telegram's are written.
FIRST_PERSON = 700_000_000
FIRST_SUPERGROUP = -1_001_000_000_000
FIRST_BASIC_GROUP = -4_000_000


class World:
    """Everything in the sandbox. Open it with `World.open(folder)`, or without a folder for one that is forgotten."""

    def __init__(self, rows: store.Store, folder: Path) -> None:
        self.store = rows
        self.clock = world_clock.WorldClock(timedelta(seconds=rows.recall("clock_ahead_by", 0.0)))
        self.bells = bell.Bells()
        self.vault = vault.Vault(folder / "files", rows)
        self.faults = faults.Faults()
        self.floods = floods.Floods(self.clock)
        self.journal = journal.Journal(rows, self.clock, self.bells)
        self.people: dict[int, records.Person] = {}
        self.bots: dict[int, records.Bot] = {}
        self.chats: dict[str, records.Chat] = {}
        self.messages: dict[str, dict[int, records.Message]] = {}
        self.presses: dict[str, records.Press] = {}
        self.queues: dict[int, update_queue.UpdateQueue] = {}
        self.is_closed = False
        self._restore()

    @classmethod
    def open(cls, path: Path | None = None) -> "World":
        """The world kept in the folder `path`, new if nothing is there; with None one that goes with the process."""
        if path is None:
            folder = Path(tempfile.mkdtemp(prefix="sandbox-"))
            world = cls(store.Store(None), folder)
            weakref.finalize(world, shutil.rmtree, folder, ignore_errors=True)
            return world
        path.mkdir(parents=True, exist_ok=True)
        return cls(store.Store(path / "world.sqlite3"), path)

    def release(self) -> None:
        """Whoever waits on a long poll is let go now: a server that stops need not wait for them."""
        self.is_closed = True
        self.bells.ring_all()

    def close(self) -> None:
        """The file is closed; nothing may be asked of this world any more."""
        self.release()
        self.store.close()

    def add_bot(self, token: str, username: str, name: str, *, privacy: bool = True) -> records.Bot:
        """The bot of this token, new or as it was; its id is the number before the colon."""
        bot_id = int(token.partition(":")[0])
        bot = self.bots.get(bot_id) or records.Bot(bot_id, token, username, name)
        bot.token, bot.username, bot.name, bot.privacy = token, username.removeprefix("@"), name, privacy
        self.bots[bot_id] = bot
        self.queues.setdefault(bot_id, update_queue.UpdateQueue(bot, self.store, self.clock, self.bells))
        self.store.save(bot)
        return bot

    def add_person(self, username: str, name: str, trade: str = "", id: int | None = None) -> records.Person:
        """The person of this username, new or with the new name and trade."""
        username = username.removeprefix("@")
        person = self.find_person(username)
        if person is None:
            number = id or max([FIRST_PERSON, *self.people]) + 1
            person = records.Person(number, username, name, phone=f"+86138{number % 10**8:08}")
            self.people[number] = person
        person.name, person.trade = name, trade
        self.store.save(person)
        return person

    def add_group(
        self,
        title: str,
        members: Iterable[str],
        id: int | None = None,
        *,
        bot_admin: bool = True,
        type: str = "supergroup",
        username: str = "",
    ) -> records.Chat:
        """The group of this title with these members (usernames) and every bot; the first member owns it.

        Quiet set-up: nobody is told that somebody joined. A group that exists keeps whoever is in it.
        """
        chat = next((each for each in self.chats.values() if each.title == title and not each.moved_to), None)
        if chat is None:
            chat = self.new_chat(type, title, id=id, username=username)
        for name in members:
            status = "member" if "creator" in chat.members.values() else "creator"
            chat.members.setdefault(self.person(name).id, status)
        for bot in self.bots.values():
            chat.members.setdefault(bot.id, "administrator" if bot_admin else "member")
        self.store.save(chat)
        return chat

    def new_chat(self, type: str, title: str, *, id: int | None = None, username: str = "") -> records.Chat:
        """A chat with nobody in it yet."""
        number = id or self._free_chat_id(type)
        chat = records.Chat(str(number), number, type, title, username.removeprefix("@"))
        self.chats[chat.key] = chat
        self.store.save(chat)
        return chat

    @property
    def bot(self) -> records.Bot:
        """The bot people mean by "the bot": the one that was added first."""
        return next(iter(self.bots.values()))

    def find_person(self, username: str) -> records.Person | None:
        """The person of this username, in any case of letters, if there is one."""
        wanted = username.removeprefix("@").lower()
        return next((each for each in self.people.values() if each.username.lower() == wanted), None)

    def person(self, username: str) -> records.Person:
        """The person of this username; LookupError if there is none."""
        person = self.find_person(username)
        if person is None:
            raise LookupError(username)
        return person

    def account(self, user_id: int) -> records.Person | records.Bot:
        """The person or the bot of this id; LookupError if there is none."""
        return self.people.get(user_id) or self.bots[user_id]

    def private(self, person: records.Person, bot: records.Bot) -> records.Chat:
        """The private chat of the two, which is always there."""
        key = f"{person.id}@{bot.id}"
        if key not in self.chats:
            members = {person.id: "member", bot.id: "member"}
            self.chats[key] = records.Chat(key, person.id, "private", members=members)
            self.store.save(self.chats[key])
        return self.chats[key]

    def message(self, chat: records.Chat, message_id: int) -> records.Message | None:
        """The message of this number, unless it never was or is deleted."""
        message = self.messages.get(chat.key, {}).get(message_id)
        return None if message is None or message.deleted else message

    def put(self, message: records.Message) -> None:
        """The message is in its chat as it is now, and everybody who looks sees it."""
        chat = self.chats[message.chat]
        with self.store.together():
            self.touch(chat)
            message.version = chat.version
            self.messages.setdefault(chat.key, {})[message.id] = message
            self.store.save(message)

    def touch(self, chat: records.Chat) -> None:
        """Something people can see changed in this chat."""
        chat.version += 1
        self.store.save(chat)
        self.bells.ring(f"chat/{chat.key}")

    def move_clock(self, now: datetime) -> None:
        """From here on the sandbox's clock reads `now` and ticks on, also after a restart."""
        self.clock.move(now)
        self.store.remember("clock_ahead_by", self.clock.ahead_by.total_seconds())

    def _free_chat_id(self, type: str) -> int:
        first = FIRST_BASIC_GROUP if type == "group" else FIRST_SUPERGROUP
        taken = [each.id for each in self.chats.values() if (each.type == "group") == (type == "group")]
        return min([first, *taken]) - 1

    def _restore(self) -> None:
        self.people = {body["id"]: records.Person(**body) for body in self.store.bodies("person")}
        self.chats = {body["key"]: records.Chat(**body) for body in self.store.bodies("chat")}
        self.presses = {body["id"]: records.Press(**body) for body in self.store.bodies("press")}
        for body in self.store.bodies("bot"):
            bot = records.Bot(**body)
            self.bots[bot.id] = bot
            self.queues[bot.id] = update_queue.UpdateQueue(bot, self.store, self.clock, self.bells)
        for body in self.store.bodies("message"):
            self.messages.setdefault(body["chat"], {})[body["id"]] = records.Message(**body)
        updates = [records.Update(**body) for body in self.store.bodies("update")]
        for update in sorted(updates, key=lambda each: each.id):
            self.queues[update.bot].restore(update)
