"""The demo street on free ports, at the time that a story's `at` mark says, fresh for every story."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.stories.phone import Phone
from tests.stories.process import Process
from tests.stories.street import SHANGHAI, InProcess, Street

# A Monday morning of ordinary work, the time of S01.
BEGINNING = "2026-11-23T10:00"
# Before every story: the groups were bound and the couriers joined some time ago.
MOVING_IN = datetime(2026, 9, 1, 9, 0, tzinfo=SHANGHAI)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "at(moment): the street's time when the story begins")


@pytest.fixture
def start_at(request: pytest.FixtureRequest) -> datetime:
    mark = request.node.get_closest_marker("at")
    return datetime.fromisoformat(mark.args[0] if mark else BEGINNING).replace(tzinfo=SHANGHAI)


@pytest.fixture(scope="session")
def moved_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo that ran once: its tables and its register are there."""
    folder = tmp_path_factory.mktemp("moved_in")

    async def move_in() -> None:
        stage = InProcess(folder, MOVING_IN)
        await stage.start()
        await stage.stop()

    asyncio.run(move_in())
    return folder


@pytest.fixture
async def street(start_at: datetime, moved_in: Path, tmp_path: Path) -> AsyncIterator[Street]:
    """The demo street at work."""
    shutil.copytree(moved_in, tmp_path, dirs_exist_ok=True)
    opened = Street(InProcess(tmp_path, start_at), tmp_path)
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def mortal_street(start_at: datetime, tmp_path: Path) -> AsyncIterator[Street]:
    """The same in a process of its own, to be killed."""
    opened = Street(Process(tmp_path, start_at), tmp_path)
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
def r1(street: Street) -> Phone:
    """A takeaway courier whose round is 汇嘉."""
    return street.phone("r1")


@pytest.fixture
def w(street: Street) -> Phone:
    """The worker of 汇嘉."""
    return street.phone("hj_w")
