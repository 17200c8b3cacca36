"""Account -> person, posts and consent: who somebody is, by the register and not by what he says."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.mailbox.outbox import Address
from models import Account, Person, Role

#: posts of one community, and posts of the street office
COMMUNITY_POSTS = ("worker", "grid_worker", "grid_head", "secretary")
STREET_POSTS = ("dispatcher", "duty", "leader", "admin")

# Telegram names may be 64 characters; a card's field has room for 26.
LONGEST_NICKNAME = 20

# Asked for everybody to whom something is said: written out once.
_PERSON = sa.bindparam("person", type_=sa.Integer)
_REACHABLE = sa.select(Account).where(col(Account.person_id) == _PERSON, col(Account.reachable)).limit(1)
_ROLES = sa.select(Role).where(col(Role.person_id) == _PERSON, col(Role.until).is_(None)).order_by(col(Role.id))


async def find(session: AsyncSession, channel: str, external_id: str) -> Person | None:
    """The person behind an account; None when we never heard from it."""
    query = (
        sa.select(Person)
        .join(Account, col(Account.person_id) == Person.id)
        .where(col(Account.channel) == channel, col(Account.external_id) == external_id)
    )
    return (await session.scalars(query)).first()


async def find_or_add(session: AsyncSession, channel: str, external_id: str, nickname: str, *, now: datetime) -> Person:
    """The person behind an account; somebody new is a guest, of whom we keep the account and a name to call him."""
    person = await find(session, channel, external_id)
    if person is not None:
        return person
    person = Person(nickname=plain_nickname(nickname), created_at=now)
    session.add(person)
    await session.flush()
    assert person.id is not None
    session.add(Account(person_id=person.id, channel=channel, external_id=external_id))
    await session.flush()
    return person


def plain_nickname(name: str) -> str:
    """The name without control and direction marks, at most 20 characters; 小哥 when nothing is left."""
    kept = "".join(c for c in name if c.isprintable() and not 0x200B <= ord(c) <= 0x202E).strip()
    return kept[:LONGEST_NICKNAME] or "小哥"


async def address_of(session: AsyncSession, person_id: int) -> Address | None:
    """The private chat in which the person can be reached; None when there is none."""
    account = (await session.scalars(_REACHABLE, {"person": person_id})).first()
    return Address(account.channel, account.external_id) if account else None


async def reachable(session: AsyncSession, persons: Iterable[Person]) -> list[Person]:
    """Those who can be written to: a card that nobody gets is nobody's."""
    listed = list(persons)
    ids = [person.id for person in listed]
    query = sa.select(col(Account.person_id)).where(col(Account.person_id).in_(ids), col(Account.reachable))
    found = set(await session.scalars(query)) if ids else set()
    return [person for person in listed if person.id in found]


async def lost(session: AsyncSession, to: Address) -> None:
    """Remembers that this private chat takes our messages no more."""
    await _set_reachable(session, to, reachable=False)


async def reached(session: AsyncSession, to: Address) -> None:
    """Remembers that this private chat is open: its person wrote in it, or let the bot in again."""
    await _set_reachable(session, to, reachable=True)


async def _set_reachable(session: AsyncSession, to: Address, *, reachable: bool) -> None:
    account = col(Account.reachable)
    await session.execute(
        sa.update(Account)
        .where(col(Account.channel) == to.channel, col(Account.external_id) == to.chat, account.is_not(reachable))
        .values(reachable=reachable)
    )


async def roles_of(session: AsyncSession, person_id: int) -> Sequence[Role]:
    """The posts the person holds now."""
    return (await session.scalars(_ROLES, {"person": person_id})).all()


async def holders(session: AsyncSession, posts: Iterable[str], community: str | None) -> Sequence[Person]:
    """Who holds one of these posts for the community (None: for the street office), oldest post first."""
    where: list[sa.ColumnElement[bool]] = [col(Role.role).in_(list(posts)), col(Role.until).is_(None)]
    where.append(col(Role.community).is_(None) if community is None else col(Role.community) == community)
    query = sa.select(Person, Role).join(Role, col(Role.person_id) == Person.id).where(*where).order_by(col(Role.id))
    return list({person.id: person for person, _ in await session.execute(query)}.values())


async def colleagues(session: AsyncSession, community: str | None, *, called: str) -> Sequence[Person]:
    """Who holds a post in the community or at the street and goes by this name."""
    posted = [await holders(session, COMMUNITY_POSTS, community), await holders(session, STREET_POSTS, None)]
    return [person for person in once(*posted) if person.nickname == called]


async def posted_at(session: AsyncSession, person_ids: Sequence[int], community: str | None) -> Sequence[int]:
    """Those of these persons who hold a post in the community or at the street."""
    here = col(Role.community).is_(None) if community is None else col(Role.community) == community
    query = sa.select(col(Role.person_id)).where(
        col(Role.person_id).in_(person_ids),
        col(Role.until).is_(None),
        sa.or_(here, col(Role.community).is_(None)),
    )
    return (await session.scalars(query.distinct())).all()


def once(*lists: Sequence[Person]) -> tuple[Person, ...]:
    """The persons of all the lists, each once, in the order in which they first stand there."""
    return tuple({person.id: person for persons in lists for person in persons}.values())


async def appoint(
    session: AsyncSession, person: Person, role: str, community: str | None, *, by: Person | None, now: datetime
) -> None:
    """Gives a post; holding it already changes nothing."""
    assert person.id is not None
    held = await roles_of(session, person.id)
    if any(post.role == role and post.community == community for post in held):
        return
    session.add(Role(person_id=person.id, role=role, community=community, since=now, granted_by=by.id if by else None))
    await session.flush()


async def dismiss(session: AsyncSession, person: Person, community: str | None, *, now: datetime) -> int:
    """Ends every post the person holds for the community (None: for the street office); returns how many."""
    where: list[sa.ColumnElement[bool]] = [col(Role.person_id) == person.id, col(Role.until).is_(None)]
    where.append(col(Role.community).is_(None) if community is None else col(Role.community) == community)
    ended = await session.execute(sa.update(Role).where(*where).values(until=now))
    return int(ended.rowcount)  # type: ignore[attr-defined]


async def first_admins(session: AsyncSession, channel: str, accounts: Sequence[int], *, now: datetime) -> None:
    """Enters the admins that config.yaml names; from there on they appoint everybody else."""
    for account in accounts:
        person = await find_or_add(session, channel, str(account), "管理员", now=now)
        await appoint(session, person, "admin", None, by=None, now=now)
