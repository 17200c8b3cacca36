"""What is late and what is due: for whoever asks, and every working morning."""

from bot.core.reminders import lists
from bot.core.workflow import Action
from tests.desk import GROUPS, Desk
from tests.street import moment

NOISE = "3幢阿姨说隔壁空调外机嗡嗡响 睡不着"
SLOW = "5幢灭火器没有了，箱子空的"
STREET_GROUP = GROUPS[None].chat


async def morning(desk: Desk, at: str) -> None:
    """The look of that moment."""
    desk.clock.set(at)
    async with desk.database.transaction() as session:
        await lists.morning(session, now=desk.clock.now(), street=desk.street)
    await desk.send()


async def told(desk: Desk, at: str, of: str = "late") -> str:
    """The list as somebody of 汇嘉 who asks for it reads it."""
    desk.clock.set(at)
    async with desk.database.reading() as session:
        now = desk.clock.now()
        ask = lists.late if of == "late" else lists.due_today
        return lists.lines(await ask(session, now=now, communities=["hj"]), now=now, street=desk.street)


async def test_the_street_hears_of_what_is_late_once_a_working_morning(desk: Desk):
    await desk.report(by=desk.courier)
    await desk.send()

    for at in ("2026-11-24 08:39", "2026-11-24 08:40", "2026-11-24 08:41", "2026-11-24 15:00", "2026-11-25 09:30"):
        await morning(desk, at)

    said = desk.channel.said_to(STREET_GROUP)
    assert [text.splitlines()[0][:8] for text in said] == ["🌅 11-24 ", "🌅 11-25 "]
    assert all("#1 " in text for text in said)


async def test_there_is_no_list_on_a_day_off_nor_in_the_evening(desk: Desk):
    await desk.report(by=desk.courier)
    await desk.send()

    for at in ("2026-11-28 09:00", "2026-11-24 18:01"):
        await morning(desk, at)

    assert desk.channel.said_to(STREET_GROUP) == []


async def test_nothing_late_is_nothing_said(desk: Desk):
    await morning(desk, "2026-11-24 08:40")

    assert desk.channel.said_to(STREET_GROUP) == []


async def test_the_grid_head_reads_which_slow_matters_nobody_took_once(desk: Desk):
    """DOMAIN 3.3: an L3 that is not claimed is not called about, it stands in next morning's list."""
    await desk.report(SLOW, by=desk.courier)
    await desk.send()
    await desk.pass_time("2026-11-24 08:00")
    before = len(desk.heard(desk.head))

    await morning(desk, "2026-11-24 08:40")
    await morning(desk, "2026-11-25 08:40")

    assert before == 0
    assert ["#1 " in text for text in desk.heard(desk.head)] == [True]


async def test_a_ticket_stands_in_the_list_once_by_its_worst_clock(desk: Desk):
    await desk.report(by=desk.courier)
    await desk.send()

    assert (await told(desk, "2026-11-25 10:00")).count("#1 ") == 1


async def test_people_matters_are_only_counted(desk: Desk):
    await desk.report(NOISE, by=desk.courier)
    await desk.send()

    text = await told(desk, "2026-12-10 10:00")

    assert "空调" not in text
    assert "噪声" not in text
    assert "1件专人事项" in text


async def test_what_is_suspended_is_not_late(desk: Desk):
    ticket = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(ticket, by=desk.worker)
    await desk.act(ticket, Action.ASK_SUSPEND, by=desk.worker, until=moment("2027-01-15 00:00"), text="等表决")
    await desk.decide(ticket, by=desk.dispatcher)

    assert await told(desk, "2026-12-10 10:00") == ""


async def test_today_lists_what_ends_before_midnight_the_nearest_first(desk: Desk):
    first = await desk.report("5幢楼道灯不亮", by=desk.courier)
    second = await desk.report(by=desk.courier)
    await desk.send()
    await desk.claim(first, by=desk.worker)

    text = await told(desk, "2026-11-23 10:30", of="today")

    # the lamp has two working days; the bin has to be claimed by noon
    assert (f"#{second.id} " in text, f"#{first.id} " in text) == (True, False)
    assert "小王" not in text


async def test_a_long_list_is_cut_and_the_rest_is_counted(small_desk: Desk):
    doors = [f"汇嘉花园{number}幢" for number in range(1, 13)] + [f"汇嘉新苑{number}幢" for number in range(21, 37)]
    for door in doors:
        await small_desk.report(f"{door}门口垃圾箱满了", by=small_desk.courier, at=None)
        small_desk.clock.advance(minutes=2)
    await small_desk.send()

    lines = (await told(small_desk, "2026-11-24 10:00")).splitlines()

    assert len(lines) <= lists.MOST_LINES + 1
    assert "还有" in lines[-1]
