"""Who hears of an action besides the cards: the couriers who reported, the owner, the next checker."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import (
    cards,
    complaints,
    demands,
    moments,
    people,
    pushes,
    quiet,
    routing,
    speech,
    standing,
    superiors,
    tiers,
)
from bot.core.details import RATINGS, Details
from bot.core.notes import Button, Note
from bot.core.street import Street
from bot.core.workflow import Action
from bot.mailbox import held
from bot.mailbox.outbox import Address
from models import Person, Ticket


async def after(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    *,
    by: Person | None,
    earned: Mapping[int, int],
    now: datetime,
    street: Street,
) -> None:
    """Owes everybody concerned the news of what was just done."""
    if action in CHECKED:
        await held.drop(session, f"check:{ticket.id}")
    # What the bot does with a report by itself stands in the receipt already.
    if action in TO_REPORTERS and (by is not None or action not in IN_RECEIPT):
        await _tell_reporters(session, ticket, action, details, by=by, earned=earned, now=now, street=street)
    if action is Action.PROVE:
        await _ask_for_check(session, ticket, now=now, street=street)
        await _find_checker(session, ticket, now=now)
    if action in TO_OWNER and ticket.owner_id is not None and (by is None or by.id != ticket.owner_id):
        words = street.texts(f"owner-{action}", number=ticket.id, note=details.text)
        if action is Action.HAND_OVER and ticket.party is not None:
            party = street.taxonomy.parties[ticket.party]
            words += "\n" + street.texts("owner-contact", party=party, contact=ticket.contact)
        # What goes on by itself does so at midnight; its owner need not know before he is at work.
        at = quiet.staff_moment("L2", now=now, calendar=street.calendar) if action is Action.RESUME else now
        await speech.tell(session, ticket.owner_id, Note(words), now=now, urgency=int(ticket.level[1]), due_at=at)
    if action is Action.NOTE and ticket.owner_id is None and await _is_reporter(session, ticket, by):
        await _tell_who_could_take_it(session, ticket, details, now=now, street=street)


#: news that couriers hear; the others are the street's own business
TO_REPORTERS = frozenset(
    {
        Action.CLAIM,
        Action.CONFIRM,
        Action.TRANSFER,
        Action.MAKE_SAFE,
        Action.SUSPEND,
        Action.MERGE,
        Action.UNMERGE,
        Action.PASS,
        Action.UNDO,
        Action.FAIL,
        Action.REOPEN,
        Action.REJECT,
        Action.HAND_OFF,
        Action.CONCLUDE,
    }
)
#: what the bot does by itself while it answers the courier
IN_RECEIPT = frozenset({Action.HAND_OFF, Action.MERGE})
#: news that the owner must not miss
TO_OWNER = frozenset(
    {
        Action.HAND_OVER,
        Action.ESCALATE,
        Action.SET_KIND,
        Action.RAISE,
        Action.SUPERVISE,
        Action.RESUME,
        Action.FAIL,
        Action.REOPEN,
        Action.NOTE,
        Action.WITHDRAW,
    }
)
#: somebody has looked: nobody need be asked any more
CHECKED = frozenset({Action.PASS, Action.FAIL})
#: who may come to know of a people matter to check it, the first post that is filled
CHECKERS = ("grid_head", "secretary", *routing.NAMED_POSTS)
#: the last step of a ticket: the courier is asked how it was done
CLOSING = frozenset({Action.PASS, Action.CONCLUDE})


async def _is_reporter(session: AsyncSession, ticket: Ticket, by: Person | None) -> bool:
    return by is not None and await standing.is_reporter(session, ticket, by)


async def _tell_who_could_take_it(
    session: AsyncSession, ticket: Ticket, details: Details, *, now: datetime, street: Street
) -> None:
    """A courier asks after a ticket that nobody has: the named, or the community's workers, hear it in private."""
    words = street.texts("owner-note", number=ticket.id, note=details.text)
    for person_id in await routing.takers(session, ticket):
        await speech.tell(session, person_id, Note(words), now=now, urgency=int(ticket.level[1]))


async def _tell_reporters(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    *,
    by: Person | None,
    earned: Mapping[int, int],
    now: datetime,
    street: Street,
) -> None:
    for _, report in await speech.reporters(session, ticket):
        did_it_himself = by is not None and by.id == report.person_id
        if did_it_himself and action is not Action.PASS:
            continue
        text = await _words(session, ticket, action, details, by=by, now=now, street=street)
        if earned.get(report.person_id):
            text += "\n" + street.texts("earned", points=earned[report.person_id])
        buttons = _rating_buttons(ticket, street) if action in CLOSING else ()
        to = await speech.answer_address(session, report)
        note = Note(text, buttons, reply_to=report.first_message if to.chat == report.chat else None)
        if did_it_himself:
            await speech.say(session, to, note, now=now, urgency=int(ticket.level[1]))
        else:
            await pushes.owe(session, to, note, ticket=ticket, person_id=report.person_id, now=now, street=street)


