"""A person known to the bot, and the chat accounts that are his."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime


class Person(SQLModel, table=True):
    """A courier, a member of staff, or both. `status` is guest (never joined) | active | left."""

    __tablename__ = "person"

    id: int | None = Field(default=None, primary_key=True)
    nickname: str = Field(max_length=40)
    status: str = Field(default="guest", max_length=8)
    #: takeaway | parcel | other; None until told
    trade: str | None = Field(default=None, max_length=12)
    #: codes of the communities on the courier's round
    homes: list[str] = Field(default_factory=list, sa_type=Json)
    created_at: datetime = Field(sa_type=UtcDateTime)
    joined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: when he last wrote or pressed something in private, or reported something
    last_seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    #: when the bot last rang his phone of its own accord
    rung_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Account(SQLModel, table=True):
    """One account of a person on one channel; the private chat's address."""

    __tablename__ = "account"
    __table_args__ = (sa.UniqueConstraint("channel", "external_id"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    channel: str = Field(max_length=16)
    external_id: str = Field(max_length=64)
    #: False once the channel said that we may not write to him (blocked, never started)
    reachable: bool = True
