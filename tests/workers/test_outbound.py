"""What is owed is sent outside any transaction, tried again, or given up; whoever must know is told."""

from datetime import timedelta

import pytest

from bot.channels.base import MessageGone, NotAccepted, TryAgain, Unreachable
from bot.core import people, speech
from bot.core.notes import Note
from bot.mailbox import outbox
from bot.mailbox.outbox import Address
from models import Account, Person
from tests import desk as desks
from tests.desk import CHANNEL, OPERATORS, Desk, chat_of
from tests.workers.channels import MoodyChannel

A = Address(CHANNEL, "a")


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is taken from the outbox is tests/mailbox's matter, on both kinds of database."""
    return small_desk


async def say(desk: Desk, *texts: str, to: Address = A, urgency: int = 3, photo: str | None = None) -> None:
    async with desk.database.transaction() as session:
        for text in texts:
            note = Note(text, photo=photo)
            await speech.say(session, to, note, now=desk.clock.now(), urgency=urgency)


async def reachable(desk: Desk, person: Person) -> bool:
    async with desk.database.reading() as session:
        assert person.id is not None
        return await people.address_of(session, person.id) is not None


async def test_notes_of_one_chat_arrive_in_their_order(desk: Desk, channel: MoodyChannel):
    await say(desk, *"abcdefgh")

    await desk.send()

    assert channel.said_to("a") == list("abcdefgh")


async def test_the_messages_id_is_remembered(desk: Desk, channel: MoodyChannel):
    await say(desk, "hello")

    await desk.send()

    [item] = await desk.owed()
    assert (item.status, item.message_id) == ("sent", "1")


async def test_a_failed_note_is_sent_after_a_pause_and_before_the_later_ones(desk: Desk, channel: MoodyChannel):
    await say(desk, "first", "second")
    channel.refuse("a", TryAgain("500"))

    await desk.send()
    before = channel.said_to("a")
    desk.clock.advance(seconds=1)
    await desk.send()

    assert (before, channel.said_to("a")) == ([], ["first", "second"])


async def test_a_failing_chat_holds_up_no_other(desk: Desk, channel: MoodyChannel):
    await say(desk, "to a")
    await say(desk, "to b", to=Address(CHANNEL, "b"))
    channel.refuse("a", TryAgain("500"))

    await desk.send()

    assert channel.said_to("b") == ["to b"]


async def test_the_platforms_own_patience_is_kept(desk: Desk, channel: MoodyChannel):
    await say(desk, "hello")
    channel.refuse("a", TryAgain("429", after=timedelta(seconds=31)))

    await desk.send()
    desk.clock.advance(seconds=30)
    await desk.send()
    early = channel.said_to("a")
    desk.clock.advance(seconds=1)
    await desk.send()

    assert (early, channel.said_to("a")) == ([], ["hello"])


async def test_an_emergency_is_said_while_other_words_wait_for_their_next_try(desk: Desk, channel: MoodyChannel):
    await say(desk, "receipt")
    channel.refuse("a", TryAgain("500"))
    await desk.send()

    await say(desk, "call 119", urgency=0)
    await desk.send()

    assert channel.said_to("a") == ["call 119"]


async def test_a_bug_while_sending_is_tried_again_and_loses_nothing(desk: Desk, channel: MoodyChannel):
    await say(desk, "hello")
    channel.refuse("a", KeyError("a bug"))

    await desk.send()
    desk.clock.advance(seconds=1)
    await desk.send()

    assert channel.said_to("a") == ["hello"]


async def test_a_picture_that_is_not_taken_is_left_out_and_the_words_arrive(desk: Desk, channel: MoodyChannel):
    await say(desk, "look", photo="copies/1")
    channel.refuse("a", NotAccepted("IMAGE_PROCESS_FAILED"))

    await desk.send()

    [shown] = channel.messages.values()
    assert (channel.said_to("a"), shown.what.photo) == (["look"], None)


async def test_words_that_are_never_taken_are_given_up_and_told(desk: Desk, channel: MoodyChannel):
    await say(desk, "hello")
    channel.refuse("a", NotAccepted("message is too long"))

    await desk.send()

    assert [item.status for item in await desk.owed(recipient="a")] == ["failed"]
    assert "第1条消息" in channel.said_to(OPERATORS.chat)[0]


async def test_an_alarm_that_is_not_taken_raises_no_other(desk: Desk, channel: MoodyChannel):
    await say(desk, "hello")
    channel.refuse("a", NotAccepted("message is too long"))
    channel.refuse(OPERATORS.chat, NotAccepted("message is too long"))

    await desk.send()

    assert [item.status for item in await desk.owed()] == ["failed", "failed"]


async def test_when_the_last_try_fails_operators_are_told(desk: Desk, channel: MoodyChannel):
    await say(desk, "hello")
    async with desk.database.transaction() as session:
        for _ in range(outbox.MAX_ATTEMPTS - 1):
            await outbox.retry(session, 1, "500", now=desk.clock.now())
    channel.refuse("a", TryAgain("500"))

    desk.clock.advance(minutes=15)
    await desk.send()

    assert [item.status for item in await desk.owed(recipient="a")] == ["failed"]
    assert "第1条消息" in channel.said_to(OPERATORS.chat)[0]


async def test_somebody_who_blocked_the_bot_is_not_written_to_any_more(desk: Desk, channel: MoodyChannel):
    chat = chat_of(desk.courier)
    await say(desk, "hello", to=Address(CHANNEL, chat))
    channel.refuse(chat, Unreachable("bot was blocked by the user"))

    await desk.send()

    assert [item.status for item in await desk.owed(recipient=chat)] == ["failed"]
    assert not await reachable(desk, desk.courier)


async def test_a_message_to_take_away_that_is_gone_is_away(desk: Desk, channel: MoodyChannel):
    async with desk.database.transaction() as session:
        await speech.remove(session, A, "77", now=desk.clock.now())
    channel.refuse("a", MessageGone("message to delete not found"))

    await desk.send()

    assert [item.status for item in await desk.owed()] == ["sent"]


@pytest.mark.parametrize("senders", [1, 2])
async def test_after_a_restart_what_was_being_sent_is_sent(desk: Desk, channel: MoodyChannel, senders: int):
    await say(desk, "hello")
    async with desk.database.transaction() as session:
        await outbox.take(session, "died in the middle", now=desk.clock.now(), limit=8)

    # one process takes it back at its start; of several each waits for the lease
    if senders == 1:
        async with desk.database.transaction() as session:
            await outbox.release(session, holder_is_not="sender")
    else:
        desk.clock.advance(seconds=outbox.LEASE.total_seconds())
    await desks.drain(desk.sender())

    assert channel.said_to("a") == ["hello"]


async def test_somebody_who_comes_back_is_written_to_again(desk: Desk):
    to = Address(CHANNEL, chat_of(desk.courier))
    async with desk.database.transaction() as session:
        await people.lost(session, to)
        await people.reached(session, to)

    assert await reachable(desk, desk.courier)


async def test_only_the_blocked_account_of_a_person_is_passed_over(desk: Desk):
    async with desk.database.transaction() as session:
        session.add(Account(person_id=desk.courier.id or 0, channel="other", external_id="x"))
        await people.lost(session, Address(CHANNEL, chat_of(desk.courier)))

    async with desk.database.reading() as session:
        assert await people.address_of(session, desk.courier.id or 0) == Address("other", "x")
