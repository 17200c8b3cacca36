"""The expected "no": raised before anything is changed, turned into words in one place.

Refusal
├── NotFound
├── NotAllowed
│   ├── NotYourGroup
│   ├── WithStreet
│   ├── NothingMore (offers)
│   ├── NotTheHandler
│   ├── NeedsSecondPerson
│   ├── CannotWithdraw
│   ├── NotStaff
│   ├── NotAdmin
│   └── AnonymousAdmin
├── AlreadyTaken
├── WrongMoment
│   ├── AlreadyChosen
│   ├── LeftToStaff, SettledByStaff (reports.recategorising)
│   ├── AlreadyAsked, AlreadyDecided, NoLongerAsked, NobodyDecides (requests)
│   ├── AlreadySuspended
│   ├── Appointed
│   ├── ChildrenOpen
│   ├── NotSafeYet
│   └── NobodyAbove
├── ProofMissing
│   └── SamePhoto
├── ReasonMissing
├── TooLate
│   ├── Overdue
│   ├── ReturnTooLate
│   └── UndoTooLate
├── TooManyExtensions
├── NotBound
└── BadInput
    ├── BadDay
    │   └── DayOutOfReach
    ├── BadLevel
    ├── BadParty
    └── BadCategory, BadCommunity, BadPerson, BadNumber, ContactMissing, CannotMerge (misread)
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


class WithStreet(NotAllowed):
    """还在街道手上，由街道来定。"""

    text_id = "refusal-with-street"


class NotTheHandler(NotAllowed):
    """自己处置的，要换个人核查。"""

    text_id = "refusal-handler-checks"


class NeedsSecondPerson(NotAllowed):
    """这一步要另一个人来定。"""

    text_id = "refusal-second-person"


class CannotWithdraw(NotAllowed):
    """险情和几个人一起报的不能自己撤回。"""

    text_id = "refusal-cannot-withdraw"


class NotStaff(NotAllowed):
    """这个只给工作人员看。"""

    text_id = "refusal-not-staff"


class NotAdmin(NotAllowed):
    """这一步要管理员来做。"""

    text_id = "refusal-not-admin"


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


class AlreadySuspended(WrongMoment):
    """一件只能挂账一次。"""

    text_id = "refusal-already-suspended"


class Appointed(WrongMoment):
    """街道已经指定，不能再退。"""

    text_id = "refusal-appointed"


class ChildrenOpen(WrongMoment):
    """拆出去的还没办完。"""

    text_id = "refusal-children-open"


class NotSafeYet(WrongMoment):
    """险情还没围护好，不能挂账。"""

    text_id = "refusal-not-safe-yet"


class NobodyAbove(WrongMoment):
    """再往上没有人在册。"""

    text_id = "refusal-nobody-above"


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


class Overdue(TooLate):
    """已经超期，不能再延。"""

    text_id = "refusal-overdue"


class ReturnTooLate(TooLate):
    """过了能退单的时间。"""

    text_id = "refusal-return-too-late"


class UndoTooLate(TooLate):
    """过了能撤销的时间，或者不是您办结的。"""

    text_id = "refusal-undo-too-late"


class TooManyExtensions(Refusal):
    """延期的次数用完了。"""

    text_id = "refusal-too-many-extensions"


class NotBound(Refusal):
    """这个群还没绑定社区。"""

    text_id = "refusal-not-bound"


class BadInput(Refusal):
    """这个没看懂。"""

    text_id = "refusal-bad-input"


class BadDay(BadInput):
    """没看出是哪一天。"""

    text_id = "refusal-bad-day"


class DayOutOfReach(BadDay):
    """这一天已经过了，或者太远。"""

    text_id = "refusal-day-out-of-reach"


class BadLevel(BadInput):
    """级别不对。"""

    text_id = "refusal-bad-level"


class BadParty(BadInput):
    """没看出转给哪个单位。"""

    text_id = "refusal-bad-party"
