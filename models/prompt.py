"""What the bot asked a member of staff and still waits for."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class Prompt(SQLModel, table=True):
    """One open question to one person in one chat: what `action` on `ticket_id` still misses."""

    __tablename__ = "prompt"
    __table_args__ = (sa.UniqueConstraint("person_id", "channel", "chat"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    channel: str = Field(max_length=16)
    chat: str = Field(max_length=64)
    ticket_id: int = Field(foreign_key="ticket.id")
    action: str = Field(max_length=20)
    #: the outbox row of the question: what it was sent as is taken away once it is answered
    outbox_id: int | None = None
    asked_at: datetime = Field(sa_type=UtcDateTime)
