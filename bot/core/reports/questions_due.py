"""Which question a report still has to ask: at most one, the place before all others."""

from bot.core import classify
from bot.core.reports.assessment import Assessment
from bot.core.workflow import Status
from models import Report, Ticket


def next_question(report: Report, found: Assessment, opened: list[Ticket], *, heard: str) -> str | None:
    """The question to ask now, or to go on waiting for; None when the report can be filed as it is.

    place | words | category | all (place and words together) | people (an emergency: who is in danger).
    """
    if found.is_urgent:
        return "people" if report.asked_at is None or (report.waiting_for == "people" and not heard) else None
    if _is_offered_by_photo(report, found, opened, heard=heard):
        return "category"
    if not found.is_pressing and not any(ticket.status == Status.DRAFT for ticket in opened):
        return None
    missing = _missing(report, found)
    if found.is_pressing and missing not in ("place", "all"):
        # It is out already; only where it is still helps.
        return None
    if missing is None or report.asked_at is None:
        return missing
    if missing == "place" and found.place.candidates and not report.options:
        # What he answered fits several places: the same question once more, now as buttons.
        return missing
    if report.waiting_for == "all":
        # Half of the answer has come; a picture and a place are enough for a person to see the rest.
        return missing if missing in ("place", "all") else None
    if missing == report.waiting_for and not heard:
        # One more picture, no answer yet.
        return missing
    return None


def _is_offered_by_photo(report: Report, found: Assessment, opened: list[Ticket], *, heard: str) -> bool:
    """True when the picture shows what the words do not say, and nobody has asked yet, or only for words.

    The question that he got for words comes once more, now as buttons; it holds up no ticket that is out already.
    """
    judgement, first = found.judgement, opened[0]
    is_unclear = judgement.by_photo and judgement.code == first.category == classify.UNCLEAR
    if not is_unclear or first.status not in (Status.DRAFT, Status.DISPATCHED):
        return False
    if not found.place.certain or found.place.outside:
        return False
    return report.asked_at is None or (not heard and report.waiting_for in ("words", "category"))


def _missing(report: Report, found: Assessment) -> str | None:
    if found.place.outside:
        # Whoever it is passed on to wants to know what it is about.
        return None if report.words else "words"
    if not found.place.certain:
        return "place" if report.words else "all"
    if not report.words:
        return "words"
    return "category" if found.judgement.decision == "ask" else None
