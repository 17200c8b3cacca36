"""What /duty shows: each shift of a day or a week with its people, and who stands in where nobody was entered."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import duty
from bot.core.roster import book, dates, holes, lines
from bot.core.roster.book import Taken
from bot.core.roster.kinds import POSTS, Post
from bot.core.street import Street
from models import Person


class Part(NamedTuple):
    """What has a heading of its own: a place, and at the street each of its two posts."""

    community: str | None
    post: Post

    def own(self, taken: Iterable[Taken]) -> list[Taken]:
        """Those of the place's shifts that stand under this heading: a community's leaders stand with its others."""
        return [one for one in taken if self.community is not None or one.shift.post == self.post]


async def day(
    session: AsyncSession, communities: Sequence[str | None], shown: date, *, now: datetime, street: Street
) -> list[str]:
    """The shifts of one day at these places, and the street's leader; of today also who is on duty at this moment."""
    told = [street.texts("duty-day", day=dates.name(shown))]
    for part in _parts(communities):
        told.append(_heading(part, street))
        if await book.is_kept(session, part.community, part.post, today=_since(shown, now)):
            told += await _shifts(session, part, shown, street)
        else:
            told.append(await _stand_ins(session, part, street))
    if shown == book.local_day(now):
        told.append(await _this_moment(session, communities, now=now, street=street))
    return [*told, *await _how_to(session, communities, now=now, street=street)]


async def week(
    session: AsyncSession, communities: Sequence[str | None], first: date, *, now: datetime, street: Street
) -> list[str]:
    """The seven days from `first` on at these places, a line a day."""
    days = [first + timedelta(days=ahead) for ahead in range(7)]
    told = [street.texts("duty-week", first=f"{days[0]:%m-%d}", last=f"{days[-1]:%m-%d}")]
    for part in _parts(communities):
        told.append(_heading(part, street))
        if not await book.is_kept(session, part.community, part.post, today=_since(first, now)):
            told.append(await _stand_ins(session, part, street))
            continue
        taken = await book.of_days(session, part.community, days[0], days[-1])
        for each in days:
            on = _by_name(one for one in part.own(taken) if one.shift.day == each)
            words = "；".join(f"{name} {people}" for name, people in on.items())
            told.append(f"{dates.name(each)} {words or street.texts('roster-nobody')}")
    return [*told, *await _how_to(session, communities, now=now, street=street)]


def _since(shown: date, now: datetime) -> date:
    """A day of the past is shown by the roster of its time."""
    return min(shown, book.local_day(now))


def _parts(communities: Sequence[str | None]) -> list[Part]:
    return [Part(code, post) for code in communities for post in (POSTS if code is None else POSTS[:1])]


def _heading(part: Part, street: Street) -> str:
    if part.community is None:
        return street.texts(f"duty-street-{part.post}")
    return street.texts("duty-community", name=street.community_name(part.community))


async def _shifts(session: AsyncSession, part: Part, shown: date, street: Street) -> list[str]:
    """A line for each shift that somebody is on, or should be."""
    taken = await book.of_days(session, part.community, shown, shown)
    on = _by_name(part.own(taken))
    known = {kind.name: kind for kind in street.rules.duty.kinds}
    empty = [hole.name for hole in await holes.of_place(session, part.community, [shown], street=street)]
    wanted = [name for name in known if name in on or (name in empty and known[name].post == part.post)]
    told = []
    for name in [*wanted, *(name for name in on if name not in known)]:
        hours = known[name].hours if name in known else ""
        told.append(" ".join(filter(None, (name, hours, on.get(name) or street.texts("duty-empty")))))
    return told or [street.texts("roster-nobody")]


def _by_name(taken: Iterable[Taken]) -> dict[str, str]:
    """The people of each shift, by its name."""
    on: dict[str, list[str]] = {}
    for shift, person in taken:
        on.setdefault(shift.name, []).append(person.nickname)
    return {name: "、".join(people) for name, people in on.items()}


async def _stand_ins(session: AsyncSession, part: Part, street: Street) -> str:
    """Who is asked where no roster is kept, by post."""
    if part.community is not None:
        found = await duty.by_post(session, part.community, duty.COMMUNITY_STAND_INS)
    else:
        posts = duty.STREET_STAND_INS if part.post == "duty" else ("leader",)
        found = await duty.by_post(session, None, posts)
    return street.texts("duty-by-post", people=_names(found)) if found else street.texts("roster-nobody")


async def _this_moment(
    session: AsyncSession, communities: Sequence[str | None], *, now: datetime, street: Street
) -> str:
    told = []
    for code in communities:
        found = await (duty.on_duty(session, now=now) if code is None else duty.of_community(session, code, now=now))
        told.append(f"{street.texts('place-street') if code is None else street.community_name(code)} {_names(found)}")
    leaders = await duty.leader_on_duty(session, now=now)
    if leaders:
        told.append(f"{street.texts('post-leader')} {_names(leaders)}")
    return street.texts("duty-now", people="；".join(told))


async def _how_to(
    session: AsyncSession, communities: Sequence[str | None], *, now: datetime, street: Street
) -> list[str]:
    """How a roster is entered, while one of the places keeps none."""
    today = book.local_day(now)
    kept = await book.places(session, today=today)
    if all(code in kept for code in communities):
        return []
    return [street.texts("roster-how", example=lines.example(today, street))]


def _names(people: Iterable[Person]) -> str:
    return "、".join(person.nickname for person in people)
