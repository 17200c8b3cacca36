"""The couriers' points (DOMAIN 4.2): earned once, capped by day and month, taken back by an entry."""

import pytest
import sqlalchemy as sa

from bot.core import joining
from bot.core.workflow import Action
from models import PointsEntry, Ticket
from tests.desk import Desk, chat_of

FIRE = "12幢4楼窗户冒烟 像是着火了"
MANHOLE = "井盖没了"
#: one word for each, so that no report joins an earlier one
PLACES = [f"{number}幢门口垃圾箱让风刮翻了" for number in range(1, 13)]


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Points are a sum: one kind of database is enough."""
    return small_desk


async def earn(desk: Desk, words: str) -> Ticket:
    """One report, far enough from the last to be its own, claimed."""
    desk.clock.advance(minutes=2)
    return await desk.claim(await desk.report(words, by=desk.courier), by=desk.worker)


async def entries(desk: Desk) -> list[tuple[int, str]]:
    async with desk.database.reading() as session:
        rows = (await session.scalars(sa.select(PointsEntry).order_by(PointsEntry.id))).all()  # type: ignore[arg-type]
    return [(row.amount, row.reason) for row in rows]


@pytest.mark.parametrize(
    ("words", "points"),
    [
        (MANHOLE, 10),
        ("2幢门口垃圾箱让风刮翻了", 5),
        ("路上有个大坑", 3),
    ],
)
async def test_a_report_earns_by_its_level_when_staff_claim_it(desk: Desk, words: str, points: int):
    await earn(desk, words)

    assert await desk.points(desk.courier) == points


async def test_an_emergency_earns_when_it_was_checked(desk: Desk):
    ticket = await earn(desk, FIRE)
    before = await desk.points(desk.courier)
    await desk.prove(ticket, by=desk.worker, text="119已到场，已扑灭")

    await desk.act(ticket, Action.PASS, by=desk.grid_worker)

    assert (before, await desk.points(desk.courier)) == (0, 15)


async def test_points_are_earned_once_however_often_it_is_claimed(desk: Desk):
    ticket = await earn(desk, "2幢门口垃圾箱让风刮翻了")
    await desk.act(ticket, Action.RELEASE, by=desk.worker)

    await desk.claim(ticket, by=desk.grid_worker)

    assert await entries(desk) == [(5, "valid_report")]


async def test_a_day_brings_thirty_points_at_most(desk: Desk):
    for words in PLACES[:7]:
        await earn(desk, words)

    assert await desk.points(desk.courier) == 30


async def test_s34_of_the_last_report_only_what_fits_is_earned_and_told(desk: Desk):
    await earn(desk, "路上有个大坑")
    for words in PLACES[:5]:
        await earn(desk, words)

    await earn(desk, PLACES[6])
    await desk.send()

    assert await desk.points(desk.courier) == 30
    assert "积分 +2" in desk.channel.said_to(chat_of(desk.courier))[-1]


async def test_the_next_day_counts_anew_at_midnight_of_shanghai(desk: Desk):
    for words in PLACES[:6]:
        await earn(desk, words)
    # 23:59 in Shanghai is still Monday, though the day in UTC is the same until 08:00
    desk.clock.set("2026-11-23 23:57")
    await earn(desk, PLACES[6])
    late = await desk.points(desk.courier)
    desk.clock.set("2026-11-24 00:00")

    await earn(desk, PLACES[7])

    assert (late, await desk.points(desk.courier)) == (30, 35)


@pytest.mark.parametrize("words", [MANHOLE])
async def test_the_caps_do_not_touch_what_is_urgent(desk: Desk, words: str):
    for place in PLACES[:6]:
        await earn(desk, place)

    await earn(desk, words)

    assert await desk.points(desk.courier) == 40


async def test_a_month_brings_two_hundred_points_at_most(desk: Desk):
    # four days apart: what is open for longer than 72 hours is reported anew
    for day in range(1, 26, 4):
        desk.clock.set(f"2026-12-{day:02} 09:00")
        for words in PLACES[:6]:
            await earn(desk, words)

    assert await desk.points(desk.courier) == 200


async def test_a_rejected_report_gives_its_points_back_by_an_entry_of_its_own(desk: Desk):
    ticket = await earn(desk, "2幢门口垃圾箱让风刮翻了")

    await desk.act(ticket, Action.REJECT, by=desk.head, text="摆拍的")

    assert (await entries(desk), await desk.points(desk.courier)) == ([(5, "valid_report"), (-5, "reversed")], 0)


async def test_a_rejection_before_the_claim_takes_nothing(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    await desk.act(ticket, Action.REJECT, by=desk.worker, text="没有这回事")

    assert await entries(desk) == []


async def test_who_never_joined_earns_nothing(desk: Desk):
    ticket = await desk.report(by=desk.guest)

    await desk.claim(ticket, by=desk.worker)

    assert await entries(desk) == []


async def test_who_left_earns_nothing_any_more(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    async with desk.database.transaction() as session:
        session.add(desk.courier)
        await joining.leave(session, desk.courier, now=desk.clock.now(), street=desk.street)

    await desk.claim(ticket, by=desk.worker)

    assert await entries(desk) == []


async def test_a_question_earns_nothing(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="OTH_CONSULT")

    await desk.claim(ticket, by=desk.worker)

    assert await entries(desk) == []
