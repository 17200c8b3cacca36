"""The courier's gestures: whatever he sends, in whatever pieces, is one report with one number, never refused."""

from tests.stories import pictures
from tests.stories.phone import File, Phone, texts
from tests.stories.street import BIN_AT_2, Street

BIN = "2幢门口垃圾箱满了"
VOICE = File("voice.ogg", b"OggS" + bytes(200), "audio/ogg")


async def test_three_pictures_of_one_album_are_one_ticket(street: Street, r1: Phone):
    """DOMAIN 7.48"""
    album = [pictures.sample(name) for name in ("bin_tipped", "bin_upright", "puddle")]

    await r1.sends(BIN, photo=album)

    assert [ticket["number"] for ticket in await street.tickets()] == [1]
    assert len(await r1.hears()) == 1


async def test_words_join_the_photo_before_them_and_another_matter_does_not(street: Street, r1: Phone):
    """DOMAIN 7.48: the same sender within 90 seconds, unless the matter differs."""
    await r1.sends(photo=pictures.sample("bin_tipped"))
    await street.later("40s")
    await r1.sends(BIN)
    together = await street.tickets()

    await street.later("100s")
    await r1.sends("5幢楼道灯不亮")

    assert [ticket["category"] for ticket in together] == ["ENV_GARBAGE"]
    assert [ticket["number"] for ticket in await street.tickets()] == [1, 2]
    assert (await street.group("汇嘉").card("hj_w", 1)).pictures
    assert not (await street.group("汇嘉").card("hj_w", 2)).pictures


async def test_two_matters_in_one_message_are_two_tickets_confirmed_in_one(street: Street, r1: Phone):
    """S12"""
    await r1.sends("5幢楼道里乱 电瓶车还充电", photo=pictures.sample("corridor_boxes"))

    tickets, group = await street.tickets(), street.group("汇嘉")
    (receipt,) = await r1.hears()
    assert {ticket["category"] for ticket in tickets} == {"FIRE_CORRIDOR_CLUTTER", "FIRE_EBIKE_INDOOR"}
    assert "2件" in receipt.text
    assert all(f"#{number}" in receipt.text for number in (1, 2))
    assert [bool(card.pictures) for card in await group.cards("hj_w")] == [True, True]


async def test_every_kind_of_message_gets_a_number_and_reaches_a_person(street: Street):
    """DOMAIN 7.5, 7.6: a voice note, a lone pin, a picture sent as a file, something forwarded."""
    r1, r2, r3, r4 = street.phones("r1", "r2", "r3", "r4")

    await r1.sends(document=pictures.sample("bin_tipped"))
    await r2.sends(voice=VOICE)
    await r3.sends(pin=BIN_AT_2)
    await r4.sends("江畔公园门口垃圾桶满了", forwarded_from="老张")
    await street.later("31m")

    heard = [(await phone.hears())[0].text for phone in (r1, r2, r3, r4)]
    assert [f"#{number}" in said for number, said in enumerate(heard, start=1)] == [True] * 4
    assert {ticket["status"] for ticket in await street.tickets()} == {"dispatched"}
    assert (await street.group("汇嘉").card("hj_w", 1)).pictures
    assert "（转发）" in (await street.group("江畔").card("jp_w", 4)).text


async def test_a_corrected_caption_changes_what_nobody_has_claimed(street: Street, r1: Phone):
    sent = await r1.sends(BIN, photo=pictures.sample("lamp_dark"))

    await r1.edits(sent, "2幢门口路灯不亮了", kind="caption")

    assert (await street.ticket(1))["category"] == "FAC_LIGHT"
    assert "路灯" in (await street.group("汇嘉").card("hj_w", 1)).text


async def test_a_report_is_taken_back_by_button_or_by_words_an_emergency_is_not(street: Street, r1: Phone):
    """DOMAIN 7.12"""
    await r1.sends(BIN)
    await r1.presses("撤回", on=await r1.last())
    await street.later("3m")
    await r1.sends("5幢楼道灯不亮")
    await r1.sends("撤回")
    await street.later("3m")
    await r1.sends("12幢4楼着火了")

    await r1.sends("撤回")

    assert [ticket["status"] for ticket in await street.tickets()] == ["withdrawn", "withdrawn", "dispatched"]
    assert "工作人员" in (await r1.last()).text
    assert not (await street.group("汇嘉").card("hj_w", 1)).buttons


async def test_thanks_and_greetings_open_no_ticket(street: Street, r1: Phone):
    """DOMAIN 7.10"""
    await r1.sends("谢谢啊")
    await r1.sends("你好")

    assert await street.tickets() == []
    assert len(await r1.hears()) == 2


async def test_a_report_in_the_group_counts_and_chatter_there_does_not(street: Street, r1: Phone):
    group = street.group("汇嘉")

    await r1.sends("大家辛苦了", to=group)
    await street.phone("hj_w").sends("2幢垃圾桶满了我去看看", to=group)
    await r1.sends(BIN, to=group, photo=pictures.sample("bin_tipped"))

    assert [ticket["category"] for ticket in await street.tickets()] == ["ENV_GARBAGE"]
    assert "#1" in texts(await r1.hears())
    assert "认领" in (await group.card("hj_w", 1)).buttons
