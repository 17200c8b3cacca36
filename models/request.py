"""What somebody asked for and a second person decides: an extension, a suspension, a lower level."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime

_OPEN = sa.text("status = 'open'")


class Request(SQLModel, table=True):
    """One request about a ticket. `action` is what is asked for: extend | suspend | lower.

    `status` is open -> granted | refused | void (the ticket moved on before anybody decided).
    """

    __tablename__ = "request"
    __table_args__ = (
        # of one kind at most one waits for its answer
        sa.Index("ix_request_open", "ticket_id", "action", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id")
    action: str = Field(max_length=12)
    by_id: int = Field(foreign_key="person.id")
    at: datetime = Field(sa_type=UtcDateTime)
    reason: str = ""
    #: with `suspend`: until when
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: with `lower`: the level asked for
    level: str | None = Field(default=None, max_length=2)
    status: str = Field(default="open", max_length=8)
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
