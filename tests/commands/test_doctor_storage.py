import shutil
from collections import namedtuple

import pytest
import sqlalchemy as sa

import migrations
from bot.db import Database
from tests import databases
from tests.commands.clinic import Clinic, execute, told, wrong
from tests.databases import Postgres

Usage = namedtuple("Usage", "total used free")


async def test_a_database_that_is_not_there_yet_is_not_created_by_looking(clinic: Clinic):
    file = clinic.folder / "new" / "street.sqlite3"

    findings = await clinic.examine(clinic.configure(database=f"sqlite:///{file}"))

    assert told(findings, "数据库").mark == "–"
    assert not file.parent.exists()


async def test_a_database_that_nobody_serves_is_told_without_its_password(clinic: Clinic, closed_port: int):
    url = f"postgresql://street:secret-word@127.0.0.1:{closed_port}/street"

    findings = await clinic.examine(clinic.configure(database=url))

    (what,) = wrong(findings)
    assert "连不上" in what
    assert "secret-word" not in "".join(map(str, findings))


async def test_a_file_that_is_no_database_is_told(clinic: Clinic):
    (clinic.folder / "letter.txt").write_text("此致敬礼" * 1000, encoding="utf-8")

    findings = await clinic.examine(clinic.configure(database=f"sqlite:///{clinic.folder / 'letter.txt'}"))

    (what,) = wrong(findings)
    assert "连不上" in what


async def test_an_old_schema_is_told_with_the_command_that_mends_it(clinic: Clinic):
    database = Database(clinic.database_url)
    await migrations.downgrade(database.engine, "base")
    await database.close()

    findings = await clinic.examine()

    assert told(findings, "数据库里还没有表").remedy == "运行 python -m bot migrate"


async def test_a_database_that_takes_no_writes_is_told(clinic: Clinic, postgres: Postgres):
    # A database of its own: the others go on using theirs.
    async with postgres.bare() as url:
        await databases.migrated(url)
        await execute(url, f"ALTER DATABASE {sa.make_url(url).database} SET default_transaction_read_only = on")

        findings = await clinic.examine(clinic.configure(database=url))

    (what,) = wrong(findings)
    assert what.startswith("数据库写不进去")


async def test_a_disk_that_is_nearly_full_is_told(healthy: Clinic, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 10**12 - 10**8, 10**8))

    findings = await healthy.examine()

    (what,) = wrong(findings)
    assert "还剩 0.1 GB" in what


async def test_a_photo_store_that_cannot_be_written_is_told(healthy: Clinic):
    in_the_way = healthy.folder / "a file"
    in_the_way.write_text("", encoding="utf-8")

    findings = await healthy.examine(healthy.configure(photos=in_the_way))

    (what,) = wrong(findings)
    assert what.startswith("照片存不进")


async def test_looking_leaves_no_photo_behind(healthy: Clinic):
    await healthy.examine()

    assert [path for path in (healthy.folder / "photos").rglob("*") if path.is_file()] == []
