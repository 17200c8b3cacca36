"""What concerns a person or a home stays with the named few: no group ever sees it."""

from tests.stories.phone import Phone, texts
from tests.stories.street import Street

NOISE = "3幢阿姨说隔壁空调外机嗡嗡响 睡不着"
SILENT_DOOR = "2幢外卖放门口两天没拿 这家是个老人 平时秒接"


async def everybody_reads(street: Street) -> str:
    """All that the bot says in all the groups of the street."""
    seats = {"汇嘉": "hj_w", "江畔": "jp_w", "望江": "wj_w", "北欣": "bx_w", "街道": "street_d"}
    return "".join([await street.group(name).text(viewer) for name, viewer in seats.items()])


async def test_a_neighbours_noise_is_told_to_the_grid_worker_alone(street: Street):
    """S18"""
    r3 = street.phone("r3")

    await r3.sends(NOISE)

    ticket, card = await street.ticket(1), await street.phone("hj_g").card(1)
    assert (ticket["category"], ticket["privacy"]) == ("PRO_NOISE", "confidential")
    assert await everybody_reads(street) == ""
    assert await street.phone("hj_w").hears() == []
    assert "大刘" not in card.text
    assert "不进群" in (await r3.last()).text


async def test_a_silent_door_is_seen_to_and_the_courier_learns_only_that(street: Street, r1: Phone):
    """S32"""
    await r1.sends(SILENT_DOOR)
    grid_worker, duty = street.phones("hj_g", "street_y")
    ticket = await street.ticket(1)

    await grid_worker.presses("认领", on=await grid_worker.card(1))
    await grid_worker.sends("阿婆感冒在睡觉，女儿已经过来了", reply_to=await grid_worker.card(1))
    await grid_worker.presses("处置完成", on=await grid_worker.card(1))
    await duty.presses("核查通过", on=await duty.card(1))

    told = texts(await r1.hears())
    assert (ticket["category"], ticket["level"], ticket["privacy"]) == ("PPL_CARE", "L1", "sensitive")
    assert ticket["make_safe_due"] == "2026-11-23T12:00:00+08:00"
    assert (await street.ticket(1))["status"] == "closed"
    assert "已见到人" in told
    assert not any(secret in told for secret in ("感冒", "女儿", "阿芳"))
    assert await everybody_reads(street) == ""


async def test_a_people_matter_shouted_in_the_group_leaves_no_trace_there(street: Street, r1: Phone):
    """S32, DOMAIN 7.23-7.26"""
    group = street.group("汇嘉")

    await r1.sends(SILENT_DOOR, to=group)

    assert "认领" in (await street.phone("hj_g").card(1)).buttons
    assert "#1" in texts(await r1.hears())
    assert await everybody_reads(street) == ""
    assert SILENT_DOOR not in texts(await group.messages("hj_w"))


async def test_who_is_not_named_can_neither_find_nor_press_it(street: Street, w: Phone):
    """DOMAIN 7.24, 7.25"""
    group = street.group("汇嘉")
    await street.phone("r3").sends(NOISE)
    await street.phone("r1").sends("5幢楼道灯不亮")

    await w.sends("/find 1", to=group)
    await w.sends("认领 1", to=group)
    said = await w.presses("t:1:claim", on=await group.card("hj_w", 2), forge=True)

    assert (await street.ticket(1))["owner"] is None
    assert "没有找到" in said
    assert "噪声" not in await everybody_reads(street)


async def test_the_handler_who_leaves_loses_sight_of_it_and_the_head_gets_it(street: Street):
    """S28 for a people matter"""
    await street.phone("r3").sends(NOISE)
    grid_worker, head = street.phones("hj_g", "hj_h")
    await grid_worker.presses("认领", on=await grid_worker.card(1))

    await grid_worker.leaves(street.group("汇嘉"))

    assert (await street.ticket(1))["owner"] is None
    assert not any(message.is_card for message in await grid_worker.hears())
    assert "认领" in (await head.card(1)).buttons


async def test_a_people_matter_waits_or_goes_to_a_unit_without_a_word_to_couriers_or_groups(street: Street):
    """DOMAIN 7.24-7.26"""
    r3, grid_worker, dispatcher = street.phones("r3", "hj_g", "street_d")
    await r3.sends(NOISE)
    await grid_worker.presses("认领", on=await grid_worker.card(1))

    await grid_worker.sends("1 转办 物业 张经理13812345678 回执88")
    transferred = await street.ticket(1)
    await grid_worker.sends("1 挂账到12-20 等他家老人出院")
    asked = await dispatcher.last()
    await dispatcher.presses("同意", on=asked)

    told = texts(await r3.hears())
    assert (transferred["status"], transferred["party"]) == ("transferred", "PROPERTY")
    assert (await street.ticket(1))["status"] == "suspended"
    assert "专人事项" in asked.text
    assert "2026-12-20接着办" in told
    assert not any(secret in told for secret in ("物业", "张经理", "13812345678", "回执", "老人", "出院", "阿芳"))
    assert await everybody_reads(street) == ""
