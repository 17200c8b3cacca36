"""Complex matters over HTTP: a neighbour's noise settled at the table, a lift's fans decided, published and put up."""

import pytest

from tests.stories import pictures
from tests.stories.phone import Message, Phone, texts
from tests.stories.street import Street

NOISE = "3幢阿姨说隔壁空调外机嗡嗡响 睡不着"
FANS = "宁沁家园3幢电梯里闷得很 能不能装个风扇"


async def everybody_reads(street: Street) -> str:
    """All that the bot says in all the groups of the street."""
    seats = {"汇嘉": "hj_w", "江畔": "jp_w", "望江": "wj_w", "北欣": "bx_w", "街道": "street_d"}
    return "".join([await street.group(name).text(viewer) for name, viewer in seats.items()])


async def escalated(street: Street) -> tuple[Phone, Phone]:
    """The noise at its grid head, who got it from the grid worker; the two of them."""
    await street.phone("r3").sends(NOISE)
    grid_worker, head = street.phones("hj_g", "hj_h")
    await grid_worker.presses("认领", on=await grid_worker.card(1))
    await grid_worker.presses("更多", on=await grid_worker.card(1))
    await grid_worker.presses("上报", on=await grid_worker.last())
    return grid_worker, head


async def steps(street: Street, number: int) -> list[tuple[str, int, str | None]]:
    """Step, round and how it ended."""
    told = (await street.ticket(number))["steps"]
    return [(step["step"], step["round"], step["outcome"]) for step in told]


async def test_a_noise_goes_up_to_the_grid_head_who_calls_the_three_to_the_table(street: Street):
    """S18"""
    grid_worker, head = await escalated(street)

    await head.presses("更多", on=await head.card(1))
    await head.presses("步骤", on=await head.last())
    shown = await head.last()
    await head.sends("1 走访 两家都去听过，外机正对窗户")
    await head.sends("1 约会 11-27 14:00 居委会会议室")

    ticket = await street.ticket(1)
    due = {row["clock"]: row["due"] for row in ticket["deadlines"]}
    assert (ticket["owner"], due["coordinate"]) == ("老陈", "2026-11-30T10:00:00+08:00")
    assert all(part in shown.text for part in ("✅ 接到诉求", "▢ 走访调研", "▢ 联席会"))
    assert "11-27 14:00" in (await grid_worker.last()).text
    assert "联席会11-27" in (await head.card(1)).text
    assert await everybody_reads(street) == ""
    assert not any("11-27" in message.text for message in await street.phone("r3").hears())


async def test_a_noise_that_was_settled_counts_for_the_village_and_names_nobody(street: Street):
    """S19"""
    grid_worker, head = await escalated(street)
    await head.sends("1 走访 两家都去听过，外机正对窗户")
    await street.at("2026-11-27T15:00")

    await head.sends("1 会议 居委会、业委会、物业都到了，物业下周三加减震垫，公共收益出")
    await head.sends("#1 减震垫装好了，两家都说过了")
    await head.presses("处置完成", on=await head.card(1))
    await grid_worker.presses("核查通过", on=await grid_worker.card(1))
    # r3 is on his afternoon round until then
    await street.at("2026-11-27T19:00")

    ticket, tiers = await street.ticket(1), (await street.web.get("/api/tiers")).json()
    told = texts(await street.phone("r3").hears())
    assert (ticket["status"], ticket["resolved_tier"]) == ("closed", "village")
    assert (tiers["tiers"]["village"], tiers["total"]) == (1, 1)
    assert "协调处理好了" in told
    assert not any(secret in told for secret in ("减震垫", "老陈", "物业", "会议"))
    assert await everybody_reads(street) == ""


