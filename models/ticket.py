"""The matter that staff handle, its history and its reporters."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime


class Ticket(SQLModel, table=True):
    """One 工单; its number is its id. Only `bot.core.tickets` writes `status`."""

    __tablename__ = "ticket"
    __table_args__ = (sa.Index("ix_ticket_place", "community", "status"),)

    id: int | None = Field(default=None, primary_key=True)
    status: str = Field(max_length=16)
    category: str = Field(max_length=32)
    level: str = Field(max_length=2)
    kind: str = Field(max_length=20)
    privacy: str = Field(max_length=12)
    community: str | None = Field(default=None, max_length=16)
    #: other communities within the border's width, which see the card too
    neighbours: list[str] = Field(default_factory=list, sa_type=Json)
    #: people matters only: the persons who may see it; nobody else may
    named: list[int] = Field(default_factory=list, sa_type=Json)
    words: str = ""
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    owner_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    handler_id: int | None = Field(default=None, foreign_key="person.id")
    #: True while the street dispatcher has it: returned, outside, or no community known
    is_with_street: bool = False
    reporters: int = 1
    rework: int = 0
    returns: int = 0
    #: why: {"category": [...], "place": [...], "route": [...]}
    reasons: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    registered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dispatched_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    claimed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    handled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TicketEvent(SQLModel, table=True):
    """What happened to a ticket; append-only: this is the audit trail."""

    __tablename__ = "ticket_event"

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    action: str = Field(max_length=20)
    #: None when the bot did it
    by_id: int | None = Field(default=None, foreign_key="person.id")
    from_status: str | None = Field(default=None, max_length=16)
    to_status: str = Field(max_length=16)
    note: str = ""
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=Json)


class TicketReporter(SQLModel, table=True):
    """A courier who reported this ticket, in order of arrival; several may join one ticket."""

    __tablename__ = "ticket_reporter"
    __table_args__ = (sa.UniqueConstraint("ticket_id", "person_id"),)

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    #: very_satisfied | satisfied | dissatisfied, once he has rated
    rating: str | None = Field(default=None, max_length=16)
    rated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
