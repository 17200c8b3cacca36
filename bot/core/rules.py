"""The street's numbers and tables, as config.yaml gives them; every one has the trade's default."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from bot.core.roster import kinds


class Rule(BaseModel):
    """A part of config.yaml: unknown keys are faults, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Joining(Rule):
    """When messages of one courier are one report."""

    join_seconds: int = Field(default=90, ge=0, le=600, description="先图后字，多少秒内算同一件")
    answer_minutes: int = Field(default=30, ge=1, le=240, description="问了没回，多少分钟后交给人")
    category_answer_minutes: int = Field(default=10, ge=1, le=240, description="问类别没回，多少分钟后交给人")

    @property
    def join(self) -> timedelta:
        """How long words and pictures of one courier still belong together."""
        return timedelta(seconds=self.join_seconds)

    def wait_for(self, question: str) -> timedelta:
        """How long an answer to this question is waited for."""
        minutes = self.category_answer_minutes if question == "category" else self.answer_minutes
        return timedelta(minutes=minutes)


class Points(Rule):
    """What a valid report is worth, and the caps (DOMAIN 4.2)."""

    by_level: dict[Literal["L0", "L1", "L2", "L3"], int] = {"L0": 15, "L1": 10, "L2": 5, "L3": 3}
    day_cap: int = Field(default=30, ge=0)
    month_cap: int = Field(default=200, ge=0)


class Numbers(Rule):
    """Telephone numbers that the safety replies name."""

    gas_hotline: str | None = Field(default=None, description="燃气公司抢修电话；没有就只报119")


class Notice(Rule):
    """The notice a courier agrees to: version, keeper, how long."""

    version: str = Field(default="2026-11", max_length=16)
    keeper: str = Field(default="街道办事处", max_length=40)
    contact: str = Field(default="社区工作人员", max_length=40)
    photo_days: int = Field(default=180, ge=1, description="办结后原图保留几天")


#: the days on which the street must have somebody on a shift
Days = Literal["every_day", "working_days", "days_off", "holidays"]


class Duty(Rule):
    """The shifts, and where an empty one is a hole (DOMAIN 6.3)."""

    shifts: dict[str, str] = {"白班": "08:30-17:30", "夜班": "17:30-08:30", "带班": "08:30-08:30"}
    leader_shifts: tuple[str, ...] = ("带班",)
    # By day the office itself is there; nights, days off and the leader are what the roster is for.
    street_needs: dict[str, Days] = {"白班": "days_off", "夜班": "every_day", "带班": "every_day"}
    community_needs: tuple[str, ...] = ("白班",)
    warn_at: str = "08:40"

    @field_validator("shifts")
    @classmethod
    def _have_hours(cls, shifts: dict[str, str]) -> dict[str, str]:
        if not shifts:
            raise ValueError('至少要有一个班；例如 {夜班: "17:30-08:30"}')
        for name, written in shifts.items():
            kinds.read(name, written, "duty")
        return shifts

    @field_validator("leader_shifts", "street_needs", "community_needs")
    @classmethod
    def _are_shifts(cls, names: Iterable[str], info: ValidationInfo) -> Iterable[str]:
        shifts = info.data.get("shifts")
        for name in names:
            if shifts is not None and name not in shifts:
                raise ValueError(f"shifts 里没有 {name}；写成其中一个：{'、'.join(shifts)}")
        return names

    @field_validator("warn_at")
    @classmethod
    def _is_a_time(cls, written: str) -> str:
        kinds.minute_of(written)
        return written

    @property
    def kinds(self) -> tuple[kinds.Kind, ...]:
        """Every kind of shift, in the order of config.yaml."""
        return tuple(
            kinds.read(name, written, "leader" if name in self.leader_shifts else "duty")
            for name, written in self.shifts.items()
        )


class Rules(Rule):
    """All of them."""

    joining: Joining = Joining()
    reopen_days: int = Field(default=7, ge=0, le=90, description="办结后几天内算同一件重开")
    return_needs_characters: int = Field(default=2, ge=1, description="退单、不予受理的原因至少几个字")
    points: Points = Points()
    numbers: Numbers = Numbers()
    notice: Notice = Notice()
    duty: Duty = Duty()
    outside_hotline: str = Field(default="12345", max_length=20, description="街道外的事转到哪里")
