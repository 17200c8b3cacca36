"""At most one push a day: of what the bot begins to say to a courier only the first rings."""

import pytest

from bot.core.workflow import Action
from tests.core import news
from tests.desk import Desk
from tests.street import demo_street


@pytest.mark.parametrize(("words", "level"), [(news.MANHOLE, "L1"), ("5幢楼道着火了", "L0")])
async def test_news_of_an_emergency_are_not_held_and_always_ring(desk: Desk, words: str, level: str):
    ordinary, urgent = await news.reported(desk), await news.reported(desk, words)
    news.at(desk, "10:25")
    await desk.claim(ordinary, by=desk.worker)
    await desk.send()
    news.at(desk, news.PEAK)

    await desk.claim(urgent, by=desk.worker)

    assert (urgent.level, await news.told(desk), await news.rings(desk)) == (level, ["接手", "接手"], [True, True])


async def test_the_next_day_rings_again(desk: Desk):
    first, second = await news.reported(desk), await news.reported(desk, news.LAMP)
    news.at(desk, "10:25")
    await desk.claim(first, by=desk.worker)
    await desk.send()

    news.at(desk, "2026-11-24 09:40")
    await desk.claim(second, by=desk.worker)
    await desk.send()

    assert await news.rings(desk) == [True, True]


@pytest.mark.parametrize(("second_at", "rung"), [("23:59:59", False), ("2026-11-24 00:00:00", True)])
async def test_a_day_ends_at_midnight_on_the_street(desk: Desk, second_at: str, rung: bool):
    """DOMAIN 7.52"""
    desk.street = demo_street(quiet={"other": {"sleep": []}})
    first, second = await news.reported(desk), await news.reported(desk, news.LAMP)
    news.at(desk, "23:50")
    await desk.claim(first, by=desk.worker)
    await desk.send()

    news.at(desk, second_at)
    await desk.claim(second, by=desk.worker)
    await desk.send()

    assert await news.rings(desk) == [True, rung]


async def test_what_answers_his_press_is_told_in_a_peak_and_rings(desk: Desk):
    ticket = await news.claimed(desk)
    await desk.prove(ticket, by=desk.worker)
    news.at(desk, news.LULL)
    await desk.send()
    news.at(desk, "17:00")

    await desk.act(ticket, Action.PASS, by=desk.courier)

    assert await news.told(desk) == ["接手", "说处理好", "办结"]
    assert await news.rings(desk) == [True, False, True]
