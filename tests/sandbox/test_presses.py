"""Buttons: the press, the toast, the forged press, the late answer, two hundred at once."""

import asyncio
from datetime import timedelta

import pytest

from tests.sandbox.street import Json, Street

GROUP = -1001000000001
TOO_OLD = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


async def post_card(street: Street) -> int:
    rows = [[{"text": "认领", "callback_data": "claim:1"}, {"text": "网站", "url": "https://example.com/"}]]
    card = await street.bot("sendMessage", chat_id=GROUP, text="卡", reply_markup={"inline_keyboard": rows})
    return int(card["message_id"])


async def next_query(street: Street) -> Json:
    [update] = await street.updates(-1, timeout=10)
    query: Json = update["callback_query"]
    return query


@pytest.mark.parametrize("button", ["认领", "claim:1"])
@pytest.mark.parametrize("alert", [True, False])
async def test_whoever_presses_sees_the_bots_answer(street: Street, button: str, alert: bool):
    card = await post_card(street)
    press = asyncio.ensure_future(street.do(GROUP, "press", who="li", message_id=card, button=button))
    query = await next_query(street)

    await street.bot("answerCallbackQuery", callback_query_id=query["id"], text="认领成功", show_alert=alert)

    assert await press == {"toast": "认领成功", "alert": alert, "answered": True, "url": None}
    assert (query["data"], query["from"]["username"], query["message"]["message_id"]) == ("claim:1", "li", card)


async def test_a_press_that_nobody_answers_ends_after_its_time(street: Street):
    card = await post_card(street)

    answer = await street.do(GROUP, "press", who="li", message_id=card, button="认领", timeout=0.05)

    assert answer == {"toast": None, "alert": False, "answered": False, "url": None}


async def test_a_press_can_be_answered_only_once(street: Street):
    card = await post_card(street)
    await street.do(GROUP, "press", who="li", message_id=card, button="认领", timeout=0)
    query = await next_query(street)
    await street.bot("answerCallbackQuery", callback_query_id=query["id"])

    assert await street.refusal("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD


async def test_a_press_is_too_old_after_150_seconds_and_its_update_is_gone(street: Street):
    card = await post_card(street)
    await street.do(GROUP, "press", who="li", message_id=card, button="认领", timeout=0)
    query = await next_query(street)

    street.world.move_clock(street.world.clock.now() + timedelta(seconds=151))

    assert await street.refusal("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD
    assert street.world.queues[123456].pending() == []


async def test_a_button_that_is_not_there_can_only_be_pressed_by_forging(street: Street):
    card = await post_card(street)
    plain = await street.attempt(GROUP, "press", who="li", message_id=card, button="close:9")
    await street.do(GROUP, "press", who="li", message_id=card, button="close:9", forge=True, timeout=0)

    query = await next_query(street)

    assert plain.status_code == 404
    assert query["data"] == "close:9"


async def test_of_an_old_card_the_bot_learns_the_number_only(street: Street):
    card = await post_card(street)
    await street.do(GROUP, "press", who="li", message_id=card, button="认领", timeout=0, inaccessible=True)

    query = await next_query(street)

    assert (query["message"]["message_id"], query["message"]["date"], "text" in query["message"]) == (card, 0, False)


async def test_a_link_button_needs_no_bot(street: Street):
    card = await post_card(street)

    answer = await street.do(GROUP, "press", who="li", message_id=card, button="网站")

    assert answer["url"] == "https://example.com/"


@pytest.mark.parametrize(
    ("who", "number", "status"),
    [
        ("zhao", 1, 403),  # not in the group
        ("li", 99, 404),  # no such message
        ("li", 2, 404),  # a message of a person has no buttons
    ],
)
async def test_a_press_that_cannot_be_is_refused(street: Street, who: str, number: int, status: int):
    await post_card(street)
    await street.send(GROUP, "wang", text="x")

    answer = await street.attempt(GROUP, "press", who=who, message_id=number, button="认领")

    assert answer.status_code == status


async def test_two_hundred_people_may_press_at_once(street: Street):
    for number in range(200):
        street.world.add_person(f"p{number}", f"第{number}人")
    street.world.add_group("汇嘉移动网格群", [f"p{number}" for number in range(200)])
    card = await post_card(street)

    async def answer_all() -> None:
        answered, offset = 0, 0
        while answered < 200:
            for update in await street.updates(offset, timeout=10):
                offset, query = update["update_id"] + 1, update["callback_query"]
                text = "是您的了" if answered == 0 else "已被认领"
                await street.bot("answerCallbackQuery", callback_query_id=query["id"], text=text)
                answered += 1

    presses = [street.do(GROUP, "press", who=f"p{n}", message_id=card, button="认领") for n in range(200)]
    _, *answers = await asyncio.gather(answer_all(), *presses)

    assert sorted(answer["toast"] for answer in answers if answer) == ["已被认领"] * 199 + ["是您的了"]


async def test_a_phone_that_lags_behind_an_edit_still_sends_the_button_it_shows(street: Street):
    card = await post_card(street)
    await street.bot("editMessageText", chat_id=GROUP, message_id=card, text="已认领")

    await street.do(GROUP, "press", who="li", message_id=card, button="认领", timeout=0)

    assert (await next_query(street))["data"] == "claim:1"
