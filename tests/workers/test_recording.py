"""What ends side by side is written down together, and still each for itself: nothing lost, nobody taken along."""

import asyncio
from collections.abc import Sequence

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import speech
from bot.core.notes import Card, Note
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from bot.workers.outbound import SIDE_BY_SIDE
from bot.workers.recording import Record, Recording
from tests import desk as desks
from tests.desk import CHANNEL, Desk
from tests.workers.channels import MoodyChannel


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """On SQLite an open transaction holds up the next one: so the tests can say what waits together."""
    return small_desk


class OddChannel(MoodyChannel):
    """Takes everything; what it answers for the chat `odd` no database can store."""

    async def deliver(self, to: Address, what: Note | Card) -> str:
        message = await super().deliver(to, what)
        return object() if to.chat == "odd" else message  # type: ignore[return-value]


async def owe(desk: Desk, *chats: str) -> None:
    async with desk.database.transaction() as session:
        for chat in chats:
            await speech.say(session, Address(CHANNEL, chat), Note("hello"), now=desk.clock.now())


def marking(number: int) -> Record:
    """Records that this item was sent."""

    async def record(session: AsyncSession) -> None:
        await outbox.sent(session, number, now=desks.MONDAY)

    return record


async def written_behind_another(desk: Desk, records: Sequence[Record]) -> list[BaseException | None]:
    """Lets the records come while somebody else still writes; what each of their callers got."""
    recording = Recording(desk.database)
    async with desk.database.transaction():
        writing = [asyncio.ensure_future(recording.write(record)) for record in records]
        await asyncio.sleep(0)
    return await asyncio.gather(*writing, return_exceptions=True)


async def sent_but_not_recorded(desk: Desk, sends: int) -> None:
    """The sender has sent so much, and somebody else's transaction keeps it from writing that down."""
    await desk.sender().step()
    async with desk.database.transaction():
        while len(desk.channel.messages) < sends:  # noqa: ASYNC110 - the channel tells nobody
            await asyncio.sleep(0)
        await desk.tasks.stop()


async def test_what_waits_together_is_committed_together_in_the_order_in_which_it_came(desk: Desk):
    seen: list[tuple[int, int]] = []

    def record(number: int) -> Record:
        async def note(session: AsyncSession) -> None:
            seen.append((number, id(session)))

        return note

    await written_behind_another(desk, [record(number) for number in range(5)])

    # the first one found the pen free
    assert [number for number, _ in seen] == [0, 1, 2, 3, 4]
    assert len({session for number, session in seen if number > 0}) == 1


async def test_one_that_cannot_be_written_takes_no_other_along(desk: Desk):
    await owe(desk, "a", "b", "c", "d")

    async def bad(session: AsyncSession) -> None:
        raise KeyError("no such row")

    ended = await written_behind_another(desk, [marking(1), marking(2), bad, marking(3)])

    assert [type(error) for error in ended] == [type(None), type(None), KeyError, type(None)]
    assert [item.status for item in await desk.owed()] == ["sent", "sent", "sent", "new"]


async def test_rows_written_beside_one_that_fails_are_written_once(desk: Desk):
    async def owe_one(session: AsyncSession) -> None:
        await speech.say(session, Address(CHANNEL, "a"), Note("hello"), now=desks.MONDAY)

    async def bad(session: AsyncSession) -> None:
        raise KeyError("no such row")

    await written_behind_another(desk, [marking(1), owe_one, bad])

    assert len(await desk.owed()) == 1


async def test_whoever_goes_away_while_he_waits_holds_nobody_up(desk: Desk):
    await owe(desk, "a", "b", "c")
    recording = Recording(desk.database)
    async with desk.database.transaction():
        writing = [asyncio.ensure_future(recording.write(marking(number))) for number in (1, 2, 3)]
        await asyncio.sleep(0)
        writing[1].cancel()
    await asyncio.gather(*writing, return_exceptions=True)

    assert [item.status for item in await desk.owed()] == ["sent", "sent", "sent"]


async def test_a_message_whose_answer_cannot_be_stored_keeps_no_other_from_being_marked(desk: Desk):
    desk.channel = OddChannel()
    await owe(desk, "a", "b", "odd", "c")
    await desk.sender().step()
    async with desk.database.transaction():
        while len(desk.channel.messages) < 4:  # noqa: ASYNC110 - the channel tells nobody
            await asyncio.sleep(0)

    while [item.status for item in await desk.owed()].count("sending"):  # noqa: ASYNC110 - rows tell nobody
        await asyncio.sleep(0.01)

    assert {item.recipient: item.status for item in await desk.owed()} == {
        "a": "sent",
        "b": "sent",
        "odd": "new",
        "c": "sent",
    }


async def test_a_kill_before_the_marks_doubles_at_most_what_was_under_way_and_loses_nothing(desk: Desk):
    chats = [f"chat {number}" for number in range(20)]
    await owe(desk, *chats)
    await sent_but_not_recorded(desk, SIDE_BY_SIDE)

    async with desk.database.transaction() as session:
        await outbox.release(session, holder_is_not="the next process")
    await desks.drain(desk.sender("the next process"))

    heard = [len(desk.channel.said_to(chat)) for chat in chats]
    assert sorted(heard) == [1] * 12 + [2] * 8


async def test_a_chat_hears_the_next_words_only_when_the_last_ones_are_marked(desk: Desk):
    await owe(desk, "a", "b", "a", "b", "a")
    sender = desk.sender()
    await sender.step()
    async with desk.database.transaction():
        while len(desk.channel.messages) < 2:  # noqa: ASYNC110 - the channel tells nobody
            await asyncio.sleep(0)
    meanwhile = [item.id for item in await desk.owed(status="new")]

    await desks.drain(sender)

    assert meanwhile == [3, 4, 5]
    assert [item.id for item in sorted(await desk.owed(recipient="a"), key=lambda item: item.message_id or "")] == [
        1,
        3,
        5,
    ]
