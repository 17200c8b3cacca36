"""A street's people as a seeded story: what couriers report, and what staff do with it, forget, return and close."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bench import procedures
from bot.core import approvals, asking, handling, people, places, refusals, requests, tickets
from bot.core.details import Details, FileRef
from bot.core.street import Street
from bot.core.workflow import Action, Status
from bot.mailbox.outbox import Address
from models import Person, Report, Ticket

CHANNEL = "memory"
HOUR = timedelta(hours=1)
#: how often each thing is done with a ticket that somebody has in hand, in percent; the rest is handled and proven
DEEDS: Sequence[tuple[int, Action]] = (
    (6, Action.ASK_EXTEND),
    (4, Action.ASK_SUSPEND),
    (4, Action.TRANSFER),
    (5, Action.RETURN),
    (3, Action.ESCALATE),
    (3, Action.RELEASE),
    (2, Action.RAISE),
    (2, Action.SPLIT),
    (2, Action.HAND_OFF),
    (2, Action.REJECT),
)


@dataclass(frozen=True)
class Doing:
    """What is done next to a ticket, and when: None when it is over, or when nobody thinks of it."""

    at: datetime
    what: str


@dataclass
class Residents:
    """Who lives and works there; every choice comes from one seeded source."""

    street: Street
    staff: dict[str, Person]
    couriers: Sequence[Person]
    chance: random.Random

    async def report(self, session: AsyncSession, *, now: datetime) -> int:
        """A courier reports something somewhere; the number of the filed ticket."""
        courier = self.chance.choice(self.couriers)
        leaf = self.chance.choice([leaf for leaf in self.street.taxonomy.leaves.values() if leaf.code != "OTH_CONSULT"])
        community = self.chance.choice(self.street.gazetteer.communities)
        assert courier.id is not None
        report = Report(
            person_id=courier.id,
            channel=CHANNEL,
            chat=f"courier-{courier.id}",
            first_message=str(self.chance.getrandbits(40)),
            words=self.chance.choice(leaf.phrases),
            created_at=now,
            last_part_at=now,
        )
        session.add(report)
        await session.flush()
        ticket = await tickets.open_draft(session, report, leaf.code, leaf.level, now=now, street=self.street)
        assert ticket.id is not None
        ticket.words, ticket.community, ticket.place = report.words, community.code, community.name
        ticket.lat, ticket.lon = self._near(community.centre)
        await session.flush()
        await tickets.act(session, ticket.id, Action.FILE, by=None, now=now, street=self.street)
        return ticket.id

    def _near(self, centre: places.Point) -> tuple[float, float]:
        return centre.lat + self.chance.uniform(-0.002, 0.002), centre.lon + self.chance.uniform(-0.002, 0.002)

    def notices(self, ticket: Ticket, *, now: datetime) -> Doing | None:
        """When somebody first takes notice of a new card; of one in eight nobody does by himself."""
        if self.chance.random() < 0.125:
            return None
        mean = {"L0": 0.05, "L1": 0.4, "L2": 2.0, "L3": 5.0}[ticket.level]
        return Doing(now + HOUR * self.chance.expovariate(1 / mean), "take")

    def answers(self, *, now: datetime) -> Doing:
        """When somebody who was reminded does something about it, if he was not away."""
        return Doing(now + HOUR * self.chance.expovariate(1 / 1.5), "take")

    async def do(self, session: AsyncSession, ticket: Ticket, *, now: datetime) -> Doing | None:
        """The next thing that happens to the ticket; what comes after it, or None."""
        assert ticket.id is not None
        match Status(ticket.status):
            case Status.DISPATCHED:
                return await self._take(session, ticket, now=now)
            case Status.VERIFYING:
                await self._act(session, ticket, Action.CONFIRM, by=await self._owner(session, ticket), now=now)
            case Status.CLAIMED:
                return await self._work(session, ticket, now=now)
            case Status.TRANSFERRED:
                return await self._outside(session, ticket, now=now)
            case Status.PENDING_CHECK:
                await self._check(session, ticket, now=now)
            case Status.HANDED_OFF:
                by = self.staff["dispatcher"]
                await self._act(session, ticket, Action.CONCLUDE, by=by, now=now, text="12345回复已办")
                return None
            case _:
                return None
        return self._later(now, 3.0)

    async def _take(self, session: AsyncSession, ticket: Ticket, *, now: datetime) -> Doing | None:
        if ticket.is_with_street:
            by = self.staff["dispatcher"]
            community = self.chance.choice(self.street.gazetteer.communities).code
            await self._act(session, ticket, Action.REROUTE, by=by, now=now, community=community)
            return self.notices(ticket, now=now)
        action = Action.VERIFY if self.chance.random() < 0.1 else Action.CLAIM
        await self._act(session, ticket, action, by=await self._staff_of(session, ticket), now=now)
        return self._later(now, 4.0)

    async def _work(self, session: AsyncSession, ticket: Ticket, *, now: datetime) -> Doing | None:
        owner = await self._owner(session, ticket)
        deed = self._deed()
        if deed is None:
            return await self._bring_on(session, ticket, owner, now=now)
        if deed in (Action.ASK_EXTEND, Action.ASK_SUSPEND):
            await self._ask(session, ticket, deed, owner, now=now)
        else:
            await self._act(session, ticket, deed, by=owner, now=now, **self._details(deed, ticket))
        return self._later(now, 6.0) if self.chance.random() < 0.9 else None

    async def _bring_on(self, session: AsyncSession, ticket: Ticket, owner: Person, *, now: datetime) -> Doing:
        """The work itself: of a complex matter the next step a day later, of every other one the proof."""
        if await procedures.tell_next(
            session, ticket, by=owner, channel=CHANNEL, chance=self.chance, now=now, street=self.street
        ):
            return self._later(now, 24.0)
        await self._prove(session, ticket, owner, now=now)
        return self._later(now, 6.0)

    async def _ask(self, session: AsyncSession, ticket: Ticket, deed: Action, owner: Person, *, now: datetime) -> None:
        await self._act(session, ticket, deed, by=owner, now=now, **self._details(deed, ticket, now=now))
        for request in await requests.waiting(session, ticket):
            assert request.id is not None
            verdict = asking.GRANT if self.chance.random() < 0.7 else asking.REFUSE
            decider = self.staff["dispatcher"] if owner.id != self.staff["dispatcher"].id else self.staff["leader"]
            try:
                async with session.begin_nested():
                    await approvals.decide(session, request.id, verdict, by=decider, now=now, street=self.street)
            except refusals.Refusal:
                continue

    async def _outside(self, session: AsyncSession, ticket: Ticket, *, now: datetime) -> Doing:
        owner = await self._owner(session, ticket)
        if self.chance.random() < 0.3:
            await self._act(session, ticket, Action.RETURN, by=owner, now=now, text="说不是他们的")
            return self._later(now, 3.0)
        return await self._bring_on(session, ticket, owner, now=now)

    async def _check(self, session: AsyncSession, ticket: Ticket, *, now: datetime) -> None:
        action = Action.FAIL if self.chance.random() < 0.1 else Action.PASS
        checkers = [person for person in self.staff.values() if person.id != ticket.handler_id]
        await self._act(session, ticket, action, by=await self._fitting(session, ticket, checkers), now=now)

    async def _prove(self, session: AsyncSession, ticket: Ticket, owner: Person, *, now: datetime) -> None:
        assert ticket.id is not None
        files = [FileRef("proof", f"proof-{ticket.id}-{self.chance.getrandbits(30)}")]
        at = Address(CHANNEL, f"staff-{owner.id}")
        try:
            async with session.begin_nested():
                await handling.offer_proof(
                    session, ticket.id, by=owner, at=at, files=files, text="处理好了", now=now, street=self.street
                )
        except refusals.Refusal:
            return

    async def _act(
        self, session: AsyncSession, ticket: Ticket, action: Action, *, by: Person | None, now: datetime, **more: object
    ) -> None:
        """Tries it; what the core refuses was a slip, and the ticket is as it was."""
        assert ticket.id is not None
        details = Details(**more)  # type: ignore[arg-type]
        try:
            async with session.begin_nested():
                await tickets.act(session, ticket.id, action, by=by, now=now, street=self.street, details=details)
        except refusals.Refusal:
            return

    async def _owner(self, session: AsyncSession, ticket: Ticket) -> Person:
        return await session.get_one(Person, ticket.owner_id)

    async def _staff_of(self, session: AsyncSession, ticket: Ticket) -> Person:
        return await self._fitting(session, ticket, list(self.staff.values()))

    async def _fitting(self, session: AsyncSession, ticket: Ticket, among: Sequence[Person]) -> Person:
        """Somebody of the ticket's community, of a people matter one of those who may see it."""
        if ticket.named:
            named = [person for person in among if person.id in ticket.named]
            return self.chance.choice(named) if named else self.staff["dispatcher"]
        own = await people.holders(session, people.COMMUNITY_POSTS, ticket.community)
        fitting = [person for person in own if person.id in {one.id for one in among}]
        return self.chance.choice(fitting) if fitting else self.staff["dispatcher"]

    def _deed(self) -> Action | None:
        roll = self.chance.randrange(100)
        for percent, action in DEEDS:
            if roll < percent:
                return action
            roll -= percent
        return None

    def _details(self, deed: Action, ticket: Ticket, *, now: datetime | None = None) -> dict[str, object]:
        until = now + timedelta(days=self.chance.randint(2, 60)) if now is not None else None
        details: dict[Action, dict[str, object]] = {
            Action.ASK_EXTEND: {"text": "等配件"},
            Action.ASK_SUSPEND: {"text": "等审批", "until": until},
            Action.TRANSFER: {"text": "电信张工，回执88", "party": "TELECOM"},
            Action.RETURN: {"text": "不归这里"},
            Action.RAISE: {"level": f"L{max(int(ticket.level[1]) - 1, 0)}"},
            Action.SPLIT: {"category": self.chance.choice(["ENV_BULKY", "FAC_LIGHT", "ORD_AD"])},
            Action.HAND_OFF: {"text": "转12345，回执88"},
            Action.REJECT: {"text": "看过了不算一件事"},
        }
        return details.get(deed, {})

    def _later(self, now: datetime, mean_hours: float) -> Doing:
        return Doing(now + HOUR * self.chance.expovariate(1 / mean_hours), "work")
