"""What clerks type after a question of the bot or a ticket's number, read into details."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import answers, misread
from bot.core.details import Details
from bot.core.refusals import Refusal
from bot.core.street import Street
from bot.core.workflow import Action
from tests.street import moment

NOW = moment("2026-11-23 10:00")


def read(action: Action, text: str, street: Street) -> Details:
    return answers.read(action, text, now=NOW, street=street)


@pytest.mark.parametrize(
    ("text", "level", "rest"),
    [
        ("L1", "L1", ""),
        ("l1", "L1", ""),
        ("L 1", "L1", ""),
        ("Ｌ２ 已经围好", "L2", "已经围好"),
        ("L3，只差补漆", "L3", "只差补漆"),
        ("到L2 没有人走", "L2", "没有人走"),
        # by name, as on the card
        ("特急", "L0", ""),
        ("紧急，有小孩在旁边玩", "L1", "有小孩在旁边玩"),
        ("一般 已经围好", "L2", "已经围好"),
        ("到缓办，只差补漆", "L3", "只差补漆"),
        # the first name counts, not the one in the reason
        ("缓办 不紧急了", "L3", "不紧急了"),
        ("已经不堵了 L3", "L3", "已经不堵了"),
        # none
        ("", None, ""),
        ("L4", None, "L4"),
        ("L12", None, "L12"),
        ("很急", None, "很急"),
    ],
)
@pytest.mark.parametrize("action", [Action.RAISE, Action.LOWER, Action.ASK_LOWER])
def test_a_level_is_named_by_code_or_as_on_the_card(
    street: Street, action: Action, text: str, level: str | None, rest: str
):
    details = read(action, text, street)

    assert (details.level, details.text) == (level, rest)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # the street's own names
        ("通信运营商 张工 回执88", "TELECOM"),
        ("供水公司李工，回执12", "WATER"),
        ("综合执法中队 小周", "URBAN_ENFORCEMENT"),
        ("社区卫生服务中心 王医生", "HEALTH"),
        # as people call them
        ("电信 张工 回执88", "TELECOM"),
        ("移动的师傅，13812345678", "TELECOM"),
        ("城管 老李", "URBAN_ENFORCEMENT"),
        ("市政 回执3", "MUNICIPAL"),
        ("自来水 李工", "WATER"),
        ("物业 张经理 回执1", "PROPERTY"),
        ("共享单车 客服", "BIKE_PLATFORM"),
        ("派出所 民警小王", "POLICE"),
        # the first of two
        ("供电公司李工，说是电信的杆子", "POWER"),
        # behind the contact
        ("张工，电信的，回执88", "TELECOM"),
    ],
)
def test_a_unit_is_found_by_its_name_and_the_contact_is_kept_whole(street: Street, text: str, party: str):
    details = read(Action.TRANSFER, text, street)

    assert (details.party, details.text) == (party, text)


@pytest.mark.parametrize(
    ("text", "party", "rest"),
    [
        ("张工 回执88", None, "张工 回执88"),
        ("", None, ""),
        ("火星分局 张工", None, "火星分局 张工"),
        # a name alone is no contact
        ("电信", "TELECOM", ""),
        (" 通信运营商。 ", "TELECOM", ""),
    ],
)
def test_an_unknown_unit_or_no_contact_is_seen(street: Street, text: str, party: str | None, rest: str):
    details = read(Action.TRANSFER, text, street)

    assert (details.party, details.text) == (party, rest)


def test_every_short_name_leads_to_a_unit_of_the_street(street: Street):
    assert set(answers.SHORT_NAMES.values()) <= set(street.taxonomy.parties)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8", 8),
        ("#8", 8),
        ("＃8", 8),
        ("# 8", 8),
        ("８", 8),
        ("#8 是同一件", 8),
        ("8，同一个坑", 8),
        ("和8是同一件", 8),
        # the one with the # is meant, not the house
        ("12幢那个，#8", 8),
        # two plain numbers: nobody knows
        ("12幢那个 8", None),
        ("#8 #9", None),
        ("", None),
        ("同一件", None),
        # no ticket has such a number
        ("13812345678", None),
        ("1234567890", None),
    ],
)
def test_the_other_ticket_is_named_by_one_number(street: Street, text: str, number: int | None):
    assert read(Action.MERGE, text, street).ticket_id == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("飞线充电", "FIRE_WIRE_CHARGE"),
        ("FIRE_WIRE_CHARGE", "FIRE_WIRE_CHARGE"),
        ("  飞线充电 ", "FIRE_WIRE_CHARGE"),
        # enough of it to know which
        ("暴露垃圾", "ENV_GARBAGE"),
        ("建筑垃圾", "ENV_BULKY"),
    ],
)
@pytest.mark.parametrize("action", [Action.CATEGORISE, Action.SPLIT])
def test_a_category_is_named_in_words(street: Street, action: Action, text: str, code: str):
    assert read(action, text, street).category == code


@pytest.mark.parametrize("text", ["", "垃圾", "不知道", "ENV", "飞线充电了"])
def test_an_unclear_category_is_refused(street: Street, text: str):
    with pytest.raises(misread.BadCategory):
        read(Action.CATEGORISE, text, street)


@pytest.mark.parametrize(("text", "code"), [("汇嘉", "hj"), (" 江畔 ", "jp")])
def test_a_community_is_named_as_people_call_it(street: Street, text: str, code: str):
    assert read(Action.REROUTE, text, street).community == code


@pytest.mark.parametrize("text", ["", "火星", "汇嘉和江畔"])
def test_an_unknown_community_is_refused(street: Street, text: str):
    with pytest.raises(misread.BadCommunity):
        read(Action.REROUTE, text, street)


def test_a_suspension_is_a_day_and_a_reason(street: Street):
    details = read(Action.ASK_SUSPEND, "到12-20，等配件", street)

    assert (details.until, details.text) == (moment("2026-12-20 00:00"), "等配件")


def test_a_suspension_without_a_day_keeps_the_reason(street: Street):
    details = read(Action.ASK_SUSPEND, "02-30 等配件", street)

    assert (details.until, details.text) == (None, "等配件")


def test_what_needs_no_reading_is_kept_as_it_is(street: Street):
    assert read(Action.RETURN, " 是市政的 ", street) == Details(text=" 是市政的 ")


typed = st.one_of(
    st.text(max_size=100),
    # what looks like an answer and is not quite one
    st.text(alphabet="L0123456789#＃-.年月日天后到，。 电信供水公司张工特急一般缓办明", max_size=30),
)


@pytest.mark.parametrize("action", list(Action))
@given(text=typed)
@settings(max_examples=60, deadline=None)
def test_reading_fails_with_a_refusal_or_not_at_all(street: Street, action: Action, text: str):
    with contextlib.suppress(Refusal):
        assert isinstance(read(action, text, street), Details)
