"""What comes after the first message: corrections, late answers, things that should not be taken for something else."""

from tests.stories import pictures
from tests.stories.phone import Phone, texts
from tests.stories.street import BIN_AT_2, NEXT_STREET, Street

BIN = "2幢门口垃圾箱让风刮翻了"


async def test_the_right_report_right_after_a_withdrawn_one_is_a_new_ticket(street: Street, r1: Phone):
    await r1.sends("2幢路灯不亮")
    await r1.presses("撤回", on=await r1.offered("撤回"))

    await r1.sends(BIN)

    assert [ticket["status"] for ticket in await street.tickets()] == ["withdrawn", "dispatched"]
    assert "#2" in (await r1.last()).text


async def test_a_pin_put_right_after_a_wrong_one_takes_the_words_along(street: Street, r1: Phone):
    await r1.sends("红绿灯坏了", pin=NEXT_STREET)

    await r1.sends(pin=BIN_AT_2)

    first, second = await street.tickets()
    assert (first["status"], second["status"]) == ("handed_off", "dispatched")
    assert (second["community"], second["category"]) == ("hj", first["category"])


async def test_a_pin_three_minutes_after_the_question_is_its_answer(street: Street, r1: Phone):
    await street.phone("r12").sends(photo=pictures.sample("bin_tipped"))
    await street.later("3m")

    await street.phone("r12").sends(pin=BIN_AT_2)

    (ticket,) = await street.tickets()
    assert ticket["community"] == "hj"


async def test_an_emergency_is_heard_even_after_a_category_was_chosen(street: Street, r1: Phone):
    message = await r1.sends("2幢路灯不亮")

    await r1.edits(message, "2幢路灯着火了，火很大")

    assert "119" in texts(await r1.hears())
    assert (await street.ticket(1))["level"] == "L0"


async def test_two_matters_of_which_one_is_about_people_both_stay_out_of_the_group(street: Street, r1: Phone):
    await r1.sends("2幢楼道里堆满纸箱，楼上夫妻天天吵架")

    assert await street.group("汇嘉").cards("hj_w") == []
    assert all(ticket["privacy"] in ("sensitive", "confidential") for ticket in await street.tickets())


async def test_words_about_people_added_later_never_reach_the_public_card(street: Street, r1: Phone, w: Phone):
    message = await r1.sends(BIN)
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))

    await r1.edits(message, BIN + "，楼上两口子天天吵架还打骂老人")

    assert "吵架" not in await street.group("汇嘉").text("hj_w")
    assert len(await street.tickets()) == 2


async def test_an_emergency_is_no_answer_to_what_staff_were_asked(street: Street, r1: Phone):
    await r1.sends("3幢阿姨说隔壁空调外机嗡嗡响 睡不着")
    grid_worker = street.phone("hj_g")
    await grid_worker.presses("不予受理", on=await grid_worker.card(1))

    await grid_worker.sends("汇嘉花园5幢楼道着火了")

    assert (await street.ticket(1))["status"] == "dispatched"
    assert (await street.ticket(2))["level"] == "L0"


async def test_a_reply_to_another_card_is_not_the_reason_for_this_one(street: Street, r1: Phone, w: Phone):
    group = street.group("汇嘉")
    await r1.sends(BIN)
    await street.phone("r2").sends("汇嘉花园9幢路灯不亮")
    await w.presses("不归我们", on=await group.card("hj_w", 1))

    await w.sends("我来处理", to=group, reply_to=await group.card("hj_w", 2))

    assert [ticket["status"] for ticket in await street.tickets()] == ["dispatched", "claimed"]
    assert (await street.ticket(1))["returns"] == 0


async def test_staff_who_reported_it_do_not_check_their_own_work(street: Street, w: Phone):
    group = street.group("汇嘉")
    await w.sends("汇嘉花园2幢门口垃圾箱翻了")
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)
    await w.sends(photo=pictures.sample("bin_upright"), to=group, reply_to=card)

    said = await w.presses("核查通过", on=card)

    assert "换个人" in said
    assert (await street.ticket(1))["status"] == "pending_check"


async def test_four_thousand_characters_from_outside_the_street_are_answered(street: Street, r1: Phone):
    await r1.sends("红绿灯坏了" * 800, pin=NEXT_STREET)

    assert "12345" in (await r1.last()).text
    assert (await street.ticket(1))["status"] == "handed_off"


async def test_points_go_with_a_withdrawn_report(street: Street, r1: Phone, w: Phone):
    await r1.sends(BIN)
    withdraw = await r1.offered("撤回")
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))

    await r1.presses("撤回", on=withdraw)

    await r1.sends("/my")
    assert "积分：0" in (await r1.last()).text


async def test_a_check_that_fails_does_not_go_back_to_somebody_who_left(street: Street, r1: Phone, w: Phone):
    group = street.group("汇嘉")
    await r1.sends(BIN)
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)
    await w.sends(photo=pictures.sample("bin_upright"), to=group, reply_to=card)
    await w.leaves(group)

    await r1.presses("还没好", on=await r1.offered("还没好"))

    ticket = await street.ticket(1)
    assert (ticket["status"], ticket["owner"], ticket["rework"]) == ("dispatched", None, 1)
