"""The matter that staff handle, its history and its reporters."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime

#: the few tickets whose card has reached nobody yet
_UNDELIVERED = sa.text("dispatched_at is null and status = 'dispatched'")


class Ticket(SQLModel, table=True):
    """One 工单; its number is its id. Only `bot.core.tickets` writes `status`."""

    __tablename__ = "ticket"
    __table_args__ = (
        sa.Index("ix_ticket_place", "community", "status"),
        sa.Index("ix_ticket_undelivered", "registered_at", sqlite_where=_UNDELIVERED, postgresql_where=_UNDELIVERED),
        sa.Index("ix_ticket_nearby", "category", "community", "id"),
    )

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
    #: True when the point is the very spot and not the middle of an area
    has_spot: bool = False
    owner_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    handler_id: int | None = Field(default=None, foreign_key="person.id")
    #: True while the street dispatcher has it: returned, outside, or no community known
    is_with_street: bool = False
    #: community | street: whose own people it complains of; it goes one level above them
    against: str | None = Field(default=None, max_length=12)
    reporters: int = 1
    rework: int = 0
    returns: int = 0
    extensions: int = 0
    suspensions: int = 0
    #: True once the street office has named who leads: it cannot be returned any more
    is_appointed: bool = False
    #: the outside unit that works on it (a code of `parties`), and what was noted of it: contact, receipt
    party: str | None = Field(default=None, max_length=24)
    contact: str = ""
    #: 督办: when the street began to supervise it
    supervised_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: 挂账: the moment at which it goes on by itself
    suspended_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: the closed ticket of which this is a recurrence
    recurs_of: int | None = Field(default=None, foreign_key="ticket.id")
    #: the ticket that this one turned out to be
    merged_into: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    #: the ticket that this one was split from; its owner leads
    parent_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    #: village | section | street: where it ended (721)
    resolved_tier: str | None = Field(default=None, max_length=8)
    #: why: {"category": [...], "place": [...], "route": [...]}
    reasons: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    opened_at: datetime = Field(sa_type=UtcDateTime)
    registered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    dispatched_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: since when those who have it now have it; a return counts from here
    received_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    claimed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    handled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: 超期: the deadline that it missed first; a fact that stays
    late_since: datetime | None = Field(default=None, sa_type=UtcDateTime)


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
