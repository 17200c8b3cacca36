"""How long each clock of a ticket may run, by its category, its level and the street's rules."""

from bot.core.ladder import APPOINT, CHECK, CLAIM, CLOSE, COORDINATE, FOLLOW_UP, MAKE_SAFE, PROGRESS, VERIFY
from bot.core.rules import Clocks, Raised
from bot.core.street import Street
from bot.core.taxonomy import Leaf, Span
from models import Ticket

HOUR, DAY = 60, 24 * 60
#: one party can finish it; the parts of any other kind of matter have one deadline together
SIMPLE, COMPLEX = "simple", "complex"


def of(ticket: Ticket, name: str, street: Street) -> Span | None:
    """How long this clock may run; None when the ticket has no such clock."""
    leaf = street.taxonomy.leaf(ticket.category)
    if name in (CLAIM, MAKE_SAFE, CLOSE):
        return _of_category(ticket, name, leaf, street)
    if name == VERIFY:
        return _verify(ticket, street)
    return _of_procedure(ticket, name, leaf, street.rules.clocks)


def _of_category(ticket: Ticket, name: str, leaf: Leaf, street: Street) -> Span | None:
    if name == CLAIM:
        # Raised or lowered by what happened: the level's own time to answer applies.
        level = street.taxonomy.levels[ticket.level]
        return leaf.respond if ticket.level == leaf.level else Span(level.clock, level.ack_minutes)
    raised = street.rules.clocks.raised.get(ticket.level)  # type: ignore[call-overload]
    own = leaf.make_safe if name == MAKE_SAFE else leaf.close
    if raised is None or ticket.level >= leaf.level:
        return own
    return _shorter(own, _when_raised(name, raised))


def _when_raised(name: str, raised: Raised) -> Span:
    return Span("continuous", raised.make_safe_minutes if name == MAKE_SAFE else raised.close_minutes)


def _shorter(own: Span | None, raised: Span) -> Span:
    """The shorter of the two; working time is longer than it looks, so among unlike clocks the raised one counts."""
    if own is not None and own.clock == raised.clock and own.minutes < raised.minutes:
        return own
    return raised


def _verify(ticket: Ticket, street: Street) -> Span:
    """A look takes as long as a claim where it is urgent, else the street's time for it."""
    level = street.taxonomy.levels[ticket.level]
    if level.clock == "continuous":
        return Span("continuous", level.ack_minutes)
    return Span("working", street.rules.clocks.verify_minutes)


def _of_procedure(ticket: Ticket, name: str, leaf: Leaf, rules: Clocks) -> Span | None:
    spans = {
        CHECK: Span("continuous", rules.check_hours * HOUR),
        APPOINT: Span("working", rules.appoint_minutes),
        FOLLOW_UP: Span("working", rules.follow_up_days * rules.day_minutes),
        PROGRESS: Span("working", rules.progress_days * rules.day_minutes) if ticket.kind == COMPLEX else None,
        COORDINATE: Span("continuous", rules.coordinate_days * DAY) if leaf.joint_meeting else None,
    }
    return spans[name]
