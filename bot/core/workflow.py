"""The one truth about a ticket's life: status x action -> status, who may, what it needs, and why.

Buttons, rights, the API, the tests and the diagram in docs/architecture.md are all read from TABLE.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a ticket stands; what happened to it are events."""

    DRAFT = "draft"
    DISPATCHED = "dispatched"
    CLAIMED = "claimed"
    PENDING_CHECK = "pending_check"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    HANDED_OFF = "handed_off"


class Action(StrEnum):
    """What can be done to a ticket."""

    FILE = "file"
    CLAIM = "claim"
    RELEASE = "release"
    HAND_OVER = "hand_over"
    RETURN = "return"
    REROUTE = "reroute"
    CATEGORISE = "categorise"
    MAKE_SAFE = "make_safe"
    NOTE = "note"
    PROVE = "prove"
    PASS = "pass"  # noqa: S105 - a check that passed, no password
    FAIL = "fail"
    REOPEN = "reopen"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    HAND_OFF = "hand_off"
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
    RATING = "rating"


@dataclass(frozen=True)
class Transition:
    """One row: from any of `sources` by `action` to `target`, for anyone of `who`, if `needs` are met."""

    sources: frozenset[Status]
    action: Action
    #: None: the status stays
    target: Status | None
    who: frozenset[Standing]
    why: str
    needs: frozenset[Need] = frozenset()

    def lands(self, source: Status) -> Status:
        """The status after it."""
        return self.target or source


S, A, W, N = Status, Action, Standing, Need


def _row(
    sources: Iterable[Status],
    action: Action,
    target: Status | None,
    who: Iterable[Standing],
    why: str,
    *needs: Need,
) -> Transition:
    return Transition(frozenset(sources), action, target, frozenset(who), why, frozenset(needs))


OPEN = frozenset({S.DRAFT, S.DISPATCHED, S.CLAIMED, S.PENDING_CHECK})
UNFINISHED = frozenset({S.DISPATCHED, S.CLAIMED})

TABLE: tuple[Transition, ...] = (
    _row([S.DRAFT], A.FILE, S.DISPATCHED, [W.BOT], "立案派单：说得清在哪、是什么；三十分钟没补齐也派给人"),
    _row([S.DISPATCHED], A.CLAIM, S.CLAIMED, [W.STAFF], "一件一个责任人：第一个按下的人"),
    _row([S.CLAIMED], A.RELEASE, S.DISPATCHED, [W.OWNER, W.HEAD, W.BOT], "放回群里重新认领；人离群时由系统放回"),
    _row([S.CLAIMED], A.HAND_OVER, S.CLAIMED, [W.OWNER, W.HEAD], "换人不断档：始终有一个责任人", N.PERSON),
    _row(
        [S.DISPATCHED, S.CLAIMED],
        A.RETURN,
        S.DISPATCHED,
        [W.OWNER, W.HEAD],
        "不归这里：说明原因，回到街道调度",
        N.REASON,
    ),
    _row(
        [S.DISPATCHED],
        A.REROUTE,
        S.DISPATCHED,
        [W.DISPATCHER, W.BOT],
        "街道指定归哪个社区；小哥补了位置也会换",
        N.COMMUNITY,
    ),
    _row(
        [S.DISPATCHED, S.CLAIMED], A.CATEGORISE, None, [W.STAFF, W.BOT], "类别定错了，时限按原派单时间重算", N.CATEGORY
    ),
    _row(UNFINISHED, A.MAKE_SAFE, None, [W.STAFF, W.NEIGHBOUR], "先围护再修：首到先围，不分边界"),
    _row(UNFINISHED | {S.PENDING_CHECK}, A.NOTE, None, [W.STAFF, W.REPORTER, W.BOT], "进展、催办和补充都留痕"),
    _row([S.CLAIMED], A.PROVE, S.PENDING_CHECK, [W.OWNER], "处置完要有凭据", N.PROOF),
    _row([S.PENDING_CHECK], A.PASS, S.CLOSED, [W.CHECKER, W.REPORTER], "处置的人不能自己核查；小哥说好了也算"),
    _row([S.PENDING_CHECK], A.FAIL, S.CLAIMED, [W.CHECKER, W.REPORTER], "没好就返工，还是原来的人，时限接着走"),
    _row([S.CLOSED], A.REOPEN, S.CLAIMED, [W.REPORTER, W.STAFF], "七天内又坏了算同一件"),
    _row(UNFINISHED, A.REJECT, S.REJECTED, [W.STAFF], "不是一件事：用大白话告诉小哥", N.REASON),
    _row(
        [S.DRAFT, S.DISPATCHED, S.CLAIMED], A.WITHDRAW, S.WITHDRAWN, [W.REPORTER], "报错了可以撤回；险情和多人报的不行"
    ),
    _row(
        [S.DRAFT, S.DISPATCHED, S.CLAIMED],
        A.HAND_OFF,
        S.HANDED_OFF,
        [W.BOT, W.DISPATCHER],
        "街道外或归110、119、12345：转过去，留下去向",
        N.REASON,
    ),
    _row([S.CLOSED], A.RATE, None, [W.REPORTER], "办得好不好，小哥点一下", N.RATING),
)

#: the order of buttons on a card; an action that is not listed has no button
BUTTONS: dict[Status, Sequence[Action]] = {
    S.DISPATCHED: (A.CLAIM, A.MAKE_SAFE, A.CATEGORISE, A.REROUTE, A.HAND_OFF, A.RETURN, A.REJECT),
    S.CLAIMED: (A.PROVE, A.MAKE_SAFE, A.CATEGORISE, A.HAND_OVER, A.RETURN, A.RELEASE),
    S.PENDING_CHECK: (A.PASS, A.FAIL),
    S.CLOSED: (A.REOPEN,),
}

_BY_KEY = {(source, row.action): row for row in TABLE for source in row.sources}


def find(status: Status, action: Action) -> Transition | None:
    """The row for this action in this status; None where it is not possible."""
    return _BY_KEY.get((status, action))


def is_open(status: str) -> bool:
    """True while somebody still has to do something."""
    return status in OPEN
