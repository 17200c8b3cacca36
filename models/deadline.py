"""How long a ticket may still take: one row per clock that was started."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime

#: the few clocks that run and have a reminder ahead, among millions that ran
_WATCHED = sa.text("stopped_at is null and nudge_at is not null")


class Deadline(SQLModel, table=True):
    """One running or stopped clock of a ticket.

    `name` is claim | make_safe | close | check | appoint | verify | progress | suspend | coordinate | follow_up.
    A clock that was stopped and goes on is a new row of the same `round`; one that begins anew is a new round.
    """

    __tablename__ = "deadline"
    __table_args__ = (
        sa.Index("ix_deadline_ticket", "ticket_id", "name"),
        sa.Index("ix_deadline_watched", "nudge_at", sqlite_where=_WATCHED, postgresql_where=_WATCHED),
    )

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id")
    name: str = Field(max_length=12)
    round: int = 1
    #: working | continuous
    clock: str = Field(max_length=12)
    minutes: int
    started_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    stopped_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: minutes used up before `started_at`, by the runs before a stop
    used_minutes: int = 0
    #: 暂定: counted over a year whose holidays were not published yet
    is_provisional: bool = False
    #: the next reminder of this clock, and when it is due; None when there is none left
    nudge_step: str | None = Field(default=None, max_length=16)
    nudge_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    why: str = ""
