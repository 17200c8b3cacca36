"""What the doctor found: one line each, with what to do about it."""

from dataclasses import dataclass
from typing import Literal

Mark = Literal["✓", "✗", "–"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: in order, not in order, or not to be looked at now."""

    mark: Mark
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        """The finding as one line."""
        return f"{self.mark} {self.what}" + (f"；{self.remedy}" if self.remedy else "")


def well(what: str) -> Finding:
    """All is well with it."""
    return Finding("✓", what)


def ill(what: str, remedy: str) -> Finding:
    """Something must be done."""
    return Finding("✗", what, remedy)


def unknown(what: str, remedy: str = "") -> Finding:
    """It could not be looked at, or need not be."""
    return Finding("–", what, remedy)
