"""Alembic's entry: runs the migrations over a connection that the caller gives, or over config.yaml's database."""

import asyncio
from typing import Any

import sqlalchemy as sa
from alembic import context
from sqlmodel import SQLModel

import models
from models.base import Json, UtcDateTime

metadata = SQLModel.metadata
assert models.Ticket.__table__ in metadata.tables.values()  # type: ignore[attr-defined]


def render_item(kind: str, item: Any, autogen: Any) -> str | bool:
    """Writes our own column types by name, so that a migration reads like the models."""
    if kind == "type" and isinstance(item, UtcDateTime | Json):
        autogen.imports.add("from models.base import Json, UtcDateTime")
        return f"{type(item).__name__}()"
    if kind == "type" and type(item).__name__ == "AutoString":
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


def migrate(connection: sa.Connection) -> None:
    """Runs what Alembic was asked to run over this connection."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=render_item,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def migrate_configured() -> None:
    """Opens the database that config.yaml names (the `alembic` command line comes this way)."""
    from bot.db import Database
    from bot.settings import load

    database = Database(load().database.url)
    async with database.engine.begin() as connection:
        await connection.run_sync(migrate)
    await database.close()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    asyncio.run(migrate_configured())
