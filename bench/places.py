"""Rig: how long it takes to find a place in a caption's words."""

import time
from collections.abc import Sequence
from pathlib import Path

from bench import captions, table
from bot.core import places
from bot.demo.main import STREET_FILE
from bot.settings import Settings

TITLE = "places: locate on captions, the demo street"


def measure(scale: table.Scale, folder: Path = captions.FOLDER) -> table.Table:
    """The time of one look for a place, for a stranger, for a courier with a round, and with a pin."""
    rows = captions.read(folder)
    if not rows:
        return table.skipped(TITLE, f"no street_dev*.csv in {folder.name}/ beside the repository")
    words = [rows[at].text for at in table.thinned(len(rows), scale.captions)]
    gazetteer = Settings.of({"street": {"file": str(STREET_FILE)}}).build_gazetteer()
    pin = gazetteer.estates[0].centre
    ways: dict[str, tuple[places.Point | None, Sequence[str]]] = {
        "words alone": (None, ()),
        "words, one usual community": (None, (gazetteer.communities[0].code,)),
        "words and a pin": (pin, ()),
    }
    measured = []
    for name, (point, home) in ways.items():
        seconds = [_look(each, point, home, gazetteer) for each in words]
        times = [table.milliseconds(table.percentile(seconds, percent)) for percent in (50, 95, 100)]
        measured.append((name, str(len(words)), *times))
    return table.Table(TITLE, ("given", "captions", "median ms", "p95 ms", "slowest ms"), measured)


def _look(words: str, pin: places.Point | None, home: Sequence[str], gazetteer: places.Gazetteer) -> float:
    began = time.perf_counter()
    places.locate(words, pin, home=home, gazetteer=gazetteer)
    return time.perf_counter() - began
