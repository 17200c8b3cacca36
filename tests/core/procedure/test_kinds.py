"""A matter may become one of another kind, with a reason, as long as nothing that was agreed upon is lost by it."""

import pytest

from bot.core import refusals
from bot.core.procedure import refused
from bot.core.refusals import Refusal
from bot.core.workflow import Action
from models import Ticket
from tests.core.procedure.telling import complex_matter, rows, tells
from tests.desk import Desk, chat_of


async def claimed(desk: Desk) -> Ticket:
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    return await desk.claim(ticket, by=desk.worker)


async def test_a_simple_matter_that_became_complex_has_its_steps_and_its_progress_clock(desk: Desk):
    ticket = await claimed(desk)

    await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="complex", text="要业委会表决")

    event = (await desk.history(ticket))[-1]
    assert (event.action, event.note, event.detail["kind"]) == ("set_kind", "要业委会表决", "complex")
    assert len(await rows(desk, ticket)) == 7
    assert await desk.due(ticket, "progress") == "2026-11-30 10:00"


async def test_nobody_writes_progress_for_a_matter_that_is_simple_again(desk: Desk):
    ticket = await complex_matter(desk)

    await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="simple", text="物业自己修好了")

    assert await desk.due(ticket, "progress") is None
    assert (await desk.prove(ticket, by=desk.worker)).status == "pending_check"


async def test_what_was_simple_in_between_goes_on_with_the_same_steps(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, "走访 计划 11-25", by=desk.worker)
    await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="cross_department", text="市政来修")

    await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="complex", text="还是要表决")

    assert [(row.code, row.round) for row in await rows(desk, ticket)][:2] == [("received", 1), ("visit", 1)]
    assert len(await rows(desk, ticket)) == 7


@pytest.mark.parametrize("words", ["走访 看过现场", "会议 三方都到了"])
async def test_steps_that_are_under_way_are_not_dropped(desk: Desk, words: str):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, words, by=desk.worker)

    with pytest.raises(refused.StepsUnderWay):
        await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="simple", text="其实很简单")

    assert (await desk.ticket(ticket)).kind == "complex"


async def test_a_new_category_does_not_drop_them_either(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, "走访 看过现场", by=desk.worker)

    after = await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    assert (after.category, after.kind) == ("ENV_BULKY", "complex")


async def test_a_complex_category_brings_the_steps_and_the_progress_clock_along(desk: Desk):
    ticket = await claimed(desk)

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ORD_ILLEGAL_BUILD")

    assert len(await rows(desk, ticket)) == 7
    assert await desk.due(ticket, "progress") == "2026-11-30 10:00"


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        ({"kind": None, "text": "要业委会表决"}, refused.BadKind),
        ({"kind": "huge", "text": "要业委会表决"}, refused.BadKind),
        # it is that already
        ({"kind": "simple", "text": "就是简单"}, refused.BadKind),
        ({"kind": "complex", "text": ""}, refusals.ReasonMissing),
        ({"kind": "complex", "text": "难"}, refusals.ReasonMissing),
    ],
)
async def test_another_kind_wants_a_name_and_a_reason(
    small_desk: Desk, details: dict[str, str], refusal: type[Refusal]
):
    ticket = await claimed(small_desk)

    with pytest.raises(refusal):
        await small_desk.act(ticket, Action.SET_KIND, by=small_desk.worker, **details)

    assert (await small_desk.ticket(ticket)).kind == "simple"


async def test_a_matter_of_several_units_is_not_simple_while_their_parts_are_open(small_desk: Desk):
    desk = small_desk
    ticket = await claimed(desk)
    await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="cross_department", text="市政和环卫都要来")
    await desk.act(ticket, Action.SPLIT, by=desk.worker, category="FAC_ROAD")

    with pytest.raises(refusals.ChildrenOpen) as caught:
        await desk.act(ticket, Action.SET_KIND, by=desk.worker, kind="simple", text="不等他们了")

    assert caught.value.facts["children"] == "#2"


async def test_the_owner_hears_that_his_matter_is_another_kind(small_desk: Desk):
    ticket = await claimed(small_desk)

    await small_desk.act(ticket, Action.SET_KIND, by=small_desk.head, kind="complex", text="要业委会表决")
    await small_desk.send()

    assert "要业委会表决" in small_desk.channel.said_to(chat_of(small_desk.worker))[-1]


async def test_couriers_do_not_say_which_kind_it_is(small_desk: Desk):
    ticket = await claimed(small_desk)

    with pytest.raises(refusals.NotAllowed):
        await small_desk.act(ticket, Action.SET_KIND, by=small_desk.courier, kind="complex", text="要业委会表决")

    assert (await small_desk.ticket(ticket)).kind == "simple"
