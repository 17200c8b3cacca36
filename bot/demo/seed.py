"""Fills the sandbox's world and the bot's register with the demo street; doing it again changes nothing."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.channels.telegram import NAME
from bot.core import groups, joining, people
from bot.core.street import Street
from bot.demo import cast
from bot.mailbox.outbox import Address
from models import Person, Role
from sandbox import membership
from sandbox.world import World

STAFF_TRADE = "工作人员"


def fill_world(world: World) -> None:
    """Puts the bot, everybody and every group into the sandbox; all but the newcomer have pressed start."""
    bot = world.add_bot(cast.TOKEN, cast.BOT_USERNAME, cast.BOT_NAME)
    for courier in (*cast.COURIERS, cast.NEWCOMER):
        world.add_person(courier.username, courier.name, cast.TRADES[courier.trade])
    for code, (_, names) in cast.COMMUNITIES.items():
        for letter, name in zip(cast.POSTS, names, strict=True):
            world.add_person(f"{code}_{letter}", name, STAFF_TRADE)
    for username, (name, _) in cast.STREET_STAFF.items():
        world.add_person(username, name, STAFF_TRADE)
    for person in world.people.values():
        if person.username != cast.NEWCOMER.username:
            membership.start(world, person, bot)
    for code, (name, _) in cast.COMMUNITIES.items():
        world.add_group(cast.group_title(name), cast.members_of(code))
    heads = [f"{code}_{letter}" for code in cast.COMMUNITIES for letter in ("h", "s")]
    world.add_group(cast.STREET_GROUP, [*cast.STREET_STAFF, *heads])


async def fill_register(session: AsyncSession, world: World, *, now: datetime, street: Street) -> None:
    """Enters posts, groups and consents into the bot's database, once: who lost his post does not get it back."""
    if await session.scalar(sa.select(col(Role.id)).limit(1)) is not None:
        return
    for code, (name, _) in cast.COMMUNITIES.items():
        for letter, post in cast.POSTS.items():
            person = await _enter(session, world, f"{code}_{letter}", now=now)
            await people.appoint(session, person, post, code, by=None, now=now)
        await _bind(session, world, cast.group_title(name), code, now=now)
    for username, (_, post) in cast.STREET_STAFF.items():
        person = await _enter(session, world, username, now=now)
        await people.appoint(session, person, post, None, by=None, now=now)
        if post == "dispatcher":
            await people.appoint(session, person, "admin", None, by=None, now=now)
    await _bind(session, world, cast.STREET_GROUP, None, now=now)
    for courier in cast.COURIERS:
        person = await _enter(session, world, courier.username, now=now)
        await joining.show_notice(session, person, now=now, street=street)
        await joining.join(session, person, now=now, street=street)
        person.trade, person.homes = courier.trade, list(courier.homes)


async def _enter(session: AsyncSession, world: World, username: str, *, now: datetime) -> Person:
    account = world.person(username)
    return await people.find_or_add(session, NAME, str(account.id), account.name, now=now)


async def _bind(session: AsyncSession, world: World, title: str, community: str | None, *, now: datetime) -> None:
    chat = next(chat for chat in world.chats.values() if chat.title == title and not chat.moved_to)
    await groups.bind(session, Address(NAME, str(chat.id)), community, title, by=None, now=now)
