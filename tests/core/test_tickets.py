"""The one door through which tickets change: who may, what is missing, what is remembered, who is told."""

import pytest

from bot.core import refusals, tickets
from bot.core.details import FileRef
from bot.core.refusals import Refusal
from bot.core.workflow import Action
from tests.desk import Desk, chat_of

PRIVATE = "12幢有两家人为车位吵起来了"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Rights and needs are decided in Python; that both databases keep a step alike is test_workflow's matter."""
    return small_desk


async def test_a_ticket_is_opened_with_its_number_and_its_first_reporter(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    events = [(event.action, event.by_id, event.to_status) for event in await desk.history(ticket)]

    assert (ticket.id, ticket.reporters) == (1, 1)
    assert events == [("open", desk.courier.id, "draft"), ("file", None, "dispatched")]


async def test_every_step_is_remembered_with_who_when_and_why(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    desk.clock.advance(minutes=7)

    await desk.act(ticket, Action.RETURN, by=desk.worker, text="是市政的")

    event = (await desk.history(ticket))[-1]
    assert (event.action, event.by_id, event.note) == ("return", desk.worker.id, "是市政的")
    assert (event.from_status, event.to_status, event.at) == ("claimed", "dispatched", desk.clock.now())


@pytest.mark.parametrize("number", [0, -1, 2, 2**31 - 1, 2**31, 10**18])
async def test_a_number_that_does_not_exist_is_refused_before_the_database_sees_it(desk: Desk, number: int):
    ticket = await desk.report(by=desk.courier)
    ticket.id = number

    with pytest.raises(refusals.NotFound):
        await desk.act(ticket, Action.CLAIM, by=desk.worker)


@pytest.mark.parametrize(
    ("who", "action", "refusal"),
    [
        # staff of another community may fence, not own
        ("neighbour", Action.CLAIM, refusals.NotYourGroup),
        # somebody without a post
        ("guest", Action.CLAIM, refusals.NotYourGroup),
        # a courier reports, staff claim
        ("courier", Action.CLAIM, refusals.NotAllowed),
        # only who has it gives it back, or a head
        ("grid_worker", Action.RELEASE, refusals.WrongMoment),
        # only the street says whose it is
        ("worker", Action.REROUTE, refusals.NotAllowed),
        # somebody else's report
        ("second_courier", Action.WITHDRAW, refusals.NotYourGroup),
    ],
)
async def test_who_may_not_is_told_so(desk: Desk, who: str, action: Action, refusal: type[Refusal]):
    ticket = await desk.report(by=desk.courier)

    with pytest.raises(refusal):
        await desk.act(ticket, action, by=desk.known[who], community="jp")

    assert (await desk.ticket(ticket)).status == "dispatched"


@pytest.mark.parametrize(
    ("action", "details", "refusal"),
    [
        (Action.RETURN, {}, refusals.ReasonMissing),
        # blanks are no reason
        (Action.RETURN, {"text": "   "}, refusals.ReasonMissing),
        # one character says nothing
        (Action.REJECT, {"text": "。"}, refusals.ReasonMissing),
        (Action.CATEGORISE, {"category": "NO_SUCH"}, refusals.BadInput),
        (Action.CATEGORISE, {}, refusals.BadInput),
        (Action.HAND_OVER, {}, refusals.BadInput),
        (Action.PROVE, {}, refusals.ProofMissing),
    ],
)
async def test_what_is_missing_is_asked_for(
    desk: Desk, action: Action, details: dict[str, str], refusal: type[Refusal]
):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    with pytest.raises(refusal):
        await desk.act(ticket, action, by=desk.head if action is Action.REJECT else desk.worker, **details)

    assert (await desk.ticket(ticket)).status == "claimed"


@pytest.mark.parametrize("to", ["neighbour", "courier", "worker"])
async def test_a_ticket_is_handed_over_only_to_another_of_its_own_staff(desk: Desk, to: str):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    with pytest.raises(refusals.BadInput):
        await desk.act(ticket, Action.HAND_OVER, by=desk.worker, to_person_id=desk.known[to].id)

    assert (await desk.ticket(ticket)).owner_id == desk.worker.id


async def test_the_new_owner_hears_of_what_was_handed_to_him(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)

    await desk.act(ticket, Action.HAND_OVER, by=desk.worker, to_person_id=desk.grid_worker.id)
    await desk.send()

    assert "转给您了" in desk.channel.said_to(chat_of(desk.grid_worker))[0]


async def test_who_handled_it_does_not_check_it(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    await desk.prove(ticket, by=desk.worker)

    with pytest.raises(refusals.NotTheHandler):
        await desk.act(ticket, Action.PASS, by=desk.worker)


async def test_the_photo_that_the_courier_sent_proves_nothing(desk: Desk):
    before = FileRef(ref="before", unique="same picture", size=1)
    ticket = await desk.claim(await desk.report(by=desk.courier, photos=[before]), by=desk.worker)

    with pytest.raises(refusals.SamePhoto):
        await desk.prove(ticket, by=desk.worker, photo="same picture")


async def test_proof_from_before_the_rework_does_not_count_again(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    await desk.prove(ticket, by=desk.worker)
    desk.clock.advance(minutes=5)
    await desk.act(ticket, Action.FAIL, by=desk.courier)

    with pytest.raises(refusals.ProofMissing):
        await desk.act(ticket, Action.PROVE, by=desk.worker)

    assert (await desk.ticket(ticket)).rework == 1


async def test_a_photo_that_could_not_be_opened_proves_nothing(desk: Desk):
    # this one wants a photo and a few words
    ticket = await desk.claim(await desk.report("施工占道没提示", by=desk.courier), by=desk.worker)
    await desk.prove(ticket, by=desk.worker, text="", photo="never uploaded")
    await desk.send()

    after_the_words = await desk.prove(ticket, by=desk.worker, text="让他们撤走了", photo="")

    assert after_the_words.status == "claimed"


async def test_an_emergency_is_not_withdrawn_by_the_courier(desk: Desk):
    ticket = await desk.report("12幢4楼窗户冒烟 像是着火了", by=desk.courier)

    with pytest.raises(refusals.CannotWithdraw):
        await desk.act(ticket, Action.WITHDRAW, by=desk.courier)


@pytest.mark.parametrize(("days", "is_late"), [(7, False), (7.1, True)])
async def test_a_closed_ticket_is_reopened_within_seven_days(desk: Desk, days: float, is_late: bool):
    ticket = await desk.close(by=desk.courier, handled_by=desk.worker, checked_by=desk.grid_worker)
    desk.clock.advance(days=days)

    try:
        again = await desk.act(ticket, Action.REOPEN, by=desk.courier)
    except refusals.TooLate:
        assert is_late
    else:
        assert (is_late, again.status, again.owner_id, again.rework) == (False, "claimed", desk.worker.id, 1)


async def test_the_courier_is_told_at_every_step_that_concerns_him(desk: Desk):
    ticket = await desk.claim(await desk.report(by=desk.courier), by=desk.worker)
    await desk.send()
    await desk.prove(ticket, by=desk.worker)
    await desk.send()
    await desk.act(ticket, Action.PASS, by=desk.grid_worker)
    await desk.send()

    receipt, claimed, handled, closed = desk.channel.said_to(chat_of(desk.courier))

    assert "编号 #1" in receipt
    assert ("接手了" in claimed, "积分 +5" in claimed) == (True, True)
    assert ("说处理好了" in handled, "办结了" in closed) == (True, True)


async def test_a_private_matter_does_not_exist_for_who_is_not_named(desk: Desk):
    ticket = await desk.report(PRIVATE, by=desk.courier)

    for stranger in (desk.worker, desk.neighbour, desk.guest):
        with pytest.raises(refusals.NotFound):
            await desk.act(ticket, Action.CLAIM, by=stranger)


async def test_a_private_matter_reaches_the_named_person_and_no_group(desk: Desk):
    ticket = await desk.report(PRIVATE, by=desk.courier)
    await desk.send()

    shown_in = {shown.to.chat for shown in desk.channel.messages.values()}

    assert desk.card(ticket, chat_of(desk.grid_worker)).buttons
    assert not {chat for chat in shown_in if chat.startswith("group")}


async def test_when_a_matter_turns_out_to_be_private_its_card_leaves_the_group(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="PPL_DISPUTE")
    await desk.send()

    assert len(desk.channel.removed) == 1
    assert desk.card(ticket, chat_of(desk.grid_worker)).buttons


async def test_raising_is_quick_and_lowering_an_emergency_is_not(desk: Desk):
    ticket = await desk.report("12幢4楼窗户冒烟 像是着火了", by=desk.courier)

    lowered = await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_GARBAGE")

    assert lowered.level == "L0"


async def test_the_history_cannot_be_asked_of_a_ticket_that_is_not_there(desk: Desk):
    async with desk.database.reading() as session:
        assert await tickets.history(session, 99) == []
