"""The bot may fall at any moment: the story still ends the same."""

from tests.stories import pictures
from tests.stories.phone import Phone, texts
from tests.stories.street import BIN_AT_2, Street

WORDS = "2幢门口垃圾箱让风刮翻了"
STEPS = ["open", "file", "claim", "prove", "pass", "rate"]


async def test_a_restart_between_any_two_steps_changes_nothing(street: Street, r1: Phone, w: Phone):
    group = street.group("汇嘉")

    await r1.sends(pin=BIN_AT_2)
    await street.restart()
    await r1.sends(WORDS, photo=pictures.sample("bin_tipped"))
    await street.restart()
    card = await group.card("hj_w", 1)
    await w.presses("认领", on=card)
    await street.restart()
    await w.presses("处置完成", on=card)
    await street.restart()
    await w.sends(photo=pictures.sample("bin_upright"), to=group)
    await street.restart()
    await r1.presses("好了", on=await r1.offered("好了"))
    await street.restart()
    await r1.presses("很满意", on=await r1.offered("很满意"))

    ticket = await street.ticket(1)
    assert (ticket["status"], ticket["owner"]) == ("closed", "小王")
    assert [event["action"] for event in ticket["events"]] == STEPS
    assert len(await group.cards("hj_w")) == 1
    assert texts(await r1.hears()).count("+5") == 1


async def test_what_was_sent_while_the_bot_was_down_or_falling_is_not_lost(street: Street, r1: Phone, w: Phone):
    """Stopped the moment something is under way: nothing is awaited between the deed and the fall."""
    group = street.group("汇嘉")

    await r1.posts(pin=BIN_AT_2)
    await r1.posts(WORDS, photo=pictures.sample("bin_tipped"))
    await street.restart()
    await street.quiet()
    await w.posts("认领 1", to=group)
    await street.restart()
    await street.quiet()
    await w.posts(photo=pictures.sample("bin_upright"), to=group, reply_to=await group.card("hj_w", 1))
    await street.restart()
    await street.quiet()
    await r1.presses("好了", on=await r1.offered("好了"))

    ticket = await street.ticket(1)
    assert (ticket["status"], ticket["owner"]) == ("closed", "小王")
    assert [event["action"] for event in ticket["events"]] == STEPS[:-1]


async def test_answers_lost_on_the_line_are_tried_again_after_the_restart(street: Street, r1: Phone, w: Phone):
    """The platform does what is asked and the line breaks before it has said so, once for every kind of call."""
    for method in ("sendMessage", "sendPhoto", "editMessageCaption", "getFile", "answerCallbackQuery"):
        await street.people.post("/world/faults", json={"method": method, "drop": "after"})

    await r1.posts(WORDS, photo=pictures.sample("bin_tipped"))
    await street.restart()
    await street.later("10m")
    await w.sends("认领 1", to=street.group("汇嘉"))
    await street.later("10m")

    assert "#1" in texts(await r1.hears())
    assert "小王" in texts(await r1.hears())
    assert (await street.ticket(1))["owner"] == "小王"
    assert "小王" in (await street.group("汇嘉").cards("hj_w"))[-1].text


async def test_a_process_killed_outright_loses_nothing_that_was_sent(mortal_street: Street):
    """SIGKILL while a report, and then a claim, are under way."""
    r1, w, group = mortal_street.phone("r1"), mortal_street.phone("hj_w"), mortal_street.group("汇嘉")

    await r1.posts(WORDS, photo=pictures.sample("bin_tipped"))
    await mortal_street.restart()
    await mortal_street.quiet()
    await w.posts("认领 1", to=group)
    await mortal_street.restart()
    await mortal_street.quiet()

    assert (await mortal_street.ticket(1))["owner"] == "小王"
    assert "#1" in texts(await r1.hears())
    assert "小王" in texts(await r1.hears())
    assert (await group.cards("hj_w"))[-1].pictures
