"""What a picture shows settles what words leave open, or asks; it comes late, once, and decides nothing by itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import classify, pictures, reports
from bot.core.details import FileRef
from bot.core.notes import Note
from bot.core.sight import Opinion
from bot.core.street import Street
from bot.core.workflow import Action
from bot.mailbox import outbox
from bot.training import fitting, material
from bot.training.tables import Example
from models import Photo, Ticket
from tests.desk import AT_HJ, Desk, chat_of
from tests.workers.eyes import opinion

PICTURE, OTHER = FileRef(ref="picture", unique="u1", size=1), FileRef(ref="other", unique="u2", size=1)
SAMPLES = Path(__file__).parents[3] / "sandbox" / "samples"
#: the judge of these tests is taught that it is garbage as often as a hanging cable
EITHER = "门口黑乎乎一片"
SAYS_NOTHING = "看下这个"
ABOUT_PEOPLE = "楼上夫妻天天吵架，还打老人"
SURE = 9.0
WIRES, FIRE = opinion("wires_poles"), opinion("fire_smoke", 0.999)


@pytest.fixture(scope="module")
def torn(street: Street) -> Street:
    """The street with a judge who cannot tell of one sentence which of two things it means."""
    lines = [Example(EITHER, code, "test") for code in ("ENV_GARBAGE", "FAC_CABLE") for _ in range(4)]
    examples = material.plain([*material.phrases(street.taxonomy), *lines])
    return replace(street, judge=classify.Judge(street.taxonomy, model=fitting.fit(examples, SURE)))


@pytest.fixture
def desk(small_desk: Desk, torn: Street) -> Desk:
    """What is seen does not depend on the kind of database."""
    small_desk.street = torn
    return small_desk


async def see(desk: Desk, shown: Opinion, number: int = 1) -> None:
    """The picture is there, somebody looks at it if he may, and what comes of it is sent."""
    now = desk.clock.now()
    async with desk.database.transaction() as session:
        kept = pictures.Stored(f"originals/{number}", f"copies/{number}")
        await pictures.stored(session, number, kept, now=now, street=desk.street)
        await pictures.looked_at(session, number, shown, now=now, street=desk.street)
        for item in await desk.owed(kind="download", subject=f"photo:{number}"):
            await outbox.sent(session, item.id or 0, now=now)
    await desk.send()


def questions(desk: Desk) -> list[Note]:
    """What the courier was asked with buttons to choose from, in order."""
    to = chat_of(desk.courier)
    notes = [shown.what for shown in desk.channel.messages.values() if shown.to.chat == to]
    return [note for note in notes if isinstance(note, Note) and "a:" in str(note.buttons)]


async def press(desk: Desk, index: int) -> None:
    async with desk.database.transaction() as session:
        await reports.choose(session, 1, index, by=desk.courier, now=desk.clock.now(), street=desk.street)


async def test_what_the_words_leave_open_the_picture_settles_and_it_is_filed(desk: Desk):
    ticket = await desk.report(EITHER, by=desk.courier, photos=[PICTURE])
    before = ticket.status

    await see(desk, WIRES)

    settled = await desk.ticket(ticket)
    assert (before, settled.status, settled.category) == ("draft", "dispatched", "FAC_CABLE")
    assert "照片像杆线" in settled.reasons["category"]


async def test_the_courier_who_presses_after_that_is_still_right(desk: Desk):
    ticket = await desk.report(EITHER, by=desk.courier, photos=[PICTURE])
    await see(desk, WIRES)
    (question,) = questions(desk)
    garbage = [row[0].label for row in question.buttons].index("暴露垃圾、垃圾桶满溢")

    await press(desk, garbage)

    assert (await desk.ticket(ticket)).category == "ENV_GARBAGE"


async def sent_out(desk: Desk) -> Ticket:
    """A ticket whose card is out before its picture was looked at: he was asked where, and not what."""
    await desk.report(EITHER, by=desk.courier, at=None, photos=[PICTURE])
    await desk.say(by=desk.courier, at=AT_HJ)
    desk.clock.advance(seconds=5)
    desk.channel.files["picture"] = (SAMPLES / "bin_tipped.jpg").read_bytes()
    await desk.send()
    return await desk.numbered(1)


async def test_a_card_that_is_out_is_corrected_by_an_edit(desk: Desk):
    ticket = await sent_out(desk)
    before = desk.card(ticket).title

    await see(desk, WIRES)

    cards = [shown for shown in desk.channel.messages.values() if shown.to.chat == "group-hj"]
    assert (ticket.category, (await desk.ticket(ticket)).category) == ("ENV_GARBAGE", "FAC_CABLE")
    assert len(cards) == 1
    assert desk.card(ticket).title != before


async def test_what_staff_decided_no_picture_changes(desk: Desk):
    ticket = await sent_out(desk)
    await desk.act(ticket, Action.CATEGORISE, by=desk.worker, category="ENV_SEWAGE")

    await see(desk, WIRES)

    assert (await desk.ticket(ticket)).category == "ENV_SEWAGE"


async def test_a_picture_without_words_is_asked_about_once_and_asserts_nothing(desk: Desk):
    ticket = await desk.report("", by=desk.courier, photos=[PICTURE, OTHER])

    await see(desk, WIRES)
    await see(desk, WIRES, number=2)

    (question,) = questions(desk)
    assert [row[0].label for row in question.buttons][::2] == ["线缆垂落、弱电箱杆损坏", "看不清、说不清,待人工"]
    assert (await desk.ticket(ticket)).category == "OTH_UNCLEAR"


async def test_the_button_under_a_picture_says_what_it_is(desk: Desk):
    ticket = await desk.report("", by=desk.courier, photos=[PICTURE])
    await see(desk, WIRES)

    await press(desk, 0)

    settled = await desk.ticket(ticket)
    assert (settled.category, settled.status) == ("FAC_CABLE", "dispatched")


async def test_a_ticket_that_is_out_unclear_is_asked_about_and_goes_on(desk: Desk):
    ticket = await desk.report(SAYS_NOTHING, by=desk.courier, photos=[PICTURE])
    before = (ticket.category, ticket.status)

    await see(desk, WIRES)

    asked = await desk.ticket(ticket)
    assert before == (asked.category, asked.status) == ("OTH_UNCLEAR", "dispatched")
    assert len(questions(desk)) == 1


async def test_a_picture_of_fire_raises_no_alarm_and_names_the_number_all_the_same(desk: Desk):
    ticket = await desk.report("", by=desk.courier, photos=[PICTURE])

    await see(desk, FIRE)

    asked = await desk.ticket(ticket)
    assert (asked.level, asked.category, asked.status) == ("L2", "OTH_UNCLEAR", "draft")
    assert "119" in desk.heard(desk.courier)[-1]


async def test_words_about_people_that_came_before_the_look_forbid_it(desk: Desk):
    ticket = await desk.report(SAYS_NOTHING, by=desk.courier, photos=[PICTURE])
    await desk.say(ABOUT_PEOPLE, by=desk.courier)

    await see(desk, WIRES)

    async with desk.database.reading() as session:
        assert (await session.get_one(Photo, 1)).seen is None
    assert questions(desk) == []
    assert (await desk.ticket(ticket)).category != "FAC_CABLE"


async def test_two_pictures_of_different_things_settle_nothing(desk: Desk):
    ticket = await desk.report(EITHER, by=desk.courier, photos=[PICTURE, OTHER])
    await see(desk, opinion("graffiti"))

    await see(desk, WIRES, number=2)

    assert (await desk.ticket(ticket)).status == "draft"


async def test_words_that_come_after_the_look_are_read_together_with_it(desk: Desk):
    ticket = await desk.report("", by=desk.courier, photos=[PICTURE])
    await see(desk, WIRES)

    await desk.say(EITHER, by=desk.courier)

    settled = await desk.ticket(ticket)
    assert (settled.category, settled.status) == ("FAC_CABLE", "dispatched")


async def test_an_emergency_is_none_the_less_one_for_what_its_picture_shows(desk: Desk):
    ticket = await desk.report("3幢着火了", by=desk.courier, photos=[PICTURE])

    await see(desk, WIRES)

    assert ((await desk.ticket(ticket)).category, questions(desk)) == ("EMG_FIRE", [])
