"""The street asks at which tier this quarter's disputes ended (721)."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import groups, people, tiers
from bot.core.procedure import refused
from bot.core.street import Street
from bot.core.tiers import Tiers
from handlers import wording

router = Router(name="tiers")


@router.message(Command("tiers"))
async def show(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """看本季度矛盾纠纷在哪一级化解（721，街道用）"""
    await _check_street(session, message, now=now)
    since, until = tiers.quarter_of(now)
    found = await tiers.count(session, since=since, until=until)
    await wording.reply(session, message, _words(found, since, street), now=now)


async def _check_street(session: AsyncSession, message: Message, *, now: datetime) -> None:
    """Raises NotTheStreet for everybody but the street's own staff, in private or in their own group."""
    assert message.from_user is not None
    person = await wording.known(session, message.from_user, now=now)
    posts = await people.roles_of(session, person.id or 0)
    group = await groups.find(session, wording.at(message.chat))
    is_here = wording.is_private(message) or (group is not None and group.community is None)
    if not is_here or all(post.community is not None for post in posts):
        raise refused.NotTheStreet()


def _words(found: Tiers, since: datetime, street: Street) -> str:
    """The counts; shares only where they say something, and a comparison only where it is fair (DOMAIN 5.2)."""
    texts = street.texts
    if not found.total:
        return texts("tiers-nothing", since=f"{since:%m-%d}")
    shares = found.shares()
    each = [
        texts("tiers-one-share", tier=texts(f"tier-{name}"), count=count, percent=shares[name])
        if shares
        else texts("tiers-one", tier=texts(f"tier-{name}"), count=count)
        for name, count in found.ended.items()
    ]
    target = "/".join(str(percent) for percent in tiers.TARGET.values())
    told = texts("tiers", since=f"{since:%m-%d}", tiers="、".join(each), total=found.total, target=target)
    return told if found.is_comparable else f"{told}\n{texts('tiers-too-few')}"