async def test_a_people_matters_step_that_was_typed_in_the_group_is_taken_out_of_it(street: Street):
    """DOMAIN 7.24"""
    _, head = await escalated(street)
    group = street.group("汇嘉")

    await head.sends("1 走访 3幢和隔壁两家都去了", to=group)

    assert "3幢" not in texts(await group.messages("hj_w"))
    assert await everybody_reads(street) == ""
    assert "撤下来了" in (await head.last()).text
    assert (await steps(street, 1))[1] == ("visit", 1, None)


async def test_who_is_not_named_learns_nothing_of_its_steps(street: Street, w: Phone):
    """DOMAIN 7.24"""
    await escalated(street)
    group = street.group("汇嘉")
    await street.phone("r1").sends("5幢楼道灯不亮")
    card = await group.card("hj_w", 2)

    await w.sends("1 走访 我也去看看", to=group)
    said = [await w.presses(data, on=card, forge=True) for data in ("t:1:steps", "t:1:steps:visit")]

    assert "走访" not in await everybody_reads(street)
    assert all("没有找到" in each for each in said)


async def test_a_card_pressed_by_force_in_the_group_shows_no_people_matter(street: Street):
    _, head = await escalated(street)
    group = street.group("汇嘉")
    await street.phone("r1").sends("5幢楼道灯不亮")

    said = await head.presses("t:1:steps", on=await group.card("hj_h", 2), forge=True)

    assert "没有找到" in said
    assert "接到诉求" not in await everybody_reads(street)


async def fans(street: Street) -> tuple[Phone, Message]:
    """A courier's wish that the worker of 江畔 took and made a complex matter; she, and its card."""
    await street.phone("r4").sends(FANS)
    w, group = street.phone("jp_w"), street.group("江畔")
    await w.sends("认领 1", to=group)
    await w.sends("1 改成复杂事项 要装22台，动公共收益，得业委会表决", to=group)
    return w, await group.card("jp_w", 1)


TO_THE_DECISION = (
    "1 走访 22部电梯都看过，老人多",
    "1 会议 居委会、业委会、物业都到了，都同意装",
    "1 决定 22部电梯装风幕机，公共收益出，后期维保由业委会、物业承担",
)


async def test_fans_for_the_lifts_are_decided_published_and_put_up(street: Street):
    """S20"""
    w, _ = await fans(street)
    group = street.group("江畔")
    for words in TO_THE_DECISION:
        await w.sends(words, to=group)

    await w.sends("1 落实 都装好了", to=group)
    too_early = await group.text("jp_w")
    await w.sends("1 公示 11-30到12-07 各楼道公告栏", to=group, photo=pictures.sample("puddle"))
    card = (await group.card("jp_w", 1)).text
    await street.at("2026-12-08T09:00")
    await w.sends("1 公示结果 没有反对", to=group)
    await w.sends("1 落实 22台都装好了", to=group)
    await w.sends("1 维保 物业接手，质保两年", to=group)

    ticket = await street.ticket(1)
    decided = next(step["facts"] for step in ticket["steps"] if step["step"] == "decision")
    assert ticket["kind"] == "complex"
    assert "落实要等公示" in too_early
    assert "公示到12-07" in card
    assert (decided["funds"], decided["upkeep_by"]) == (["common_income"], ["OWNERS_COMMITTEE", "PROPERTY"])
    assert {outcome for _, _, outcome in await steps(street, 1)} == {"done"}


async def test_two_households_object_while_the_notice_hangs(street: Street):
    """S21"""
    w, _ = await fans(street)
    group = street.group("江畔")
    for words in (*TO_THE_DECISION, "1 公示 11-24到12-01"):
        await w.sends(words, to=group)

    await w.sends("1 公示结果 2家反对：怕绿化少了", to=group)
    await w.sends("1 步骤", to=group)

    shown = (await group.messages("jp_w"))[-1]
    assert ("notice", 1, "objected") in await steps(street, 1)
    assert {("meeting", 2, None), ("decision", 2, None), ("notice", 2, None)} <= set(await steps(street, 1))
    assert "2家反对：怕绿化少了" in shown.text
    assert "下一步：约会" in shown.buttons
    assert "处置中·联席会" in (await group.card("jp_w", 1)).text


