"""Points where several report one thing: the first in full, the others for what is new (DOMAIN 4.2, 7.2)."""

import pytest

from bot.core import joining, kinship
from bot.core.workflow import Action
from models import Person, Ticket
from tests.core.photos import pictures
from tests.core.reports.riders import DRAIN, OTHERS, photo, said, two_reports
from tests.desk import Desk

LAMP, SAME_LAMP = "2幢路灯不亮", "2幢门口路灯坏了"


async def both(desk: Desk) -> tuple[int, int]:
    """The points of the first and of the second courier."""
    return await desk.points(desk.courier), await desk.points(desk.second_courier)


async def with_photo(desk: Desk, words: str = SAME_LAMP, *, by: Person) -> None:
    """A courier reports with a picture."""
    desk.channel.files["new"] = pictures.encode(pictures.draw())
    await desk.report(words, by=by, photos=photo("new"))
    await desk.send()


async def report_of(desk: Desk, ticket: Ticket, person: Person) -> int:
    """The report by which he joined."""
    async with desk.database.reading() as session:
        return next(row.report_id for row in await kinship.reporters(session, ticket) if row.person_id == person.id)


async def test_who_adds_nothing_new_gets_nothing(desk: Desk):
    await desk.claim(await two_reports(desk), by=desk.worker)

    assert await both(desk) == (10, 0)


async def test_a_picture_is_new_and_waits_for_the_claim(desk: Desk):
    ticket = await desk.report(LAMP, by=desk.courier)
    await with_photo(desk, by=desk.second_courier)
    before = await both(desk)

    await desk.claim(ticket, by=desk.worker)
    await desk.send()

    assert (before, await both(desk)) == ((0, 0), (5, 1))
    assert "积分 +1" in said(desk, desk.second_courier)


async def test_after_the_claim_it_counts_at_once(desk: Desk):
    await desk.claim(await desk.report(LAMP, by=desk.courier), by=desk.worker)

    await with_photo(desk, by=desk.second_courier)

    assert await both(desk) == (5, 1)
    assert said(desk, desk.second_courier).endswith("积分 +1")


async def test_a_picture_that_comes_later_counts_too(desk: Desk):
    ticket = await desk.report(LAMP, by=desk.courier)
    await desk.claim(ticket, by=desk.worker)
    await desk.report(SAME_LAMP, by=desk.second_courier)
    before = await both(desk)

    await desk.say(by=desk.second_courier, photos=photo("late"))

    assert (before, await both(desk)) == ((5, 0), (5, 1))


async def test_a_picture_that_cannot_be_opened_is_nothing_new(desk: Desk):
    ticket = await desk.report(LAMP, by=desk.courier)
    await desk.report(SAME_LAMP, by=desk.second_courier, photos=photo("never uploaded"))
    await desk.send()

    await desk.claim(ticket, by=desk.worker)

    assert await both(desk) == (5, 0)


async def test_a_graver_reading_is_new_for_the_first_who_brings_it(small_desk: Desk):
    third = await small_desk.newcomer("阿杰")
    ticket = await small_desk.report("2幢门口下水道堵了 全是水", by=small_desk.courier)
    await small_desk.report(DRAIN, by=small_desk.second_courier)
    await small_desk.report(OTHERS[0], by=third)

    await small_desk.claim(ticket, by=small_desk.worker)

    assert (*await both(small_desk), await small_desk.points(third)) == (10, 1, 0)


async def test_a_place_is_new_where_the_ticket_had_none(small_desk: Desk):
    await small_desk.report(DRAIN, by=small_desk.courier, at=None)
    second = await small_desk.report(OTHERS[2], by=small_desk.second_courier)
    ticket = await small_desk.act(second, Action.MERGE, by=small_desk.worker, ticket_id=1)

    await small_desk.claim((await small_desk.tickets())[0], by=small_desk.worker)

    assert (ticket.merged_into, await both(small_desk)) == (1, (10, 1))


async def test_an_addition_is_credited_once(small_desk: Desk):
    ticket = await small_desk.report(LAMP, by=small_desk.courier)
    await with_photo(small_desk, by=small_desk.second_courier)
    await small_desk.claim(ticket, by=small_desk.worker)
    await small_desk.say(by=small_desk.second_courier, photos=photo("another"))
    await small_desk.act(ticket, Action.RELEASE, by=small_desk.worker)

    await small_desk.claim(ticket, by=small_desk.grid_worker)

    assert await both(small_desk) == (5, 1)


