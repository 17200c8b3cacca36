"""The shifts of the duty roster, and where an empty one is a hole."""

from collections.abc import Iterable
from typing import Literal

from pydantic import ValidationInfo, field_validator

from bot.core.roster import kinds
from bot.core.rules.base import Rule

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