async def test_the_next_step_is_asked_for_and_answered_in_a_reply(street: Street):
    w, card = await fans(street)
    group = street.group("江畔")
    await w.presses("更多", on=card)
    await w.presses("步骤", on=(await group.messages("jp_w"))[-1])

    await w.presses("下一步：走访调研", on=(await group.messages("jp_w"))[-1])
    asked = (await group.messages("jp_w"))[-1]
    await w.sends("22部电梯都看过，老人多", to=group, reply_to=asked)

    assert (await steps(street, 1))[1] == ("visit", 1, "done")
    assert "接下来：联席会" in (await group.messages("jp_w"))[-1].text
    assert asked.text not in texts(await group.messages("jp_w"))


async def test_a_complex_matter_is_not_reported_as_done_before_its_steps_are(street: Street):
    w, card = await fans(street)
    group = street.group("江畔")

    said = await w.presses("处置完成", on=card)
    await w.sends("1 好了", to=group)

    assert "走访调研、联席会、决定、公示、落实、维保没走完" in said
    assert (await street.ticket(1))["status"] == "claimed"
    assert "走访调研、联席会、决定、公示、落实、维保没走完" in (await group.messages("jp_w"))[-1].text


async def test_who_asks_for_the_steps_of_a_simple_matter_hears_how_to_get_some(street: Street, w: Phone):
    group = street.group("汇嘉")
    await street.phone("r1").sends("5幢楼道灯不亮")
    await w.sends("认领 1", to=group)

    await w.sends("1 步骤", to=group)

    assert "1 改成复杂事项" in (await group.messages("hj_w"))[-1].text


async def test_staff_talk_with_a_number_and_a_word_of_the_trade_is_left_alone(street: Street):
    w, _ = await fans(street)
    group = street.group("江畔")
    before = len(await group.messages("jp_w"))

    for words in ("1 落实一下", "1 验收 合格", "12 走访 看过", "1 会议室几点", "1 公示到哪天？"):
        await w.sends(words, to=group)

    assert len(await group.messages("jp_w")) == before + 5
    assert {outcome for step, _, outcome in await steps(street, 1) if step != "received"} == {None}


@pytest.mark.parametrize(
    ("who", "where", "said"),
    [
        ("street_d", None, "还没有办结的矛盾纠纷"),
        ("street_d", "街道", "还没有办结的矛盾纠纷"),
        ("hj_s", None, "只给街道看"),
        ("r1", None, "只给街道看"),
    ],
)
async def test_the_street_alone_looks_at_721(street: Street, who: str, where: str | None, said: str):
    phone, group = street.phone(who), street.group(where) if where else None

    await phone.sends("/tiers", to=group)

    assert said in (await phone.messages(group))[-1].text


async def test_721_is_not_told_where_couriers_read_it(street: Street):
    group, dispatcher = street.group("汇嘉"), street.phone("street_d")
    await street.people.post(f"/world/chats/{group.chat}/members", json={"add": ["street_d"]})

    await dispatcher.sends("/tiers", to=group)

    assert "只给街道看" in (await group.messages("street_d"))[-1].text


async def test_721_is_told_in_numbers_while_they_are_small(street: Street):
    _, head = await escalated(street)
    await head.sends("1 走访 两家都去听过")
    await head.sends("1 座谈 三方都到了，加减震垫")
    await head.presses("处置完成", on=await head.card(1))
    grid_worker, dispatcher = street.phones("hj_g", "street_d")
    await grid_worker.presses("核查通过", on=await grid_worker.card(1))

    await dispatcher.sends("/tiers")

    told = (await dispatcher.last()).text
    assert "村社 1件、科室 0件、街道 0件，共1件；目标 70/20/10" in told
    assert "件数太少，不比" in told
    assert "%" not in told
