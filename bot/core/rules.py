"""The street's numbers and tables, as config.yaml gives them; every one has the trade's default."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


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
    addition: int = Field(default=1, ge=0, le=100, description="一起报的带来新情况，得几分")
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


Level = Literal["L0", "L1", "L2", "L3"]


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


class Addressee(StrEnum):
    """Who hears of a step of the ladder, in a clerk's words."""

    OWNER = "责任人"
    #: one line in the group, to the one on duty
    GROUP = "群里提醒"
    WORKER = "社区值班"
    HEAD = "网格长"
    SECRETARY = "书记"
    DISPATCHER = "街道调度"
    DUTY = "街道值班"
    LEADER = "带班领导"
    OFFICE = "分管领导"
    #: the street supervises it: flag, card, owner
    SUPERVISE = "督办"
    #: the grid head's list of the next working morning
    MORNING = "次日名单"
    #: the street's list of late tickets, every working morning
    DAILY = "每日名单"
    WEEKLY = "周报"


WHO = Addressee
Told = dict[Level, tuple[Addressee, ...]]


def _at_every_level(*told: Addressee) -> Told:
    return {"L0": told, "L1": told, "L2": told, "L3": told}


class Reminders(Rule):
    """The ladder: which step of which clock is told to whom, by level (DOMAIN 3.3)."""

    claim_half: Told = {
        "L0": (WHO.DUTY, WHO.HEAD),
        "L1": (WHO.WORKER, WHO.DUTY),
        "L2": (WHO.GROUP,),
        "L3": (WHO.GROUP,),
    }
    claim_overdue: Told = {
        "L0": (WHO.HEAD, WHO.SECRETARY, WHO.DUTY),
        "L1": (WHO.HEAD,),
        "L2": (WHO.HEAD,),
        "L3": (WHO.MORNING,),
    }
    claim_double: Told = {
        "L0": (WHO.LEADER,),
        "L1": (WHO.SECRETARY, WHO.DISPATCHER),
        "L2": (WHO.SECRETARY, WHO.DISPATCHER),
        "L3": (WHO.SECRETARY,),
    }
    make_safe_three_quarters: Told = {"L0": (WHO.OWNER,), "L1": (WHO.OWNER,), "L3": (WHO.OWNER,)}
    make_safe_overdue: Told = {
        "L0": (WHO.HEAD, WHO.DISPATCHER),
        "L1": (WHO.HEAD, WHO.DISPATCHER),
        "L3": (WHO.HEAD,),
    }
    close_three_quarters: Told = {"L1": (WHO.OWNER,), "L2": (WHO.OWNER,), "L3": (WHO.OWNER,)}
    close_overdue: Told = {
        "L0": (WHO.DISPATCHER,),
        "L1": (WHO.SUPERVISE,),
        "L2": (WHO.DAILY,),
        "L3": (WHO.WEEKLY,),
    }
    close_five_days: Told = {
        "L0": (WHO.SUPERVISE, WHO.OFFICE),
        "L1": (WHO.SUPERVISE, WHO.OFFICE),
        "L2": (WHO.SUPERVISE,),
        "L3": (WHO.SUPERVISE,),
    }
    verify_overdue: Told = _at_every_level(WHO.OWNER, WHO.HEAD)
    verify_double: Told = _at_every_level(WHO.SECRETARY, WHO.DISPATCHER)
    check_overdue: Told = _at_every_level(WHO.WORKER)
    check_double: Told = _at_every_level(WHO.HEAD)
    appoint_half: Told = _at_every_level(WHO.DISPATCHER)
    appoint_overdue: Told = _at_every_level(WHO.DUTY, WHO.LEADER)
    appoint_double: Told = _at_every_level(WHO.OFFICE, WHO.SUPERVISE)
    progress_overdue: Told = _at_every_level(WHO.OWNER)
    progress_double: Told = _at_every_level(WHO.HEAD)
    coordinate_three_quarters: Told = _at_every_level(WHO.OWNER)
    coordinate_overdue: Told = _at_every_level(WHO.SECRETARY, WHO.DISPATCHER)
    follow_up_overdue: Told = _at_every_level(WHO.OWNER)
    follow_up_double: Told = _at_every_level(WHO.HEAD)
    late_days: int = Field(default=5, ge=1, le=60, description="办结超时几个工作日后督办")
    list_at: str = Field(default="08:40", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="每天几点发超时名单")

    def of(self, step: str) -> Mapping[str, tuple[Addressee, ...]]:
        """Who hears of this step (CLOCK_STEP), by level."""
        told: Mapping[str, tuple[Addressee, ...]] = getattr(self, step)
        return told


class Likeness(Rule):
    """When two reports are one matter, and when a matter comes back (DOMAIN 7.2, 7.3, 3.4)."""

    metres: int = Field(default=50, ge=1, le=500, description="多少米内算同一处")
    hours: int = Field(default=72, ge=1, le=720, description="多少小时内报的算同一件")
    burst_minutes: int = Field(default=30, ge=0, le=1440, description="多少分钟内，类别说法不同也可能是同一件")
    words_percent: int = Field(default=25, ge=1, le=100, description="这时说的话至少要有百分之多少一样")
    recurs_days: int = Field(default=90, ge=1, le=366, description="办结后多少天内又有算复发")
    ask_level_at: tuple[int, ...] = Field(default=(3, 10), description="到几个人报时问要不要提级")


class Rules(Rule):
    """All of them."""

    joining: Joining = Joining()
    clocks: Clocks = Clocks()
    reminders: Reminders = Reminders()
    likeness: Likeness = Likeness()
    reopen_days: int = Field(default=7, ge=0, le=90, description="办结后几天内算同一件重开")
    return_needs_characters: int = Field(default=2, ge=1, description="退单、不予受理的原因至少几个字")
    points: Points = Points()
    numbers: Numbers = Numbers()
    notice: Notice = Notice()
    outside_hotline: str = Field(default="12345", max_length=20, description="街道外的事转到哪里")
