"""When many report one thing somebody is asked, once, whether the level still fits."""

import pytest

from tests.desk import Desk, chat_of


@pytest.mark.parametrize(("count", "asked"), [(2, 0), (3, 1), (9, 1), (10, 2), (12, 2)])
async def test_the_level_is_asked_about_once_at_three_and_at_ten(small_desk: Desk, count: int, asked: int):
    ticket = await small_desk.report(by=small_desk.courier)

    for number in range(count - 1):
        await small_desk.join(ticket, by=await small_desk.newcomer(f"骑手{number}"))
    await small_desk.send()

    questions = [text for text in small_desk.channel.said_to(chat_of(small_desk.worker)) if "要不要提级" in text]
    assert len(questions) == asked


async def test_whoever_has_it_is_asked_about_the_level_with_a_button_for_each(small_desk: Desk):
    ticket = await small_desk.claim(await small_desk.report(by=small_desk.courier), by=small_desk.grid_worker)

    for number in range(2):
        await small_desk.join(ticket, by=await small_desk.newcomer(f"骑手{number}"))
    (question,) = [item for item in await small_desk.owed(kind="note") if "要不要提级" in item.payload["text"]]

    assert question.recipient == chat_of(small_desk.grid_worker)
    assert [button["id"] for button in question.payload["buttons"][0]] == ["t:1:raise:L0", "t:1:raise:L1"]
