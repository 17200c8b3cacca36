"""The checklist of a complex matter: what was planned, done or left out, and when; each time is a row."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime


class ChecklistStep(SQLModel, table=True):
    """One step of a ticket's procedure, once: done again it is a new row with the next round.

    `code` is one of `bot.core.procedure.terms.Step`; `outcome` is None -> done | skipped | objected | replaced.
    """

    __tablename__ = "checklist_step"
    __table_args__ = (sa.UniqueConstraint("ticket_id", "code", "round"),)

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id")
    #: its place among the seven, from 0
    position: int
    code: str = Field(max_length=12)
    round: int = 1
    #: the day for which it is intended, on the street's calendar
    planned_on: date | None = None
    outcome: str | None = Field(default=None, max_length=8)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    by_id: int | None = Field(default=None, foreign_key="person.id")
    #: what was said of it, whole
    note: str = ""
    #: what was read out of it: who came, who pays, from when until when, how many object
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
