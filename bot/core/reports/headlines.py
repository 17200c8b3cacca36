"""The first words of a receipt: what became of the report, under which number, and the button that takes it back."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.core import moments, standing
from bot.core.calendar import SHANGHAI
from bot.core.notes import Button, clip, rows_of
from bot.core.reports.assessment import Assessment
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Ticket


def headline(
    opened: Sequence[Ticket],
    joined: Collection[int | None],
    news: str,
    found: Assessment,
    *,
    now: datetime,
    street: Street,
) -> str:
    """What became of the report; `joined` are the numbers of tickets that somebody else reported first."""
    texts = street.texts
    first = opened[0]
    if news == "more" and first.status not in (Status.DRAFT, Status.HANDED_OFF):
        return texts("receipt-added", numbers=numbers(opened))
    if any(ticket.status == Status.DRAFT for ticket in opened):
        return texts("receipt-draft" if news == "new" else "receipt-noted", numbers=numbers(opened))
    if first.status == Status.HANDED_OFF:
        return texts(
            "receipt-outside",
            number=first.id,
            neighbour=found.place.neighbour or texts("neighbour-unknown"),
            hotline=street.rules.outside_hotline,
        )
    if len(opened) > 1:
        matters = "\n".join(_line(ticket, joined, street) for ticket in opened)
        return texts("receipt-several", count=len(opened), matters=matters, place=first.place)
    if first.id in joined:
        return texts(
            "receipt-joined-check" if first.status == Status.PENDING_CHECK else "receipt-joined", number=first.id
        )
    if standing.is_private(first):
        return texts("receipt-private", number=first.id)
    name = street.taxonomy.leaf(first.category).name_zh
    to = street.community_name(None if first.is_with_street else first.community)
    receipt = texts("receipt-filed", number=first.id, category=name, place=first.place, community=to)
    return receipt + _when(first, now=now, street=street) + _match(found, street=street)


def buttons(opened: Sequence[Ticket], joined: Collection[int | None], street: Street) -> tuple[tuple[Button, ...], ...]:
    """One tap takes back what was reported by mistake, not an emergency; or says whether it is done by now."""
    first = opened[0]
    if len(opened) == 1 and first.id in joined and first.status == Status.PENDING_CHECK:
        return (tuple(Button(street.texts(f"courier-{a}"), f"t:{first.id}:{a}") for a in (Action.PASS, Action.FAIL)),)
    may_go = [t for t in opened if t.level not in ("L0", "L1") and (t.status == Status.DISPATCHED or t.id in joined)]
    ids = {t.id: f"t:{t.id}:{Action.LEAVE if t.id in joined else Action.WITHDRAW}" for t in may_go}
    if len(opened) == 1:
        return tuple((Button(street.texts("courier-withdraw"), ids[t.id]),) for t in may_go)
    labels = [Button(street.texts("courier-withdraw-one", number=t.id), ids[t.id]) for t in may_go]
    return rows_of(labels, width=2)


def numbers(opened: Sequence[Ticket]) -> str:
    """The tickets' numbers as one phrase."""
    return "、".join(f"#{ticket.id}" for ticket in opened)


def _line(ticket: Ticket, joined: Collection[int | None], street: Street) -> str:
    text_id = "receipt-line-joined" if ticket.id in joined else "receipt-line"
    return street.texts(text_id, number=ticket.id, category=street.taxonomy.leaf(ticket.category).name_zh)


def _match(found: Assessment, *, street: Street) -> str:
    """Shows the match when the place was read out of the words: he can put it right at a glance."""
    if found.place.source != "words":
        return ""
    return "\n" + street.texts("receipt-match", reason=clip(found.place.reasons[0], 40))


def _when(ticket: Ticket, *, now: datetime, street: Street) -> str:
    """Out of hours an ordinary matter waits for the next working day, and the courier is told which."""
    level = street.taxonomy.levels[ticket.level]
    if level.clock == "continuous" or street.calendar.is_working(now):
        return ""
    opens = street.calendar.next_working(now)
    at = moments.brief(opens, now=now)
    if opens.date() != now.astimezone(SHANGHAI).date():
        at = f"{street.texts(f'weekday-{opens.isoweekday()}')} {at}"
    return "\n" + street.texts("receipt-later", at=at)
