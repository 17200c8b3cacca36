"""A complaint about those who would get it goes one level above them: what every chat of the street shows of it."""

from tests.stories.phone import Phone, texts
from tests.stories.street import Street

ABOUT_A_GRID_WORKER = "2幢门口 网格员收了人家红包 还骂人"
RUBBISH = "2幢门口垃圾箱让风刮翻了，网格员拍个照就走"
ABOUT_THE_STREET = "2幢门口 街道的人收了人家红包 还骂人"
OF_COMMUNITY = tuple(f"{place}_{post}" for place in ("hj", "jp", "wj", "bx", "ht", "ys") for post in "wghs")
COMMUNITIES = {"汇嘉": "hj_w", "江畔": "jp_w", "望江": "wj_w", "北欣": "bx_w", "和塘雅苑": "ht_w", "云水湾": "ys_w"}


async def communities_read(street: Street) -> str:
    """All that the bot says to anybody of any community, in private or in a group."""
    in_private = [texts(await street.phone(name).hears()) for name in OF_COMMUNITY]
    return "".join([*in_private, *[await street.group(name).text(viewer) for name, viewer in COMMUNITIES.items()]])


async def test_a_complaint_about_a_grid_worker_is_the_dispatchers_alone(street: Street, r1: Phone):
    """DOMAIN 7.25"""
    dispatcher = street.phone("street_d")

    await r1.sends(ABOUT_A_GRID_WORKER)
    card = await dispatcher.card(1)
    await street.later("3h")
    await dispatcher.presses("认领", on=card)

    assert "反映的是社区自己，直接到街道" in card.text
    assert "不经过他们" in texts(await r1.hears())
    assert (await street.ticket(1))["owner"] is not None
    assert await street.group("街道").text("street_d") == ""
    assert "#1" not in await communities_read(street)


async def test_a_public_matter_with_a_reproach_is_shown_in_the_streets_group(street: Street, r1: Phone):
    """DOMAIN 7.25"""
    await r1.sends(RUBBISH)
    dispatcher, group = street.phone("street_d"), street.group("街道")
    card = await group.card("street_d", 1)
    await street.later("1d")

    await dispatcher.presses("认领", on=card)

    assert "反映的是社区自己，直接到街道" in card.text
    assert (await street.ticket(1))["status"] == "claimed"
    assert "#1" not in await communities_read(street)


async def test_a_complaint_about_the_street_is_the_leaders_alone(street: Street, r1: Phone):
    """DOMAIN 7.25"""
    leader = street.phone("street_l")

    await r1.sends(ABOUT_THE_STREET)
    card = await leader.card(1)
    await street.later("3h")
    await leader.presses("认领", on=card)

    said_below = texts([*await street.phone("street_d").hears(), *await street.phone("street_y").hears()])
    assert "请带班领导看" in card.text
    assert (await street.ticket(1))["status"] == "claimed"
    assert "#1" not in said_below + await communities_read(street)
    assert await street.group("街道").text("street_d") == ""


async def test_an_emergency_with_a_reproach_reaches_the_community_as_ever(street: Street, r1: Phone):
    """DOMAIN 7.25: whoever is nearest helps."""
    await r1.sends("12幢4楼窗户冒烟 像是着火了 网格员看了一眼就走")

    in_community = await street.group("汇嘉").card("hj_w", 1)
    at_street = await street.group("街道").card("street_d", 1)

    assert "认领" in in_community.buttons
    assert "#1" in at_street.text
    assert "119" in texts(await r1.hears())
