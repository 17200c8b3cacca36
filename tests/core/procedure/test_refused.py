"""What a step wants to hear: whatever is missing is named, and nothing is changed."""

import pytest

from bot.core import refusals
from bot.core.details import FileRef
from bot.core.procedure import refused
from bot.core.refusals import Refusal
from bot.core.workflow import Action
from tests.core.procedure.telling import UP_TO_THE_NOTICE, complex_matter, dispute, outcomes, rows, tells
from tests.desk import Desk


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Words are read in Python: one kind of database is enough."""
    return small_desk


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("走访", ["写一句情况"]),
        ("走访 看", ["写一句情况"]),
        ("约会", ["哪一天", "几点", "在哪里"]),
        ("约会 11-30", ["几点", "在哪里"]),
        ("约会 14:00 居委会", ["哪一天"]),
        ("约会 02-30 14:00 居委会", ["哪一天"]),
        ("约会 11-30 25:00 居委会", ["几点"]),
        ("约会 11-30 14:00", ["在哪里"]),
        ("约会 1130 1400", ["哪一天", "几点"]),
        ("会议", ["居委会来没来", "业委会来没来", "物业来没来"]),
        ("会议 居委会、物业到了", ["业委会来没来"]),
        ("会议 12345", ["居委会来没来", "业委会来没来", "物业来没来"]),
        ("会议 三方都没来", ["到底谁来了"]),
        ("落实 计划 哪天再说", ["哪一天"]),
        ("维保 不需要", ["为什么不需要"]),
        ("维保 不需要：嗯", ["为什么不需要"]),
    ],
)
async def test_a_step_names_what_it_lacks(desk: Desk, words: str, missing: list[str]):
    ticket = await complex_matter(desk)
    before = await outcomes(desk, ticket)

    with pytest.raises(refused.StepIncomplete) as caught:
        await tells(desk, ticket, words, by=desk.worker)

    assert str(caught.value.facts["missing"]).split("、") == missing
    assert await outcomes(desk, ticket) == before
    assert (await desk.history(ticket))[-1].action == "claim"


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("决定", ["决定做什么", "钱从哪里出（公共收益、维修资金、财政、自筹或不用钱）", "以后谁维保"]),
        ("决定 装22台风幕机", ["钱从哪里出（公共收益、维修资金、财政、自筹或不用钱）", "以后谁维保"]),
        ("决定 装22台风幕机，公共收益出", ["以后谁维保"]),
        ("决定 公共收益出，物业维保", ["决定做什么"]),
    ],
)
async def test_a_decision_names_what_it_lacks(desk: Desk, words: str, missing: list[str]):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE[:2], by=desk.worker)

    with pytest.raises(refused.StepIncomplete) as caught:
        await tells(desk, ticket, words, by=desk.worker)

    # the list of funds has the same mark in it
    assert all(part in str(caught.value.facts["missing"]) for part in missing)
    assert str(caught.value.facts["missing"]) == "、".join(missing)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("公示", refused.StepIncomplete),
        ("公示 11-30", refused.StepIncomplete),
        ("公示 02-30到03-05", refused.StepIncomplete),
        ("公示 123", refused.StepIncomplete),
        # the day of posting does not count, so one day alone is none
        ("公示 11-30到11-30", refused.BadNotice),
        ("公示 12-07到11-30", refused.BadNotice),
        # three months ago
        ("公示 08-23到08-30", refused.BadNotice),
        # there is none yet
        ("公示结果 没有反对", refused.NoNotice),
        # the owners' money
        ("公示 不需要：大家都知道", refused.NoticeNeeded),
        ("落实 都装好了", refused.StepTooEarly),
        ("维保 物业接手", refused.StepTooEarly),
    ],
)
async def test_a_notice_is_refused_where_its_days_do_not_fit(desk: Desk, words: str, refusal: type[Refusal]):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, by=desk.worker)
    before = await outcomes(desk, ticket)

    with pytest.raises(refusal):
        await tells(desk, ticket, words, by=desk.worker)

    assert await outcomes(desk, ticket) == before


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("公示结果", refused.StepIncomplete),
        ("公示结果 有人反对", refused.StepIncomplete),
        # to what?
        ("公示结果 2家反对", refused.StepIncomplete),
        ("公示结果 没有反对", refused.NoticeRuns),
        # what hangs is not taken back
        ("公示 不需要：算了", refused.NoticeNeeded),
        ("落实 都装好了", refused.StepTooEarly),
    ],
)
async def test_a_notice_that_hangs_is_brought_to_its_end(desk: Desk, words: str, refusal: type[Refusal]):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, "公示 11-24到12-01", by=desk.worker)

    with pytest.raises(refusal):
        await tells(desk, ticket, words, by=desk.worker)

    assert (await outcomes(desk, ticket))[4] == ("notice", 1, None)


@pytest.mark.parametrize("words", ["约会 11-23 09:00 居委会", "约会 今天上午10点 居委会", "落实 计划 2026-11-22"])
async def test_what_is_over_cannot_be_planned(desk: Desk, words: str):
    ticket = await complex_matter(desk)

    with pytest.raises(refused.StepDayPast):
        await tells(desk, ticket, words, by=desk.worker)

    assert {row.planned_on for row in await rows(desk, ticket)} == {None}


@pytest.mark.parametrize(
    ("words", "before"),
    [
        # a decision comes from the table
        ("决定 装风幕机，自筹，物业维保", "联席会"),
        ("公示 11-30到12-07", "决定"),
        ("落实 装好了", "决定、公示"),
        ("维保 物业接手", "落实"),
        # before it nobody knows whose money it is
        ("公示 不需要：不动公共部分", "决定"),
    ],
)
async def test_a_step_waits_for_those_before_it(desk: Desk, words: str, before: str):
    ticket = await complex_matter(desk)

    with pytest.raises(refused.StepTooEarly) as caught:
        await tells(desk, ticket, words, by=desk.worker)

    assert caught.value.facts["before"] == before


async def test_a_step_is_left_out_with_a_reason_that_is_kept(desk: Desk):
    ticket = await complex_matter(desk)
    decided = ("走访 看过", "会议 不需要：一户一家的事", "决定 加垫子，自筹，不用维保")

    await tells(desk, ticket, *decided, "公示 不需要：不动公共部分", by=desk.worker)

    left_out = {row.code: row.note for row in await rows(desk, ticket) if row.outcome == "skipped"}
    assert left_out == {"meeting": "一户一家的事", "notice": "不动公共部分"}
    assert (await desk.history(ticket))[-1].note == "公示不走了：不动公共部分"


async def test_what_is_settled_is_neither_planned_nor_left_out_any_more(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, "走访 看过现场", by=desk.worker)

    for words in ("走访 不需要：去过了", "走访 计划 明天"):
        with pytest.raises(refusals.AlreadyChosen):
            await tells(desk, ticket, words, by=desk.worker)

    assert (await outcomes(desk, ticket))[1] == ("visit", 1, "done")


async def test_a_second_visit_is_a_second_row(desk: Desk):
    ticket = await complex_matter(desk)

    await tells(desk, ticket, "走访 看过现场", "走访 又去了一次，人在家", by=desk.worker)

    visits = [(row.round, row.note) for row in await rows(desk, ticket) if row.code == "visit"]
    assert visits == [(1, "看过现场"), (2, "又去了一次，人在家")]


async def test_a_simple_matter_has_no_steps(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    with pytest.raises(refused.NoChecklist):
        await tells(desk, ticket, "走访 看过现场", by=desk.worker)

    assert await rows(desk, ticket) == []


async def test_what_waits_for_its_check_takes_no_more_steps(desk: Desk):
    ticket = await dispute(desk)
    await tells(desk, ticket, "走访 两家都去了", "座谈 居委会、物业到了，业委会没来", by=desk.grid_worker)
    await desk.prove(ticket, by=desk.grid_worker)

    with pytest.raises(refusals.WrongMoment):
        await tells(desk, ticket, "落实 车位划线了", by=desk.grid_worker)

    assert (await desk.ticket(ticket)).status == "pending_check"


async def test_the_couriers_own_picture_shows_no_step_and_nothing_of_it_is_kept(desk: Desk):
    picture = FileRef("before", "same picture", 1)
    ticket = await desk.report(by=desk.courier, photos=[picture])
    await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="complex", text="要业委会表决")
    await desk.claim(ticket, by=desk.worker)

    with pytest.raises(refusals.SamePhoto):
        await tells(desk, ticket, "走访 看过现场", by=desk.worker, photos=(picture,))

    assert (await outcomes(desk, ticket))[1] == ("visit", 1, None)
