"""When the bot learns from corrections by itself, and how much of the machine it may take for that."""

from pydantic import Field, field_validator

from bot.core.roster import kinds
from bot.core.rules.base import Rule


class Learning(Rule):
    """The nightly lesson: whether, when, from how many corrections on, within which limits."""

    nightly: bool = Field(default=True, description="夜里自己学")
    at: str = Field(default="03:30", description="夜里几点学")
    corrections: int = Field(default=50, ge=1, le=10_000, description="新攒了几条改过的才学一次")
    minutes: int = Field(default=20, ge=1, le=240, description="最多学多少分钟")
    memory_mb: int = Field(default=2000, ge=500, le=64_000, description="最多用多少内存")

    @field_validator("at")
    @classmethod
    def _is_a_time(cls, written: str) -> str:
        kinds.minute_of(written)
        return written

    @property
    def minute(self) -> int:
        """When it begins, in minutes after midnight."""
        return kinds.minute_of(self.at)
