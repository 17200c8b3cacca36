"""Buttons pressed: the bot gets a callback query, the presser waits for its answer."""

import asyncio
import secrets
import zlib

from sandbox import bot_view, records
from sandbox.world import World

# Telegram forgets a callback query after this many seconds (official server, TELEGRAM.md 5c).
LIFE = 150.0


def press(
    world: World,
    person: records.Person,
    chat: records.Chat,
    bot: records.Bot,
    message_id: int,
    data: str,
    *,
    is_accessible: bool = True,
) -> records.Press:
    """The button is pressed: the bot has an update, and may answer it once.

    Of a message that is not accessible (an old one, for Telegram) the bot learns the number only.
    """
    number = str(secrets.randbelow(9 * 10**18) + 10**18)
    row = records.Press(number, bot.id, person.id, chat.key, message_id, data, world.clock.now().timestamp())
    message = world.message(chat, message_id) if is_accessible else None
    query = {
        "id": number,
        "from": bot_view.user(world, person.id),
        "message": bot_view.message(world, bot, message)
        if message
        else bot_view.inaccessible(world, chat.key, message_id),
        "chat_instance": str(zlib.crc32(chat.key.encode()) + 10**12),
        "data": data,
    }
    with world.store.together():
        _forget_old(world, row.made)
        world.presses[number] = row
        world.store.save(row)
        world.queues[bot.id].offer("callback_query", query, lane=f"user/{person.id}")
    return row


def answer(world: World, row: records.Press, *, toast: str | None, alert: bool, url: str | None) -> bool:
    """True and the presser sees it; False when it was answered before or is too old."""
    if row.answered or world.clock.now().timestamp() - row.made > LIFE:
        return False
    row.answered, row.toast, row.alert, row.url = True, toast, alert, url
    world.store.save(row)
    world.bells.ring(f"press/{row.id}")
    return True


async def wait(world: World, row: records.Press, seconds: float) -> None:
    """Returns when the press is answered, the time is up or the world closes."""
    ends = asyncio.get_running_loop().time() + seconds
    while not row.answered and not world.is_closed:
        left = ends - asyncio.get_running_loop().time()
        if left <= 0 or not await world.bells.wait(f"press/{row.id}", left):
            return


def _forget_old(world: World, now: float) -> None:
    for row in [each for each in world.presses.values() if now - each.made > LIFE]:
        del world.presses[row.id]
        world.store.drop(row)
