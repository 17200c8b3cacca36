"""How each action asks a member of staff for what it needs: the sentence, and the choices that a button can carry."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import (
    cards,
    complaints,
    kinship,
    likeness,
    limits,
    people,
    permits,
    refusals,
    standing,
    superiors,
    workflow,
)
from bot.core.notes import Button, Note, clip, rows_of
from bot.core.procedure import checklist, showing
from bot.core.street import Street
from bot.core.workflow import Action, Standing, Status
from models import Person, StaffGroup, Ticket

MOST_CHOICES = 6
# In a storm twenty report one thing; the one who does not belong may be any of them.
MOST_REPORTERS = 20
# Ten rows of three still fit a screen.
MOST_COMMUNITIES = 30
#: the prompt of the menu, which is answered by pressing and never by typing
MORE = cards.MORE
#: the same for the list of a complex matter's steps, and the beginning of the question after one of them
STEPS = showing.STEPS


class NothingMore(refusals.NotAllowed):
    """除了卡上的，没有别的可做。"""

    text_id = "refusal-nothing-more"


async def question(session: AsyncSession, ticket: Ticket, action: Action, *, now: datetime, street: Street) -> Note:
    """What to ask before this action: choices where there are some, else a typed reply."""
    offer = OFFERS.get(action)
    buttons = await offer(session, ticket, now, street) if offer is not None else []
    wants_choice = action in (Action.HAND_OVER, Action.REROUTE, Action.RAISE, Action.PART)
    facts = {"number": ticket.id, "parties": _usual_parties(ticket, street)}
    text_id = "prompt-nobody" if action is Action.HAND_OVER and not buttons else f"prompt-{action}"
    ask = None if buttons or wants_choice else "reply"
    return Note(street.texts(text_id, **facts), rows_of(buttons, width=WIDTHS.get(action, 1)), ask=ask)  # type: ignore[arg-type]


async def menu(session: AsyncSession, ticket: Ticket, place: StaffGroup | None, *, by: Person, street: Street) -> Note:
    """Everything that he may do with the ticket now and that has no button on the card.

    Raises NotYourGroup, or NotFound for a people matter, to whom the ticket is nothing.
    """
    standings = await standing.of(session, ticket, by)
    permits.check_concerned(ticket, standings, street=street)
    clocks_now = await cards.running(session, ticket)
    on_card = cards.offered(ticket, place, clocks_now)
    buttons = []
    for action in workflow.MENU:
        transition = workflow.find(Status(ticket.status), action)
        is_his = transition is not None and bool(transition.who & standings)
        if action in on_card or not is_his or not _makes_sense(ticket, action):
            continue
        if cards.is_offered(ticket, action, place, clocks_now) or action is Action.HAND_OFF:
            buttons.append(Button(cards.label(ticket, action, street), f"t:{ticket.id}:{action}"))
    if Standing.STAFF in standings and await checklist.of(session, ticket, street=street) is not None:
        buttons.append(Button(street.texts("button-steps"), f"t:{ticket.id}:{STEPS}"))
    return Note(street.texts("prompt-more", number=ticket.id), rows_of(buttons, width=3))


def _makes_sense(ticket: Ticket, action: Action) -> bool:
    """Leaves out what the ticket has no use for as it stands."""
    is_protected = ticket.level in limits.PROTECTED
    senseless = {
        Action.RAISE: ticket.level == "L0",
        Action.ASK_LOWER: not is_protected,
        Action.LOWER: is_protected or ticket.level == "L3",
        Action.PART: ticket.reporters < 2,
        Action.ASK_SUSPEND: ticket.suspensions > 0,
        Action.SUPERVISE: ticket.supervised_at is not None,
    }
    return not senseless.get(action, False)


def _likely_categories(action: Action) -> "Offer":
    """The categories that this one is easily mistaken for; any other can be typed."""

    async def offer(session: AsyncSession, ticket: Ticket, now: datetime, street: Street) -> list[Button]:
        codes = [other.code for other in street.taxonomy.leaf(ticket.category).confusable_with]
        return [choice(ticket, action, code, street.taxonomy.leaf(code).name_zh) for code in codes[:MOST_CHOICES]]

    return offer


async def _people(session: AsyncSession, ticket: Ticket, now: datetime, street: Street) -> list[Button]:
    """The colleagues to whom the ticket can be handed over; those at the street where the street has it."""
    at_street = await people.holders(session, superiors.OF_STREET, None) if ticket.is_with_street else []
    colleagues = people.once(at_street, await people.holders(session, people.COMMUNITY_POSTS, ticket.community))
    fitting = await complaints.spare(session, ticket, colleagues)
    others = [person for person in fitting if person.id != ticket.owner_id][:MOST_CHOICES]
    return [choice(ticket, Action.HAND_OVER, str(person.id), person.nickname) for person in others]


async def _communities(session: AsyncSession, ticket: Ticket, now: datetime, street: Street) -> list[Button]:
    found = street.gazetteer.communities[:MOST_COMMUNITIES]
    return [choice(ticket, Action.REROUTE, c.code, c.name) for c in found]


async def _levels(session: AsyncSession, ticket: Ticket, now: datetime, street: Street) -> list[Button]:
    higher = [code for code in sorted(street.taxonomy.levels) if code < ticket.level]
    return [choice(ticket, Action.RAISE, code, street.texts(f"level-{code}")) for code in higher]


async def _tickets(session: AsyncSession, ticket: Ticket, now: datetime, street: Street) -> list[Button]:
    """Open tickets near by that may be the same; any other can be named by its number."""
    matter = likeness.Matter.of(ticket)
    near = await likeness.open_near(session, matter, now=now, street=street, but=[ticket.id])
    labels = {other.id: f"#{other.id} {street.taxonomy.leaf(other.category).name_zh}" for other in near[:MOST_CHOICES]}
    return [choice(ticket, Action.MERGE, str(number), name) for number, name in labels.items()]


async def _reports(session: AsyncSession, ticket: Ticket, now: datetime, street: Street) -> list[Button]:
    """Who joined after the first one."""
    later = (await kinship.reporters(session, ticket))[1 : MOST_REPORTERS + 1]
    persons = [await session.get_one(Person, row.person_id) for row in later]
    return [
        choice(ticket, Action.PART, str(row.report_id), person.nickname)
        for row, person in zip(later, persons, strict=True)
    ]


def choice(ticket: Ticket, action: Action, value: str, label: str) -> Button:
    """A button that carries what the action needs."""
    return Button(clip(label, 20), f"t:{ticket.id}:{action}:{value}")


def _usual_parties(ticket: Ticket, street: Street) -> str:
    leaf = street.taxonomy.leaf(ticket.category)
    codes = dict.fromkeys((leaf.party_public, leaf.party_estate, *leaf.support))
    return "、".join(street.taxonomy.parties[code] for code in codes if code in street.taxonomy.parties)


Offer = Callable[[AsyncSession, Ticket, datetime, Street], Awaitable[list[Button]]]
OFFERS: Mapping[Action, Offer] = {
    Action.CATEGORISE: _likely_categories(Action.CATEGORISE),
    Action.SPLIT: _likely_categories(Action.SPLIT),
    Action.HAND_OVER: _people,
    Action.REROUTE: _communities,
    Action.RAISE: _levels,
    Action.MERGE: _tickets,
    Action.PART: _reports,
}
#: buttons beside each other; one below the other where nothing is said
WIDTHS: Mapping[Action, int] = {Action.HAND_OVER: 2, Action.REROUTE: 3, Action.RAISE: 3, Action.PART: 2}
