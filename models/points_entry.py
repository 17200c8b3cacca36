"""The couriers' points: an append-only ledger, the balance is the sum."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class PointsEntry(SQLModel, table=True):
    """One award or reversal; the same reason for the same ticket and person is entered once."""

    __tablename__ = "points_entry"
    __table_args__ = (sa.UniqueConstraint("person_id", "ticket_id", "reason"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id")
    amount: int
    reason: str = Field(max_length=20)
    at: datetime = Field(sa_type=UtcDateTime)
