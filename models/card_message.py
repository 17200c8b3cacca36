"""Which message in which chat shows a ticket: the view's memory, never the ticket's."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class CardMessage(SQLModel, table=True):
    """One card as it was last drawn; one card per ticket and chat."""

    __tablename__ = "card_message"
    __table_args__ = (
        sa.UniqueConstraint("ticket_id", "channel", "chat"),
        sa.Index("ix_card_message_message", "channel", "chat", "message"),
    )

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id")
    channel: str = Field(max_length=16)
    chat: str = Field(max_length=64)
    #: None until the channel has taken the first one
    message: str | None = Field(default=None, max_length=32)
    #: fingerprint of what was drawn; equal means there is nothing to redraw
    drawn: str | None = Field(default=None, max_length=64)
    #: the picture it shows, by its key in the photo store
    photo: str | None = Field(default=None, max_length=96)
    at: datetime = Field(sa_type=UtcDateTime)
