"""Who may act for which community: the register from which every right comes."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class Role(SQLModel, table=True):
    """One person's post: worker | grid_worker | grid_head | secretary | dispatcher | duty | leader | admin.

    `community` is None for posts of the street office. A post that ended keeps its row.
    """

    __tablename__ = "role"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    role: str = Field(max_length=16)
    community: str | None = Field(default=None, max_length=16, index=True)
    since: datetime = Field(sa_type=UtcDateTime)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    granted_by: int | None = Field(default=None, foreign_key="person.id")
