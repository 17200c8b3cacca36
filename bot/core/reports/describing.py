"""What a report makes of its ticket: category, words, place and reasons, and what of it is about people."""

from bot.core import classify, standing
from bot.core.reports.assessment import Assessment
from bot.core.street import Street
from bot.core.workflow import Status
from models import Report, Ticket

# From this likeness on, a private reading of the words keeps the card out of the group until a person decides.
PRIVATE_DOUBT = 0.2


def keep_together(opened: list[Ticket]) -> None:
    """One sentence tells both matters: where one of them is about people, neither card goes to a group."""
    private = next((ticket.privacy for ticket in opened if standing.is_private(ticket)), None)
    for ticket in opened if private is not None else ():
        if ticket.status == Status.DRAFT and not standing.is_private(ticket):
            ticket.privacy = str(private)


def is_another_matter(ticket: Ticket, judgement: classify.Judgement, *, by_person: bool) -> bool:
    """True when the report now clearly says something else.

    Before the claim anything counts, after it, or once a person has decided, only words that say something worse.
    """
    if not judgement.is_clear or judgement.code in (ticket.category, classify.UNCLEAR):
        return False
    is_free = ticket.status == Status.DISPATCHED and not by_person
    return is_free or (not judgement.by_photo and (judgement.level or "L3") < ticket.level)


def private_reading(judgement: classify.Judgement, street: Street) -> str | None:
    """The people matter that the words are, contain, or may well be; None when they are fit for a group."""
    codes = [judgement.code, judgement.second_code]
    if judgement.decision != "file":
        codes += [other.code for other in judgement.alternatives if other.confidence >= PRIVATE_DOUBT]
    return next((code for code in codes if code and not street.taxonomy.is_public(code)), None)


def categorise(ticket: Ticket, judgement: classify.Judgement, *, street: Street) -> None:
    leaf = street.taxonomy.leaf(judgement.code)
    ticket.category, ticket.kind, ticket.privacy = leaf.code, leaf.kind, leaf.privacy
    ticket.level = judgement.level or leaf.level


def describe(ticket: Ticket, report: Report, found: Assessment, *, street: Street) -> None:
    """Writes words, place and reasons to the ticket; never its status."""
    place, judgement = found.place, found.judgement
    marks = ("hearsay", report.is_forwarded), ("voice-kept", report.has_voice)
    ticket.words = "".join(street.texts(text_id) for text_id, is_so in marks if is_so) + report.words
    if ticket.status == Status.DRAFT:
        ticket.community, ticket.neighbours = place.community, list(place.border)
        ticket.privacy = _strictest(ticket, judgement, street=street)
        ticket.against = judgement.against
    elif ticket.status == Status.DISPATCHED:
        # Taking a reproach back takes nothing back: the street has read it.
        ticket.against = ticket.against or judgement.against
    known = place.text or street.texts("place-unknown")
    ticket.place = street.texts("place-assumed", place=known) if place.assumed and place.certain else known
    ticket.lat, ticket.lon, ticket.has_spot = place.lat, place.lon, found.has_spot
    ticket.reasons = {**ticket.reasons, "place": list(place.reasons)}
    if ticket.category == judgement.code:
        ticket.reasons = {**ticket.reasons, "category": list(judgement.reasons)}


def _strictest(ticket: Ticket, judgement: classify.Judgement, *, street: Street) -> str:
    """The category's privacy; while it is not sure, that of the most private likely reading."""
    if judgement.decision == "file" or standing.is_private(ticket):
        return ticket.privacy
    private = private_reading(judgement, street)
    return street.taxonomy.leaf(private).privacy if private else ticket.privacy


def how_urgent(code: str, street: Street) -> str | None:
    """How urgent this reading makes a matter; what could not be read makes it nothing."""
    leaf = street.taxonomy.leaf(code)
    return leaf.level if leaf.top != "OTH" else None
