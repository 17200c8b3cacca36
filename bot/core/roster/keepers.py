"""Who keeps the roster of a place: who may write it, and who hears that it has a hole."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import duty, people
from models import Person

COMMUNITY_KEEPERS = ("grid_head", "secretary")
STREET_KEEPERS = ("dispatcher", "duty", "admin")


async def places_of(session: AsyncSession, person: Person) -> list[str | None]:
    """The places whose roster is this person's own to write; the street's staff may write every other as well."""
    assert person.id is not None
    posts = await people.roles_of(session, person.id)
    own = [p.community for p in posts if p.role in (COMMUNITY_KEEPERS if p.community else STREET_KEEPERS)]
    return list(dict.fromkeys(own))


async def may_write(session: AsyncSession, person: Person, community: str | None) -> bool:
    """True for the community's grid head and secretary, and for the street's dispatcher, duty and admin."""
    own = await places_of(session, person)
    return community in own or None in own


async def to_tell(session: AsyncSession, community: str | None, *, now: datetime) -> Sequence[Person]:
    """The community's grid heads, else its secretaries, else the street's dispatchers, else who is on duty there."""
    heads = await duty.by_post(session, community, COMMUNITY_KEEPERS) if community else []
    return heads or await duty.by_post(session, None, ["dispatcher"]) or await duty.on_duty(session, now=now)
