"""A complex matter walks its seven steps: what was done is never written over, an objection leads back to the table."""

import asyncio

import pytest

from bot.core import proof, refusals
from bot.core.details import FileRef
from bot.core.procedure import refused
from bot.core.workflow import Action
from models import Ticket
from tests.core.procedure.telling import (
    UP_TO_THE_NOTICE,
    complex_matter,
    dispute,
    facts,
    outcomes,
    rows,
    tells,
)
from tests.desk import Desk, chat_of
from tests.street import moment

NOTICE, RESULT = "公示 11-24到12-01", "公示结果 2家反对：怕绿化少了"


async def noticed(desk: Desk) -> Ticket:
    """A matter whose notice hangs."""
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, NOTICE, by=desk.worker)
    return ticket


async def test_claiming_a_complex_matter_opens_its_seven_steps_with_the_first_one_done(desk: Desk):
    ticket = await complex_matter(desk)

    first, *others = await rows(desk, ticket)

    assert (first.code, first.outcome, first.by_id) == ("received", "done", desk.worker.id)
    assert [row.code for row in others] == ["visit", "meeting", "decision", "notice", "carry_out", "upkeep"]
    assert {row.outcome for row in others} == {None}


async def test_a_look_that_confirms_a_complex_matter_opens_them_too(desk: Desk):
    ticket = await desk.report("12幢有两家人为车位吵起来了", by=desk.courier)
    await desk.act(ticket, Action.VERIFY, by=desk.grid_worker)
    before = await rows(desk, ticket)

    await desk.act(ticket, Action.CONFIRM, by=desk.grid_worker)

    assert (len(before), len(await rows(desk, ticket))) == (0, 7)


async def test_a_matter_goes_from_the_request_to_the_upkeep(desk: Desk):
    ticket = await complex_matter(desk)

    await tells(desk, ticket, *UP_TO_THE_NOTICE, NOTICE, by=desk.worker)
    desk.clock.set("2026-12-02 09:00")
    await tells(desk, ticket, "公示结果 没有反对", "落实 22台都装好了", "维保 物业接手，质保两年", by=desk.worker)

    assert {outcome for _, _, outcome in await outcomes(desk, ticket)} == {"done"}
    assert (await desk.prove(ticket, by=desk.worker)).status == "pending_check"


async def test_the_minutes_are_kept_whole_with_who_came_and_who_pays(desk: Desk):
    ticket, words = await complex_matter(desk), "居委会、物业到了，业委会没来，电话同意；下周三加减震垫，公共收益出"

    await tells(desk, ticket, f"会议 {words}", by=desk.worker)

    row = next(row for row in await rows(desk, ticket) if row.code == "meeting")
    assert (row.note, row.facts["funds"]) == (words, ["common_income"])
    assert (row.facts["present"], row.facts["absent"]) == (["COMMUNITY", "PROPERTY"], ["OWNERS_COMMITTEE"])


async def test_a_decision_knows_who_pays_and_who_maintains(desk: Desk):
    ticket = await complex_matter(desk)

    await tells(desk, ticket, *UP_TO_THE_NOTICE, by=desk.worker)

    decided = await facts(desk, ticket, "decision")
    assert (decided["funds"], decided["upkeep_by"]) == (["common_income"], ["OWNERS_COMMITTEE", "PROPERTY"])


async def test_what_the_meeting_said_of_the_money_counts_for_the_decision(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, "走访 看过", "会议 三方都到了，维修资金出，物业维保", by=desk.worker)

    await tells(desk, ticket, "决定 换两台电梯", by=desk.worker)

    decided = await facts(desk, ticket, "decision")
    assert (decided["funds"], decided["upkeep"]) == (["repair_fund"], "物业维保")


async def test_households_that_object_lead_back_to_the_meeting(desk: Desk):
    """S21: while the notice hangs."""
    ticket = await noticed(desk)

    answer = await tells(desk, ticket, RESULT, by=desk.worker)

    objected = [row for row in await rows(desk, ticket) if row.outcome == "objected"]
    assert [(row.facts["households"], row.facts["objection"]) for row in objected] == [(2, "怕绿化少了")]
    again = [row for row in await outcomes(desk, ticket) if row[1] == 2]
    assert again == [("meeting", 2, None), ("decision", 2, None), ("notice", 2, None)]
    assert "2家反对" in answer


async def test_the_second_round_ends_with_a_notice_of_its_own(desk: Desk):
    ticket = await noticed(desk)
    await tells(desk, ticket, RESULT, by=desk.worker)
    desk.clock.set("2026-11-25 09:00")
    agreed = ("会议 三方都到了，绿化移到东边", "决定 绿化移到东边再装，公共收益出，物业维保", "公示 11-25到12-02")

    await tells(desk, ticket, *agreed, by=desk.worker)
    with pytest.raises(refused.StepTooEarly):
        await tells(desk, ticket, "落实 都装好了", by=desk.worker)
    desk.clock.set("2026-12-03 09:00")
    await tells(desk, ticket, "公示结果 没有反对", "落实 都装好了", by=desk.worker)

    notices = [(number, outcome) for step, number, outcome in await outcomes(desk, ticket) if step == "notice"]
    assert notices == [(1, "objected"), (2, "done")]


async def test_the_notice_after_an_objection_cannot_be_the_one_before(desk: Desk):
    ticket = await noticed(desk)
    desk.clock.set("2026-11-26 09:00")
    await tells(desk, ticket, RESULT, "会议 三方都到了", "决定 照原来的装，公共收益出，物业维保", by=desk.worker)

    with pytest.raises(refused.BadNotice):
        await tells(desk, ticket, NOTICE, by=desk.worker)

    assert (await outcomes(desk, ticket))[-3] == ("notice", 2, None)


