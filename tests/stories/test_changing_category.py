"""[改]: what the bot took for something else the courier puts right with two taps, while it is his to say."""

import pytest

from tests.stories.phone import Message, Phone, texts
from tests.stories.street import Street

BIN = "2幢门口垃圾箱让风刮翻了"
#: an L1
MANHOLE = "2幢门口窨井盖没了"


async def asked(phone: Phone) -> Message:
    """The question that 改 asks."""
    await phone.presses("改", on=await phone.offered("改"))
    return await phone.offered("都不是")


async def chooses_another(phone: Phone) -> str:
    """Presses 改 and the first of the others; its name."""
    question = await asked(phone)
    label = next(iter(question.buttons))
    await phone.presses(label, on=question)
    return label


async def chooses_none(phone: Phone) -> None:
    """Presses 改 and 都不是."""
    await phone.presses("都不是", on=await asked(phone))


async def test_what_was_filed_by_itself_is_shown_with_a_button_to_change_it(street: Street, r1: Phone):
    await r1.sends(BIN)

    receipt = await r1.last()
    assert "暴露垃圾" in receipt.text
    assert list(receipt.buttons) == ["改", "撤回"]
    assert max(map(len, receipt.buttons.values())) <= 32


async def test_two_or_three_others_and_none_of_them_are_offered(street: Street, r1: Phone):
    await r1.sends(BIN)

    await r1.presses("改", on=await r1.last())

    *others, last = (await r1.last()).buttons
    assert 2 <= len(others) <= 3
    assert last == "都不是"
    assert "暴露垃圾" not in "".join(others)


async def test_ticket_card_and_answer_follow_the_choice(street: Street, r1: Phone):
    await r1.sends(BIN)
    await r1.presses("改", on=await r1.last())
    asked = await r1.last()
    label = next(iter(asked.buttons))

    await r1.presses(label, on=asked)

    ticket = await street.ticket(1)
    assert ticket["category"] == asked.buttons[label].split(":")[2]
    assert ticket["reasons"]["category"] == ["小哥自己选的"]
    assert label in (await street.group("汇嘉").card("hj_w", 1)).text
    assert label in (await r1.last()).text


async def test_who_has_it_in_hand_already_hears_of_the_change(street: Street, r1: Phone, w: Phone):
    await r1.sends(BIN)
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))

    label = await chooses_another(r1)

    assert f"小哥说是“{label}”" in (await w.last()).text


async def test_none_of_them_goes_to_a_person(street: Street, r1: Phone):
    await r1.sends(BIN)

    await chooses_none(r1)

    assert (await street.ticket(1))["category"] == "OTH_UNCLEAR"
    assert "工作人员来看" in (await r1.last()).text
    assert "待人工" in (await street.group("汇嘉").card("hj_w", 1)).text


async def test_none_of_them_leaves_what_is_urgent_as_it_is_and_tells_those_who_could_take_it(
    street: Street, r1: Phone, w: Phone
):
    await r1.sends(MANHOLE)
    before = await street.ticket(1)

    await chooses_none(r1)

    after = await street.ticket(1)
    assert before["level"] == "L1"
    assert (after["level"], after["category"]) == ("L1", before["category"])
    assert "都不是" in (await w.last()).text


async def test_what_is_urgent_stays_so_under_its_new_category(street: Street, r1: Phone):
    await r1.sends(MANHOLE)

    label = await chooses_another(r1)

    ticket = await street.ticket(1)
    assert ticket["category"] != "FAC_MANHOLE"
    assert ticket["level"] == "L1"
    assert label in (await street.group("汇嘉").card("hj_w", 1)).text


async def test_what_staff_have_decided_stays(street: Street, r1: Phone, w: Phone):
    await r1.sends(BIN)
    card = await street.group("汇嘉").card("hj_w", 1)
    question = await asked(r1)
    await w.presses("t:1:categorise:FAC_LIGHT", on=card, forge=True)

    said = await r1.presses(next(iter(question.buttons)), on=question)

    assert "工作人员看过" in said
    assert (await street.ticket(1))["category"] == "FAC_LIGHT"


async def test_what_others_rely_on_is_left_to_staff(street: Street, r1: Phone):
    await r1.sends(f"汇嘉花园{BIN}")
    question = await asked(r1)
    await street.phone("r2").sends(f"汇嘉花园{BIN}")

    said = await r1.presses(next(iter(question.buttons)), on=question)

    assert (await street.ticket(1))["reporters"] == 2
    assert "工作人员会定" in said


async def test_an_old_button_gets_a_kind_answer(street: Street, r1: Phone):
    await r1.sends(BIN)
    receipt, question = await r1.offered("改"), await asked(r1)
    await r1.presses("撤回", on=receipt)

    said = [await r1.presses("改", on=receipt), await r1.presses("都不是", on=question)]

    assert all("已撤回" in words for words in said)


@pytest.mark.parametrize("data", ["k:1:NO_SUCH_LEAF", "k:7", "k:7:ENV_BULKY"])
async def test_a_forged_button_changes_nothing(street: Street, r1: Phone, data: str):
    await r1.sends(BIN)

    await r1.presses(data, on=await r1.last(), forge=True)

    assert (await street.ticket(1))["category"] == "ENV_GARBAGE"


async def test_nobody_changes_what_somebody_else_reported(street: Street, r1: Phone):
    r2 = street.phone("r2")
    await r1.sends(BIN)
    await r2.sends("你好")

    said = await r2.presses("k:1:ENV_BULKY", on=await r2.last(), forge=True)

    assert "没看懂" in said
    assert (await street.ticket(1))["category"] == "ENV_GARBAGE"


async def test_a_people_matter_shows_no_category_and_no_button_to_change_it(street: Street, r1: Phone):
    await r1.sends("3幢302楼上夫妻天天打架，孩子哭")

    assert all("改" not in message.buttons for message in await r1.hears())


async def test_what_turns_out_to_be_about_people_leaves_the_group(street: Street, r1: Phone):
    await r1.sends(BIN)

    await r1.presses("k:1:PPL_DISPUTE", on=await r1.last(), forge=True)

    assert await street.group("汇嘉").cards("hj_w") == []
    assert "不再进群" in (await r1.last()).text


async def test_an_emergency_chosen_by_button_is_warned_of_at_once(street: Street, r1: Phone):
    await r1.sends(BIN)

    await r1.presses("k:1:EMG_FIRE", on=await r1.last(), forge=True)

    assert "119" in texts(await r1.hears())
    assert (await street.ticket(1))["level"] == "L0"


async def test_two_matters_have_a_button_each(street: Street, r1: Phone):
    await r1.sends("5幢楼道里堆满纸箱，2幢路灯不亮")
    (receipt,) = await r1.hears()

    await r1.presses("改#2", on=receipt)
    label, *_ = (await r1.last()).buttons
    await r1.presses(label, on=await r1.last())

    first, second = await street.tickets()
    assert {"改#1", "改#2"} <= set(receipt.buttons)
    assert label in (await street.group("汇嘉").card("hj_w", 2)).text
    assert first["category"] == "FIRE_CORRIDOR_CLUTTER"
    assert second["category"] != "FAC_LIGHT"


async def test_an_unsure_reading_is_asked_about_with_two_or_three_buttons(street: Street, r1: Phone):
    await r1.sends("2幢门口堆着东西挡路")

    question = await r1.last()
    assert "拿不准" in question.text
    assert 2 <= len(question.buttons) <= 3
