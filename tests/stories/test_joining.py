"""A courier joins by a link and a yes, may leave again, and may report without either."""

import sqlite3

from tests.stories.phone import Phone, texts
from tests.stories.street import Street

BIN = "汇嘉花园2幢门口垃圾箱满了"


def consents(street: Street, nickname: str) -> list[str]:
    """The answers to the notice that are on record, each with a version and the notice's fingerprint."""
    query = (
        "SELECT answer FROM consent JOIN person ON person.id = consent.person_id"
        " WHERE nickname = ? AND notice_version != '' AND length(notice_sha256) = 64 ORDER BY consent.id"
    )
    with sqlite3.connect(street.folder / "suishoupai.sqlite3") as rows:
        return [answer for (answer,) in rows.execute(query, [nickname])]


async def joined(street: Street) -> Phone:
    """r12 after he followed the link of 汇嘉's poster, said yes and named his trade."""
    r12 = street.phone("r12")
    await r12.sends("/start join_HJ2026")
    await r12.presses("同意，加入", on=await r12.last())
    await r12.presses("外卖", on=await r12.last())
    return r12


async def test_the_notice_says_what_why_how_long_and_how_to_leave(street: Street):
    r12 = street.phone("r12")

    await r12.sends("/start join_HJ2026")

    notice = await r12.last()
    assert all(words in notice.text for words in ("记什么", "做什么用", "给谁看", "留多久", "怎么退", "/leave"))
    assert list(notice.buttons) == ["同意，加入", "先不加入"]
    assert consents(street, "小新") == ["shown"]


async def test_a_yes_is_recorded_and_the_next_report_earns_points(street: Street, w: Phone):
    r12 = await joined(street)

    await r12.sends("2幢门口垃圾箱满了")
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))

    assert consents(street, "小新") == ["shown", "yes"]
    assert "+5" in (await r12.last()).text


async def test_a_no_is_recorded_and_a_report_is_taken_all_the_same(street: Street, w: Phone):
    r12 = street.phone("r12")
    await r12.sends("/start join_HJ2026")
    await r12.presses("先不加入", on=await r12.last())

    await r12.sends(BIN)
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))

    assert consents(street, "小新") == ["shown", "no"]
    assert "接手" in (await r12.last()).text
    assert "积分 +" not in texts(await r12.hears())
    await r12.sends("/my")
    assert "积分：0" in (await r12.last()).text


async def test_who_leaves_is_forgotten_on_the_card_and_earns_no_more(street: Street, w: Phone):
    r12 = await joined(street)
    await r12.sends(BIN)

    await r12.sends("/leave")
    await r12.presses("确定退出", on=await r12.last())
    await w.presses("认领", on=await street.group("汇嘉").card("hj_w", 1))

    assert consents(street, "小新") == ["shown", "yes", "withdrawn"]
    assert "小新" not in (await street.group("汇嘉").card("hj_w", 1)).text
    assert "积分 +" not in texts(await r12.hears())


async def test_who_agreed_to_an_older_notice_is_shown_the_new_one(street: Street):
    r12 = await joined(street)
    # As an earlier program left it: this one knows no older notice.
    with sqlite3.connect(street.folder / "suishoupai.sqlite3") as rows:
        rows.execute("UPDATE consent SET notice_sha256 = 'older', allows_learning = 0")

    await r12.sends("/join")
    await r12.presses("先不加入", on=await r12.last())
    await r12.sends("/join")

    assert consents(street, "小新") == ["shown", "no"]
    assert "都和原来一样" in texts(await r12.hears())
    assert "已经" in (await r12.last()).text
