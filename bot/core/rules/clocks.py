"""The times that no category names, and how often and until when something may be asked for."""

from typing import Literal

from pydantic import Field

from bot.core.rules.base import Rule


class Raised(Rule):
    """How long a matter may take that is more urgent than its category: to make it safe, and to close it."""

    make_safe_minutes: int = Field(ge=1, le=10_080, description="围护，连续分钟")
    close_minutes: int = Field(ge=1, le=44_640, description="办结，连续分钟")


class Clocks(Rule):
    """The times that no category names (DOMAIN 3.1, 3.2, 3.3; the street may change every one)."""

    day_minutes: int = Field(default=480, ge=60, le=1440, description="一个工作日多少分钟")
    return_minutes: int = Field(default=120, ge=1, le=4800, description="收到后多少工作分钟内可以退单")
    appoint_minutes: int = Field(default=240, ge=1, le=4800, description="退两次后街道多少工作分钟内指定")
    verify_minutes: int = Field(default=120, ge=1, le=4800, description="核实，工作分钟")
    check_hours: int = Field(default=24, ge=1, le=240, description="送核查后多少小时没人核查就提醒")
    progress_days: int = Field(default=5, ge=1, le=60, description="复杂事项几个工作日写一次进展")
    coordinate_days: int = Field(default=7, ge=1, le=60, description="上报协调的几天内要有结果")
    follow_up_days: int = Field(default=5, ge=1, le=60, description="转出去的几个工作日问一次结果")
    extensions: int = Field(default=2, ge=0, le=10, description="最多延期几次")
    suspend_days: int = Field(default=365, ge=1, le=366, description="挂账最长几天")
    undo_minutes: int = Field(default=10, ge=0, le=1440, description="办结后几分钟内可以撤销")
    raised: dict[Literal["L0", "L1"], Raised] = {
        "L0": Raised(make_safe_minutes=60, close_minutes=1440),
        "L1": Raised(make_safe_minutes=120, close_minutes=1440),
    }
