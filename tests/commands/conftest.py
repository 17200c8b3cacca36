"""A street that the doctor examines, over a real database and a real server."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import app
from sandbox.world import World
from tests import databases
from tests.commands.clinic import TOKEN, Clinic
from tests.sandbox.servers import Server


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without rows."""
    file = tmp_path_factory.mktemp("empty") / "street.sqlite3"
    asyncio.run(databases.migrated(f"sqlite:///{file}"))
    return file


@pytest.fixture
async def clinic(tmp_path: Path, empty: Path) -> AsyncIterator[Clinic]:
    """A street with an empty, migrated database, and a bot that is in no group yet."""
    world = World.open()
    world.add_bot(TOKEN, "street_bot", "随手拍")
    world.add_person("li", "李姐", "社区工作者")
    server = Server(app.create_app(world))
    built = Clinic(tmp_path, world, server.url)
    shutil.copyfile(empty, tmp_path / "street.sqlite3")
    yield built
    world.release()
    server.stop()
    world.close()


@pytest.fixture
async def healthy(clinic: Clinic) -> Clinic:
    """The same with every group bound and every post filled."""
    await clinic.register()
    return clinic
