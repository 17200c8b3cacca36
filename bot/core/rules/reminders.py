"""The ladder of reminders: which step of which clock is told to whom."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from bot.core.rules.base import Level, Rule


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
