"""The one truth about a ticket's life: status x action -> status, who may, what it needs, and why.

Buttons, rights, the API, the tests and the diagram in docs/architecture.md are all read from TABLE.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.terms import Action, Need, Standing, Status

__all__ = [
    "BUTTONS",
    "FILED",
    "IN_HAND",
    "MENU",
    "OPEN",
    "TABLE",
    "UNFINISHED",
    "Action",
    "Need",
    "Standing",
    "Status",
    "Transition",
    "find",
    "is_open",
]


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


#: somebody still has to do something
OPEN = frozenset({S.DRAFT, S.DISPATCHED, S.VERIFYING, S.CLAIMED, S.TRANSFERRED, S.SUSPENDED, S.PENDING_CHECK})
#: nobody has said yet that it is done
UNFINISHED = frozenset({S.DISPATCHED, S.VERIFYING, S.CLAIMED, S.TRANSFERRED})
#: it has an owner who works on it
IN_HAND = frozenset({S.CLAIMED, S.TRANSFERRED})
FILED = OPEN - {S.DRAFT}

TABLE: tuple[Transition, ...] = (
    _row([S.DRAFT], A.FILE, S.DISPATCHED, [W.BOT], "立案派单：说得清在哪、是什么；三十分钟没补齐也派给人"),
    _row([S.DISPATCHED], A.CLAIM, S.CLAIMED, [W.STAFF], "一件一个责任人：第一个按下的人"),
    _row([S.DISPATCHED], A.VERIFY, S.VERIFYING, [W.STAFF], "拿不准的先去看一眼，看过再立案"),
    _row([S.VERIFYING], A.CONFIRM, S.CLAIMED, [W.OWNER, W.HEAD], "看过属实：立案，谁看的谁接着办"),
    _row(
        [S.VERIFYING, S.CLAIMED],
        A.RELEASE,
        S.DISPATCHED,
        [W.OWNER, W.HEAD, W.BOT],
        "放回群里重新认领；人离群时由系统放回",
    ),
    _row(
        IN_HAND | {S.VERIFYING, S.SUSPENDED},
        A.HAND_OVER,
        None,
        [W.OWNER, W.HEAD, W.BOT],
        "换人不断档：始终有一个责任人",
        N.PERSON,
    ),
    _row([S.CLAIMED], A.ESCALATE, None, [W.OWNER], "上报：网格员找网格长，网格长找书记，书记找街道"),
    _row(
        UNFINISHED,
        A.RETURN,
        S.DISPATCHED,
        [W.OWNER, W.HEAD],
        "不归这里：两个工作小时内说明原因，回到街道调度",
        N.REASON,
    ),
    _row(
        [S.DISPATCHED],
        A.REROUTE,
        S.DISPATCHED,
        [W.DISPATCHER, W.BOT],
        "街道指定归哪个社区；退过两次的指定了就不能再退；小哥补了位置也会换",
        N.COMMUNITY,
    ),
    _row(
        [S.DISPATCHED, S.CLAIMED],
        A.TRANSFER,
        S.TRANSFERRED,
        [W.OWNER, W.HEAD, W.DISPATCHER],
        "转给外面的单位：要有联系人和回执，单子还在转的人手上",
        N.PARTY,
        N.REASON,
    ),
    _row(UNFINISHED, A.CATEGORISE, None, [W.STAFF, W.BOT], "类别定错了，时限按原派单时间重算", N.CATEGORY),
    _row(
        UNFINISHED,
        A.SET_KIND,
        None,
        [W.STAFF],
        "简易、跨部门、复杂可以改，要写原因；复杂的走步骤，走开了就不能改回去",
        N.KIND,
        N.REASON,
    ),
    _row(UNFINISHED, A.RAISE, None, [W.STAFF, W.BOT], "谁都可以提级：从提级起算，新旧时限取早的", N.LEVEL),
    _row(UNFINISHED, A.ASK_LOWER, None, [W.STAFF], "特急、紧急要降级，得换个人点头", N.LEVEL, N.REASON),
    _row(UNFINISHED, A.LOWER, None, [W.STAFF], "降级要写原因；特急、紧急由另一个人批", N.LEVEL, N.REASON),
    _row(UNFINISHED, A.MAKE_SAFE, None, [W.STAFF, W.NEIGHBOUR], "先围护再修：首到先围，不分边界"),
    _row(FILED | {S.HANDED_OFF}, A.NOTE, None, [W.STAFF, W.REPORTER, W.BOT], "进展、催办和补充都留痕"),
    _row(FILED, A.JOIN, None, [W.BOT], "又有人报同一件：并进来，大家一个编号"),
    _row(FILED, A.LEAVE, None, [W.REPORTER], "一起报的只撤自己那份，工单照办"),
    _row(FILED, A.PART, None, [W.STAFF], "并错了人：把这一位报的拆出来另立一张", N.REPORT),
    _row(
        UNFINISHED - {S.TRANSFERRED},
        A.SPLIT,
        None,
        [W.STAFF],
        "一张单里两件事：拆一件出去，牵头的还是原来的人",
        N.CATEGORY,
    ),
    _row(
        OPEN - {S.PENDING_CHECK, S.SUSPENDED},
        A.MERGE,
        S.MERGED,
        [W.STAFF, W.BOT],
        "同一件事并成一张，并错了可以拆回来",
        N.TICKET,
    ),
    _row([S.MERGED], A.UNMERGE, S.DISPATCHED, [W.STAFF], "并错了：还回编号、时限和上报人的功劳"),
    _row(IN_HAND, A.ASK_EXTEND, None, [W.OWNER, W.HEAD], "到期前申请延期，最多批两次", N.REASON),
    _row(IN_HAND, A.EXTEND, None, [W.DISPATCHER, W.LEADER], "街道批延期：加一个原来的时限", N.REQUEST),
    _row(IN_HAND, A.ASK_SUSPEND, None, [W.OWNER, W.HEAD], "外面的原因办不了：申请挂账到哪一天", N.UNTIL, N.REASON),
    _row(
        IN_HAND,
        A.SUSPEND,
        S.SUSPENDED,
        [W.DISPATCHER, W.LEADER],
        "街道批挂账：时限停走，到日子自己恢复",
        N.UNTIL,
        N.REQUEST,
    ),
    _row([S.SUSPENDED], A.RESUME, S.CLAIMED, [W.OWNER, W.HEAD, W.BOT], "挂账到期或条件有了，接着办"),
    _row(UNFINISHED, A.REFUSE, None, [W.HEAD, W.LEADER], "没批：不占次数", N.REQUEST),
    _row(FILED, A.SUPERVISE, None, [W.DISPATCHER, W.LEADER, W.BOT], "督办：街道盯着，卡上看得见"),
    _row(IN_HAND, A.PROVE, S.PENDING_CHECK, [W.OWNER], "处置完要有凭据", N.PROOF),
    _row([S.PENDING_CHECK], A.PASS, S.CLOSED, [W.CHECKER, W.REPORTER], "处置的人不能自己核查；小哥说好了也算"),
    _row([S.PENDING_CHECK], A.FAIL, S.CLAIMED, [W.CHECKER, W.REPORTER], "没好就返工，还是原来的人，时限接着走"),
    _row([S.CLOSED], A.UNDO, S.PENDING_CHECK, [W.STAFF], "按错了：十分钟内可以撤销办结"),
    _row([S.CLOSED], A.REOPEN, S.CLAIMED, [W.REPORTER, W.STAFF], "七天内又坏了算同一件"),
    _row(UNFINISHED - {S.TRANSFERRED}, A.REJECT, S.REJECTED, [W.STAFF], "不是一件事：用大白话告诉小哥", N.REASON),
    _row(
        [S.DRAFT, S.DISPATCHED, S.VERIFYING, S.CLAIMED],
        A.WITHDRAW,
        S.WITHDRAWN,
        [W.REPORTER],
        "报错了可以撤回；险情和多人报的不行",
    ),
    _row(
        [S.DRAFT, S.DISPATCHED, S.VERIFYING, S.CLAIMED],
        A.HAND_OFF,
        S.HANDED_OFF,
        [W.BOT, W.OWNER, W.HEAD],
        "街道外或归110、119、12345：转过去，留下去向",
        N.REASON,
    ),
    _row([S.HANDED_OFF], A.CONCLUDE, S.CLOSED, [W.STAFF], "转出去的有了结果：记下来，办结", N.REASON),
    _row([S.CLOSED], A.RATE, None, [W.REPORTER], "办得好不好，小哥点一下", N.RATING),
)

#: the order of buttons on a card; an action that is not listed has no button there
BUTTONS: dict[Status, Sequence[Action]] = {
    S.DISPATCHED: (A.CLAIM, A.MAKE_SAFE, A.CATEGORISE, A.REROUTE, A.HAND_OFF, A.RETURN, A.REJECT),
    S.VERIFYING: (A.CONFIRM, A.REJECT, A.MAKE_SAFE, A.RETURN, A.RELEASE),
    S.CLAIMED: (A.PROVE, A.MAKE_SAFE, A.CATEGORISE, A.HAND_OVER, A.RETURN, A.RELEASE),
    S.TRANSFERRED: (A.PROVE, A.MAKE_SAFE, A.RETURN, A.ASK_EXTEND),
    S.SUSPENDED: (A.RESUME,),
    S.PENDING_CHECK: (A.PASS, A.FAIL),
    S.CLOSED: (A.REOPEN, A.UNDO),
    S.HANDED_OFF: (A.CONCLUDE,),
    S.MERGED: (A.UNMERGE,),
}

#: what stands behind the card's last button, in this order, for whoever may do it
MENU: Sequence[Action] = (
    A.VERIFY,
    A.ESCALATE,
    A.HAND_OVER,
    A.TRANSFER,
    A.ASK_EXTEND,
    A.ASK_SUSPEND,
    A.RAISE,
    A.ASK_LOWER,
    A.LOWER,
    A.CATEGORISE,
    A.SET_KIND,
    A.SPLIT,
    A.MERGE,
    A.PART,
    A.SUPERVISE,
    A.REROUTE,
    A.HAND_OFF,
    A.RETURN,
    A.RELEASE,
    A.REJECT,
)

_BY_KEY = {(source, row.action): row for row in TABLE for source in row.sources}


def find(status: Status, action: Action) -> Transition | None:
    """The row for this action in this status; None where it is not possible."""
    return _BY_KEY.get((status, action))


def is_open(status: str) -> bool:
    """True while somebody still has to do something."""
    return status in OPEN
