"""What the bot owes to a channel, kept until the channel has taken it."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime

#: the few rows that are still owed, among millions that were sent
_OPEN = sa.text("status in ('new', 'sending')")
_PUSHED = sa.text("push_to is not null")


class OutboxItem(SQLModel, table=True):
    """One piece of work for one recipient.

    `kind` is note | card | download | look | remove; `subject` names what a card or picture is about, so that
    redraws that pile up become one. `push_to` is the courier to whom the bot begins to say this of its own
    accord; what answers him has none. `holder` and `lease_until` say which process is sending it.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        sa.Index("ix_outbox_waiting", "due_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        sa.Index("ix_outbox_push_to", "push_to", sqlite_where=_PUSHED, postgresql_where=_PUSHED),
        sa.Index("ix_outbox_recipient", "channel", "recipient", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(max_length=16)
    recipient: str = Field(max_length=64)
    kind: str = Field(max_length=8)
    subject: str | None = Field(default=None, max_length=32)
    push_to: int | None = Field(default=None, foreign_key="person.id")
    payload: Any = Field(default_factory=dict, sa_type=Json)
    #: 0 overtakes everything (L0); 3 is ordinary
    urgency: int = 3
    #: new -> sending -> sent | failed; sending -> new when a try did not work
    status: str = Field(default="new", max_length=8)
    attempts: int = 0
    created_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    holder: str | None = Field(default=None, max_length=32)
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None
    message_id: str | None = Field(default=None, max_length=32)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
