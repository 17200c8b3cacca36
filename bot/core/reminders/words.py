"""What a reminder says: one line for each ticket, alone with its buttons or several in one message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import asking, cards, ladder, moments
from bot.core.notes import Button, Note, clip
from bot.core.street import Street
from bot.core.workflow import Action
from models import Deadline, Ticket

# More than this at once is no reminder but a list; an L0 always comes alone.
MOST_ALONE = 3
# A phone's screen, and far inside 4,096 characters.
MOST_LINES = 20
LONGEST_LINE = 90

#: what the one who works on it may press right there, and what anybody may
FOR_OWNER: Mapping[str, Sequence[Action]] = {
    ladder.MAKE_SAFE: (Action.MAKE_SAFE,),
    ladder.CLOSE: (Action.PROVE,),
    ladder.VERIFY: (Action.CONFIRM, Action.REJECT),
    ladder.FOLLOW_UP: (Action.CONCLUDE,),
}
FOR_ANYBODY: Mapping[str, Sequence[Action]] = {
    ladder.CLAIM: (Action.CLAIM,),
    ladder.CHECK: (Action.PASS, Action.FAIL),
    ladder.APPOINT: (Action.REROUTE, Action.TRANSFER),
}


@dataclass(frozen=True)
class Line:
    """One step of one ticket, as somebody reads it."""

    ticket: Ticket
    clock: str
    step: str
    text: str


def line(ticket: Ticket, row: Deadline, step: str, *, now: datetime, street: Street) -> Line:
    """The step in words: which ticket, what it is about, and what time has run out."""
    late = max((now - row.due_at) // timedelta(minutes=1), 0)
    name = f"{row.name}_{step}"
    facts = {
        "number": ticket.id,
        "matter": asking.matter(ticket, street),
        "at": moments.brief(row.due_at, now=now),
        "late": moments.length(late, street.texts),
    }
    mark = street.texts(f"mark-{ticket.level}")
    return Line(ticket, row.name, step, clip(f"{mark} {street.texts(f'nudge-{name}', **facts)}", LONGEST_LINE))


def notes(lines: Sequence[Line], person_id: int, street: Street) -> list[tuple[Note, int]]:
    """The messages for one person, each with its urgency: an L0 alone, a few each with its buttons, many as a list."""
    ordered = sorted(lines, key=lambda one: (one.ticket.level, one.ticket.id or 0))
    alone = [one for one in ordered if one.ticket.level == "L0" or len(ordered) <= MOST_ALONE]
    listed = [one for one in ordered if one not in alone]
    told = [(Note(alone_text(one, street), buttons(one, person_id, street)), int(one.ticket.level[1])) for one in alone]
    if listed:
        told.append((Note(as_list("nudge-several", listed, street)), int(listed[0].ticket.level[1])))
    return told


def alone_text(one: Line, street: Street) -> str:
    """The line as a message of its own; its first sign tells it from a card."""
    return street.texts("nudge-alone", line=one.text)


def as_list(head: str, lines: Sequence[Line], street: Street) -> str:
    """Several lines under one head; what does not fit is counted."""
    shown = "\n".join(one.text for one in lines[:MOST_LINES])
    text = street.texts(head, count=len(lines), tickets=shown)
    beyond = len(lines) - MOST_LINES
    return text if beyond <= 0 else f"{text}\n{street.texts('nudge-beyond', count=beyond)}"


def buttons(one: Line, person_id: int, street: Street) -> tuple[tuple[Button, ...], ...]:
    """What can be pressed under a single reminder."""
    ticket = one.ticket
    is_owner = ticket.owner_id == person_id
    actions = (*FOR_ANYBODY.get(one.clock, ()), *(FOR_OWNER.get(one.clock, ()) if is_owner else ()))
    if is_owner and one.clock == ladder.CLOSE and one.step == ladder.THREE_QUARTERS:
        actions = (*actions, Action.ASK_EXTEND)
    row = tuple(Button(cards.label(ticket, action, street), f"t:{ticket.id}:{action}") for action in actions)
    return (row,) if row else ()
