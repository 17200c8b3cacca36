"""The expected "no": raised before anything is changed, turned into words in one place.

Refusal
├── NotFound
├── NotAllowed
│   ├── NotYourGroup
│   ├── NotTheHandler
│   ├── CannotWithdraw
│   ├── NotStaff
│   ├── NotAdmin
│   ├── NotRosterKeeper
│   ├── NotYoursToDecide
│   └── AnonymousAdmin
├── AlreadyTaken
├── WrongMoment
│   ├── AlreadyChosen
│   └── SwapMoved
├── WhichPlace
├── NotOnShift
├── CannotSwap
├── ProofMissing
│   └── SamePhoto
├── ReasonMissing
├── TooLate
├── NotBound
└── BadInput
"""

from typing import ClassVar


class Refusal(Exception):
    """这一步现在做不了。"""

    #: the id of its sentence in bot/locales
    text_id: ClassVar[str] = "refusal"

    def __init__(self, **facts: str | int) -> None:
        super().__init__(self.__doc__)
        #: what the sentence needs to be complete
        self.facts = facts


class NotFound(Refusal):
    """没有找到这张工单。"""

    text_id = "refusal-not-found"


class NotAllowed(Refusal):
    """这一步要由别的人来做。"""

    text_id = "refusal-not-allowed"


class NotYourGroup(NotAllowed):
    """这张工单归别的社区。"""

    text_id = "refusal-not-your-group"


class NotTheHandler(NotAllowed):
    """自己处置的，要换个人核查。"""

    text_id = "refusal-handler-checks"


class CannotWithdraw(NotAllowed):
    """险情和几个人一起报的不能自己撤回。"""

    text_id = "refusal-cannot-withdraw"


class NotStaff(NotAllowed):
    """这个只给工作人员看。"""

    text_id = "refusal-not-staff"


class NotAdmin(NotAllowed):
    """这一步要管理员来做。"""

    text_id = "refusal-not-admin"


class NotRosterKeeper(NotAllowed):
    """值班表由别人来排。"""

    text_id = "refusal-not-roster-keeper"


class NotYoursToDecide(NotAllowed):
    """这次换班问的不是他。"""

    text_id = "refusal-not-yours-to-decide"


class AnonymousAdmin(NotAllowed):
    """匿名管理员看不出是谁。"""

    text_id = "refusal-anonymous"


class AlreadyTaken(Refusal):
    """已经有人认领了。"""

    text_id = "refusal-already-taken"


class WrongMoment(Refusal):
    """工单现在的状态做不了这一步。"""

    text_id = "refusal-wrong-moment"


class AlreadyChosen(WrongMoment):
    """这个已经选过了。"""

    text_id = "refusal-already-chosen"


class SwapMoved(WrongMoment):
    """这次换班已经有下文了。"""

    text_id = "refusal-swap-moved"


class WhichPlace(Refusal):
    """不知道给哪里排班。"""

    text_id = "refusal-which-place"


class NotOnShift(Refusal):
    """他没有这个班。"""

    text_id = "refusal-not-on-shift"


class CannotSwap(Refusal):
    """这个班换不了。"""

    text_id = "refusal-cannot-swap"


class ProofMissing(Refusal):
    """处置证明还不全。"""

    text_id = "refusal-proof-missing"


class SamePhoto(ProofMissing):
    """这张是处置前的照片。"""

    text_id = "refusal-same-photo"


class ReasonMissing(Refusal):
    """要先说明原因。"""

    text_id = "refusal-reason-missing"


class TooLate(Refusal):
    """过了能重开的时间。"""

    text_id = "refusal-too-late"


class NotBound(Refusal):
    """这个群还没绑定社区。"""

    text_id = "refusal-not-bound"


class BadInput(Refusal):
    """这个没看懂。"""

    text_id = "refusal-bad-input"
