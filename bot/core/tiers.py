"""721: at which tier a matter ended; for disputes the street counts 70 % village, 20 % section, 10 % street office.

The target is the street's own (its published practice: 矛盾纠纷 only, by the tier where they ended and not where
they were sent); it is shown beside what was, and nothing is ever steered to meet it.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.core.calendar import SHANGHAI
from bot.core.workflow import Status
from models import Ticket

VILLAGE, SECTION, STREET = "village", "section", "street"
TARGET = {VILLAGE: 70, SECTION: 20, STREET: 10}
# Of fewer a share says less than the numbers themselves, and fewer than twenty prove nothing beside a target.
FEWEST_FOR_SHARES, FEWEST_TO_COMPARE = 5, 20
#: the categories that are disputes between people
DISPUTES = frozenset({"PPL_DISPUTE", "PRO_NOISE"})
#: parties that the community reaches by itself; all others are sections or bodies outside
OF_VILLAGE = frozenset({"COMMUNITY", "GRID", "PROPERTY", "OWNERS_COMMITTEE", "ENTERPRISE", "VOLUNTEER"})
OF_STREET = frozenset({"STREET_OFFICE"})


@dataclass(frozen=True)
class Tiers:
    """How many disputes ended at each tier in a period."""

    ended: dict[str, int]

    @property
    def total(self) -> int:
        """All that ended."""
        return sum(self.ended.values())

    @property
    def is_comparable(self) -> bool:
        """True when there are enough to be put beside the target."""
        return self.total >= FEWEST_TO_COMPARE

    def shares(self) -> dict[str, int]:
        """Each tier's share in whole per cent; nothing while there are too few for that."""
        if self.total < FEWEST_FOR_SHARES:
            return {}
        return {name: (200 * count + self.total) // (2 * self.total) for name, count in self.ended.items()}


def of(ticket: Ticket) -> str:
    """The tier at which the ticket stands, and ends when it is closed now."""
    if ticket.party in OF_STREET:
        return STREET
    if ticket.status == Status.HANDED_OFF or (ticket.party is not None and ticket.party not in OF_VILLAGE):
        return SECTION
    return STREET if ticket.is_with_street else VILLAGE


def quarter_of(now: datetime) -> tuple[datetime, datetime]:
    """The midnights with which this quarter began and the next one will."""
    today = now.astimezone(SHANGHAI)
    first = (today.month - 1) // 3 * 3 + 1
    since = datetime(today.year, first, 1, tzinfo=SHANGHAI)
    return since, since.replace(year=today.year + (first == 10), month=(first + 3) % 12)


async def count(session: AsyncSession, *, since: datetime, until: datetime) -> Tiers:
    """The disputes closed from `since` (inclusive) to `until` (exclusive), by the tier where they ended."""
    tier = col(Ticket.resolved_tier)
    query = (
        sa.select(tier, sa.func.count())
        .where(
            col(Ticket.status) == Status.CLOSED,
            col(Ticket.category).in_(DISPUTES),
            col(Ticket.closed_at) >= since,
            col(Ticket.closed_at) < until,
        )
        .group_by(tier)
    )
    found = {row[0]: row[1] for row in await session.execute(query)}
    return Tiers({name: found.get(name, 0) for name in TARGET})
