"""The street as the core knows it: taxonomy, geography, calendar, judge, sentences and rules in one value."""

import re
from dataclasses import dataclass
from functools import cached_property

from bot.core import classify, places
from bot.core.calendar import Calendar
from bot.core.rules import Rules
from bot.core.sight import Opinion
from bot.core.taxonomy import Taxonomy
from bot.core.texts import Texts

#: what people call the street office when they set something up
STREET_WORD = "街道"


@dataclass(frozen=True)
class Street:
    """What does not change while the bot runs; passed to every verb that decides something."""

    taxonomy: Taxonomy
    gazetteer: places.Gazetteer
    calendar: Calendar
    judge: classify.Judge
    texts: Texts
    rules: Rules

    def judged(self, words: str, shown: Opinion | None = None) -> classify.Judgement:
        """The verdict on the words without the names of communities and estates: 云水湾 is no water on the road.

        `shown` is what the pictures that came with them show.
        """
        return self.judge.judge(self.nameless(words), shown)

    def plain(self, words: str) -> str:
        """The words as rules are matched on them, without the names of communities and estates."""
        return classify.plain(self.nameless(words))

    def nameless(self, words: str) -> str:
        """The words without the names of communities and estates."""
        return self._names.sub("", words) if words else words

    @cached_property
    def _names(self) -> re.Pattern[str]:
        communities = [(place.name, *place.aliases) for place in self.gazetteer.communities]
        estates = [(place.name, *place.aliases) for place in self.gazetteer.estates]
        known = {name for names in (*communities, *estates) for name in names if len(name) > 1}
        return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))) or r"(?!)")

    def community_name(self, code: str | None) -> str:
        """The community's name; the street's own for None."""
        return self.gazetteer.community(code).name if code else self.gazetteer.name

    def places_named(self, name: str) -> list[str | None]:
        """The communities of this name, alias or code; None among them is the street itself."""
        own: list[str | None] = [None] if name in (STREET_WORD, self.gazetteer.name) else []
        return own + [c.code for c in self.gazetteer.communities if name in (c.code, c.name, *c.aliases)]

    def has_community(self, code: str | None) -> bool:
        """True when the street has a community of this code."""
        return code is not None and self.gazetteer.has(code)
