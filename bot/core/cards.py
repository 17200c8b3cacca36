"""Ticket -> Card: the words and buttons people see, drawn from the rows at the moment of drawing."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core import clocks, complaints, kinship, ladder, moments, notes, privacy, standing, workflow
from bot.core.calendar import SHANGHAI
from bot.core.notes import Button, Card
from bot.core.procedure import checklist, showing
from bot.core.street import Street
from bot.core.workflow import Action, Status
from bot.mailbox.outbox import Address
from models import CardMessage, Deadline, Person, Photo, StaffGroup, Ticket, TicketReporter

# The two that come next; a third does not fit the field.
MOST_DUES = 2
# What every later channel can draw (DESIGN.md, a `Card`).
TITLE, BODY, VALUE, MOST_BUTTONS = 26, 112, 26, 6

#: the last button, behind which everything else stands
MORE = "more"
#: what only the dispatcher does, with a ticket that has no home yet
AT_STREET_ONLY = frozenset({Action.REROUTE, Action.HAND_OFF})

# Telephone and identity numbers, plates, rooms: a group sees the matter, not who lives behind which door.
PERSONAL = re.compile(
    r"(?<!\d)(?:\+?86[- ]?)?[1１][3-9３-９]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"
    r"|(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)"
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·.\s-]?[A-Za-z0-9]{5,6}(?![A-Za-z0-9])"
    r"|(?<!\d)\d{3,4}\s*(?:室|房(?!东)|户)|(?<=[幢栋楼号元])\s*\d{3,4}(?![\d年月日点米元块度分])|(?<=\d-\d-)\d{3,4}(?!\d)"
)

_GROUP_AT = sa.select(StaffGroup).where(
    col(StaffGroup.channel) == sa.bindparam("channel", type_=sa.String),
    col(StaffGroup.external_id) == sa.bindparam("chat", type_=sa.String),
)

#: the clocks of a ticket that run, by their names
Clocks = Mapping[str, Deadline]


async def draw(session: AsyncSession, ticket: Ticket, to: Address, *, now: datetime, street: Street) -> Card:
    """The ticket's card for this chat."""
    place = await _group_at(session, to)
    clocks_now = await running(session, ticket)
    owner = await session.get(Person, ticket.owner_id) if ticket.owner_id else None
    texts = street.texts
    title = f"{texts(f'mark-{ticket.level}')} #{ticket.id} {street.taxonomy.leaf(ticket.category).name_zh}"
    fields = (
        (texts("field-status"), await _status_words(session, ticket, clocks_now, now=now, street=street)),
        (texts("field-place"), ticket.place or texts("place-unknown")),
        (texts("field-level"), texts(f"level-{ticket.level}")),
        (texts("field-due"), _due_words(ticket, clocks_now, now=now, street=street)),
        (texts("field-reporter"), mask(await _reporter_words(session, ticket, street=street))),
        (texts("field-owner"), _owner_words(ticket, owner, street=street)),
    )
    body = ticket.words if place is None else await _words_for_group(session, ticket, street=street)
    if ticket.recurs_of is not None:
        body = texts("card-recurs", number=ticket.recurs_of) + body
    if complaints.is_above(ticket):
        body = texts(f"card-against-{ticket.against}") + body
    return Card(
        title=notes.clip(title, TITLE),
        body=notes.clip(body or texts("words-none"), BODY),
        fields=tuple((name, notes.clip(value, VALUE)) for name, value in fields if value),
        buttons=notes.rows_of(_buttons(ticket, place, clocks_now, street=street), width=3),
        photo=await picture(session, ticket, "before"),
    )


async def running(session: AsyncSession, ticket: Ticket) -> Clocks:
    """The clocks of the ticket that run."""
    return {row.name: row for row in await clocks.running_of(session, ticket)}


async def at_message(session: AsyncSession, to: Address, message: str) -> CardMessage | None:
    """The card that this message shows; None when it is no card."""
    query = sa.select(CardMessage).where(
        col(CardMessage.channel) == to.channel, col(CardMessage.chat) == to.chat, col(CardMessage.message) == message
    )
    return (await session.scalars(query)).first()


