"""Whom people mean by a name: a colleague of the same place, by nickname, or by a part of it that only he has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core.roster import dates, lines
from bot.core.street import Street
from models import Person, Role

# One character alone would find somebody nearly always.
SHORTEST_PART = 2


@dataclass(frozen=True)
class Colleague:
    """Somebody who holds a post at the place, and the names of his posts."""

    person: Person
    posts: tuple[str, ...]


async def colleagues(session: AsyncSession, community: str | None, street: Street) -> list[Colleague]:
    """Everybody with a post in the community (None: at the street office), the longest serving first."""
    at = col(Role.community).is_(None) if community is None else col(Role.community) == community
    query = (
        sa.select(Person, col(Role.role))
        .join(Role, col(Role.person_id) == Person.id)
        .where(at, col(Role.until).is_(None))
        .order_by(col(Role.id))
    )
    found: dict[int | None, tuple[Person, list[str]]] = {}
    for person, post in await session.execute(query):
        found.setdefault(person.id, (person, []))[1].append(street.texts(f"post-{post}"))
    return [Colleague(person, tuple(posts)) for person, posts in found.values()]


def meant(written: str, among: Sequence[Colleague]) -> list[Colleague]:
    """Who may be meant: who has this very name, or this name and post (小王(网格员)); else who has it in his name."""
    wanted = _folded(written)
    exactly = [one for one in among if _folded(one.person.nickname) == wanted]
    by_post = [one for one in among if any(_folded(f"{one.person.nickname}({p})") == wanted for p in one.posts)]
    partly = [one for one in among if len(wanted) >= SHORTEST_PART and wanted in _folded(one.person.nickname)]
    return exactly or by_post or partly


def unclear(written: str, found: Sequence[Colleague], here: Sequence[Colleague], place: str, street: Street) -> str:
    """Why the name does not say who is meant, and who there is."""
    who = lines.quote(written)
    if found:
        return street.texts("roster-several-people", place=place, who=who, people=_listed(found))
    if here:
        return street.texts("roster-unknown-person", place=place, who=who, people=_listed(here))
    return street.texts("roster-nobody-there", place=place)


def _listed(among: Iterable[Colleague]) -> str:
    """Their names; with the posts where two have the same."""
    found = list(among)
    names = [one.person.nickname for one in found]
    return "、".join(
        f"{name}（{'、'.join(one.posts)}）" if names.count(name) > 1 else name
        for one, name in zip(found, names, strict=True)
    )


def _folded(name: str) -> str:
    return "".join(dates.plain(name).casefold().split()).removeprefix("@")
