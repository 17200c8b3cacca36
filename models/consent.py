"""What a courier agreed to, in which version of the notice, and when."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.base import UtcDateTime


class Consent(SQLModel, table=True):
    """One answer to the notice; append-only. `answer` is shown | yes | no | withdrawn."""

    __tablename__ = "consent"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    notice_version: str = Field(max_length=16)
    #: SHA-256 of the notice's words as they were shown, so that the version can be proved later
    notice_sha256: str = Field(max_length=64)
    answer: str = Field(max_length=12)
    #: True when what he said yes to spoke of learning from corrections
    allows_learning: bool = False
    at: datetime = Field(sa_type=UtcDateTime)
