"""Whom a step of the ladder means at this moment: the post that is filled, the one on duty, whoever is next above."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import complaints, duty, ladder, people, quiet, routing, standing
from bot.core.rules import Addressee
from bot.core.street import Street
from bot.mailbox.outbox import Address
from models import Person, Ticket

#: at the street office a ticket without a community has these for the community's posts
AT_STREET = {
    Addressee.GROUP: Addressee.DISPATCHER,
    Addressee.WORKER: Addressee.DISPATCHER,
    Addressee.HEAD: Addressee.DUTY,
    Addressee.SECRETARY: Addressee.LEADER,
}
#: who is asked when a post is empty or cannot be reached, one after the other
NEXT_ABOVE = {
    Addressee.OWNER: Addressee.WORKER,
    Addressee.WORKER: Addressee.HEAD,
    Addressee.HEAD: Addressee.SECRETARY,
    Addressee.SECRETARY: Addressee.DISPATCHER,
    Addressee.DISPATCHER: Addressee.DUTY,
    Addressee.OFFICE: Addressee.LEADER,
    Addressee.LEADER: Addressee.DUTY,
}
POSTS = {
    Addressee.HEAD: "grid_head",
    Addressee.SECRETARY: "secretary",
    Addressee.DISPATCHER: "dispatcher",
    Addressee.OFFICE: "leader",
}
OF_COMMUNITY = frozenset({Addressee.WORKER, Addressee.HEAD, Addressee.SECRETARY})
#: these are no persons: the group, a flag, or a list that is sent anyway
NO_PERSONS = frozenset({Addressee.GROUP, Addressee.SUPERVISE, Addressee.MORNING, Addressee.DAILY, Addressee.WEEKLY})
#: who of the street's upper posts is meant at night is the leader on duty
UPPER = frozenset({Addressee.SECRETARY, Addressee.DISPATCHER, Addressee.LEADER, Addressee.OFFICE})


@dataclass
class Directory:
    """Who is who at this moment; asked a hundred times in a round, the register answers each question once."""

    session: AsyncSession
    now: datetime
    street: Street
    _known: dict[tuple[Addressee, str | None], Sequence[Person]] = field(default_factory=dict)
    _persons: dict[int, Sequence[Person]] = field(default_factory=dict)
    _groups: dict[str | None, Sequence[Address]] = field(default_factory=dict)

    async def persons(self, ticket: Ticket, clock: str, told: Sequence[Addressee]) -> Sequence[Person]:
        """The persons of these addressees, each once; never the one who handled it where a check is awaited.

        Out of hours an L1 wakes those on duty only (DOMAIN 6.2): the others hear of it in the morning.
        """
        wanted = [who for who in told if who not in NO_PERSONS and not _is_nobodys(ticket, who)]
        if complaints.is_for_leader(ticket):
            return people.once(*[await self._climb(ticket, clock, who) for who in wanted])
        if ticket.level == "L1" and wanted and self._is_out_of_hours():
            leaders = await self._holders(Addressee.LEADER, None) if UPPER.intersection(wanted) else []
            return people.once(await self._holders(Addressee.DUTY, None), leaders)
        found = [await self._climb(ticket, clock, who) for who in wanted]
        return people.once(*found)

    async def in_group(self, ticket: Ticket) -> Person | None:
        """Who is named in the group: the one on duty there, else whoever can take the ticket."""
        return next(iter(await self._climb(ticket, ladder.CLAIM, Addressee.WORKER)), None)

    async def groups(self, ticket: Ticket) -> Sequence[Address]:
        """The groups in which the ticket is to be taken; none for a people matter."""
        if standing.is_private(ticket):
            return []
        community = None if ticket.is_with_street else ticket.community
        if community not in self._groups:
            self._groups[community] = await routing.groups_of(self.session, [community])
        return self._groups[community]

    def _is_out_of_hours(self) -> bool:
        return quiet.staff_moment("L2", now=self.now, calendar=self.street.calendar) > self.now

    async def _climb(self, ticket: Ticket, clock: str, who: Addressee) -> Sequence[Person]:
        """The first on the way up who is there and can be reached."""
        wanted: Addressee | None = who
        while wanted is not None:
            place = _place(ticket, wanted)
            found = await self._meant(ticket, place)
            fitting = [person for person in found if clock != ladder.CHECK or person.id != ticket.handler_id]
            # In whose hands it is was somebody's decision; nobody else of those it complains of hears of it.
            fitting = fitting if place is Addressee.OWNER else await complaints.spare(self.session, ticket, fitting)
            if fitting:
                return fitting
            is_at_top = place is Addressee.LEADER and complaints.is_for_leader(ticket)
            wanted = None if is_at_top else NEXT_ABOVE.get(place)
        return []

    async def _meant(self, ticket: Ticket, who: Addressee) -> Sequence[Person]:
        """Those of the ticket itself, or the holders of the post; as far as they can be reached."""
        ids = [ticket.owner_id] if who is Addressee.OWNER else []
        if who is Addressee.WORKER and standing.is_private(ticket):
            # Of a people matter only those who may see it.
            ids = list(ticket.named)
        elif who is not Addressee.OWNER:
            return await self._holders(who, ticket.community if who in OF_COMMUNITY else None)
        return people.once(*[await self._by_id(person_id) for person_id in ids if person_id is not None])

    async def _by_id(self, person_id: int) -> Sequence[Person]:
        if person_id not in self._persons:
            person = await self.session.get(Person, person_id)
            self._persons[person_id] = await people.reachable(self.session, [person] if person is not None else [])
        return self._persons[person_id]

    async def _holders(self, who: Addressee, community: str | None) -> Sequence[Person]:
        if (who, community) not in self._known:
            found = await self._asked(who, community)
            self._known[who, community] = await people.reachable(self.session, found)
        return self._known[who, community]

    async def _asked(self, who: Addressee, community: str | None) -> Sequence[Person]:
        match who:
            case Addressee.WORKER if community is not None:
                return await duty.of_community(self.session, community, now=self.now)
            case Addressee.DUTY:
                return await duty.on_duty(self.session, now=self.now)
            case Addressee.LEADER:
                return await duty.leader_on_duty(self.session, now=self.now)
        return await people.holders(self.session, [POSTS[who]], community)


def _place(ticket: Ticket, who: Addressee) -> Addressee:
    """Whom this addressee means where the ticket is now."""
    if complaints.is_for_leader(ticket):
        return who if who is Addressee.OWNER else Addressee.LEADER
    return AT_STREET.get(who, who) if ticket.is_with_street or ticket.community is None else who


def must_reach(ticket: Ticket, told: Sequence[Addressee]) -> bool:
    """True when somebody in person should have been told, so that nobody at all is worth an alarm."""
    return any(who not in NO_PERSONS and not _is_nobodys(ticket, who) for who in told)


def _is_nobodys(ticket: Ticket, who: Addressee) -> bool:
    """An ordinary ticket without an owner has nobody to be warned of its end: its claim clock finds him first."""
    return who is Addressee.OWNER and ticket.owner_id is None and ticket.level not in quiet.URGENT_LEVELS
