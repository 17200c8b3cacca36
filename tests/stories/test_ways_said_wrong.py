"""The menu of everything else, and what is typed or pressed wrong: a sentence that says what, and nothing changes."""

from typing import Any

import pytest

from tests.stories import ways
from tests.stories.phone import Phone
from tests.stories.street import IN_JIANGPAN, Street


async def test_the_menu_shows_everybody_what_is_his(street: Street, w: Phone):
    card = await ways.claimed(street)
    await street.later("1m")

    owner = await ways.menu(w, card)
    colleague = await ways.menu(street.phone("hj_g"), card)

    assert {"上报", "转给单位", "申请延期", "申请挂账", "提级", "降级", "拆成两件", "并单", "移交出去"} <= set(
        owner.buttons
    )
    assert {"提级", "降级", "拆成两件", "并单"} <= set(colleague.buttons)
    assert not {"上报", "转给单位", "申请延期", "申请挂账", "督办", "指定社区"} & set(colleague.buttons)
    # what has a button on the card has none here
    on_card = (await street.group("汇嘉").card("hj_w", 1)).buttons
    assert not set(owner.buttons) & set(on_card)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        # a courier reports and does not handle
        ("r1", "眼下没有别的您能做的"),
        # whom it does not concern at all
        ("r2", "这件归汇嘉"),
    ],
)
async def test_the_menu_is_refused_to_who_does_not_handle_it(street: Street, who: str, said: str):
    card = await ways.claimed(street)
    before = await street.ticket(1)

    toast = await street.phone(who).presses("t:1:more", on=card, forge=True)

    assert said in toast
    assert "还可以" not in await street.group("汇嘉").text("hj_w")
    assert await street.ticket(1) == before


async def test_the_menu_of_another_communitys_ticket_says_whose_it_is(street: Street):
    await ways.claimed(street)
    await street.phone("r4").sends("这里垃圾桶满了", pin=IN_JIANGPAN)
    neighbour, group = street.phone("jp_w"), street.group("江畔")

    said = await neighbour.presses("t:1:more", on=await group.card("jp_w", 2), forge=True)

    assert "这件归汇嘉" in said


WRONG: dict[str, list[tuple[str, str]]] = {
    "days": [
        ("1 挂账到2026-11-01 等配件", "将来的日子"),
        ("1 挂账到11-20 等配件", "将来的日子"),
        ("1 挂账到2028-01-01 等配件", "最远365天"),
        ("1 挂账到02-30 等配件", "没看出是哪一天"),
        ("1 挂账 等配件", "没看出是哪一天"),
        ("1 挂账到12-20", "请说一句原因"),
    ],
    "units": [
        ("1 转办 火星分局 张工", "没看出转给哪个单位"),
        ("1 转办", "没看出转给哪个单位"),
        ("1 转办 电信", "联系谁、回执号多少"),
    ],
    "levels": [
        ("1 提级 L9", "级别写"),
        ("1 提级 L3", "级别写"),
        ("1 降级 L3", "请说一句原因"),
        ("1 降级", "级别写"),
    ],
    "numbers": [
        ("1 并到 99", "没有找到 #99"),
        ("1 并到 1", "并不过去"),
        ("99 延期 等配件", "没有找到"),
        ("99 上报网格长", "没有找到"),
    ],
    "people": [
        ("1 转交给张三", "转交不到这个人"),
        # staff, but of another community
        ("1 转交给小林", "转交不到这个人"),
    ],
    "moments": [
        ("1 督办", "由经办的人来做"),
        ("1 恢复办理", "处置中"),
        ("1 延期", "请说一句原因"),
        ("1 属实", "处置中"),
    ],
}


@pytest.mark.parametrize("topic", WRONG)
async def test_what_is_typed_wrong_is_answered_and_changes_nothing(street: Street, w: Phone, topic: str):
    await ways.claimed(street)
    group = street.group("汇嘉")
    before = await everything(street)

    answers = {}
    for typed, _ in WRONG[topic]:
        await w.sends(typed, to=group)
        answers[typed] = (await ways.newest(w)).text

    assert {typed: said for typed, said in WRONG[topic] if said not in answers[typed]} == {}
    assert await everything(street) == before


async def everything(street: Street) -> list[dict[str, Any]]:
    """Every ticket with all that is known of it."""
    return [await street.ticket(ticket["number"]) for ticket in await street.tickets()]


async def test_whoever_was_not_asked_agrees_to_nothing(street: Street, w: Phone):
    card = await ways.claimed(street)
    await w.sends("1 延期 等配件", to=street.group("汇嘉"))
    before = await street.ticket(1)

    said = {
        who: await street.phone(who).presses("q:1:yes", on=card, forge=True) for who in ("hj_w", "hj_g", "hj_h", "r1")
    }

    assert {who for who, words in said.items() if "由经办的人来做" not in words} == set()
    assert await street.ticket(1) == before
    await ways.decide(street, "street_d", "同意")
    assert (await street.ticket(1))["extensions"] == 1


async def test_once_decided_the_other_one_hears_so(street: Street, w: Phone):
    await ways.claimed(street)
    await w.sends("1 延期 等配件", to=street.group("汇嘉"))
    question = await street.phone("street_d").last()
    await street.phone("street_d").presses("同意", on=question)

    again = await street.phone("street_d").presses("不同意", on=question)

    assert "已经有人定了" in again
    assert (await street.ticket(1))["requests"][0]["status"] == "granted"


async def test_a_request_that_nobody_needs_any_more_says_so(street: Street, w: Phone):
    card = await ways.claimed(street)
    await w.sends("1 延期 等配件", to=street.group("汇嘉"))
    await ways.proved(w, card)

    said = await ways.decide(street, "street_d", "同意")

    assert "不用批了" in said
    assert (await street.ticket(1))["requests"][0]["status"] == "void"


async def test_words_about_another_ticket_are_no_answer_to_this_ones_question(street: Street, w: Phone):
    await street.phone("r3").sends(ways.NOISE)
    grid_worker = street.phone("hj_g")
    await grid_worker.presses("认领", on=await grid_worker.card(1))
    await street.phone("r1").sends(ways.BIN)
    await grid_worker.presses("更多", on=await grid_worker.card(1))
    await grid_worker.presses("申请延期", on=await grid_worker.offered("申请延期"))

    await grid_worker.sends("认领 2")

    assert (await street.ticket(1))["requests"] == []
    assert (await street.ticket(2))["owner"] == "阿芳"
