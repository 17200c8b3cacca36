"""When the bot begins nothing with a courier, by his trade."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator

from bot.core.calendar import slots
from bot.core.calendar.slots import Slot
from bot.core.rules.base import Rule


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
