"""A small simulated year keeps every promise, and the rules it is measured by can be broken."""

import pytest

from bench import truths, year
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import TicketEvent

CROWD = 40


async def test_a_street_with_forgetful_staff_and_a_bot_that_falls_breaks_no_promise(street: Street):
    counted, broken, repeated = await year.run(street, CROWD, seed=3, days=20)

    assert counted["tickets"] >= CROWD
    assert counted["reminders sent"] > 0
    assert counted["of them ended"] > CROWD / 2
    assert (set(broken.values()), repeated) == ({0}, [])


def test_a_line_that_the_same_person_reads_twice_is_found():
    lines = [("a", "2026-01-05 #1 还没人接"), ("b", "2026-01-05 #1 还没人接"), ("a", "2026-01-05 #1 还没人接")]

    assert list(truths.told_twice(lines)) == [("a", "2026-01-05 #1 还没人接")]


def step(action: Action, begin: Status, end: Status) -> TicketEvent:
    return TicketEvent(ticket_id=1, at=year.BEGINNING, action=action, from_status=begin, to_status=end)


def test_a_history_with_a_step_that_the_table_does_not_know_is_false():
    opened = step(Action.FILE, Status.DRAFT, Status.DRAFT)
    filed = step(Action.FILE, Status.DRAFT, Status.DISPATCHED)

    assert truths.replayed([opened, filed]) == Status.DISPATCHED
    with pytest.raises(ValueError, match="pass"):
        truths.replayed([opened, filed, step(Action.PASS, Status.DISPATCHED, Status.CLOSED)])
