"""getUpdates: what waits, what is confirmed, and who may ask."""

import asyncio
from datetime import timedelta

import pytest

from tests.sandbox.street import Json, Street

HURRY = 3.0


async def say(street: Street, *texts: str) -> None:
    for text in texts:
        await street.send("@bot", "wang", text=text)


def texts_of(updates: list[Json]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_an_offset_confirms_everything_before_it(street: Street):
    await say(street, "一", "二", "三")
    first = await street.updates()

    rest = await street.updates(first[1]["update_id"])

    assert texts_of(rest) == ["二", "三"]
    assert len(street.world.queues[123456].pending()) == 2


async def test_without_an_offset_the_same_updates_come_again(street: Street):
    await say(street, "一", "二")
    first = await street.updates()
    street.world.queues[123456].poller.started -= HURRY

    again = await street.updates()

    assert again == first


async def test_the_same_offset_again_in_a_hurry_gives_one_update_only(street: Street):
    await say(street, "一", "二")
    await street.updates()

    again = await street.updates()

    assert texts_of(again) == ["一"]


async def test_a_negative_offset_keeps_only_the_newest(street: Street):
    await say(street, "一", "二", "三")

    newest = await street.updates(-1)

    assert texts_of(newest) == ["三"]
    assert len(street.world.queues[123456].pending()) == 1


@pytest.mark.parametrize(
    ("limit", "count"),
    [
        (2, 2),
        (0, 1),  # clamped up
        (1000, 3),  # clamped down to 100
    ],
)
async def test_the_limit_is_clamped(street: Street, limit: int, count: int):
    await say(street, "一", "二", "三")

    page = await street.updates(limit=limit)

    assert len(page) == count


async def test_a_long_poll_answers_when_something_comes(street: Street):
    poll = asyncio.ensure_future(street.updates(timeout=20))
    await asyncio.sleep(0.05)

    await say(street, "来了")

    assert texts_of(await poll) == ["来了"]


async def test_a_second_waiting_poll_ends_the_first_with_409(street: Street):
    first = asyncio.ensure_future(street.refusal("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.ensure_future(street.updates(timeout=20))

    code, text = await first

    assert code == 409
    assert text.startswith("Conflict: terminated by other getUpdates request")
    await say(street, "来了")
    assert texts_of(await second) == ["来了"]


async def test_a_webhook_ends_a_waiting_poll_and_forbids_the_next(street: Street):
    waiting = asyncio.ensure_future(street.refusal("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    await street.bot("setWebhook", url="http://127.0.0.1:1/hook")

    assert await waiting == (409, "Conflict: terminated by setWebhook request")
    street.world.queues[123456].poller.next_conflict = 0
    code, text = await street.refusal("getUpdates")
    assert (code, text.partition(";")[0]) == (409, "Conflict: can't use getUpdates method while webhook is active")


async def test_kinds_not_asked_for_are_not_kept(street: Street):
    await street.updates(allowed_updates=["callback_query"])

    await say(street, "不要")

    assert len(street.world.queues[123456].pending()) == 0


async def test_a_missing_list_of_kinds_changes_nothing_and_an_empty_one_means_the_default(street: Street):
    await street.updates(allowed_updates=["callback_query"])
    await street.updates(1)
    remembered = street.world.bot.allowed

    await street.updates(2, allowed_updates=[])

    assert remembered == ["callback_query"]
    assert street.world.bot.allowed is None


async def test_chat_member_comes_only_when_asked_for(street: Street):
    await street.do(street.group.id, "members", add=["zhao"])
    unasked = await street.updates()
    await street.updates(-1, allowed_updates=["chat_member", "message"])

    await street.do(street.group.id, "members", remove=["zhao"])

    asked = await street.updates(unasked[-1]["update_id"] + 1)
    assert [sorted(each)[0] for each in unasked] == ["message"]
    assert [sorted(each)[0] for each in asked] == ["message", "chat_member"]


async def test_updates_older_than_a_day_are_gone(street: Street):
    await say(street, "旧的")

    street.world.move_clock(street.world.clock.now() + timedelta(hours=25))

    assert await street.updates() == []


async def test_two_bots_have_queues_of_their_own(street: Street):
    street.world.add_bot("777:other", "other_bot", "别的")
    await say(street, "给第一个")

    answer = await street.http.get("/bot777:other/getUpdates")

    assert answer.json()["result"] == []
