"""Somebody pressed a button under a ticket: t:NUMBER:ACTION[:VALUE]."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.telegram import NAME
from bot.core import (
    cards,
    groups,
    limits,
    offers,
    people,
    prompts,
    proof,
    refusals,
    speech,
    standing,
    tickets,
    workflow,
)
from bot.core.details import NOTHING, Details
from bot.core.procedure import checklist
from bot.core.street import Street
from bot.core.workflow import Action, Need, Status
from bot.mailbox.outbox import Address
from handlers import wording
from models import Person

router = Router(name="ticket_buttons")
# Two hundred refused presses are one redraw: a group takes twenty messages and edits a minute.
HEAL_AGAIN = timedelta(seconds=10)
#: what a button must carry, or another button decides; nobody can be asked for it
WITHOUT_QUESTION = frozenset({Need.RATING, Need.REQUEST, Need.UNTIL})


@router.callback_query(F.data.regexp(rf"^t:\d{{1,9}}:{offers.MORE}$"))
async def more(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """A member of staff wants to see what else can be done."""
    number = int((query.data or "").split(":")[1])
    person = await people.find(session, NAME, str(query.from_user.id))
    if person is None:
        raise refusals.NotAllowed(number=number)
    ticket, at = await tickets.get(session, number), wording.pressed_at(query)
    place = await groups.find(session, at)
    await prompts.offer_more(session, ticket, person, at, place, now=now, street=street)
    return query.answer(street.texts("toast-more"))


@router.callback_query(F.data.startswith("t:"))
async def press(query: CallbackQuery, session: AsyncSession, now: datetime, street: Street) -> Any:
    """Somebody pressed a button under a card or a note about a ticket."""
    number, action, value = _read(query.data or "")
    person = await people.find(session, NAME, str(query.from_user.id))
    if person is None:
        raise refusals.NotAllowed(number=number)
    at = wording.pressed_at(query)
    missing = await _ask_first(session, number, action, value, by=person, at=at, now=now, street=street)
    if missing is not None:
        return query.answer(missing)
    details = _details(action, value)
    ticket = await tickets.act(session, number, action, by=person, now=now, street=street, details=details)
    await prompts.close(session, person, at, now=now)
    is_thanks = action is Action.PASS and not await standing.is_staff(session, person)
    text_id = "toast-thanks" if is_thanks else f"toast-{action}"
    return query.answer(street.texts(text_id, number=ticket.id))


@router.callback_query()
async def unknown(query: CallbackQuery) -> Any:
    """A button that this bot never made, or no longer knows."""
    raise refusals.BadInput()


def _read(data: str) -> tuple[int, Action, str]:
    """The three parts of a button's id; raises BadInput for anything forged or broken."""
    parts = data.split(":", 3)
    if len(parts) < 3 or not parts[1].isdecimal() or len(parts[1]) > 9 or parts[2] not in set(Action):
        raise refusals.BadInput()
    return int(parts[1]), Action(parts[2]), parts[3] if len(parts) > 3 else ""


def _details(action: Action, value: str) -> Details:
    number = int(value) if value.isdecimal() and len(value) < 10 else None
    match action:
        case Action.CATEGORISE | Action.SPLIT:
            return Details(category=value)
        case Action.HAND_OVER:
            return Details(to_person_id=number)
        case Action.REROUTE:
            return Details(community=value)
        case Action.RAISE:
            return Details(level=value)
        case Action.MERGE:
            return Details(ticket_id=number)
        case Action.PART:
            return Details(report_id=number)
        case Action.RATE:
            return Details(rating=value)
    return NOTHING


async def _ask_first(
    session: AsyncSession,
    number: int,
    action: Action,
    value: str,
    *,
    by: Person,
    at: Address,
    now: datetime,
    street: Street,
) -> str | None:
    """Asks for what the action needs and a button cannot carry; the toast then, None when nothing is missing."""
    ticket = await tickets.get(session, number)
    transition = workflow.find(Status(ticket.status), action)
    if value or transition is None or not transition.needs:
        return None
    if not transition.who & await standing.of(session, ticket, by):
        # Who may not do it is not asked either; `act` finds the right words.
        return None
    await limits.check_moment(session, ticket, action, by=by, now=now, street=street)
    if Need.PROOF in transition.needs:
        await checklist.check_settled(session, ticket, street=street)
        missing = await proof.still_missing(session, ticket, street=street)
        if not missing:
            return None
        await prompts.ask_for_proof(session, ticket, by, at, missing, now=now, street=street)
    elif transition.needs <= WITHOUT_QUESTION:
        raise refusals.BadInput()
    else:
        await prompts.ask(session, ticket, by, at, action, now=now, street=street)
    return street.texts("toast-asked")


async def heal(session: AsyncSession, query: CallbackQuery, *, now: datetime) -> None:
    """Draws a card anew whose button was refused: what the presser sees may be older than the ticket."""
    if query.message is None or not (query.data or "").startswith("t:"):
        return
    at = wording.at(query.message.chat)
    card = await cards.at_message(session, at, str(query.message.message_id))
    if card is None or now - card.at < HEAL_AGAIN:
        return
    card.drawn, card.at = None, now
    ticket = await tickets.get(session, card.ticket_id)
    await speech.show(session, ticket, at, now=now)
