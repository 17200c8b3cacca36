"""Who is sitting where: the person, the chat and the message a request means."""

from sandbox import membership, records
from sandbox.people.errors import Impossible
from sandbox.world import World


def person(world: World, username: str) -> records.Person:
    """The person of this username."""
    found = world.find_person(username) if username else None
    if found is None:
        raise Impossible(404, f"没有这个人：{username or '（没有写 from）'}")
    return found


def chat(world: World, name: str, who: records.Person) -> records.Chat:
    """The chat as this person means it; refuses when he is not in it.

    "@bot", the bot's username and the person's own username or id all mean his private chat with the bot.
    """
    bot = _bot(world, name)
    if bot is not None:
        return world.private(who, bot)
    owner = world.find_person(name) if name.startswith("@") else _person_by_id(world, name)
    found = world.private(owner, world.bot) if owner and world.bots else _group(world, name)
    if found is None:
        raise Impossible(404, f"没有这个聊天：{name}")
    if not membership.is_member(found, who.id):
        raise Impossible(403, f"{who.username} 不在这个聊天里")
    return found


def message(world: World, where: records.Chat, message_id: int) -> records.Message:
    """The message of this number."""
    found = world.message(where, message_id)
    if found is None:
        raise Impossible(404, f"没有这条消息：{message_id}")
    return found


def group(world: World, name: str) -> records.Chat:
    """The group or channel of this id, whoever asks."""
    found = _group(world, name)
    if found is None:
        raise Impossible(404, f"没有这个群：{name}")
    return found


def account(world: World, username: str) -> int:
    """The id of a person, or of the bot when it is called "bot" or by its username."""
    bot = _bot(world, "@" + username.removeprefix("@"))
    return bot.id if bot else person(world, username).id


def _bot(world: World, name: str) -> records.Bot | None:
    if not name.startswith("@") or not world.bots:
        return None
    wanted = name[1:].lower()
    by_name = (bot for bot in world.bots.values() if bot.username.lower() == wanted)
    return next(by_name, world.bot if wanted == "bot" else None)


def _person_by_id(world: World, name: str) -> records.Person | None:
    return next((each for each in world.people.values() if str(each.id) == name), None)


def _group(world: World, name: str) -> records.Chat | None:
    if name.startswith("@"):
        wanted = name[1:].lower()
        return next((each for each in world.chats.values() if each.username.lower() == wanted), None)
    found = world.chats.get(name)
    if found is not None and found.moved_to:
        return world.chats.get(str(found.moved_to))
    return found
