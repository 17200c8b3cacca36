"""The expected "no" to what people tell of a complex matter's steps, and of a matter's kind."""

from bot.core.refusals import BadInput, NotAllowed, WrongMoment


class NoChecklist(WrongMoment):
    """这张还没有步骤：不是复杂事项，或者还没人认领。"""

    text_id = "refusal-no-checklist"


class StepIncomplete(BadInput):
    """这一步还差点什么。"""

    text_id = "refusal-step-incomplete"


class StepTooEarly(WrongMoment):
    """前面的步骤还没走完。"""

    text_id = "refusal-step-too-early"


class NoticeNeeded(WrongMoment):
    """公示不能跳过。"""

    text_id = "refusal-notice-needed"


class NoticeRuns(WrongMoment):
    """公示还没期满。"""

    text_id = "refusal-notice-runs"


class NoNotice(WrongMoment):
    """还没有公示。"""

    text_id = "refusal-no-notice"


class BadNotice(BadInput):
    """公示的起止对不上。"""

    text_id = "refusal-bad-notice"


class StepDayPast(BadInput):
    """这个时间已经过了。"""

    text_id = "refusal-step-day-past"


class StepsOpen(WrongMoment):
    """还有步骤没走完。"""

    text_id = "refusal-steps-open"


class BadKind(BadInput):
    """没看出改成哪一类事项。"""

    text_id = "refusal-bad-kind"


class StepsUnderWay(WrongMoment):
    """步骤已经走开了，不能改回去。"""

    text_id = "refusal-steps-under-way"


class NotTheStreet(NotAllowed):
    """这个只给街道看。"""

    text_id = "refusal-not-the-street"
