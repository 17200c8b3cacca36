"""Somebody asks a colleague to take his shift; a third person approves it."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class ShiftSwap(SQLModel, table=True):
    """One such request. `status` is asked -> agreed -> approved | refused | void.

    It names the shift by place, day and name, and not by its row: a roster entered anew has new rows.
    Void means that it came to nothing by itself: the shift began, went to somebody else, or was asked of another.
    """

    __tablename__ = "shift_swap"
    __table_args__ = (sa.Index("ix_shift_swap_asker", "from_id", "status"),)

    id: int | None = Field(default=None, primary_key=True)
    community: str | None = Field(default=None, max_length=16)
    day: date
    name: str = Field(max_length=8)
    #: who is on the shift, and who is asked to take it
    from_id: int = Field(foreign_key="person.id")
    to_id: int = Field(foreign_key="person.id")
    status: str = Field(default="asked", max_length=8)
    asked_at: datetime = Field(sa_type=UtcDateTime)
    #: who said the last word, and when
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
