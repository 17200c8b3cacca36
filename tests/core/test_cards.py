"""A card is drawn from the rows, inside what every channel can show, and says no more than its chat may know."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core import cards, moments, people
from bot.core.notes import Button, Card, Note
from bot.core.workflow import Action
from bot.mailbox.outbox import Address
from models import Ticket
from tests.desk import CHANNEL, GROUPS, Desk, chat_of
from tests.street import moment

#: the limits of DESIGN.md, a `Card`
TITLE, BODY, FIELDS, NAME, VALUE, BUTTONS, LABEL, BUTTON_ID = 26, 112, 6, 5, 26, 6, 10, 64
#: whatever a phone's keyboard can bring forth
typed = st.text(max_size=5000)


@pytest.fixture
def desk(small_desk: Desk) -> Desk:
    """What is drawn does not depend on the kind of database."""
    return small_desk


def faults(card: Card) -> list[str]:
    """Where the card is larger than the narrowest channel."""
    buttons = [button for row in card.buttons for button in row]
    found = {
        "title": 0 < len(card.title) <= TITLE,
        "body": 0 < len(card.body) <= BODY,
        "fields": len(card.fields) <= FIELDS,
        "names": all(0 < len(name) <= NAME for name, _ in card.fields),
        "values": all(0 < len(value) <= VALUE for _, value in card.fields),
        "buttons": len(buttons) <= BUTTONS,
        "labels": all(0 < len(button.label) <= LABEL for button in buttons),
        "ids": all(button.id.isascii() and len(button.id) <= BUTTON_ID for button in buttons),
    }
    return [name for name, is_fine in found.items() if not is_fine]


async def drawn(desk: Desk, ticket: Ticket, chat: str | None = "hj") -> Card:
    async with desk.database.reading() as session:
        now = await session.get_one(Ticket, ticket.id)
        return await cards.draw(session, now, GROUPS[chat], now=desk.clock.now(), street=desk.street)


@given(words=typed, place=typed, reporter=typed, owner=typed, number=st.integers(1, 2**31 - 1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_card_stays_inside_the_limits_whatever_people_type(
    desk: Desk, words: str, place: str, reporter: str, owner: str, number: int
):
    now = desk.clock.now()
    names = [people.plain_nickname(name) for name in (reporter, owner)]
    async with desk.database.reading() as session:
        ticket = Ticket(id=number, status="claimed", category="FAC_MANHOLE", level="L1", kind="simple", privacy="none",
                        community="hj", words=words, place=place, opened_at=now, reporters=12)  # fmt: skip
        card = await cards.draw(session, ticket, GROUPS["hj"], now=now, street=desk.street)

    assert faults(card) == []
    assert all(0 < len(name) <= people.LONGEST_NICKNAME for name in names)


@pytest.mark.parametrize(
    ("level", "category"),
    # the longest names of the taxonomy
    [("L0", "EMG_COLLAPSE"), ("L1", "PRO_FALLING"), ("L2", "PRO_FACILITY"), ("L3", "PPL_RIDER")],
)
@pytest.mark.parametrize("status", ["dispatched", "claimed", "pending_check", "closed", "rejected", "withdrawn"])
async def test_every_state_of_every_level_fits(desk: Desk, level: str, category: str, status: str):
    ticket = Ticket(id=2**31 - 1, status=status, category=category, level=level, kind="simple", privacy="none",
                    community="hj", words="x" * 4096, place="汇嘉花园2幢" * 20, opened_at=desk.clock.now())  # fmt: skip

    async with desk.database.reading() as session:
        card = await cards.draw(session, ticket, GROUPS["hj"], now=desk.clock.now(), street=desk.street)

    assert faults(card) == []


async def test_a_group_reads_no_number_of_a_person_and_the_named_handler_does(desk: Desk):
    ticket = await desk.report("2幢门口垃圾箱让风刮翻了 打13812345678", by=desk.courier)
    async with desk.database.reading() as session:
        to = Address(CHANNEL, chat_of(desk.head))
        in_private = await cards.draw(session, ticket, to, now=desk.clock.now(), street=desk.street)

    in_group = await drawn(desk, ticket)

    assert ("13812345678" in in_group.body, "13812345678" in in_private.body) == (False, True)


async def test_a_nickname_that_is_a_telephone_number_is_not_shown(desk: Desk):
    async with desk.database.transaction() as session:
        courier = await session.merge(desk.courier)
        courier.nickname = "阿毛13812345678"

    card = await drawn(desk, await desk.report(by=desk.courier))

    assert dict(card.fields)["上报"] == "阿毛***"


@pytest.mark.parametrize(("who", "shown"), [("courier", "阿毛"), ("guest", "热心人")])
async def test_the_card_names_couriers_who_joined_and_nobody_else(desk: Desk, who: str, shown: str):
    card = await drawn(desk, await desk.report(by=desk.known[who]))

    assert dict(card.fields)["上报"] == shown


async def test_a_private_matter_names_no_reporter(desk: Desk):
    card = await drawn(desk, await desk.report("12幢有两家人为车位吵起来了", by=desk.courier))

    assert dict(card.fields)["上报"] == "保密"


async def test_the_card_offers_what_can_be_done_now(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    offered = [button.label for row in (await drawn(desk, ticket)).buttons for button in row]
    await desk.claim(ticket, by=desk.worker)

    then = [button.label for row in (await drawn(desk, ticket)).buttons for button in row]

    assert ("认领" in offered, "处置完成" in offered) == (True, False)
    assert ("认领" in then, "处置完成" in then) == (False, True)


async def test_only_the_streets_table_offers_to_assign_a_community(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.act(ticket, Action.RETURN, by=desk.head, text="是市政的")

    labels = {
        chat: [button.label for row in (await drawn(desk, ticket, chat)).buttons for button in row]
        for chat in ("hj", None)
    }

    assert ["指定社区" in labels[chat] for chat in ("hj", None)] == [False, True]


@pytest.mark.parametrize(
    ("at", "seen"),
    [
        ("2026-11-23 15:30", "15:30"),
        # another day is named
        ("2026-11-24 10:30", "11-24 10:30"),
        # the day changes at midnight of Shanghai
        ("2026-11-23 23:59", "23:59"),
        ("2026-11-24 00:00", "11-24 00:00"),
    ],
)
def test_a_moment_is_said_as_people_say_it(at: str, seen: str):
    assert moments.brief(moment(at), now=moment("2026-11-23 00:00")) == seen


@given(text=typed, label=st.text(min_size=1, max_size=30), number=st.integers(0, 10**9))
def test_a_note_comes_back_from_its_row_as_it_was(text: str, label: str, number: int):
    note = Note(text, ((Button(label, f"t:{number}:claim"),),), reply_to=str(number), mention=("小王", "7"))

    assert Note.from_payload(note.to_payload()) == note
