"""The checklist as people see it: two words on the card, the list with its dates, a button for what comes next."""

import pytest

from bot.core.procedure import recording, showing
from bot.core.workflow import Action
from models import Ticket
from tests.core.procedure.telling import UP_TO_THE_NOTICE, complex_matter, dispute, status, tells
from tests.desk import Desk


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is drawn does not depend on the kind of database."""
    return small_desk


async def shown(desk: Desk, ticket: Ticket) -> tuple[list[str], list[str]]:
    """The lines of the list, and its buttons."""
    async with desk.database.reading() as session:
        seen, found = await recording.see(session, ticket.id or 0, by=desk.worker, street=desk.street)
        note = showing.note(seen, found, street=desk.street)
        return note.text.splitlines(), [button.id for row in note.buttons for button in row]


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ((), "处置中·走访调研"),
        (("走访 计划 11-25",), "处置中·走访调研11-25"),
        (("走访 看过",), "处置中·联席会"),
        (("走访 看过", "约会 11-30 14:00 居委会会议室"), "处置中·联席会11-30"),
        ((*UP_TO_THE_NOTICE, "公示 11-30到12-07"), "处置中·公示到12-07"),
        # a Saturday: it hangs until Monday
        ((*UP_TO_THE_NOTICE, "公示 11-30到12-05"), "处置中·公示到12-07"),
    ],
)
async def test_the_card_says_where_the_matter_stands(desk: Desk, words: tuple[str, ...], seen: str):
    ticket = await complex_matter(desk)

    await tells(desk, ticket, *words, by=desk.worker)
    await desk.send()

    assert status(desk, ticket) == seen


async def test_the_present_step_fits_beside_every_flag(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, "公示 11-30到12-07", by=desk.worker)
    await desk.act(ticket, Action.SUPERVISE, by=desk.dispatcher)
    await desk.act(ticket, Action.ASK_EXTEND, by=desk.worker, text="等公示")
    await desk.decide(ticket, by=desk.dispatcher)
    async with desk.database.transaction() as session:
        (await session.get_one(Ticket, ticket.id)).rework = 1
    desk.clock.set("2026-12-01 10:00")
    await desk.act(ticket, Action.NOTE, by=desk.worker, text="还在公示")

    await desk.send()

    assert status(desk, ticket) == "处置中·公示到12-07·督办·超期·已延期·返工"
    assert len(status(desk, ticket)) <= 26


async def test_a_matter_with_nothing_left_to_do_says_no_step(desk: Desk):
    ticket = await dispute(desk)
    await tells(desk, ticket, "走访 两家都去了", "座谈 三方都到了", by=desk.grid_worker)
    async with desk.database.reading() as session:
        _, found = await recording.see(session, ticket.id or 0, by=desk.grid_worker, street=desk.street)

    assert showing.brief(found, street=desk.street) == ""
    assert showing.note(ticket, found, street=desk.street).buttons == ()


async def test_the_list_shows_what_was_done_what_is_planned_and_what_is_open(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, "走访 看过现场", "约会 11-30 14:00 居委会会议室", "维保 计划 12-20", by=desk.worker)

    (head, *lines), buttons = await shown(desk, ticket)

    assert "一步都不能少" in head
    assert lines == [
        "✅ 接到诉求 11-23",
        "✅ 走访调研 11-23 看过现场",
        "⏳ 联席会 11-30 14:00 居委会会议室",
        "▢ 决定",
        "▢ 公示",
        "▢ 落实",
        "⏳ 维保 12-20",
    ]
    assert buttons == [f"t:{ticket.id}:steps:minutes"]


async def test_the_list_keeps_the_objections_in_sight(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, "公示 11-24到12-01", by=desk.worker)

    await tells(desk, ticket, "公示结果 2家反对：怕绿化少了", by=desk.worker)

    lines, buttons = await shown(desk, ticket)
    assert "↩️ 公示 11-24到12-01 2家反对：怕绿化少了" in lines
    assert "▢ 联席会 （第2次）" in lines
    assert buttons == [f"t:{ticket.id}:steps:appoint"]


async def test_many_rounds_still_fit_one_message(desk: Desk):
    ticket = await complex_matter(desk)
    await tells(desk, ticket, *UP_TO_THE_NOTICE, by=desk.worker)

    for day in range(1, 9):
        await tells(desk, ticket, f"公示 11-24到12-{day:02}", f"走访 {'说了很多' * 500}", by=desk.worker)

    lines, _ = await shown(desk, ticket)
    assert len("\n".join(lines)) < 2000
    assert sum("公示" in line for line in lines) == showing.MOST_ROUNDS
