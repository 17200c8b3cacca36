"""An emergency is one ticket for all who see it; nobody who may be in danger waits in a history."""

from tests.core.reports.riders import FIRE, said, two_reports
from tests.desk import GROUPS, Desk, chat_of


async def test_one_emergency_is_one_ticket_and_everybody_is_warned_first(desk: Desk):
    await two_reports(desk, FIRE, "12幢着火了 火很大")

    (ticket,) = await desk.tickets()
    warning, receipt, *_ = desk.channel.said_to(chat_of(desk.second_courier))
    assert ticket.reporters == 2
    assert ("119" in warning, "#1" in receipt) == (True, True)


async def test_words_about_people_in_danger_reach_owner_and_duty_at_once(desk: Desk):
    ticket = await desk.report(FIRE, by=desk.courier)
    await desk.claim(ticket, by=desk.worker)

    await desk.report("12幢着火了 4楼有人没出来", by=desk.second_courier)
    await desk.send()

    for person in (desk.worker, desk.duty, desk.head):
        assert said(desk, person) == "#1 有新消息：12幢着火了 4楼有人没出来"
    assert "没出来" not in "".join(desk.channel.said_to(GROUPS["hj"].chat))


async def test_the_answer_of_a_joined_courier_reaches_them_too(desk: Desk):
    await two_reports(desk, FIRE, "12幢着火了 火很大")

    await desk.say("里面没人了", by=desk.second_courier)
    await desk.send()

    assert said(desk, desk.duty) == "#1 有新消息：里面没人了"


async def test_who_is_trapped_in_a_known_fire_is_a_matter_of_its_own_and_the_fire_is_joined(desk: Desk):
    ticket = await two_reports(desk, FIRE, "12幢着火 里面有人被困")

    fire, trapped = await desk.tickets()
    assert (fire.reporters, fire.privacy, trapped.category, trapped.privacy) == (2, "image", "EMG_TRAPPED", "sensitive")
    assert "被困" in said(desk, desk.duty)
    assert ticket.id == trapped.id


async def test_an_emergency_beside_something_milder_has_its_own_ticket(small_desk: Desk):
    await two_reports(small_desk, "2幢有人在空地烧垃圾", "2幢空地上着火了 快来")

    assert [ticket.level for ticket in await small_desk.tickets()] == ["L1", "L0"]
