"""One incoming item is one transaction; what fails is rolled back, tried again, parked and told."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import NotAccepted, Unreadable
from bot.core import people, speech
from bot.core.notes import Note
from bot.mailbox import inbox
from bot.mailbox.inbox import Incoming
from bot.workers import Handle, Inbound
from models import InboxItem, Person
from tests.desk import CHANNEL, OPERATORS, Desk, chat_of

Toast = Callable[[], Awaitable[Any]]


async def keeps(session: AsyncSession, payload: Any, *, now: datetime) -> None:
    """Writes a domain row and owes an answer."""
    person = await people.find_or_add(session, CHANNEL, str(payload), f"人{payload}", now=now)
    assert person.id is not None
    await speech.tell(session, person.id, Note(f"收到{payload}"), now=now)


async def breaks(session: AsyncSession, payload: Any, *, now: datetime) -> None:
    """Writes the same, then fails."""
    await keeps(session, payload, now=now)
    raise ValueError(payload)


async def breaks_on_the_first(session: AsyncSession, payload: Any, *, now: datetime) -> None:
    await (breaks if payload == 1 else keeps)(session, payload, now=now)


def working(desk: Desk, handle: Handle) -> Inbound:
    return Inbound(desk.database, desk.clock, desk.street, {CHANNEL: handle}, OPERATORS, desk.bells, desk.tasks)


async def arrive(desk: Desk, *numbers: int, lane: str = "chat:1") -> None:
    async with desk.database.transaction() as session:
        items = [Incoming(CHANNEL, str(number), lane, number) for number in numbers]
        await inbox.put(session, items, now=desk.clock.now())


async def items(desk: Desk) -> list[InboxItem]:
    async with desk.database.reading() as session:
        return list((await session.scalars(sa.select(InboxItem).order_by(InboxItem.id))).all())  # type: ignore[arg-type]


async def newcomers(desk: Desk) -> list[str]:
    async with desk.database.reading() as session:
        query = sa.select(Person.nickname).where(Person.nickname.startswith("人"))  # type: ignore[call-overload]
        return list((await session.scalars(query)).all())


async def test_an_item_is_done_together_with_what_its_handling_wrote(desk: Desk):
    await arrive(desk, 1)

    worked = await working(desk, keeps).step()

    [item] = await items(desk)
    assert (worked, item.status, await newcomers(desk), len(await desk.owed())) == (True, "done", ["人1"], 1)


async def test_with_nothing_to_handle_the_loop_may_rest(desk: Desk):
    assert await working(desk, keeps).step() is False


async def test_a_handler_that_raises_leaves_no_row_behind(desk: Desk):
    await arrive(desk, 1)

    await working(desk, breaks).step()

    [item] = await items(desk)
    assert (item.status, item.attempts, item.error) == ("new", 1, "ValueError")
    assert (await newcomers(desk), await desk.owed()) == ([], [])


async def test_an_item_that_fails_four_times_is_parked_and_its_chat_goes_on(desk: Desk):
    await arrive(desk, 1, 2)
    inbound = working(desk, breaks_on_the_first)

    # pauses of 1, 2 and 4 s; between them the chat waits
    for pause in (0, 1, 2, 4):
        desk.clock.advance(seconds=pause)
        while await inbound.step():
            pass

    first, second = await items(desk)
    assert (first.status, first.error, first.attempts) == ("parked", "ValueError", 4)
    assert (second.status, await newcomers(desk)) == ("done", ["人2"])


async def test_operators_are_told_of_a_parked_item_once(desk: Desk):
    await arrive(desk, 1)
    inbound = working(desk, breaks)

    for _ in range(5):
        await inbound.step()
        desk.clock.advance(seconds=10)

    [alarm] = await desk.owed(recipient=OPERATORS.chat)
    assert "第1条来信" in alarm.payload["text"]


async def test_without_an_operators_chat_the_admins_are_told_in_private(desk: Desk):
    async with desk.database.transaction() as session:
        await people.appoint(session, desk.dispatcher, "admin", None, by=None, now=desk.clock.now())
    await arrive(desk, 1)
    inbound = working(desk, breaks)
    inbound.operators = None

    for _ in range(4):
        await inbound.step()
        desk.clock.advance(seconds=10)

    assert [alarm.recipient for alarm in await desk.owed()] == [chat_of(desk.dispatcher)]


async def test_what_makes_no_sense_is_parked_at_once_and_told(desk: Desk):
    async def cannot_read(session: AsyncSession, payload: Any, *, now: datetime) -> None:
        raise Unreadable("no update")

    await arrive(desk, 1)

    await working(desk, cannot_read).step()

    [item] = await items(desk)
    assert (item.status, item.attempts, item.error) == ("parked", 0, "no update")
    assert [alarm.recipient for alarm in await desk.owed()] == [OPERATORS.chat]


async def test_a_toast_is_sent_only_after_the_commit(desk: Desk):
    seen: list[str] = []
    shown = asyncio.Event()

    async def toast() -> None:
        seen.extend(item.status for item in await items(desk))
        shown.set()

    async def answers(session: AsyncSession, payload: Any, *, now: datetime) -> Toast:
        await keeps(session, payload, now=now)
        return toast

    await arrive(desk, 1)

    await working(desk, answers).step()

    await asyncio.wait_for(shown.wait(), timeout=10)
    assert seen == ["done"]


async def test_a_toast_is_not_sent_when_the_rows_cannot_be_written(desk: Desk):
    toasts: list[str] = []

    async def toast() -> None:
        toasts.append("done")

    async def answers_too_early(session: AsyncSession, payload: Any, *, now: datetime) -> Toast:
        # Written at the end of the transaction, where the database finds that nickname is missing.
        session.add(Person(nickname=None, created_at=now))  # type: ignore[arg-type]
        return toast

    await arrive(desk, 1)

    await working(desk, answers_too_early).step()

    for _ in range(3):
        await asyncio.sleep(0)
    assert (toasts, [item.status for item in await items(desk)]) == ([], ["new"])


@pytest.mark.parametrize("lanes", [("chat:1", "chat:1"), ("chat:1", "chat:2")])
async def test_a_toast_that_is_refused_harms_nobody(desk: Desk, lanes: tuple[str, str]):
    async def too_old() -> None:
        raise NotAccepted("query is too old")

    async def answers(session: AsyncSession, payload: Any, *, now: datetime) -> Toast:
        await keeps(session, payload, now=now)
        return too_old

    for number, lane in enumerate(lanes, start=1):
        await arrive(desk, number, lane=lane)
    inbound = working(desk, answers)

    while await inbound.step():
        pass

    assert [item.status for item in await items(desk)] == ["done", "done"]
