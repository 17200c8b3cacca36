"""The street as the core knows it: taxonomy, geography, calendar, judge, sentences and rules in one value."""

from dataclasses import dataclass

from bot.core import classify, places
from bot.core.calendar import Calendar
from bot.core.rules import Rules
from bot.core.taxonomy import Taxonomy
from bot.core.texts import Texts


@dataclass(frozen=True)
class Street:
    """What does not change while the bot runs; passed to every verb that decides something."""

    taxonomy: Taxonomy
    gazetteer: places.Gazetteer
    calendar: Calendar
    judge: classify.Judge
    texts: Texts
    rules: Rules

    def community_name(self, code: str | None) -> str:
        """The community's name; the street's own for None."""
        return self.gazetteer.community(code).name if code else self.gazetteer.name

    def has_community(self, code: str | None) -> bool:
        """True when the street has a community of this code."""
        return code is not None and self.gazetteer.has(code)
