"""A picture or voice note that somebody sent, from its address on the channel to its stored copy."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime


class Photo(SQLModel, table=True):
    """One picture. `role` is before | after | step; `status` is waiting -> stored | refused."""

    __tablename__ = "photo"

    id: int | None = Field(default=None, primary_key=True)
    report_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    person_id: int = Field(foreign_key="person.id")
    role: str = Field(max_length=8)
    channel: str = Field(max_length=16)
    #: the channel's handle for downloading, and its stable name for comparing
    file_ref: str = Field(max_length=256)
    file_unique: str = Field(max_length=64)
    size: int | None = None
    status: str = Field(default="waiting", max_length=8)
    #: with `refused`: empty | too_big | too_many_pixels | not_a_picture | broken | unsupported | gone
    refusal: str | None = Field(default=None, max_length=16)
    original_key: str | None = Field(default=None, max_length=96)
    copy_key: str | None = Field(default=None, max_length=96)
    #: how likely each label of the eye is; empty when it recognised nothing, None when nobody looked
    seen: dict[str, float] | None = Field(default=None, sa_type=Json)
    taken_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    lat: float | None = None
    lon: float | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
