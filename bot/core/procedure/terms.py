"""The words of a complex matter's procedure: its steps, how they are told, who sits at the table, who pays."""

from collections.abc import Mapping
from enum import StrEnum


class Step(StrEnum):
    """接到诉求 → 走访调研 → 联席会 → 决定 → 公示 → 落实 → 维保, in this order."""

    RECEIVED = "received"
    VISIT = "visit"
    MEETING = "meeting"
    DECISION = "decision"
    NOTICE = "notice"
    CARRY_OUT = "carry_out"
    UPKEEP = "upkeep"


class Form(StrEnum):
    """What can be told: most steps in one sentence, the meeting and the notice in two."""

    VISIT = "visit"
    #: when and where the meeting will be
    APPOINT = "appoint"
    MINUTES = "minutes"
    DECISION = "decision"
    #: from when until when it hangs
    NOTICE = "notice"
    #: who objected
    RESULT = "result"
    CARRY_OUT = "carry_out"
    UPKEEP = "upkeep"


class Outcome(StrEnum):
    """How one round of a step ended."""

    DONE = "done"
    #: left out, with a reason
    SKIPPED = "skipped"
    #: a notice to which somebody objected
    OBJECTED = "objected"
    #: a notice that was posted anew before it was over
    REPLACED = "replaced"


class Party(StrEnum):
    """The three that meet, as codes of `parties` in categories.yaml."""

    COMMUNITY = "COMMUNITY"
    OWNERS = "OWNERS_COMMITTEE"
    PROPERTY = "PROPERTY"


class Fund(StrEnum):
    """Who pays."""

    COMMON_INCOME = "common_income"
    REPAIR_FUND = "repair_fund"
    BUDGET = "budget"
    OWN = "own"
    NOTHING = "nothing"


#: the owners' own money: what becomes of it has to be published
OF_OWNERS = frozenset({Fund.COMMON_INCOME, Fund.REPAIR_FUND})
STEP_OF: Mapping[Form, Step] = {
    **{form: Step(form) for form in Form if str(form) in tuple(Step)},
    Form.APPOINT: Step.MEETING,
    Form.MINUTES: Step.MEETING,
    Form.RESULT: Step.NOTICE,
}
#: a step waits for these, as far as the matter needs them at all
AFTER: Mapping[Step, tuple[Step, ...]] = {
    Step.DECISION: (Step.MEETING,),
    Step.NOTICE: (Step.DECISION,),
    Step.CARRY_OUT: (Step.DECISION, Step.NOTICE),
    Step.UPKEEP: (Step.CARRY_OUT,),
}
#: what was settled on the strength of a step that is done anew has to be done anew too
FOLLOWING: Mapping[Step, tuple[Step, ...]] = {
    Step.DECISION: (Step.NOTICE, Step.CARRY_OUT, Step.UPKEEP),
    Step.NOTICE: (Step.CARRY_OUT, Step.UPKEEP),
}
#: an objection leads back to the table
AFTER_OBJECTION = (Step.MEETING, Step.DECISION, Step.NOTICE)