def mask(words: str) -> str:
    """The words without telephone numbers, plates and rooms."""
    return PERSONAL.sub("***", words)


async def picture(session: AsyncSession, ticket: Ticket, role: str) -> str | None:
    """The key of the newest group copy of this role (before | after); None when there is none."""
    query = sa.select(col(Photo.copy_key)).where(col(Photo.status) == "stored", col(Photo.role) == role)
    if role == "after":
        query = query.where(col(Photo.ticket_id) == ticket.id).order_by(col(Photo.id).desc())
    else:
        query = query.where(col(Photo.report_id).in_(kinship.reports_of(ticket))).order_by(col(Photo.id))
        if not standing.is_private(ticket):
            query = query.where(col(Photo.report_id).not_in(_joined_of_people(ticket)))
    return await session.scalar(query.limit(1))


def _joined_of_people(ticket: Ticket) -> "sa.Select[int]":
    """Reports that joined the ticket but tell of people too: their pictures are not for a group."""
    first = sa.select(sa.func.min(col(TicketReporter.id))).where(col(TicketReporter.ticket_id) == ticket.id)
    own = sa.select(col(TicketReporter.report_id)).where(col(TicketReporter.id) == first.scalar_subquery())
    return (
        sa.select(col(TicketReporter.report_id))
        .join(Ticket, col(TicketReporter.ticket_id) == Ticket.id)
        .where(
            col(TicketReporter.report_id).in_(kinship.reports_of(ticket)),
            col(Ticket.privacy).in_(privacy.PRIVATE),
            col(TicketReporter.report_id).not_in(own),
        )
    )


async def by_when(session: AsyncSession, ticket: Ticket, *, now: datetime, street: Street) -> str:
    """Until when the ticket should be done, as the end of a sentence; empty while no clock runs."""
    row = await clocks.latest(session, ticket, ladder.CLOSE)
    return street.texts("by-when", at=moments.brief(row.due_at, now=now)) if row else ""


async def _words_for_group(session: AsyncSession, ticket: Ticket, *, street: Street) -> str:
    """The words without numbers; nothing of them where the same sentence tells of people too."""
    if await kinship.tells_of_people(session, ticket, street=street):
        return street.texts("words-hidden")
    return mask(ticket.words)


async def _status_words(
    session: AsyncSession, ticket: Ticket, clocks_now: Clocks, *, now: datetime, street: Street
) -> str:
    """Where it stands, and what the street must not overlook about it."""
    texts = street.texts
    close = clocks_now.get(ladder.CLOSE)
    flags = {
        "supervised": ticket.supervised_at is not None,
        "late": ticket.late_since is not None or (close is not None and close.due_at < now),
        "extended": ticket.extensions > 0,
        "rework": ticket.rework > 0,
    }
    told = [texts(f"flag-{name}") for name, is_so in flags.items() if is_so and workflow.is_open(ticket.status)]
    if ticket.merged_into is not None:
        told.insert(0, texts("into-ticket", number=ticket.merged_into))
    if ticket.status == Status.SUSPENDED and ticket.suspended_until is not None:
        told.insert(0, texts("until-day", day=f"{ticket.suspended_until.astimezone(SHANGHAI):%m-%d}"))
    found = await checklist.of(session, ticket, street=street) if ticket.status in workflow.IN_HAND else None
    if found is not None and (step := showing.brief(found, street=street)):
        told.insert(0, step)
    return "·".join([texts(f"status-{ticket.status}"), *told])


def _owner_words(ticket: Ticket, owner: Person | None, *, street: Street) -> str:
    name = owner.nickname if owner else street.texts("owner-nobody")
    if ticket.party is None:
        return name
    return street.texts("owner-at-party", who=name, party=street.taxonomy.parties[ticket.party])


