"""What the bot begins to say to a courier: held back while he rides, let go when he writes, always in order."""

import pytest

from bot.core import pictures, speech
from bot.core.workflow import Action
from bot.mailbox import outbox
from tests.core import news
from tests.desk import Desk, chat_of


async def store(desk: Desk) -> None:
    """The picture of the proof has been downloaded."""
    [download] = await desk.owed(status="new", kind="download")
    async with desk.database.transaction() as session:
        await outbox.sent(session, download.id or 0, now=desk.clock.now())
        kept = pictures.Stored("originals/1", "copies/1")
        await pictures.stored(session, 1, kept, now=desk.clock.now(), street=desk.street)


async def test_news_of_a_peak_wait_for_the_next_lull(desk: Desk):
    ticket = await news.reported(desk)
    news.at(desk, news.PEAK)

    await desk.claim(ticket, by=desk.worker)

    assert (await news.due(desk), await news.told(desk)) == ([news.LULL], [])
    news.at(desk, news.LULL)
    assert await news.told(desk) == ["接手"]


async def test_news_of_a_quiet_hour_go_out_at_once(desk: Desk):
    ticket = await news.reported(desk)
    news.at(desk, "10:25")

    await desk.claim(ticket, by=desk.worker)

    assert await news.told(desk) == ["接手"]


async def test_a_question_waits_for_leisure_also_outside_the_peaks(desk: Desk):
    ticket = await news.claimed(desk)
    news.at(desk, "13:40")

    await desk.prove(ticket, by=desk.worker)

    assert await news.told(desk) == ["接手"]
    news.at(desk, news.LULL)
    assert await news.told(desk) == ["接手", "说处理好"]


async def test_a_question_that_has_to_wait_does_not_hold_up_the_news_before_it(desk: Desk):
    ticket = await news.reported(desk)
    news.at(desk, "16:10")

    await desk.claim(ticket, by=desk.worker)
    await desk.prove(ticket, by=desk.worker)

    assert await news.told(desk) == ["接手"]
    assert await news.due(desk) == [news.EVENING]


@pytest.mark.parametrize(("reported_at", "told_now"), [("10:50:01", ["接手"]), ("10:50:00", [])])
async def test_who_wrote_less_than_ten_minutes_ago_is_told_at_once(desk: Desk, reported_at: str, told_now: list[str]):
    news.at(desk, reported_at)
    ticket = await desk.report(by=desk.courier)
    news.at(desk, news.PEAK)

    await desk.claim(ticket, by=desk.worker)

    assert await news.told(desk) == told_now


async def test_what_was_held_goes_out_when_he_writes_and_before_the_answer(desk: Desk):
    ticket = await news.reported(desk)
    news.at(desk, news.PEAK)
    await desk.claim(ticket, by=desk.worker)

    news.at(desk, "11:30")
    await desk.report(news.LAMP, by=desk.courier)
    await desk.send()

    *_, held, answer = desk.channel.said_to(chat_of(desk.courier))
    assert "小王接手了" in held
    assert answer.startswith("收到，编号 #2")


async def test_another_courier_s_message_lets_nothing_go(desk: Desk):
    ticket = await news.reported(desk)
    news.at(desk, news.PEAK)
    await desk.claim(ticket, by=desk.worker)

    await desk.report(news.LAMP, by=desk.second_courier)

    assert await news.told(desk) == []


async def test_held_news_keep_their_order_and_only_the_first_rings(desk: Desk):
    first, second = await news.reported(desk), await news.reported(desk, news.LAMP)
    news.at(desk, news.PEAK)
    await desk.claim(first, by=desk.worker)
    await desk.prove(first, by=desk.worker)
    await desk.claim(second, by=desk.worker)

    news.at(desk, news.LULL)

    assert await news.told(desk) == ["接手", "说处理好", "接手"]
    assert await news.rings(desk) == [True, False, False]


async def test_news_do_not_overtake_a_question_that_is_held(desk: Desk):
    asked, other = await news.claimed(desk), await news.reported(desk, news.LAMP)
    news.at(desk, "16:05")
    await desk.prove(asked, by=desk.worker)

    # No peak yet: by itself it could go now.
    news.at(desk, "16:10")
    await desk.claim(other, by=desk.worker)

    assert await news.told(desk) == ["接手"]
    news.at(desk, news.EVENING)
    assert await news.told(desk) == ["接手", "说处理好", "接手"]


