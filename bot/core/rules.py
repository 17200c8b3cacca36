"""The street's numbers and tables, as config.yaml gives them; every one has the trade's default."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from bot.core.calendar import slots
from bot.core.calendar.slots import Slot


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


def _require_list(written: object) -> object:
    if not isinstance(written, list | tuple):
        raise ValueError('要写成一列时段；例如 ["10:30-13:30", "16:30-20:00"]，没有就写 []')
    return written


def _require_apart(written: tuple[Slot, ...]) -> tuple[Slot, ...]:
    if slots.do_overlap(written):
        raise ValueError("时段有重叠；合成一段，或者错开")
    return written


def _slots(*written: str) -> tuple[Slot, ...]:
    return tuple(map(slots.read, written))


def _night(written: str) -> tuple[tuple[Slot, ...], ...]:
    return (slots.read_through_night(written),)


DaySlots = Annotated[
    tuple[Annotated[Slot, BeforeValidator(slots.read)], ...],
    BeforeValidator(_require_list),
    AfterValidator(_require_apart),
]
#: each is one slot, or the two parts of one that runs over midnight
NightSlots = Annotated[
    tuple[Annotated[tuple[Slot, ...], BeforeValidator(slots.read_through_night)], ...], BeforeValidator(_require_list)
]


class CourierDay(Rule):
    """A day of one trade (DOMAIN 6.2): in peaks and in his sleep he is left alone, in lulls he may be asked."""

    peaks: DaySlots = Field(default=_slots("10:30-13:30", "16:30-20:00"), description="忙的时候")
    sleep: NightSlots = Field(default=_night("22:30-08:30"), description="睡觉的时候，可以过半夜")
    lulls: DaySlots = Field(
        default=_slots("09:30-10:20", "14:00-16:00", "20:30-21:30"), validate_default=True, description="空闲的时候"
    )

    @property
    def quiet(self) -> tuple[Slot, ...]:
        """When nothing may be begun with him."""
        return (*self.peaks, *(slot for night in self.sleep for slot in night))

    @field_validator("lulls")
    @classmethod
    def _require_leisure(cls, lulls: tuple[Slot, ...], others: ValidationInfo) -> tuple[Slot, ...]:
        if not lulls:
            raise ValueError("至少要写一个空闲时段；消息都攒到那时才发")
        # What could not be read has a fault of its own.
        nights: Iterable[tuple[Slot, ...]] = others.data.get("sleep", ())
        busy = [*others.data.get("peaks", ()), *(slot for night in nights for slot in night)]
        for lull in lulls:
            if any(slots.do_overlap((lull, slot)) for slot in busy):
                raise ValueError(f"空闲时段 {lull} 碰上了忙的时候或睡觉的时候；把它们错开")
        return lulls


class ParcelDay(CourierDay):
    """A parcel courier's: sorting at dawn, then two waves of deliveries."""

    peaks: DaySlots = _slots("06:30-09:00", "09:30-12:00", "14:00-18:00")
    sleep: NightSlots = _night("22:30-06:30")
    lulls: DaySlots = Field(default=_slots("12:30-13:30", "19:00-21:00"), validate_default=True)


class Quiet(Rule):
    """When the bot begins nothing with a courier; it answers him at any time."""

    chatting_minutes: int = Field(default=10, ge=0, le=120, description="他刚发过消息，多少分钟内有事马上说")
    takeaway: CourierDay = CourierDay()
    parcel: ParcelDay = ParcelDay()
    other: CourierDay = CourierDay()

    @property
    def chatting(self) -> timedelta:
        """How long after his last message a courier still has the phone in his hand."""
        return timedelta(minutes=self.chatting_minutes)

    def day_of(self, trade: str | None) -> CourierDay:
        """The day of this trade; of one that is not known, that of the others."""
        return {"takeaway": self.takeaway, "parcel": self.parcel}.get(trade or "", self.other)


class Rules(Rule):
    """All of them."""

    joining: Joining = Joining()
    quiet: Quiet = Quiet()
    reopen_days: int = Field(default=7, ge=0, le=90, description="办结后几天内算同一件重开")
    return_needs_characters: int = Field(default=2, ge=1, description="退单、不予受理的原因至少几个字")
    points: Points = Points()
    numbers: Numbers = Numbers()
    notice: Notice = Notice()
    outside_hotline: str = Field(default="12345", max_length=20, description="街道外的事转到哪里")
