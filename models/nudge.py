"""What the bot says by itself and only once: a step of a ticket's ladder, a day's list, a hole in the roster."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime


class Nudge(SQLModel, table=True):
    """One reminder that was given, or passed over; append-only. `key` makes it unrepeatable.

    `outcome` is sent | listed (it stands in a list that is sent anyway) | stale (a later step was due already) |
    empty (it was due, and there was nothing to say).
    """

    __tablename__ = "nudge"
    __table_args__ = (sa.UniqueConstraint("key"), sa.Index("ix_nudge_ticket", "ticket_id"))

    id: int | None = Field(default=None, primary_key=True)
    #: TICKET:CLOCK:ROUND:STEP, or the name of what is said and its day
    key: str = Field(max_length=64)
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    #: when it was due, and when it was given
    due_at: datetime = Field(sa_type=UtcDateTime)
    at: datetime = Field(sa_type=UtcDateTime)
    outcome: str = Field(max_length=8)
    #: ids of the persons to whom it was owed
    told: list[int] = Field(default_factory=list, sa_type=Json)
