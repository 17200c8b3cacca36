"""Staff look at the roster, write it, and ask a colleague to take a shift."""

from datetime import datetime, timedelta
from typing import NamedTuple

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import groups, people, refusals, standing
from bot.core.roster import book, dates, display, entering, keepers, refused, swaps
from bot.core.roster import wording as roster_wording
from bot.core.roster.lines import Line
from bot.core.street import Street
from handlers import wording
from models import Person

router = Router(name="duty")
#: how many weeks on
WEEKS = {"本周": 0, "这周": 0, "下周": 1}
MARKS = " :,;"


class Written(NamedTuple):
    """A roster as it was sent: for which place, if it says so, and the lines below."""

    places: list[str | None]
    lines: list[Line]


@router.message(Command("duty"))
async def show(message: Message, command: CommandObject, session: AsyncSession, now: datetime, street: Street) -> None:
    """看值班：/duty，/duty 11-30，/duty 本周"""
    places = await _places_shown(session, message, now=now)
    today, wanted = book.local_day(now), dates.plain(command.args or "")
    if wanted in WEEKS:
        first, _ = dates.week_of(today + timedelta(weeks=WEEKS[wanted]))
        told = await display.week(session, places, first, now=now, street=street)
    else:
        written = dates.read(wanted or "今天", today=today)
        if written is None or written.day is None or written.rest.strip():
            day = f"{today + timedelta(days=1):%m-%d}"
            told = [street.texts("duty-which-day", day=day)]
        else:
            told = await display.day(session, places, written.day, now=now, street=street)
    await _answer(session, message, told, now=now)


@router.message(Command("roster"))
async def write(message: Message, session: AsyncSession, now: datetime, street: Street) -> None:
    """排值班表：/roster 换行写“11-30 夜班 小王”，一行一个班"""
    person = await _staff(session, message, now=now)
    written = _read(message, street)
    place = await _place_written_for(session, message, person, written.places, street=street)
    try:
        plan = await entering.plan(session, written.lines, place, now=now, street=street)
    except entering.BadRoster as bad:
        faults = roster_wording.faults(bad.faults, street)
        await _answer(session, message, [street.texts("roster-faults", count=len(faults)), *faults], now=now)
        return
    await entering.enter(session, plan, by=person, now=now)
    await _answer(session, message, roster_wording.entered(plan, street), now=now)


@router.message(Command("swap"))
async def swap(message: Message, command: CommandObject, session: AsyncSession, now: datetime, street: Street) -> None:
    """请人替班：/swap 11-30 夜班 阿芳"""
    person = await _staff(session, message, now=now)
    colleague = await swaps.ask(session, person, command.args or "", now=now, street=street)
    await wording.reply(session, message, street.texts("swap-asked", who=colleague.nickname), now=now)


async def _staff(session: AsyncSession, message: Message, *, now: datetime) -> Person:
    assert message.from_user is not None
    if message.sender_chat is not None:
        raise refusals.AnonymousAdmin()
    person = await wording.known(session, message.from_user, now=now)
    if not await standing.is_staff(session, person):
        raise refusals.NotStaff()
    return person


async def _places_shown(session: AsyncSession, message: Message, *, now: datetime) -> list[str | None]:
    """The group's community, or one's own ones in private; and the street."""
    person = await _staff(session, message, now=now)
    assert person.id is not None
    own = list(dict.fromkeys(post.community for post in await people.roles_of(session, person.id)))
    if not wording.is_private(message):
        group = await groups.find(session, wording.at(message.chat))
        if group is None:
            raise refusals.NotBound()
        if group.community not in own and None not in own:
            raise refusals.NotStaff()
        own = [group.community]
    return [*(code for code in own if code is not None), None]


def _read(message: Message, street: Street) -> Written:
    """The place that the first words name, and the lines by their number in the message."""
    first, *below = wording.words(message).split("\n")
    beside = first.split(maxsplit=1)[1:]
    lines = [Line(number, line) for number, line in enumerate(["".join(beside), *below], start=1) if line.strip()]
    if not lines:
        return Written([], [])
    head = dates.plain(lines[0].text)
    places = street.places_named(head.rstrip(MARKS))
    if places:
        return Written(places, lines[1:])
    word, _, others = head.partition(" ")
    places = street.places_named(word.rstrip(MARKS))
    return Written(places, [Line(lines[0].number, others if places else head), *lines[1:]])


async def _place_written_for(
    session: AsyncSession, message: Message, person: Person, named: list[str | None], *, street: Street
) -> str | None:
    """The place named, else the group's, else the only one whose roster is his to write; a Refusal when it is not."""
    places = named
    if not named and not wording.is_private(message):
        group = await groups.find(session, wording.at(message.chat))
        if group is None:
            raise refusals.NotBound()
        places = [group.community]
    elif not named:
        places = await keepers.places_of(session, person)
    allowed = [place for place in places if await keepers.may_write(session, person, place)]
    if not allowed:
        raise refused.NotRosterKeeper()
    if len(allowed) > 1:
        raise refused.WhichPlace(names="、".join(street.community_name(place) for place in allowed))
    return allowed[0]


async def _answer(session: AsyncSession, message: Message, told: list[str], *, now: datetime) -> None:
    for page in roster_wording.pages(told):
        await wording.reply(session, message, page, now=now)
