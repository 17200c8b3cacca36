"""One ticket, one owner, however many press at once."""

import asyncio

import pytest

from bot.core import people, refusals
from bot.core.workflow import Action
from models import Person
from tests.desk import CHANNEL, Desk

CROWD = 200


async def enlist(desk: Desk, count: int) -> list[Person]:
    """So many more workers of the community."""
    now = desk.clock.now()
    async with desk.database.transaction() as session:
        crowd = [await people.find_or_add(session, CHANNEL, f"crowd-{n}", f"工{n}", now=now) for n in range(count)]
        for person in crowd:
            await people.appoint(session, person, "worker", "hj", by=None, now=now)
    return crowd


async def test_of_two_hundred_who_claim_at_once_one_gets_it_and_the_others_hear_who(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    crowd = await enlist(desk, CROWD)

    outcomes = await asyncio.gather(*(desk.claim(ticket, by=person) for person in crowd), return_exceptions=True)

    after = await desk.ticket(ticket)
    [winner] = [person for person, outcome in zip(crowd, outcomes, strict=True) if not isinstance(outcome, Exception)]
    assert after.owner_id == winner.id
    told = [outcome.facts for outcome in outcomes if isinstance(outcome, refusals.AlreadyTaken)]
    assert told == [{"number": ticket.id, "owner": winner.nickname}] * (CROWD - 1)


async def test_a_crowd_leaves_one_claim_in_the_history_and_one_message_to_the_courier(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    crowd = await enlist(desk, 20)

    await asyncio.gather(*(desk.claim(ticket, by=person) for person in crowd), return_exceptions=True)
    await desk.send()

    actions = [event.action for event in await desk.history(ticket)]
    assert actions == ["open", "file", "claim"]
    assert sum("接手了" in text for text in desk.channel.said_to("chat-阿毛")) == 1


async def test_of_two_who_release_at_once_the_second_is_late(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    outcomes = await asyncio.gather(
        *(desk.act(ticket, Action.RELEASE, by=person) for person in (desk.worker, desk.head)), return_exceptions=True
    )

    assert [isinstance(outcome, refusals.Refusal) for outcome in outcomes].count(True) == 1


async def test_of_two_who_check_at_once_the_second_is_late_and_points_are_given_once(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    await desk.prove(ticket, by=desk.worker)

    outcomes = await asyncio.gather(
        *(desk.act(ticket, Action.PASS, by=person) for person in (desk.grid_worker, desk.courier)),
        return_exceptions=True,
    )

    assert [isinstance(outcome, refusals.WrongMoment) for outcome in outcomes].count(True) == 1
    assert await desk.points(desk.courier) == 5


async def test_who_pressed_second_and_is_the_owner_already_hears_his_own_name(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    with pytest.raises(refusals.AlreadyTaken) as refusal:
        await desk.claim(ticket, by=desk.worker)

    assert refusal.value.facts["owner"] == "小王"


async def test_a_released_ticket_may_be_claimed_by_the_next(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    await desk.act(ticket, Action.RELEASE, by=desk.worker)

    again = await desk.claim(ticket, by=desk.grid_worker)

    assert again.owner_id == desk.grid_worker.id
