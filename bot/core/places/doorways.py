"""Which door a place names: building, unit, gate and floor; so that two places can be compared."""

import re
from dataclasses import dataclass

from bot.core.places import doors, wording

_BUILDING = re.compile(r"(?P<building>\d{1,3}|[A-H])[幢座]")
_UNIT = re.compile(r"(?P<unit>\d{1,2})单元")
_FLOOR = re.compile(r"(地下)?[\d-]+楼")
# A gate with its own name; "门口" and "旁边" are wherever somebody stands.
_GATE = re.compile(r"(?P<gate>[东南西北前后正侧大])大?门")


@dataclass(frozen=True, slots=True)
class Doorway:
    """What a place's line says, None where it says nothing: `name` is whatever stands in front of the door."""

    name: str
    building: str | None
    unit: str | None
    gate: str | None

    @property
    def is_named(self) -> bool:
        """Whether the line alone leads to one building or one gate."""
        return bool(self.name) and (self.building is not None or self.gate is not None)

    def is_other_than(self, other: "Doorway") -> bool:
        """Whether the two lines clearly name different doors."""
        pairs = ((self.building, other.building), (self.unit, other.unit), (self.gate, other.gate))
        return any(None not in pair and pair[0] != pair[1] for pair in pairs)

    def is_same_as(self, other: "Doorway") -> bool:
        """Whether the two lines name the same building, or the same gate, of the same estate."""
        is_alike = (self.name, self.building) == (other.name, other.building) and not self.is_other_than(other)
        return self.is_named and is_alike and (self.building is not None or self.gate == other.gate)


def read(line: str) -> Doorway:
    """The door that a place's line names: 江畔新村7幢2单元门口 is building 7, unit 2 of 江畔新村."""
    building, gate = _BUILDING.search(line), _GATE.search(line)
    unit = _UNIT.search(line, building.end()) if building else None
    ends = [found.start() for found in (building, gate) if found]
    return Doorway(
        name=line[: min(ends)].strip("（ ") if ends else line,
        building=building["building"] if building else None,
        unit=unit["unit"] if unit else None,
        gate=gate["gate"] if gate else None,
    )


def floor(words: str) -> str | None:
    """The floor that somebody's words name; it stands on no card."""
    found = _FLOOR.search(doors.find(wording.tidy(words)).detail)
    return found.group() if found else None
