"""What people bring along with an action: words, pictures, a name, a category."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class FileRef:
    """A picture or voice note on the channel: the handle to download it, its stable name, its size in bytes."""

    ref: str
    unique: str
    size: int | None = None


@dataclass(frozen=True)
class Details:
    """The facts of one action; which of them it needs stands in `workflow.TABLE`."""

    text: str = ""
    category: str | None = None
    level: str | None = None
    #: 简易, 跨部门 or 复杂: simple | cross_department | complex
    kind: str | None = None
    community: str | None = None
    to_person_id: int | None = None
    rating: str | None = None
    until: datetime | None = None
    #: another ticket: the one that this is merged into
    ticket_id: int | None = None
    #: the unit that it is passed to, a code of `parties`
    party: str | None = None
    #: what somebody else asked for and this decides
    request_id: int | None = None
    #: which of the joined reports is meant
    report_id: int | None = None
    reasons: tuple[str, ...] = ()


NOTHING = Details()
RATINGS = ("very_satisfied", "satisfied", "dissatisfied")
