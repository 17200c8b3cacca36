"""What `locate` answers: the place, and the choices when there is more than one."""

from dataclasses import dataclass
from typing import Literal

from bot.core.places.geometry import Point

Source = Literal["pin", "exif", "words", "home", "none", "choice"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several places the words may mean; `community` is None for "outside the street".

    `label` is short and tells the choices apart; `text` is the place as a card shows it once this one is chosen.
    """

    label: str
    text: str
    community: str | None
    lat: float | None
    lon: float | None
    estate: str | None = None
    building: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report is, as far as it is known, and why.

    `text` is what a group may read: never a floor or a room, which stand in `detail` for the one who goes there.
    `source` says where the point or, without one, the community comes from.
    `certain` means enough to file without asking: the community is known, and a spot in it (pin, building, estate,
    landmark, crossing). `assumed` means the community is only the courier's usual patch: say so before sending anyone.
    `candidates` holds two or more choices when only the courier can tell.
    `border` holds other communities within 30 m; `outside` is True when the place is in no community of the street,
    and `neighbour` then names the street next door if it is known.
    """

    text: str
    lat: float | None
    lon: float | None
    community: str | None
    source: Source
    reasons: tuple[str, ...]
    estate: str | None = None
    building: str | None = None
    detail: str = ""
    candidates: tuple[Candidate, ...] = ()
    border: tuple[str, ...] = ()
    outside: bool = False
    neighbour: str | None = None
    certain: bool = False
    assumed: bool = False

    @property
    def point(self) -> Point | None:
        """Where it is in WGS-84, None when unknown."""
        return None if self.lat is None or self.lon is None else Point(self.lat, self.lon)
