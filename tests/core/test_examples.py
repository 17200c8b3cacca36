"""Corrections become examples: only with consent, only of public matters, one a ticket, gone with the consent."""

import dataclasses
from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sa

from bot.core import examples, joining
from bot.core.reports import questions, recategorising
from bot.core.workflow import Action
from bot.mailbox.outbox import Address
from models import Example, Person, Report, Ticket
from tests.desk import CHANNEL, RUBBISH, Desk, chat_of

#: an L1
MANHOLE = "2幢门口窨井盖没了"


async def rows(desk: Desk) -> list[tuple[str, str, str, str]]:
    """Words, right code, judge's code and whose correction: what is learned from."""
    async with desk.database.reading() as session:
        return [(row.words, row.code, row.said, row.corrected_by) for row in await examples.kept(session)]


async def changes(desk: Desk, ticket: Ticket, code: str, *, by: Person) -> None:
    """A courier changes the category by 改."""
    async with desk.database.transaction() as session:
        at, now = Address(CHANNEL, chat_of(by)), desk.clock.now()
        await recategorising.choose(session, ticket.id or 0, code, by=by, at=at, now=now, street=desk.street)


async def leaves(desk: Desk, person: Person) -> None:
    async with desk.database.transaction() as session:
        await joining.leave(session, await session.get_one(Person, person.id), now=desk.clock.now(), street=desk.street)


