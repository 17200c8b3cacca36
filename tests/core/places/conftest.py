"""The demo street, read once, and ways to change a copy of it."""

import copy
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.core import places

STREET = Path(__file__).parents[3] / "bot" / "demo" / "street.yaml"


@pytest.fixture(scope="session")
def written() -> Mapping[str, Any]:
    """The whole file of the demo street, as parsed."""
    parsed: Mapping[str, Any] = yaml.safe_load(STREET.read_text(encoding="utf-8"))
    return parsed


@pytest.fixture(scope="session")
def street(written: Mapping[str, Any]) -> places.Gazetteer:
    """The demo street."""
    return places.Gazetteer.from_mapping(written["street"])


@pytest.fixture
def section(written: Mapping[str, Any]) -> dict[str, Any]:
    """The `street:` section, to be changed at will."""
    return copy.deepcopy(written["street"])


@pytest.fixture(scope="session")
def pin(written: Mapping[str, Any]) -> Callable[[str], places.Point]:
    """The point of a named place of the chat page."""
    points = {place["name"]: places.Point(place["lat"], place["lon"]) for place in written["places"]}
    return points.__getitem__
