"""The less usual steps of staff: hand over, return, reroute, another category, not accepted; and their lists."""

from tests.stories import pictures
from tests.stories.phone import Message, Phone, texts
from tests.stories.street import Street

BIN, LAMP = "2幢门口垃圾箱满了", "5幢楼道灯不亮"


async def claimed(street: Street, w: Phone) -> Message:
    """A ticket of 汇嘉 that W has claimed; its card."""
    await street.phone("r1").sends(BIN)
    card = await street.group("汇嘉").card("hj_w", 1)
    await w.presses("认领", on=card)
    return card


async def test_a_ticket_is_handed_to_a_colleague_without_a_gap(street: Street, w: Phone):
    card, group = await claimed(street, w), street.group("汇嘉")
    before = await street.ticket(1)

    await w.presses("转交", on=card)
    await w.presses("阿芳", on=(await group.messages("hj_w"))[-1])

    after = await street.ticket(1)
    assert (after["status"], after["owner"], after["close_due"]) == ("claimed", "阿芳", before["close_due"])
    assert "#1" in (await street.phone("hj_g").last()).text


async def test_a_returned_ticket_is_sent_on_by_the_dispatcher(street: Street, w: Phone):
    """DOMAIN 3.1: only with a reason, back to the street, the close clock runs on."""
    card, ours, office = await claimed(street, w), street.group("汇嘉"), street.group("街道")
    dispatcher, before = street.phone("street_d"), await street.ticket(1)

    await w.presses("不归我们", on=card)
    await w.sends("桶在江畔那边的路上", to=ours, reply_to=(await ours.messages("hj_w"))[-1])
    returned = await street.ticket(1)
    await dispatcher.presses("指定社区", on=await office.card("street_d", 1))
    await dispatcher.presses("江畔", on=(await office.messages("street_d"))[-1])

    after = await street.ticket(1)
    assert (returned["status"], returned["owner"], returned["with_street"]) == ("dispatched", None, True)
    assert any("江畔那边" in event["note"] for event in after["events"])
    assert (after["community"], after["close_due"]) == ("jp", before["close_due"])
    assert "认领" in (await street.group("江畔").card("jp_w", 1)).buttons
    assert "认领" not in (await ours.card("hj_w", 1)).buttons


async def test_another_category_has_another_deadline_from_the_first_dispatch(street: Street, w: Phone):
    """DOMAIN 3.2.8"""
    card, group = await claimed(street, w), street.group("汇嘉")

    await w.presses("改类别", on=card)
    await w.presses("建筑垃圾、大件废弃物", on=(await group.messages("hj_w"))[-1])

    ticket = await street.ticket(1)
    assert (ticket["category"], ticket["close_due"]) == ("ENV_BULKY", "2026-11-25T10:00:00+08:00")


async def test_not_accepted_comes_with_a_reason_that_the_courier_reads(street: Street, r1: Phone, w: Phone):
    await r1.sends(BIN)
    group = street.group("汇嘉")

    await w.presses("不予受理", on=await group.card("hj_w", 1))
    await w.sends("物业刚清过，桶是空的", to=group, reply_to=(await group.messages("hj_w"))[-1])

    assert (await street.ticket(1))["status"] == "rejected"
    assert "桶是空的" in (await r1.last()).text


async def test_typed_words_do_what_the_buttons_do(street: Street, r1: Phone, w: Phone):
    """DOMAIN 7.39"""
    group = street.group("汇嘉")
    await r1.sends(BIN)
    await street.later("3m")
    await r1.sends(LAMP)

    await w.sends("认领 1", to=group)
    await w.sends("1 不是我们的 是市政", to=group)
    await w.sends("2 我来", to=group)
    await w.sends("110 已经打了", to=group)
    await w.sends("2 好了", to=group, photo=pictures.sample("puddle"))

    first, second = await street.tickets()
    assert (first["status"], first["owner"]) == ("dispatched", None)
    assert "市政" in (await street.ticket(1))["events"][-1]["note"]
    assert (second["status"], second["owner"]) == ("pending_check", "小王")


async def test_the_lists_show_staff_what_is_open_theirs_where_and_who(street: Street, r1: Phone, w: Phone):
    group = street.group("汇嘉")
    await r1.sends(BIN)
    await street.later("3m")
    await r1.sends(LAMP)
    await w.sends("认领 2", to=group)

    answers = {}
    for command in ("/open", "/mine", "/find 2幢", "/find 2", "/who", "/help"):
        await w.sends(command, to=group)
        answers[command] = (await group.messages("hj_w"))[-1].text

    assert "#1" in answers["/open"]
    assert "#2" in answers["/open"]
    assert "#1" not in answers["/mine"]
    assert "#2" in answers["/mine"]
    assert "#2 " not in answers["/find 2幢"]
    assert "#2 " in answers["/find 2"]
    assert all(name in answers["/who"] for name in ("小王", "阿芳", "老陈", "周书记"))
    assert all(command in answers["/help"] for command in ("/open", "/mine", "/find", "/who", "/bind"))


async def test_the_lists_of_staff_are_closed_to_couriers(street: Street, r1: Phone):
    """DOMAIN 7.29, 7.46"""
    await street.phone("r2").sends(BIN)

    for command in ("/open", "/mine", "/find 1", "/who"):
        await r1.sends(command)

    assert len(await r1.hears()) == 4
    assert "垃圾" not in texts(await r1.hears())
    assert "小王" not in texts(await r1.hears())


async def test_help_and_an_unknown_command_are_answered(street: Street, r1: Phone):
    await r1.sends("/help")
    await r1.sends("/frobnicate")

    shown, unknown = await r1.hears()
    assert all(word in shown.text for word in ("119", "120", "110", "/my", "/leave"))
    assert "/help" in unknown.text
