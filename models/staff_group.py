"""The chat groups in which staff work: one per community, one for the street."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class StaffGroup(SQLModel, table=True):
    """A 移动网格群 bound to its community, or the street's own group (`community` None)."""

    __tablename__ = "staff_group"
    __table_args__ = (sa.UniqueConstraint("channel", "external_id"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(max_length=16)
    external_id: str = Field(max_length=64)
    community: str | None = Field(default=None, max_length=16, index=True)
    title: str = Field(default="", max_length=128)
    bound_by: int | None = Field(default=None, foreign_key="person.id")
    bound_at: datetime = Field(sa_type=UtcDateTime)
    #: False when the bot was removed from the group: cards then go to people instead
    active: bool = True
