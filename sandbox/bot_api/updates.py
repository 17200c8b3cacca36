"""getUpdates: the long poll, with the official server's rules of offset, conflict and hurry (TELEGRAM.md 5c)."""

import asyncio
import json

from sandbox import bot_view, records, update_queue
from sandbox.bot_api import errors
from sandbox.bot_api.registry import Call, method

MAX_ANSWER = 4 * 1024 * 1024
ANOTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
# Two conflicts within so many seconds: the second answer is held back as long.
CONFLICT_PAUSE = 3.0


@method("getMe")
def get_me(call: Call) -> records.Json:
    """Tells the bot who it is."""
    return bot_view.user(call.world, call.bot.id) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
@method("close")
def close(call: Call) -> bool:
    """Says goodbye, which changes nothing here."""
    return True


@method("getUpdates")
async def get_updates(call: Call) -> list[records.Json]:
    """The next updates, now or when they come; a greater offset confirms all before it."""
    queue, clock = call.world.queues[call.bot.id], asyncio.get_running_loop().time
    poll = queue.poller
    remember_allowed(call)
    if call.bot.webhook.get("url"):
        raise await conflict(poll, WEBHOOK_ACTIVE)
    offset = call.params.integer("offset")
    limit = min(max(call.params.integer("limit", 100), 1), 100)
    timeout = min(max(call.params.integer("timeout"), 0), 50)
    if offset == poll.offset and clock() < poll.started + 3.0:
        timeout = max(timeout, 3)
    if offset == poll.offset and clock() < poll.started + 0.5:
        limit = 1
    poll.offset, poll.started = offset, clock()
    queue.confirm_below(offset)
    found = _page(queue, limit)
    if not found and timeout:
        return await _wait(call, queue, limit, until=clock() + timeout)
    return found


def remember_allowed(call: Call) -> None:
    """The kinds of updates asked for from now on; a missing or unreadable list changes nothing."""
    if "allowed_updates" not in call.params:
        return
    try:
        wanted = call.params.parsed("allowed_updates")
    except errors.BotApiError:
        return
    if isinstance(wanted, list):
        known = sorted(update_queue.KINDS.intersection(map(str, wanted)))
        call.bot.allowed = known or None
        call.world.store.save(call.bot)


async def conflict(poll: update_queue.Poller, why: str) -> errors.BotApiError:
    """The refusal, now or, when one was said just before, after a pause."""
    clock = asyncio.get_running_loop().time
    if clock() < poll.next_conflict:
        await asyncio.sleep(CONFLICT_PAUSE)
    else:
        poll.next_conflict = clock() + CONFLICT_PAUSE
    return errors.conflict(why)


async def _wait(call: Call, queue: update_queue.UpdateQueue, limit: int, *, until: float) -> list[records.Json]:
    """What comes before `until`; whoever waits already is sent away."""
    clock, bells = asyncio.get_running_loop().time, call.world.bells
    turn = queue.end_waiting(ANOTHER)
    found: list[records.Json] = []
    while not found and clock() < until and not call.world.is_closed:
        await bells.wait(f"updates/{call.bot.id}", until - clock())
        if queue.poller.turn != turn:
            raise await conflict(queue.poller, queue.poller.why)
        found = _page(queue, limit)
    return found


def _page(queue: update_queue.UpdateQueue, limit: int) -> list[records.Json]:
    page: list[records.Json] = []
    room = MAX_ANSWER
    for update in queue.pending()[:limit]:
        shown = update.as_json()
        room -= len(json.dumps(shown))
        if room < 0 and page:
            break
        page.append(shown)
    return page
