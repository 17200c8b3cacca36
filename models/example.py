"""What a correction teaches: words, what the judge made of them, what they really were."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class Example(SQLModel, table=True):
    """Words of a courier, without anything personal, with the leaf (or NONE) that somebody put right.

    `state` is kept (to be learned from) | superseded (corrected once more since).
    """

    __tablename__ = "example"
    __table_args__ = (sa.Index("ix_example_report_id", "report_id"), sa.Index("ix_example_ticket_id", "ticket_id"))

    id: int | None = Field(default=None, primary_key=True)
    words: str
    #: what is right
    code: str = Field(max_length=32)
    #: what the judge made of the words
    said: str = Field(max_length=32)
    #: courier | staff
    corrected_by: str = Field(max_length=8)
    by_id: int = Field(foreign_key="person.id")
    report_id: int = Field(foreign_key="report.id")
    ticket_id: int = Field(foreign_key="ticket.id")
    at: datetime = Field(sa_type=UtcDateTime)
    state: str = Field(default="kept", max_length=12)
