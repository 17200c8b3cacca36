"""What could not be sent in a courier's lull waits for the next one; he is not disturbed because we were late."""

from bot.channels.base import TryAgain
from bot.core import speech
from bot.core.notes import Note
from bot.mailbox.outbox import Address
from tests.core import news
from tests.desk import CHANNEL, Desk, chat_of
from tests.workers.channels import MoodyChannel


async def test_after_an_outage_what_was_due_in_the_lull_waits_for_the_next_in_its_order(desk: Desk):
    ticket, other = await news.reported(desk), await news.claimed(desk, news.LAMP)
    news.at(desk, news.PEAK)
    await desk.prove(other, by=desk.worker)
    await desk.claim(ticket, by=desk.worker)

    # The lull ended ten minutes ago. The second could go by itself, but not before the first.
    news.at(desk, "16:10")

    assert (await news.told(desk), await news.due(desk)) == (["接手"], [news.EVENING] * 2)
    news.at(desk, news.EVENING)
    assert await news.told(desk) == ["接手", "说处理好", "接手"]


async def test_what_failed_in_the_lull_is_not_tried_again_in_the_peak_and_holds_up_no_answer(
    desk: Desk, channel: MoodyChannel
):
    ticket = await news.reported(desk)
    news.at(desk, "16:29")
    await desk.claim(ticket, by=desk.worker)
    channel.refuse(chat_of(desk.courier), TryAgain("502"))
    await desk.send()

    news.at(desk, "16:30")
    before = await news.told(desk)
    async with desk.database.transaction() as session:
        await speech.say(session, Address(CHANNEL, chat_of(desk.courier)), Note("在的"), now=desk.clock.now())
    await desk.send()

    assert (before, channel.said_to(chat_of(desk.courier))[-1]) == ([], "在的")
    news.at(desk, news.EVENING)
    assert await news.told(desk) == ["接手"]
