"""What couriers add to a ticket: their own, or one that somebody else reported first."""

from bot.core.workflow import Action
from tests.core.photos import pictures
from tests.core.reports.riders import DRAIN, FIRE, OTHERS, photo, said, two_reports
from tests.desk import AT_HJ, Desk, chat_of


async def test_who_reports_it_again_adds_to_his_own(desk: Desk):
    desk.channel.files["again"] = pictures.encode(pictures.draw())
    first = await desk.report(DRAIN, by=desk.courier)
    await desk.claim(first, by=desk.worker)
    desk.clock.advance(minutes=10)

    again = await desk.report(OTHERS[1], by=desk.courier, photos=photo("again"))
    await desk.send()

    assert (again.id, again.reporters, again.words) == (1, 1, DRAIN)
    assert said(desk, desk.courier) == "好的，补进 #1 了。"
    assert OTHERS[1] in said(desk, desk.worker)


async def test_the_pictures_of_a_second_report_are_the_tickets_too(small_desk: Desk):
    small_desk.channel.files["again"] = pictures.encode(pictures.draw())
    ticket = await small_desk.report(DRAIN, by=small_desk.courier)
    small_desk.clock.advance(minutes=10)

    await small_desk.report(OTHERS[1], by=small_desk.courier, photos=photo("again"))
    await small_desk.send()

    assert small_desk.card(ticket).photo is not None


async def test_later_words_of_a_joined_courier_are_notes(desk: Desk):
    ticket = await two_reports(desk)
    await desk.claim(ticket, by=desk.worker)
    desk.clock.advance(seconds=30)

    await desk.say("水已经到店门口了", by=desk.second_courier)
    await desk.send()

    after = await desk.ticket(ticket)
    assert (after.words, after.place, after.category) == (ticket.words, ticket.place, ticket.category)
    assert "水已经到店门口了" in said(desk, desk.worker)
    assert said(desk, desk.second_courier) == "好的，补进 #1 了。"


async def test_a_corrected_message_of_a_joined_courier_is_a_note(desk: Desk):
    await desk.report(DRAIN, by=desk.courier)
    message = await desk.say(OTHERS[1], by=desk.second_courier, at=AT_HJ)

    await desk.correct(message, "这里雨水篦子堵死了 9幢那边也是", by=desk.second_courier)

    (ticket,) = await desk.tickets()
    assert (ticket.words, ticket.reporters) == (DRAIN, 2)
    assert (await desk.history(ticket))[-1].note == "这里雨水篦子堵死了 9幢那边也是"


async def test_an_album_of_a_joined_courier_is_the_tickets(small_desk: Desk):
    small_desk.channel.files |= dict.fromkeys(("one", "two", "three"), pictures.encode(pictures.draw()))
    ticket = await small_desk.report(DRAIN, by=small_desk.courier)
    await small_desk.say(by=small_desk.second_courier, at=AT_HJ)
    for name, words in (("one", OTHERS[1]), ("two", ""), ("three", "")):
        await small_desk.say(words, by=small_desk.second_courier, photos=photo(name), album="a1")
    await small_desk.send()

    assert [each.status for each in await small_desk.tickets()] == ["dispatched", "merged"]
    assert small_desk.card(ticket).photo is not None
    assert (await small_desk.ticket(ticket)).words == DRAIN


async def test_an_emergency_in_corrected_words_is_a_ticket_of_its_own(small_desk: Desk):
    await small_desk.report("2幢路灯不亮", by=small_desk.courier)
    message = await small_desk.say("2幢门口路灯坏了", by=small_desk.second_courier, at=AT_HJ)

    await small_desk.correct(message, "2幢门口路灯着火了 火很大", by=small_desk.second_courier)

    light, fire = await small_desk.tickets()
    assert (light.category, light.reporters, fire.category, fire.status) == ("FAC_LIGHT", 2, "EMG_FIRE", "dispatched")
    assert "着火" not in "".join(event.note for event in await small_desk.history(light))


async def test_corrected_words_about_people_are_a_ticket_of_their_own(small_desk: Desk):
    await small_desk.report("2幢门口垃圾桶满了", by=small_desk.courier)
    message = await small_desk.say("2幢门口垃圾桶倒了", by=small_desk.second_courier, at=AT_HJ)

    await small_desk.correct(message, "2幢门口垃圾桶倒了，楼上两口子天天吵架还打骂老人", by=small_desk.second_courier)

    rubbish, people = await small_desk.tickets()
    assert (rubbish.privacy, people.privacy in ("sensitive", "confidential")) == ("none", True)
    assert "吵架" not in "".join(event.note for event in await small_desk.history(rubbish))


async def test_the_picture_of_who_tells_of_people_too_is_not_for_the_group(small_desk: Desk):
    small_desk.channel.files["inside"] = pictures.encode(pictures.draw())
    fire = await small_desk.report(FIRE, by=small_desk.courier)

    await small_desk.report("12幢着火 里面有人被困", by=small_desk.second_courier, photos=photo("inside"))
    await small_desk.send()

    trapped = (await small_desk.tickets())[1]
    assert small_desk.card(fire).photo is None
    assert small_desk.card(trapped, chat_of(small_desk.duty)).photo is not None


async def test_words_after_he_took_back_his_part_are_no_notes(small_desk: Desk):
    await small_desk.report("2幢路灯不亮", by=small_desk.courier)
    await small_desk.say("路灯坏了", by=small_desk.second_courier)
    message = await small_desk.say("汇嘉花园2幢门口", by=small_desk.second_courier)
    first, _ = await small_desk.tickets()
    await small_desk.act(first, Action.LEAVE, by=small_desk.second_courier)

    await small_desk.correct(message, "汇嘉花园2幢东门口", by=small_desk.second_courier)

    assert [(each.status, each.reporters) for each in await small_desk.tickets()] == [("dispatched", 1), ("merged", 1)]
    assert (await small_desk.history(first))[-1].action == "leave"
