"""Pictures are fetched, taken in and shown; one that cannot be used is told so, and the words stand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.base import NotAccepted, TryAgain
from bot.core import pictures
from bot.core.details import FileRef
from bot.workers import Outbound
from models import Photo
from tests import desk as desks
from tests.desk import Desk, chat_of
from tests.workers.channels import MoodyChannel

SAMPLE = sorted((Path(__file__).parents[2] / "sandbox" / "samples").glob("*.jpg"))[0]
PICTURE = FileRef(ref="picture", unique="u1", size=1)
GROUP = "group-hj"


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is fetched does not depend on the kind of database."""
    return small_desk


@pytest.fixture
async def sender(desk: Desk, channel: MoodyChannel) -> AsyncIterator[Outbound]:
    sender = desk.sender()
    yield sender
    sender.fetching.close()


async def photo(desk: Desk) -> Photo:
    async with desk.database.reading() as session:
        return await session.get_one(Photo, 1)


async def store(desk: Desk) -> None:
    """The picture is there, as after a download."""
    async with desk.database.transaction() as session:
        kept = pictures.Stored("originals/1", "copies/1")
        await pictures.stored(session, 1, kept, now=desk.clock.now(), street=desk.street)


async def test_a_picture_is_kept_and_shown_on_the_card(desk: Desk, channel: MoodyChannel, sender: Outbound):
    channel.files["picture"] = SAMPLE.read_bytes()
    ticket = await desk.report(by=desk.courier, photos=[PICTURE])

    await desks.drain(sender)

    kept = await photo(desk)
    assert (kept.status, desk.card(ticket).photo) == ("stored", kept.copy_key)


async def test_a_file_that_is_no_picture_is_told_so_and_the_report_stands(
    desk: Desk, channel: MoodyChannel, sender: Outbound
):
    channel.files["picture"] = b"these are words, called photo.jpg"
    ticket = await desk.report(by=desk.courier, photos=[PICTURE])

    await desks.drain(sender)

    assert ((await photo(desk)).refusal, desk.card(ticket).photo) == ("not_a_picture", None)
    assert "不是照片" in channel.said_to(chat_of(desk.courier))[-1]


@pytest.mark.parametrize(
    ("size", "refusal", "told"),
    [(0, "empty", "空的"), (20 * 1024 * 1024 + 1, "too_big", "太大"), (3 * 1024**3 // 2, "too_big", "太大")],
)
async def test_what_is_too_large_or_empty_is_not_even_asked_for(
    desk: Desk, sender: Outbound, channel: MoodyChannel, size: int, refusal: str, told: str
):
    await desk.report(by=desk.courier, photos=[FileRef("picture", "u1", size)])

    await desks.drain(sender)

    assert (await photo(desk)).refusal == refusal
    assert told in channel.said_to(chat_of(desk.courier))[-1]


@pytest.mark.parametrize(
    ("error", "refusal"),
    [(NotAccepted("file is too big"), "too_big"), (NotAccepted("wrong file_id"), "gone")],
    ids=["too big", "gone"],
)
async def test_a_file_that_is_not_given_out_is_told_so(
    desk: Desk, sender: Outbound, channel: MoodyChannel, error: Exception, refusal: str
):
    channel.refuse("picture", error)
    await desk.report(by=desk.courier, photos=[PICTURE])

    await desks.drain(sender)

    assert (await photo(desk)).refusal == refusal


async def test_a_download_that_failed_is_tried_again(desk: Desk, sender: Outbound, channel: MoodyChannel):
    channel.refuse("picture", TryAgain("500"), NotAccepted("wrong file_id"))
    await desk.report(by=desk.courier, photos=[PICTURE])

    await desks.drain(sender)
    before = (await photo(desk)).status
    desk.clock.advance(seconds=1)
    await desks.drain(sender)

    assert (before, (await photo(desk)).status) == ("waiting", "refused")


async def test_the_card_waits_a_few_seconds_for_its_picture(desk: Desk, sender: Outbound, channel: MoodyChannel):
    channel.refuse("picture", TryAgain("500", after=None), *[TryAgain("500")] * 5)
    ticket = await desk.report(by=desk.courier, photos=[PICTURE])
    await desks.drain(sender)
    at_once = [shown for shown in channel.messages.values() if shown.to.chat == GROUP]

    desk.clock.advance(seconds=4)
    await desks.drain(sender)

    assert (at_once, desk.card(ticket).photo) == ([], None)


async def test_an_urgent_card_waits_for_no_picture(desk: Desk, sender: Outbound, channel: MoodyChannel):
    channel.refuse("picture", TryAgain("500"))
    ticket = await desk.report("井盖没了", by=desk.courier, photos=[PICTURE])

    await desks.drain(sender)

    assert desk.card(ticket).buttons


async def test_a_picture_that_comes_later_is_put_on_the_card_that_is_there(
    desk: Desk, sender: Outbound, channel: MoodyChannel
):
    channel.refuse("picture", *[TryAgain("500")] * 9)
    ticket = await desk.report("井盖没了", by=desk.courier, photos=[PICTURE])
    await desks.drain(sender)

    await store(desk)
    await desks.drain(sender)

    assert desk.card(ticket).photo == "copies/1"
    assert len([shown for shown in channel.messages.values() if shown.to.chat == GROUP]) == 1


async def test_a_card_whose_picture_was_not_taken_is_there_all_the_same_once(
    desk: Desk, sender: Outbound, channel: MoodyChannel
):
    ticket = await desk.report(by=desk.courier, photos=[PICTURE])
    await store(desk)
    channel.refuse(GROUP, NotAccepted("IMAGE_PROCESS_FAILED"))
    channel.refuse("picture", *[TryAgain("500")] * 9)

    await desks.drain(sender)

    assert desk.card(ticket).buttons
    assert len([shown for shown in channel.messages.values() if shown.to.chat == GROUP]) == 1
