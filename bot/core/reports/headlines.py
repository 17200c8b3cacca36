"""The first words of a receipt: what became of the report, under which number, and the button that takes it back."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.core import classify, moments, standing
from bot.core.calendar import SHANGHAI
from bot.core.notes import Button, clip, rows_of
from bot.core.reports.assessment import Assessment
from bot.core.street import Street
from bot.core.workflow import Action, Status
from models import Ticket

#: so many other categories are offered
FEWEST_OTHERS, MOST_OTHERS = 2, 3
# A reading less likely than this is none.
ECHO = 0.05


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


def buttons(
    opened: Sequence[Ticket], joined: Collection[int | None], changeable: Collection[int | None], street: Street
) -> tuple[tuple[Button, ...], ...]:
    """One tap changes the category, or takes back what is no emergency; or says whether it is done by now.

    `changeable` are the numbers of tickets whose category is his to change.
    """
    first = opened[0]
    if len(opened) == 1 and first.id in joined and first.status == Status.PENDING_CHECK:
        return (tuple(Button(street.texts(f"courier-{a}"), f"t:{first.id}:{a}") for a in (Action.PASS, Action.FAIL)),)
    may_go = [t for t in opened if t.level not in ("L0", "L1") and (t.status == Status.DISPATCHED or t.id in joined)]
    ids = {t.id: f"t:{t.id}:{Action.LEAVE if t.id in joined else Action.WITHDRAW}" for t in may_go}
    is_one = len(opened) == 1
    change = "courier-change" if is_one else "courier-change-one"
    withdraw = "courier-withdraw" if is_one else "courier-withdraw-one"
    offered = []
    for ticket in opened:
        if ticket.id in changeable:
            offered.append(Button(street.texts(change, number=ticket.id), f"k:{ticket.id}"))
        if ticket.id in ids:
            offered.append(Button(street.texts(withdraw, number=ticket.id), ids[ticket.id]))
    return rows_of(offered, width=2)


def changeable(opened: Sequence[Ticket], joined: Collection[int | None], words: str, street: Street) -> list[int]:
    """The tickets whose category he was told and may put right by a tap, where there is anything else to offer."""
    categories = [ticket.category for ticket in opened]
    return [
        ticket.id
        for ticket in opened
        if ticket.id is not None
        and ticket.id not in joined
        and ticket.status == Status.DISPATCHED
        and not standing.is_private(ticket)
        and other_leaves(ticket.category, categories, words, street)
    ]


def other_leaves(category: str, beside: Collection[str], words: str, street: Street) -> list[str]:
    """What words mean most likely, if not this category nor those beside it: two or three leaves.

    A sure judge has only echoes to offer; before those come the leaves that this one is mistaken for, or that are
    mistaken for it.
    """
    if not words:
        return []
    judgement, leaves = street.judged(words), street.taxonomy.leaves
    heard = {judgement.code: judgement.confidence, **{one.code: one.confidence for one in judgement.alternatives}}
    likely = [code for code, confidence in heard.items() if confidence >= ECHO]
    mistaken = [other.code for other in leaves[category].confusable_with]
    mistaken += [leaf.code for leaf in leaves.values() if category in {c.code for c in leaf.confusable_with}]
    known = {classify.UNCLEAR, *beside, category}
    good = [code for code in dict.fromkeys((*likely, *mistaken)) if code in leaves and code not in known]
    echoes = [code for code in heard if code in leaves and code not in known and code not in good]
    return (good + echoes[: max(0, FEWEST_OTHERS - len(good))])[:MOST_OTHERS]


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
