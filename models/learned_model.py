"""A model of words that was learned: by whom, from what, how good it is, whether it is used."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.base import Json, UtcDateTime

_IN_USE = sa.text("state = 'in_use'")


class LearnedModel(SQLModel, table=True):
    """One model, or one try at making one. At most one row is in use at a time.

    `made_by` is shipped (it came with the program) | nightly | command. `state` is in_use | kept_back (no better than
    what was in use, or it could not be made) | replaced (by a newer one) | rolled_back (somebody went back from it).
    """

    __tablename__ = "learned_model"
    __table_args__ = (
        sa.Index("uq_learned_model_in_use", "state", unique=True, sqlite_where=_IN_USE, postgresql_where=_IN_USE),
    )

    id: int | None = Field(default=None, primary_key=True)
    made_at: datetime = Field(sa_type=UtcDateTime)
    made_by: str = Field(max_length=8)
    #: {"base": digest of the shipped model, "tables": {file: digest}, "examples": how many, "last_example": newest id}
    made_from: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    #: {"old": {...}, "new": {...}} on the fixed set; {"fault": why} when it could not be made
    figures: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    state: str = Field(max_length=12)
    #: its folder inside the folder of models, named by the digest of what lies in it; None for the shipped one
    folder: str | None = Field(default=None, max_length=64)
