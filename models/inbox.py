"""What arrived from a channel, kept until its handling has been committed."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime

#: the few rows still to be handled, among millions that were
_WAITING = sa.text("status = 'new'")


class InboxItem(SQLModel, table=True):
    """One incoming item. `lane` is the unit of order: items of one lane are handled one after another."""

    __tablename__ = "inbox"
    __table_args__ = (
        sa.UniqueConstraint("channel", "external_id"),
        sa.Index("ix_inbox_waiting", "lane", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(max_length=16)
    external_id: str = Field(max_length=64)
    lane: str = Field(max_length=64)
    payload: Any = Field(sa_type=Json)
    received_at: datetime = Field(sa_type=UtcDateTime)
    #: new -> done | parked
    status: str = Field(default="new", max_length=8)
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
