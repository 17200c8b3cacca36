"""The demo street as the core knows it, and a clock that stands still."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.core import classify, taxonomy
from bot.core.calendar import SHANGHAI, Calendar
from bot.core.places import Gazetteer
from bot.core.rules import Rules
from bot.core.street import Street
from bot.core.texts import Texts

BOT = Path(__file__).parent.parent / "bot"


def moment(text: str) -> datetime:
    """A moment of Asia/Shanghai: "2026-11-23 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def demo_street(**rules: Any) -> Street:
    """The demo street; `rules` as in config.yaml."""
    kinds = taxonomy.load(BOT / "categories.yaml")
    written = yaml.safe_load((BOT / "demo" / "street.yaml").read_text(encoding="utf-8"))
    hours = [{"from": "2020-01-01", "slots": ["08:30-12:00", "13:30-18:00"]}]
    calendar = Calendar.from_mapping({"working_hours": hours, "holidays": None})
    gazetteer = Gazetteer.from_mapping(written["street"])
    return Street(kinds, gazetteer, calendar, classify.Judge(kinds), Texts(), Rules.model_validate(rules))


@dataclass
class StillClock:
    """A clock that stands until it is moved."""

    at: datetime

    def now(self) -> datetime:
        """Where it stands."""
        return self.at

    def set(self, text: str) -> None:
        """Moves it to a moment of Asia/Shanghai."""
        self.at = moment(text)

    def advance(self, **length: float) -> None:
        """Moves it on: minutes=5."""
        self.at += timedelta(**length)
