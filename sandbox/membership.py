"""Coming and going: joining, leaving, blocking, and a group that becomes a supergroup."""

from sandbox import bot_view, posting, records
from sandbox.world import World

PRESENT = ("creator", "administrator", "member", "restricted")


def is_member(chat: records.Chat, user_id: int) -> bool:
    """Whether he is in the chat now."""
    return chat.members.get(user_id) in PRESENT


def join(world: World, chat: records.Chat, user_ids: list[int], *, by: int) -> None:
    """They are in the chat; bots are told by a service message and by the change of status."""
    new = [user for user in user_ids if not is_member(chat, user)]
    with world.store.together():
        for user in new:
            set_status(world, chat, user, "member", by=by)
        if new and chat.type != "channel":
            posting.post(world, chat, by, {"new_chat_members": new})


def leave(world: World, chat: records.Chat, user_id: int, *, by: int) -> None:
    """He is out: gone by himself, or removed by another (then Telegram calls him kicked)."""
    if not is_member(chat, user_id):
        return
    with world.store.together():
        # The service message comes first: a bot that is thrown out still gets its own departure as a change of status.
        if chat.type != "channel" and user_id not in world.bots:
            posting.post(world, chat, by, {"left_chat_member": user_id})
        set_status(world, chat, user_id, "left" if by == user_id else "kicked", by=by)


def set_status(world: World, chat: records.Chat, user_id: int, status: str, *, by: int) -> None:
    """His status is this; his bots (he himself, if he is one) get the change as an update."""
    before = bot_view.member(world, chat, user_id)
    chat.members[user_id] = status
    after = bot_view.member(world, chat, user_id)
    world.touch(chat)
    if before["status"] == status:
        return
    change = {
        "chat": bot_view.chat(world, chat),
        "from": bot_view.user(world, by),
        "date": world.clock.stamp(),
        "old_chat_member": before,
        "new_chat_member": after,
    }
    for bot in world.bots.values():
        if bot.id == user_id:
            world.queues[bot.id].offer("my_chat_member", change, lane=f"chat/{chat.key}")
        elif chat.members.get(bot.id) == "administrator":
            world.queues[bot.id].offer("chat_member", change, lane=f"chat/{chat.key}")


def block(world: World, person: records.Person, bot: records.Bot) -> None:
    """The person blocked the bot: it can write to him no more, and is told."""
    if bot.id not in person.blocked:
        person.blocked.append(bot.id)
        world.store.save(person)
        _tell_of_block(world, person, bot, "member", "kicked")


def unblock(world: World, person: records.Person, bot: records.Bot) -> None:
    """The person let the bot in again."""
    if bot.id in person.blocked:
        person.blocked.remove(bot.id)
        world.store.save(person)
        _tell_of_block(world, person, bot, "kicked", "member")


def start(world: World, person: records.Person, bot: records.Bot) -> None:
    """The person wrote to the bot, so from now on it may write to him."""
    if bot.id not in person.started:
        person.started.append(bot.id)
        world.store.save(person)


def upgrade(world: World, chat: records.Chat) -> records.Chat:
    """The group as a supergroup: a new id, message numbers that start anew, the old id dead."""
    with world.store.together():
        new = world.new_chat("supergroup", chat.title)
        new.members = dict(chat.members)
        owner = next((user for user, status in chat.members.items() if status == "creator"), world.bot.id)
        posting.post(world, chat, owner, {"migrate_to_chat_id": new.id})
        chat.moved_to = new.id
        world.store.save(chat)
        world.store.save(new)
        posting.post(world, new, owner, {"migrate_from_chat_id": chat.id})
    return new


def _tell_of_block(world: World, person: records.Person, bot: records.Bot, before: str, after: str) -> None:
    chat = world.private(person, bot)
    change = {
        "chat": bot_view.chat(world, chat),
        "from": bot_view.user(world, person.id),
        "date": world.clock.stamp(),
        "old_chat_member": bot_view.member(world, chat, bot.id, before),
        "new_chat_member": bot_view.member(world, chat, bot.id, after),
    }
    world.queues[bot.id].offer("my_chat_member", change, lane=f"chat/{chat.key}")
