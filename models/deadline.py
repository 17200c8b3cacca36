"""How long a ticket may still take: one row per clock that was started."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class Deadline(SQLModel, table=True):
    """One running or stopped clock of a ticket. `name` is claim | make_safe | close; a new claim round adds a row."""

    __tablename__ = "deadline"
    __table_args__ = (sa.Index("ix_deadline_ticket", "ticket_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id")
    name: str = Field(max_length=12)
    #: working | continuous
    clock: str = Field(max_length=12)
    minutes: int
    started_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: minutes used up before `started_at`, by the runs before a stop
    used_minutes: int = 0
    why: str = ""
