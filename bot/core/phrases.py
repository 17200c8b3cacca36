"""The short forms in which staff speak of tickets in a group: "认领 123", "123 好了", "123 不是我们的 是市政"."""

import re
from dataclasses import dataclass
from typing import Literal

Meaning = Literal[
    "claim",
    "done",
    "return",
    "received",
    "release",
    "note",
    "verify",
    "confirm",
    "escalate",
    "hand_over",
    "transfer",
    "ask_extend",
    "ask_suspend",
    "merge",
    "set_kind",
    "raise",
    "lower",
    "supervise",
    "resume",
]


@dataclass(frozen=True)
class Saying:
    """What was said: its meaning, the ticket's number if named, and the words besides the number."""

    meaning: Meaning
    number: int | None
    words: str


# What is done to a matter, and the ends that say it is over; "好" alone is courtesy, "修好" is not.
_DEED = r"(处理|处置|清理|清运|清扫|打扫|修理|修复|修|搬|弄|搞|解决|整改|恢复|清|扫|拆|移|换|装|劝|办)"
_OVER = r"(好|完毕|完成|完|掉|定|走|离|结|干净|妥当|妥|毕)"
# "好像不是我们的", "这个完全不归我们": hedged or stressed, it is still given back; "是不是我们的" asks.
_HEDGE = r"(这|那|个|件|事|我看|我觉得|好像|应该|可能|大概|估计|感觉|看着|完全|根本|真的?|都|也|并)*"
_ALREADY = r"^(已经?|都|全部|全|刚|现场)*"
_STOP = r"(?=$|[\s,，。;；!！啦咯哈])"

# The order decides: "不是我们的" must not be read as a claim because of 我, nor "还没好" and "修好了吗" as done.
PATTERNS: tuple[tuple[Meaning, re.Pattern[str]], ...] = (
    ("note", re.compile(r"(吗|么|没|没有|呢|[?？])$")),
    # the words that begin a procedure; what it needs stands behind them
    ("ask_extend", re.compile(r"^(申请)?延期(?!费)")),
    ("ask_suspend", re.compile(r"^(申请)?挂账")),
    # 转交 goes to a colleague, as the button says; 转办 and 转给 to a unit
    ("hand_over", re.compile(r"^转交给?")),
    ("transfer", re.compile(r"^(转办给?|转给|转到)")),
    ("escalate", re.compile(r"^(上报(网格长|书记|街道)?|报给?(网格长|书记|街道))")),
    ("merge", re.compile(r"^(并单|并到|并入|并进|合并)到?(?=\s*#?\d)")),
    ("set_kind", re.compile(r"^(改成|改为|转成|转为)(?=\s*(简易|跨部门|复杂))")),
    ("raise", re.compile(r"^(提级|升级)到?")),
    ("lower", re.compile(r"^(申请)?降级到?")),
    ("supervise", re.compile(r"^督办")),
    ("resume", re.compile(r"^恢复办理")),
    ("confirm", re.compile(r"^属实(立案)?[了吧。!！]*$")),
    ("verify", re.compile(r"^(先?去?核实(一下)?|先去看看|先去看一眼)[了吧。!！]*$")),
    ("return", re.compile("^" + _HEDGE + r"(不是|不归|不属于)(我们|本社区|这边|我)|^(退单|退回)")),
    ("release", re.compile(r"^(放回|退回群|我不接了|接不了|去不了)")),
    ("note", re.compile(r"(还没|没有|没|未)(好|修|处理|完|弄)")),
    ("received", re.compile(r"^(收到了?|好的?|好嘞|行|ok|OK|嗯+|知道了|了解|1)[哈。.!！~]*$")),
    ("claim", re.compile(r"^(认领|我来(处理)?|我去(看看|处理)?|我接|接单|领了?|我认领)[了吧。!！]*$")),
    ("done", re.compile(_ALREADY + _DEED + r"?(好|完|妥|搞定|解决)[了啦]" + _STOP)),
    ("done", re.compile(_ALREADY + _DEED + "(" + _OVER + "了?|了)" + _STOP)),
    ("done", re.compile(r"^(已经?|都)" + _DEED + "(?!不|得|一半)")),
)

NUMBER_FIRST = re.compile(r"^#?(?P<number>\d{1,9})(?:号工单|号单)?(?:\s*[,，:：、]\s*|\s+|$)(?P<rest>.*)$", re.S)
HASH_FIRST = re.compile(r"^#(?P<number>\d{1,9})(?P<rest>.*)$", re.S)
#: nobody means a house by it: 12挂账到12-20
NUMBER_GLUED = re.compile(
    r"^(?P<number>\d{1,9})(?P<rest>(申请)?(延期(?!费)|挂账|转办|上报|提级|降级|督办|并单|并到|恢复办理).*)$", re.S
)
NUMBER_LAST = re.compile(r"^(?P<rest>认领|我来|我接|接单|放回|退单)\s*#?(?P<number>\d{1,9})\s*$")


def read(text: str) -> Saying | None:
    """What a member of staff says with a number in it; None for ordinary chatter.

    Without a # only the known forms count: "110 已经打了" is no ticket.
    """
    text = text.strip().replace("＃", "#")
    for pattern in (NUMBER_LAST, HASH_FIRST, NUMBER_FIRST, NUMBER_GLUED):
        found = pattern.match(text)
        if found is None:
            continue
        rest = found["rest"].strip(" ,，:：、")
        meaning = meaning_of(rest)
        if meaning == "note" and not text.startswith("#"):
            return None
        return Saying(meaning, int(found["number"]), rest)
    return None


def read_reply(text: str) -> Saying:
    """What is said in a reply to a card, where the ticket is known already."""
    numbered = read(text)
    words = text.strip()
    return numbered or Saying(meaning_of(words), None, words)


def argument_of(words: str, meaning: Meaning) -> str:
    """What stands behind the words that begin a procedure: 延期 等配件 → 等配件; all of it for the other meanings."""
    pattern = dict(PATTERNS)[meaning] if meaning in PROCEDURES else None
    return pattern.sub("", words.strip(), count=1).strip(" ,，。:：、") if pattern else words


#: meanings whose first words are a command and not part of what is said
PROCEDURES = frozenset(
    {
        "ask_extend",
        "ask_suspend",
        "hand_over",
        "transfer",
        "escalate",
        "merge",
        "set_kind",
        "raise",
        "lower",
        "supervise",
    }
)


def meaning_of(words: str) -> Meaning:
    """The meaning of the words alone; anything unknown is a note."""
    stripped = words.strip(" ,，。!！~")
    return next((meaning for meaning, pattern in PATTERNS if pattern.search(stripped)), "note")