async def _words(
    session: AsyncSession,
    ticket: Ticket,
    action: Action,
    details: Details,
    *,
    by: Person | None,
    now: datetime,
    street: Street,
) -> str:
    """What a courier reads; of a people matter only that somebody is there."""
    settled = f"told-{action}-dispute"
    if ticket.category in tiers.DISPUTES and street.texts.has(settled):
        return street.texts(settled, number=ticket.id)
    facts: dict[str, str | int | None] = {
        "number": ticket.id,
        "until": moments.day(ticket.suspended_until) if ticket.suspended_until else "",
        "main": ticket.merged_into,
    }
    privately = f"told-{action}-private"
    if standing.is_private(ticket) and street.texts.has(privately):
        return street.texts(privately, **facts)
    # A head may say that it is so; who looked goes on with it.
    owner = await session.get(Person, ticket.owner_id) if action is Action.CONFIRM and ticket.owner_id else by
    facts |= {
        "who": owner.nickname if owner else "",
        "community": street.community_name(ticket.community),
        "due": await cards.by_when(session, ticket, now=now, street=street),
        "reason": cards.mask(details.text),
        "party": street.taxonomy.parties[ticket.party] if ticket.party else "",
    }
    return street.texts(f"told-{action}", **facts)


def _rating_buttons(ticket: Ticket, street: Street) -> tuple[tuple[Button, ...], ...]:
    return (tuple(Button(street.texts(f"rating-{rating}"), f"t:{ticket.id}:rate:{rating}") for rating in RATINGS),)


async def _ask_for_check(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> None:
    """Asks the couriers whether it is done; not about people, who are nobody's to look after in public."""
    if standing.is_private(ticket) and ticket.category != demands.RIDERS_OWN:
        return
    buttons = tuple(
        Button(street.texts(f"courier-{action}"), f"t:{ticket.id}:{action}") for action in (Action.PASS, Action.FAIL)
    )
    owner = await session.get(Person, ticket.owner_id) if ticket.owner_id else None
    text = street.texts("told-prove", number=ticket.id, who=owner.nickname if owner else "")
    note = Note(text, (buttons,), photo=f"after:{ticket.id}")
    for _, report in await speech.reporters(session, ticket):
        to = await speech.answer_address(session, report)
        await pushes.owe(
            session, to, note, ticket=ticket, person_id=report.person_id, now=now, street=street, about="check"
        )


async def tell_of_part(session: AsyncSession, part: Ticket, out_by: Action, *, now: datetime, street: Street) -> None:
    """Owes the reporters the number of a ticket that was taken out of another one: one more matter, or another one."""
    name = f"{out_by}-private" if standing.is_private(part) else out_by
    text = street.texts(f"taken-{name}", number=part.id)
    for _, report in await speech.reporters(session, part):
        to = await speech.answer_address(session, report)
        await pushes.owe(session, to, Note(text), ticket=part, person_id=report.person_id, now=now, street=street)


async def tell_late(session: AsyncSession, late: Sequence[Ticket], *, now: datetime, street: Street) -> None:
    """Tells the couriers once and honestly what is not done in time (DOMAIN 3.3); several to one are one message."""
    if not late:
        return
    told: dict[tuple[Address, int], list[Ticket]] = defaultdict(list)
    for ticket, report in await speech.reports_of(session, late):
        told[await speech.answer_address(session, report), report.person_id].append(ticket)
    for (to, person_id), own in told.items():
        note, most_urgent = Note(_late_words(own, street)), min(own, key=lambda ticket: ticket.level)
        await pushes.owe(session, to, note, ticket=most_urgent, person_id=person_id, now=now, street=street)


def _late_words(late: Sequence[Ticket], street: Street) -> str:
    if len(late) > 1:
        return street.texts("told-late-several", numbers="、".join(f"#{ticket.id}" for ticket in late))
    (ticket,) = late
    if standing.is_private(ticket):
        return street.texts("told-late-private", number=ticket.id)
    party = street.texts("told-late-party", party=street.taxonomy.parties[ticket.party]) if ticket.party else ""
    return street.texts("told-late", number=ticket.id, reason=party)


async def _find_checker(session: AsyncSession, ticket: Ticket, *, now: datetime) -> None:
    """Brings in one more named person when nobody of the named could check a people matter."""
    if not standing.is_private(ticket) or any(person_id != ticket.handler_id for person_id in ticket.named):
        return
    # Whoever stands above comes first: a colleague who happens to be free need not know of it.
    posts = [*((post, ticket.community) for post in CHECKERS), *((post, None) for post in superiors.OF_STREET)]
    candidates = [person for post, place in posts for person in await people.holders(session, [post], place)]
    for person in await complaints.spare(session, ticket, candidates):
        address = await people.address_of(session, person.id) if person.id is not None else None
        if person.id != ticket.handler_id and person.id is not None and address is not None:
            ticket.named = [*ticket.named, person.id]
            await speech.show_also(session, ticket, address, now=now)
            return