def _due_words(ticket: Ticket, clocks_now: Clocks, *, now: datetime, street: Street) -> str:
    names: Sequence[str] = {
        Status.DISPATCHED: (ladder.CLAIM, ladder.MAKE_SAFE, ladder.CLOSE),
        Status.VERIFYING: (ladder.MAKE_SAFE, ladder.CLOSE),
        Status.CLAIMED: (ladder.MAKE_SAFE, ladder.CLOSE),
        Status.TRANSFERRED: (ladder.MAKE_SAFE, ladder.CLOSE),
    }.get(Status(ticket.status), ())
    rows = [clocks_now[name] for name in names if name in clocks_now]
    told = [street.texts(f"due-{row.name}", at=moments.brief(row.due_at, now=now)) for row in rows[:MOST_DUES]]
    return " ".join([*told, *([street.texts("due-provisional")] if any(r.is_provisional for r in rows) else ())])


async def _reporter_words(session: AsyncSession, ticket: Ticket, *, street: Street) -> str:
    # Sent down by hand, or an emergency: whom he complains of reads the card, and need not know from us who it was.
    if standing.is_private(ticket) or ticket.against is not None:
        return street.texts("reporter-hidden")
    person = await kinship.first_reporter(session, ticket)
    if person is None:
        return ""
    name = person.nickname if person.status == "active" else street.texts("reporter-guest")
    return street.texts("reporter-many", name=name, count=ticket.reporters) if ticket.reporters > 1 else name


async def _group_at(session: AsyncSession, to: Address) -> StaffGroup | None:
    """The staff group of this chat; None for a private chat."""
    return (await session.scalars(_GROUP_AT, {"channel": to.channel, "chat": to.chat})).first()


def _buttons(ticket: Ticket, place: StaffGroup | None, clocks_now: Clocks, *, street: Street) -> list[Button]:
    buttons = [
        Button(label(ticket, action, street), f"t:{ticket.id}:{action}")
        for action in offered(ticket, place, clocks_now)
    ]
    more = Button(street.texts("button-more"), f"t:{ticket.id}:{MORE}")
    return [*buttons, more] if _has_more(ticket, place) else buttons


def offered(ticket: Ticket, place: StaffGroup | None, clocks_now: Clocks) -> list[Action]:
    """The steps that have a button of their own on the card in this chat."""
    most = MOST_BUTTONS - 1 if _has_more(ticket, place) else MOST_BUTTONS
    actions = workflow.BUTTONS.get(Status(ticket.status), ())
    return [action for action in actions if is_offered(ticket, action, place, clocks_now)][:most]


def _has_more(ticket: Ticket, place: StaffGroup | None) -> bool:
    is_at_work = ticket.status in workflow.UNFINISHED or ticket.status == Status.SUSPENDED
    return is_at_work and _is_home(ticket, place)


def label(ticket: Ticket, action: Action, street: Street) -> str:
    """The button's label; where people, or a unit outside, are concerned some steps have another name."""
    situation = "private" if standing.is_private(ticket) else "party" if ticket.status == Status.TRANSFERRED else ""
    name = f"{action}-{situation}" if street.texts.has(f"button-{action}-{situation}") else action
    return street.texts(f"button-{name}")


def is_offered(ticket: Ticket, action: Action, place: StaffGroup | None, clocks_now: Clocks) -> bool:
    """Whether the step makes sense for the ticket as it stands, in this chat (None: a private one)."""
    if action is Action.MAKE_SAFE:
        return ladder.MAKE_SAFE in clocks_now
    is_at_street = place is None or place.community is None
    if action in AT_STREET_ONLY:
        return ticket.is_with_street and is_at_street
    if action is Action.RETURN and not _may_come_back(ticket):
        return False
    return _is_home(ticket, place)


def _may_come_back(ticket: Ticket) -> bool:
    """False for what the street has appointed, or has in its hands; the unit that it was sent to may give it back."""
    has_gone = not ticket.is_with_street or ticket.status == Status.TRANSFERRED
    return has_gone and not ticket.is_appointed


def _is_home(ticket: Ticket, place: StaffGroup | None) -> bool:
    """False at a neighbour's across the border, who may fence it, and while the street decides whose it is."""
    if place is None or place.community is None:
        return True
    return place.community == ticket.community and not ticket.is_with_street
