"""What has to be done, or left out with a reason, before a complex matter is closed; and what is kept meanwhile."""

import pytest

from bot.core.procedure import refused
from bot.core.workflow import Action
from tests.core.procedure.telling import complex_matter, dispute, tells
from tests.desk import Desk, chat_of


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Which steps are needed is decided in Python."""
    return small_desk


async def test_the_refusal_names_the_open_steps_and_how_to_leave_one_out(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, "走访 看过现场", "会议 三方都到了", by=desk.worker)

    with pytest.raises(refused.StepsOpen) as caught:
        await desk.act(ticket, Action.PROVE, by=desk.worker)

    said = desk.street.texts(caught.value.text_id, **caught.value.facts)
    assert "决定、公示、落实、维保没走完" in said
    assert f"{ticket.id} 决定 不需要：" in said


async def test_what_the_handler_brings_too_early_is_kept(desk: Desk):
    ticket = await complex_matter(desk)

    await desk.prove(ticket, by=desk.worker, text="先装了两台")
    await desk.send()

    event = (await desk.history(ticket))[-1]
    assert (event.action, event.note) == ("note", "先装了两台")
    assert [item.subject for item in await desk.owed(kind="download")] == ["photo:1"]
    assert any("没走完" in text for text in desk.channel.said_to(chat_of(desk.worker)))


async def test_a_dispute_is_closed_after_a_visit_and_a_talk(desk: Desk):
    ticket = await dispute(desk)
    refused_at = []

    for words in ("走访 两家都去了", "座谈 居委会、物业到了，业委会没来，车位轮着停"):
        with pytest.raises(refused.StepsOpen) as caught:
            await desk.act(ticket, Action.PROVE, by=desk.grid_worker)
        refused_at.append(caught.value.facts["steps"])
        await tells(desk, ticket, words, by=desk.grid_worker)

    assert refused_at == ["走访调研、联席会", "联席会"]
    assert (await desk.act(ticket, Action.PROVE, by=desk.grid_worker)).status == "pending_check"


async def test_a_notice_that_was_begun_in_a_dispute_is_brought_to_its_end(desk: Desk):
    ticket = await dispute(desk)
    talked = ("走访 两家都去了", "座谈 三方都到了，划线", "公示 11-24到12-01")
    await tells(desk, ticket, *talked, by=desk.grid_worker)

    with pytest.raises(refused.StepsOpen) as caught:
        await desk.act(ticket, Action.PROVE, by=desk.grid_worker)

    assert caught.value.facts["steps"] == "公示"


@pytest.mark.parametrize(
    ("code", "steps"),
    [
        ("ORD_ILLEGAL_BUILD", "走访调研、决定、落实"),
        ("PRO_FALLING", "走访调研"),
        ("PPL_DISPUTE", "走访调研、联席会"),
        # closed with the receipt of the police
        ("PPL_CLUE", ""),
    ],
)
async def test_each_category_says_which_steps_it_needs(desk: Desk, code: str, steps: str):
    needs = desk.street.taxonomy.procedure(code).needs

    assert "、".join(desk.street.texts(f"step-{step}") for step in needs) == steps


async def test_the_courier_hears_of_a_settled_dispute_and_not_whose(desk: Desk):
    ticket = await dispute(desk)
    await tells(desk, ticket, "走访 两家都去了", "座谈 三方都到了，轮着停", by=desk.grid_worker)
    await desk.prove(ticket, by=desk.grid_worker, text="12幢两家都签字了", photo="")

    await desk.act(ticket, Action.PASS, by=desk.head)
    await desk.send()

    told = desk.channel.said_to(chat_of(desk.courier))[-1]
    assert "协调处理好了" in told
    assert not any(secret in told for secret in ("12幢", "阿芳", "车位"))
