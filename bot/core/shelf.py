"""The models that were ever made, of which one is in use: entered, used instead of another, gone back from."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from models import LearnedModel

IN_USE, KEPT_BACK, REPLACED, ROLLED_BACK = "in_use", "kept_back", "replaced", "rolled_back"
SHIPPED, NIGHTLY, COMMAND = "shipped", "nightly", "command"


async def rows(session: AsyncSession) -> Sequence[LearnedModel]:
    """Every model and every try, oldest first."""
    return (await session.scalars(sa.select(LearnedModel).order_by(col(LearnedModel.id)))).all()


async def in_use(session: AsyncSession) -> LearnedModel | None:
    """The model that is to be used; None before any was entered, which means the shipped one."""
    return (await session.scalars(sa.select(LearnedModel).where(col(LearnedModel.state) == IN_USE))).first()


async def shipped(session: AsyncSession) -> LearnedModel | None:
    """The newest model that came with the program."""
    found = sa.select(LearnedModel).where(col(LearnedModel.made_by) == SHIPPED).order_by(col(LearnedModel.id).desc())
    return (await session.scalars(found.limit(1))).first()


async def enter(session: AsyncSession, model: LearnedModel) -> None:
    """Puts a model on the shelf; one that is in use takes the place of the one before."""
    if model.state == IN_USE:
        await _lay_aside(session, REPLACED)
    session.add(model)
    await session.flush()


async def enter_shipped(session: AsyncSession, model: LearnedModel) -> bool:
    """Enters the model that came with this program and uses it; False when it stands there already.

    A newer program brings a better base: what was learned on top of the old one is learned anew on this one.
    """
    newest = await shipped(session)
    if newest is not None and newest.made_from.get("base") == model.made_from["base"]:
        return False
    await enter(session, model)
    return True


async def go_back(session: AsyncSession, model: LearnedModel) -> None:
    """Uses a model that was made before instead of the one in use."""
    if model.state != IN_USE:
        await _lay_aside(session, ROLLED_BACK)
        model.state = IN_USE
        await session.flush()


async def last_example(session: AsyncSession, base: str) -> int:
    """The newest correction that any try on this base has seen; 0 when there was none."""
    seen = [row.made_from.get("last_example", 0) for row in await rows(session) if row.made_from.get("base") == base]
    return max(seen, default=0)


async def _lay_aside(session: AsyncSession, state: str) -> None:
    """Before another one may be in use: the database allows one at a time."""
    await session.execute(sa.update(LearnedModel).where(col(LearnedModel.state) == IN_USE).values(state=state))