async def test_a_notice_posted_anew_leaves_the_first_one_on_record(desk: Desk):
    ticket = await noticed(desk)

    await tells(desk, ticket, "公示 11-24到12-04", by=desk.worker)

    notices = [(row.outcome, row.facts["last"]) for row in await rows(desk, ticket) if row.code == "notice"]
    assert notices == [("replaced", "2026-12-01"), (None, "2026-12-04")]


async def test_another_decision_wants_another_notice(desk: Desk):
    ticket = await noticed(desk)
    desk.clock.set("2026-12-02 09:00")
    await tells(desk, ticket, "公示结果 没有反对", by=desk.worker)

    await tells(desk, ticket, "决定 只装10台，公共收益出，物业维保", by=desk.worker)

    with pytest.raises(refused.StepTooEarly):
        await tells(desk, ticket, "落实 10台装好了", by=desk.worker)
    decisions = [row.note for row in await rows(desk, ticket) if row.code == "decision"]
    assert decisions == ["装22台风幕机，公共收益出，业委会、物业维保", "只装10台，公共收益出，物业维保"]


async def test_a_notice_hangs_until_the_end_of_its_last_day(desk: Desk):
    ticket = await noticed(desk)
    desk.clock.set("2026-12-01 23:59")

    with pytest.raises(refused.NoticeRuns):
        await tells(desk, ticket, "公示结果 没有反对", by=desk.worker)
    desk.clock.set("2026-12-02 00:00")
    await tells(desk, ticket, "公示结果 没有反对", by=desk.worker)

    assert (await facts(desk, ticket, "notice"))["households"] == 0


async def test_every_step_is_in_the_history_and_counts_as_progress(desk: Desk):
    ticket = await complex_matter(desk)
    before = await desk.due(ticket, "progress")
    desk.clock.advance(minutes=60)

    await tells(desk, ticket, "走访 看过现场，问了3家", by=desk.head)

    event = (await desk.history(ticket))[-1]
    assert (event.action, event.by_id, event.note) == ("note", desk.head.id, "走访调研：看过现场，问了3家")
    assert (before, await desk.due(ticket, "progress")) == ("2026-11-30 10:00", "2026-11-30 11:00")


async def test_the_owner_hears_of_a_step_that_somebody_else_told(desk: Desk):
    ticket = await complex_matter(desk)

    await tells(desk, ticket, "走访 看过现场", by=desk.head)
    await desk.send()

    assert "走访调研：看过现场" in desk.channel.said_to(chat_of(desk.worker))[-1]


async def test_a_picture_of_the_notice_is_kept_and_proves_nothing(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, by=desk.worker)

    await tells(desk, ticket, NOTICE, by=desk.worker, photos=(FileRef("board", "board", 1),))

    assert [item.subject for item in await desk.owed(kind="download")] == ["photo:1"]
    async with desk.database.reading() as session:
        assert (await proof.so_far(session, await session.get_one(Ticket, ticket.id))).photos == 0


async def test_the_steps_go_on_while_the_matter_is_suspended(desk: Desk):
    ticket = await complex_matter(desk)
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment("2026-12-20 00:00"), text="等业委会表决")
    await desk.decide(ticket, by=desk.dispatcher)

    await tells(desk, ticket, "走访 看过现场", by=desk.worker)

    assert (await outcomes(desk, ticket))[1] == ("visit", 1, "done")


async def test_of_two_who_tell_a_step_at_once_both_are_heard(desk: Desk):
    ticket = await complex_matter(desk)

    await asyncio.gather(
        tells(desk, ticket, "走访 我去过了", by=desk.worker), tells(desk, ticket, "走访 我也去过了", by=desk.head)
    )

    visits = [(row.round, row.outcome) for row in await rows(desk, ticket) if row.code == "visit"]
    assert visits == [(1, "done"), (2, "done")]


async def test_who_may_not_tell_a_step_is_refused(desk: Desk):
    ticket, private = await complex_matter(desk), await dispute(desk)

    with pytest.raises(refusals.NotYourGroup):
        await tells(desk, ticket, "走访 看过", by=desk.neighbour)
    with pytest.raises(refusals.NotAllowed):
        await tells(desk, ticket, "走访 看过", by=desk.courier)
    with pytest.raises(refusals.NotFound):
        await tells(desk, private, "走访 看过", by=desk.worker)

    assert [outcome for _, _, outcome in await outcomes(desk, ticket)][1] is None


async def test_an_appointment_is_told_to_the_communitys_head_and_of_a_public_matter_to_the_courier(desk: Desk):
    ticket = await complex_matter(desk)
    await desk.send()

    await tells(desk, ticket, "约会 11-30 14:00 居委会会议室", by=desk.worker)
    await desk.send()

    assert "11-30 14:00，居委会会议室" in desk.channel.said_to(chat_of(desk.head))[-1]
    assert "11-30 14:00" in desk.channel.said_to(chat_of(desk.courier))[-1]
    assert "居委会会议室" not in desk.channel.said_to(chat_of(desk.courier))[-1]


async def test_of_a_people_matter_only_those_who_know_of_it_hear_of_the_appointment(desk: Desk):
    ticket = await dispute(desk)
    await desk.act(ticket, Action.ESCALATE, by=desk.grid_worker)
    await desk.send()
    before = {chat: len(desk.channel.said_to(chat)) for chat in (chat_of(desk.courier), chat_of(desk.worker))}

    await tells(desk, ticket, "约会 11-30 14:00 居委会会议室", by=desk.head)
    await desk.send()

    assert "11-30 14:00" in desk.channel.said_to(chat_of(desk.grid_worker))[-1]
    assert {chat: len(desk.channel.said_to(chat)) for chat in before} == before
    assert not any("11-30" in text for text in desk.channel.said_to("group-hj"))
