"""A street sets itself up: groups are bound, staff appointed, and rights come from the register alone."""

import pytest

from tests.stories import pictures
from tests.stories.phone import Group, Phone
from tests.stories.street import Street

WORDS = "汇嘉花园2幢门口垃圾箱让风刮翻了"


@pytest.fixture
async def newcomers(street: Street) -> Group:
    """A group that nobody has bound yet, with the admin, a worker-to-be and the bot in it."""
    members = {"type": "supergroup", "title": "汇嘉二群", "members": ["street_d", "r12"]}
    chat = (await street.people.post("/world/chats", json=members)).json()["id"]
    for change in ({"remove": ["bot"]}, {"add": ["bot"]}):
        await street.people.post(f"/world/chats/{chat}/members", json={**change, "by": "street_d"})
    await street.quiet()
    return Group(street, str(chat), "汇嘉二群")


async def test_the_bot_says_what_to_do_when_it_is_added_to_a_group(newcomers: Group):
    assert "/bind" in await newcomers.text("street_d")


async def test_an_admin_binds_a_group_and_its_cards_arrive(street: Street, newcomers: Group, r1: Phone):
    await street.phone("street_d").sends("/bind 汇嘉", to=newcomers)

    await r1.sends(WORDS, photo=pictures.sample("bin_tipped"))

    assert "认领" in (await newcomers.card("street_d", 1)).buttons


async def test_somebody_else_cannot_bind_a_group_whatever_he_calls_himself(street: Street, newcomers: Group, r1: Phone):
    await street.phone("r12").sends("/bind 汇嘉", to=newcomers)

    await r1.sends(WORDS)

    assert "管理员" in await newcomers.text("r12")
    assert await newcomers.cards("r12") == []


async def test_a_wrong_name_is_answered_with_the_right_ones(street: Street, newcomers: Group):
    await street.phone("street_d").sends("/bind 火星", to=newcomers)

    assert "江畔" in await newcomers.text("street_d")


async def test_an_appointed_worker_may_claim_and_a_dismissed_one_may_not(street: Street, newcomers: Group, r1: Phone):
    admin, worker = street.phone("street_d"), street.phone("r12")
    await admin.sends("/bind 汇嘉", to=newcomers)
    greeting = await worker.sends("大家好", to=newcomers)
    await admin.sends("/appoint 社区工作者", to=newcomers, reply_to=greeting)
    await r1.sends(WORDS)
    card = await newcomers.card("r12", 1)
    await worker.presses("认领", on=card)
    claimed = await street.ticket(1)

    await admin.sends("/dismiss", to=newcomers, reply_to=greeting)

    assert claimed["owner"] == "小新"
    assert (await street.ticket(1))["status"] == "dispatched"
    assert await worker.presses("认领", on=await newcomers.card("r12", 1))
    assert (await street.ticket(1))["owner"] is None


async def test_a_post_of_the_street_is_not_given_in_a_communitys_group(street: Street, newcomers: Group):
    admin, worker = street.phone("street_d"), street.phone("r12")
    await admin.sends("/bind 汇嘉", to=newcomers)
    greeting = await worker.sends("大家好", to=newcomers)

    await admin.sends("/appoint 调度", to=newcomers, reply_to=greeting)

    assert "网格员" in await newcomers.text("street_d")


async def test_a_group_that_throws_the_bot_out_is_stood_in_for(street: Street, r1: Phone):
    group = street.group("汇嘉")
    await street.people.post(f"/world/chats/{group.chat}/members", json={"remove": ["bot"], "by": "hj_s"})
    await street.quiet()

    await r1.sends(WORDS)

    assert "#1" in (await street.phone("hj_h").card(1)).text
    assert "汇嘉" in (await street.phone("street_d").hears())[0].text


async def test_a_group_that_becomes_a_supergroup_gets_its_open_cards_again(street: Street, r1: Phone, w: Phone):
    await r1.sends(WORDS)
    old = street.group("汇嘉")

    moved = (await street.people.post(f"/world/chats/{old.chat}/upgrade", json={"from": "hj_s"})).json()
    await street.quiet()

    new = Group(street, str(moved.get("id") or moved.get("chat")), old.title)
    await w.presses("认领", on=await new.card("hj_w", 1))
    assert (await street.ticket(1))["owner"] == "小王"
