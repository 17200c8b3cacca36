"""What a courier sent: one report, made of one or more messages."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime


class Report(SQLModel, table=True):
    """One gesture of one courier. `waiting_for` says what we asked him: place | category | words | people."""

    __tablename__ = "report"
    __table_args__ = (sa.Index("ix_report_latest", "person_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    channel: str = Field(max_length=16)
    #: the chat in which it was sent, where the answers go
    chat: str = Field(max_length=64)
    is_private_chat: bool = True
    first_message: str = Field(max_length=32)
    words: str = ""
    lat: float | None = None
    lon: float | None = None
    #: pin | exif, whichever gave lat and lon
    point_from: str | None = Field(default=None, max_length=8)
    #: he passed on somebody else's message: hearsay
    is_forwarded: bool = False
    has_voice: bool = False
    waiting_for: str | None = Field(default=None, max_length=12)
    #: with `waiting_for`: the moment after which a person takes over
    #: the buttons that were offered with the question, in their order
    options: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    #: which of them he pressed
    chosen: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    #: emergencies he was already told what to do about
    warned: list[str] = Field(default_factory=list, sa_type=Json)
    #: at most one question is asked
    asked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    last_part_at: datetime = Field(sa_type=UtcDateTime)


class ReportPart(SQLModel, table=True):
    """One message of a report; a repeat or an edit of the same message finds this row again."""

    __tablename__ = "report_part"
    __table_args__ = (
        sa.UniqueConstraint("channel", "chat", "message"),
        sa.Index("ix_report_part_album", "chat", "album"),
    )

    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    channel: str = Field(max_length=16)
    chat: str = Field(max_length=64)
    message: str = Field(max_length=32)
    album: str | None = Field(default=None, max_length=32)
    text: str = ""
    #: the platform's handle of a voice note or video, which staff may ask for
    voice: str | None = Field(default=None, max_length=256)
    #: taken out of a group because it is about a person
    is_hidden: bool = False
    received_at: datetime = Field(sa_type=UtcDateTime)