async def test_a_category_that_the_courier_changes_is_an_example(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    await changes(desk, ticket, "ENV_BULKY", by=desk.courier)

    assert await rows(desk) == [(RUBBISH, "ENV_BULKY", "ENV_GARBAGE", "courier")]


async def test_a_category_that_he_picks_among_those_offered_is_an_example(desk: Desk):
    await desk.report("2幢门口堆着东西挡路", by=desk.courier)
    async with desk.database.transaction() as session:
        report = (await session.scalars(sa.select(Report))).one()
        picked = report.options[1]["code"]
        now = desk.clock.now()
        await questions.choose(session, report.id or 0, 1, by=desk.courier, now=now, street=desk.street)

    assert await rows(desk) == [("2幢门口堆着东西挡路", picked, "FIRE_CORRIDOR_CLUTTER", "courier")]


async def test_a_category_that_staff_change_is_an_example_of_the_courier_s_words(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    assert await rows(desk) == [(RUBBISH, "ENV_BULKY", "ENV_GARBAGE", "staff")]


async def test_what_staff_say_counts_more_than_what_the_courier_said(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await changes(desk, ticket, "ENV_BULKY", by=desk.courier)

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_ROAD_DIRTY")

    assert await rows(desk) == [(RUBBISH, "ENV_ROAD_DIRTY", "ENV_GARBAGE", "staff")]


async def test_what_staff_reject_was_no_matter(desk: Desk):
    ticket = await desk.report(by=desk.courier)

    await desk.act(ticket, Action.REJECT, by=desk.worker, text="看过了，没有这回事")

    assert await rows(desk) == [(RUBBISH, "NONE", "ENV_GARBAGE", "staff")]


Deed = Callable[[Desk, Ticket], Awaitable[object]]


def by_staff(code: str) -> Deed:
    return lambda desk, ticket: desk.act(ticket, Action.CATEGORISE, by=desk.worker, category=code)


async def rejects(desk: Desk, ticket: Ticket) -> None:
    await desk.act(ticket, Action.REJECT, by=desk.worker, text="看过了，没有这回事")


async def raises(desk: Desk, ticket: Ticket) -> None:
    await desk.act(ticket, Action.RAISE, by=desk.worker, level="L1")


async def by_itself(desk: Desk, ticket: Ticket) -> None:
    await desk.act(ticket, Action.CATEGORISE, by=None, category="ENV_BULKY")


@pytest.mark.parametrize(
    ("words", "who", "deed"),
    [
        # who never joined agreed to nothing
        (f"汇嘉花园{RUBBISH}", "guest", by_staff("ENV_BULKY")),
        # a people matter after the correction
        (RUBBISH, "courier", by_staff("PPL_DISPUTE")),
        # words that name somebody beyond what rules can take out
        ("2幢门口垃圾箱被业主张伟强弄翻了", "courier", by_staff("ENV_BULKY")),
        # what nobody can tell teaches nothing
        (RUBBISH, "courier", by_staff("OTH_UNCLEAR")),
        # an L1 may have been real, and over when somebody came
        (MANHOLE, "courier", rejects),
        # other steps, and the bot's own, are no corrections
        (RUBBISH, "courier", raises),
        (RUBBISH, "courier", by_itself),
    ],
)
async def test_nothing_is_kept(small_desk: Desk, words: str, who: str, deed: Deed):
    ticket = await small_desk.report(words, by=getattr(small_desk, who))

    await deed(small_desk, ticket)

    assert await rows(small_desk) == []


async def test_a_people_matter_teaches_nothing_whatever_it_turns_out_to_be(small_desk: Desk):
    ticket = await small_desk.report("3幢楼上夫妻天天打架，孩子哭", by=small_desk.courier)
    async with small_desk.database.transaction() as session:
        held = await session.get_one(Ticket, ticket.id)
        held.named = [*held.named, small_desk.head.id or 0]

    await small_desk.act(ticket, Action.CATEGORISE, by=small_desk.head, category="PRO_NOISE")

    assert await rows(small_desk) == []


async def test_words_of_two_matters_teach_nothing(small_desk: Desk):
    await small_desk.report("5幢楼道里堆满纸箱，2幢路灯不亮", by=small_desk.courier)
    first, second = await small_desk.tickets()

    await small_desk.act(first, Action.CATEGORISE, by=small_desk.worker, category="ENV_BULKY")
    await small_desk.act(second, Action.CATEGORISE, by=small_desk.worker, category="PRO_FACILITY")

    assert await rows(small_desk) == []


async def test_what_turns_into_a_people_matter_takes_its_example_along(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await changes(desk, ticket, "ENV_BULKY", by=desk.courier)

    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="PPL_DISPUTE")

    async with desk.database.reading() as session:
        assert (await session.scalars(sa.select(Example))).all() == []


async def test_numbers_and_estates_are_not_kept(small_desk: Desk):
    ticket = await small_desk.report(f"汇嘉花园{RUBBISH}，打13812345678", by=small_desk.courier)

    await small_desk.act(ticket, Action.CATEGORISE, by=small_desk.worker, category="ENV_BULKY")

    assert [words for words, *_ in await rows(small_desk)] == [f"{RUBBISH}，打"]


async def test_who_leaves_takes_his_examples_along_and_nobody_else_s(desk: Desk):
    for courier, words in ((desk.courier, RUBBISH), (desk.second_courier, "9幢路灯不亮")):
        ticket = await desk.report(words, by=courier)
        await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_BULKY")

    await leaves(desk, desk.courier)

    assert [words for words, *_ in await rows(desk)] == ["9幢路灯不亮"]


async def test_a_yes_to_an_older_notice_does_not_cover_learning(small_desk: Desk):
    street = small_desk.street
    notice = street.rules.notice.model_copy(update={"version": "2026-11", "keeper": "从前的街道"})
    earlier = dataclasses.replace(street, rules=street.rules.model_copy(update={"notice": notice}))
    async with small_desk.database.transaction() as session:
        now, courier = small_desk.clock.now(), small_desk.courier
        await joining.show_notice(session, courier, now=now, street=earlier)
        await joining.join(session, courier, now=now, street=street)
    ticket = await small_desk.report(by=small_desk.courier)
    await small_desk.act(ticket, Action.CATEGORISE, by=small_desk.worker, category="ENV_BULKY")

    assert await rows(small_desk) == []
