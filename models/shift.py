"""Who is on duty where, from when to when: the roster that people write."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime

#: the street's rows: two empty communities are never equal, so they need an index of their own
_STREET = sa.text("community is null")


class Shift(SQLModel, table=True):
    """One person on one shift of one day; several may share it. `post` is duty | leader.

    `community` is None for the street office. The row stays when the person's post ends: he then no longer counts.
    """

    __tablename__ = "shift"
    __table_args__ = (
        sa.UniqueConstraint("community", "day", "name", "person_id"),
        sa.Index(
            "ix_shift_street", "day", "name", "person_id", unique=True, sqlite_where=_STREET, postgresql_where=_STREET
        ),
        sa.Index("ix_shift_ends_at", "ends_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    community: str | None = Field(default=None, max_length=16)
    #: the day it begins on, and its name in config.yaml when it was entered: by these two people speak of it
    day: date
    name: str = Field(max_length=8)
    post: str = Field(max_length=8)
    person_id: int = Field(foreign_key="person.id", index=True)
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime = Field(sa_type=UtcDateTime)
    #: None when it was entered from the shell
    entered_by: int | None = Field(default=None, foreign_key="person.id")
    entered_at: datetime = Field(sa_type=UtcDateTime)
