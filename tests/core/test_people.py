"""Who somebody is, by the register and not by what he says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import people
from bot.mailbox.outbox import Address
from tests.desk import CHANNEL, Desk, chat_of


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """Look-ups by equality: one kind of database is enough."""
    return small_desk


async def test_an_account_that_writes_again_is_the_same_person(desk: Desk):
    async with desk.database.transaction() as session:
        first = await people.find_or_add(session, CHANNEL, "new", "阿新", now=desk.clock.now())
        again = await people.find_or_add(session, CHANNEL, "new", "改了名", now=desk.clock.now())

    assert (again.id, again.nickname, again.status) == (first.id, "阿新", "guest")


async def test_the_same_id_on_another_channel_is_somebody_else(desk: Desk):
    async with desk.database.transaction() as session:
        other = await people.find_or_add(session, "other", chat_of(desk.courier), "阿毛", now=desk.clock.now())

    assert other.id != desk.courier.id


@pytest.mark.parametrize(
    ("name", "nickname"),
    [
        ("阿毛", "阿毛"),
        ("  阿毛  ", "阿毛"),
        # marks that turn the line around, or are not seen at all
        ("阿\u202e毛\u200b", "阿毛"),
        ("阿\n毛\x00", "阿毛"),
        # nothing to call him by
        ("\u200b\u200d", "小哥"),
        ("", "小哥"),
        ("长" * 64, "长" * 20),
        ("😀小陈", "😀小陈"),
    ],
)
def test_a_name_becomes_a_nickname_that_can_stand_on_a_card(name: str, nickname: str):
    assert people.plain_nickname(name) == nickname


@given(st.text(max_size=100))
def test_every_name_becomes_a_nickname_of_one_line(name: str):
    nickname = people.plain_nickname(name)

    assert 0 < len(nickname) <= people.LONGEST_NICKNAME
    assert nickname.isprintable()


async def test_a_post_given_twice_is_held_once(desk: Desk):
    async with desk.database.transaction() as session:
        for _ in range(2):
            await people.appoint(session, desk.guest, "worker", "hj", by=desk.dispatcher, now=desk.clock.now())

        held = await people.roles_of(session, desk.guest.id or 0)

    assert [(post.role, post.community, post.granted_by) for post in held] == [("worker", "hj", desk.dispatcher.id)]


async def test_a_post_that_ended_gives_no_right_and_keeps_its_row(desk: Desk):
    async with desk.database.transaction() as session:
        ended = await people.dismiss(session, desk.worker, "hj", now=desk.clock.now())

        held = await people.roles_of(session, desk.worker.id or 0)

    assert (ended, list(held)) == (1, [])


async def test_who_is_dismissed_here_keeps_his_post_elsewhere(desk: Desk):
    async with desk.database.transaction() as session:
        await people.appoint(session, desk.worker, "worker", "jp", by=None, now=desk.clock.now())
        await people.dismiss(session, desk.worker, "hj", now=desk.clock.now())

        held = await people.roles_of(session, desk.worker.id or 0)

    assert [post.community for post in held] == ["jp"]


async def test_the_holders_of_posts_come_once_each_the_longest_serving_first(desk: Desk):
    async with desk.database.transaction() as session:
        await people.appoint(session, desk.worker, "grid_worker", "hj", by=None, now=desk.clock.now())

        found = await people.holders(session, people.COMMUNITY_POSTS, "hj")

    assert [person.nickname for person in found] == ["小王", "阿芳", "老陈"]


async def test_the_admins_of_the_configuration_are_entered_once(desk: Desk):
    async with desk.database.transaction() as session:
        for _ in range(2):
            await people.first_admins(session, "telegram", [77], now=desk.clock.now())

        admins = await people.holders(session, ["admin"], None)

    assert len(admins) == 1


async def test_a_person_is_reached_where_he_can_be_reached(desk: Desk):
    to = Address(CHANNEL, chat_of(desk.courier))
    async with desk.database.transaction() as session:
        before = await people.address_of(session, desk.courier.id or 0)
        await people.lost(session, to)
        after = await people.address_of(session, desk.courier.id or 0)

    assert (before, after) == (to, None)