async def test_the_first_adds_to_his_own_for_nothing(small_desk: Desk):
    ticket = await small_desk.report(LAMP, by=small_desk.courier)
    small_desk.clock.advance(minutes=5)
    await with_photo(small_desk, by=small_desk.courier)

    await small_desk.claim(ticket, by=small_desk.worker)

    assert await both(small_desk) == (5, 0)


async def test_additions_stay_under_the_cap_of_the_day(small_desk: Desk):
    for number in range(3, 9):
        small_desk.clock.advance(minutes=2)
        await small_desk.claim(
            await small_desk.report(f"{number}幢门口垃圾箱让风刮翻了", by=small_desk.second_courier),
            by=small_desk.worker,
        )
    ticket = await small_desk.report(LAMP, by=small_desk.courier)
    await with_photo(small_desk, by=small_desk.second_courier)

    await small_desk.claim(ticket, by=small_desk.worker)

    assert await small_desk.points(small_desk.second_courier) == 30


async def test_a_rejection_takes_everything_back(desk: Desk):
    ticket = await desk.report(LAMP, by=desk.courier)
    await with_photo(desk, by=desk.second_courier)
    await desk.claim(ticket, by=desk.worker)

    await desk.act(ticket, Action.REJECT, by=desk.head, text="是关了检修")

    assert await both(desk) == (0, 0)


async def test_who_takes_back_his_part_gives_the_addition_back(desk: Desk):
    ticket = await desk.report(LAMP, by=desk.courier)
    await with_photo(desk, by=desk.second_courier)
    await desk.claim(ticket, by=desk.worker)

    await desk.act(ticket, Action.LEAVE, by=desk.second_courier)

    assert await both(desk) == (5, 0)


async def test_who_is_taken_out_has_his_own_report_in_full(desk: Desk):
    ticket = await desk.report(LAMP, by=desk.courier)
    await with_photo(desk, by=desk.second_courier)
    await desk.claim(ticket, by=desk.worker)
    await desk.act(ticket, Action.PART, by=desk.worker, report_id=await report_of(desk, ticket, desk.second_courier))
    between = await both(desk)

    await desk.claim((await desk.tickets())[1], by=desk.worker)

    assert (between, await both(desk)) == ((5, 0), (5, 5))


async def test_an_unmerged_ticket_is_credited_in_full_and_the_addition_goes_back(desk: Desk):
    first = await desk.report("3幢门口垃圾箱满了", by=desk.courier)
    await with_photo(desk, "5幢门口垃圾箱满了", by=desk.second_courier)
    second = (await desk.tickets())[1]
    await desk.act(second, Action.MERGE, by=desk.worker, ticket_id=first.id)
    await desk.claim(first, by=desk.worker)
    merged = await both(desk)

    await desk.act(second, Action.UNMERGE, by=desk.worker)
    unmerged = await both(desk)
    await desk.claim(second, by=desk.worker)

    assert (merged, unmerged, await both(desk)) == ((5, 1), (5, 0), (5, 5))


async def test_who_was_credited_before_a_merger_gets_no_addition(small_desk: Desk):
    first = await small_desk.report("3幢门口垃圾箱满了", by=small_desk.courier)
    await with_photo(small_desk, "5幢门口垃圾箱满了", by=small_desk.second_courier)
    second = (await small_desk.tickets())[1]
    await small_desk.claim(second, by=small_desk.worker)
    await small_desk.act(second, Action.MERGE, by=small_desk.worker, ticket_id=first.id)

    await small_desk.claim(first, by=small_desk.worker)

    assert await both(small_desk) == (5, 5)


@pytest.mark.parametrize("who", ["guest", "left"])
async def test_who_is_no_member_gets_no_addition(small_desk: Desk, who: str):
    person = small_desk.guest if who == "guest" else small_desk.second_courier
    ticket = await small_desk.report(LAMP, by=small_desk.courier)
    await with_photo(small_desk, by=person)
    if who == "left":
        async with small_desk.database.transaction() as session:
            session.add(person)
            await joining.leave(session, person, now=small_desk.clock.now(), street=small_desk.street)

    await small_desk.claim(ticket, by=small_desk.worker)

    assert await small_desk.points(person) == 0
