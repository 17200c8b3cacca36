"""The words of a ticket's life: where it stands, what can be done to it, who somebody is to it, what a step needs."""

from enum import StrEnum


class Status(StrEnum):
    """Where a ticket stands; what happened to it are events."""

    DRAFT = "draft"
    DISPATCHED = "dispatched"
    #: somebody goes and looks before it counts as a case
    VERIFYING = "verifying"
    CLAIMED = "claimed"
    #: an outside unit works on it, its owner waits for that
    TRANSFERRED = "transferred"
    #: 挂账: cannot be done before a given day
    SUSPENDED = "suspended"
    PENDING_CHECK = "pending_check"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    HANDED_OFF = "handed_off"
    #: it was the same as another ticket
    MERGED = "merged"


class Action(StrEnum):
    """What can be done to a ticket."""

    FILE = "file"
    CLAIM = "claim"
    VERIFY = "verify"
    CONFIRM = "confirm"
    RELEASE = "release"
    HAND_OVER = "hand_over"
    ESCALATE = "escalate"
    RETURN = "return"
    REROUTE = "reroute"
    TRANSFER = "transfer"
    CATEGORISE = "categorise"
    SET_KIND = "set_kind"
    RAISE = "raise"
    ASK_LOWER = "ask_lower"
    LOWER = "lower"
    MAKE_SAFE = "make_safe"
    NOTE = "note"
    JOIN = "join"
    #: one of several takes back his own report
    LEAVE = "leave"
    PART = "part"
    SPLIT = "split"
    MERGE = "merge"
    UNMERGE = "unmerge"
    ASK_EXTEND = "ask_extend"
    EXTEND = "extend"
    ASK_SUSPEND = "ask_suspend"
    SUSPEND = "suspend"
    RESUME = "resume"
    REFUSE = "refuse"
    SUPERVISE = "supervise"
    PROVE = "prove"
    PASS = "pass"  # noqa: S105 - a check that passed, no password
    FAIL = "fail"
    UNDO = "undo"
    REOPEN = "reopen"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    HAND_OFF = "hand_off"
    CONCLUDE = "conclude"
    RATE = "rate"


class Standing(StrEnum):
    """What somebody is to a ticket; one person may be several things."""

    BOT = "bot"
    #: staff of the ticket's community, or of the street office
    STAFF = "staff"
    #: staff of a community within the border's width
    NEIGHBOUR = "neighbour"
    OWNER = "owner"
    #: grid head or secretary of the community, or the street dispatcher
    HEAD = "head"
    DISPATCHER = "dispatcher"
    #: a leader of the street office
    LEADER = "leader"
    #: staff, but not the one who handled it
    CHECKER = "checker"
    REPORTER = "reporter"


class Need(StrEnum):
    """What an action must bring along."""

    REASON = "reason"
    PROOF = "proof"
    PERSON = "person"
    CATEGORY = "category"
    COMMUNITY = "community"
    KIND = "kind"
    LEVEL = "level"
    UNTIL = "until"
    TICKET = "ticket"
    PARTY = "party"
    #: somebody else asked for it
    REQUEST = "request"
    #: which of those who reported it
    REPORT = "report"
    RATING = "rating"