async def test_news_of_an_emergency_leave_other_news_where_they_are(desk: Desk):
    ordinary, urgent = await news.reported(desk), await news.reported(desk, news.MANHOLE)
    news.at(desk, news.PEAK)
    await desk.claim(ordinary, by=desk.worker)

    await desk.claim(urgent, by=desk.worker)

    assert (await news.told(desk), await news.due(desk)) == (["接手"], [news.LULL])


async def test_when_a_matter_turns_out_urgent_what_was_held_of_it_goes_first(desk: Desk):
    ticket = await news.reported(desk)
    news.at(desk, news.PEAK)
    await desk.claim(ticket, by=desk.worker)
    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="FAC_MANHOLE")

    await desk.act(ticket, Action.MAKE_SAFE, by=desk.worker)

    assert await news.told(desk) == ["接手", "围好"]


async def test_a_question_that_staff_have_answered_meanwhile_is_not_asked(desk: Desk):
    ticket = await news.claimed(desk)
    news.at(desk, news.PEAK)
    await desk.prove(ticket, by=desk.worker)

    await desk.act(ticket, Action.PASS, by=desk.grid_worker)

    news.at(desk, news.LULL)
    assert await news.told(desk) == ["接手", "办结"]


async def test_a_second_proof_is_asked_about_once(desk: Desk):
    ticket = await news.claimed(desk)
    news.at(desk, news.PEAK)
    await desk.prove(ticket, by=desk.worker)
    await desk.act(ticket, Action.FAIL, by=desk.grid_worker)

    await desk.prove(ticket, by=desk.worker, photo="a better one")

    news.at(desk, news.LULL)
    assert await news.told(desk) == ["接手", "核查没过", "说处理好"]


async def test_a_question_in_a_lull_waits_for_its_picture_and_no_longer(desk: Desk):
    ticket = await news.claimed(desk)
    news.at(desk, news.LULL)
    await desk.prove(ticket, by=desk.worker)
    [waiting] = await desk.owed(status="new", recipient=chat_of(desk.courier))

    await store(desk)

    assert waiting.due_at - desk.clock.now() == speech.PICTURE_PATIENCE
    asked = (await news.notes(desk, desk.courier))[-1]
    assert ("说处理好" in asked.text, asked.photo) == (True, "copies/1")


async def test_a_picture_that_has_come_lets_no_held_question_go(desk: Desk):
    ticket = await news.claimed(desk)
    news.at(desk, news.PEAK)
    await desk.prove(ticket, by=desk.worker)

    await store(desk)

    assert await news.told(desk) == ["接手"]
    news.at(desk, news.LULL)
    asked = (await news.notes(desk, desk.courier))[-1]
    assert ("说处理好" in asked.text, asked.photo) == (True, "copies/1")


async def test_who_works_for_the_street_hears_of_his_own_report_in_working_time(desk: Desk):
    ticket, later = await news.reported(desk, by=desk.worker), await news.reported(desk, news.LAMP, by=desk.worker)
    news.at(desk, news.PEAK)
    await desk.claim(ticket, by=desk.grid_worker)
    in_the_couriers_peak = await news.told(desk, to=desk.worker)

    news.at(desk, "18:30")
    await desk.claim(later, by=desk.grid_worker)
    in_the_evening = await news.told(desk, to=desk.worker)
    news.at(desk, "2026-11-24 08:30")

    assert (in_the_couriers_peak, in_the_evening) == (["接手"], ["接手"])
    assert await news.told(desk, to=desk.worker) == ["接手", "接手"]


async def test_a_clock_that_was_set_back_holds_nothing_up(desk: Desk):
    """The demo plays one story after another."""
    ticket, other = await news.reported(desk), await news.reported(desk, news.LAMP)
    news.at(desk, "2026-11-27 11:00")
    await desk.claim(ticket, by=desk.worker)

    news.at(desk, "10:25")
    await desk.claim(other, by=desk.worker)

    assert await news.told(desk) == ["接手"]
