"""`python -m bot roster`: a table is entered from the shell, or everything wrong with it is told."""

import ast
import asyncio
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot import __main__ as program
from bot.core import people
from bot.db import Database
from models import Person, Shift
from tests.commands.clinic import NOW, STREET
from tests.commands.test_commands import Capture, python

#: written so that it holds on every day
GOOD = "日期,班次,人员\n明天,白班,小王\n明天,夜班,阿芳\n"
BAD = "日期,班次,人员\n2020-01-01,白班,小王\n2-30,夜班,小王\n明天,中班,小王\n明天,夜班,小赵\n明天,夜班,阿芳\n"


@pytest.fixture
def config(tmp_path: Path, empty: Path) -> str:
    """A street with two workers of 汇嘉 and a duty officer."""
    shutil.copyfile(empty, tmp_path / "street.sqlite3")
    url = f"sqlite:///{tmp_path / 'street.sqlite3'}"
    path = tmp_path / "config.yaml"
    path.write_text(f"street: {{file: {STREET}}}\ndatabase: {{url: '{url}'}}\n", encoding="utf-8")

    async def register() -> None:
        database = Database(url)
        async with database.transaction() as session:
            for nickname, post, code in (("小王", "worker", "hj"), ("阿芳", "worker", "hj"), ("小曹", "duty", None)):
                person = await people.find_or_add(session, "telegram", nickname, nickname, now=NOW)
                await people.appoint(session, person, post, code, by=None, now=NOW)
        await database.close()

    asyncio.run(register())
    return str(path)


def table(config: str, text: str, encoding: str = "utf-8") -> str:
    path = Path(config).with_name("roster.csv")
    path.write_bytes(text.encode(encoding))
    return str(path)


def entered(config: str) -> list[tuple[str, str, str | None]]:
    """Shift, name and place of all that is in the database."""

    async def look() -> list[tuple[str, str, str | None]]:
        database = Database(f"sqlite:///{Path(config).with_name('street.sqlite3')}")
        async with database.reading() as session:
            query = sa.select(Shift, Person).join(Person, Shift.person_id == Person.id)  # type: ignore[arg-type]
            found = [(shift.name, who.nickname, shift.community) for shift, who in await session.execute(query)]
        await database.close()
        return sorted(found)

    return asyncio.run(look())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_a_table_is_entered_for_the_place_that_is_named(config: str, capsys: Capture, encoding: str):
    code = program.main(["roster", table(config, GOOD, encoding), "--place", "汇嘉", "--config", config])

    assert code == 0
    assert "汇嘉值班表记好了，1 天 2 个班" in capsys.readouterr().out
    assert entered(config) == [("夜班", "阿芳", "hj"), ("白班", "小王", "hj")]


def test_without_a_place_it_is_the_streets(config: str, capsys: Capture):
    code = program.main(["roster", table(config, "明天,夜班,小曹\n"), "--config", config])

    assert (code, entered(config)) == (0, [("夜班", "小曹", None)])


def test_a_check_says_the_same_and_changes_nothing(config: str, capsys: Capture):
    code = program.main(["roster", table(config, GOOD), "--place", "汇嘉", "--check", "--config", config])

    out = capsys.readouterr().out
    assert code == 0
    assert "夜班 阿芳" in out
    assert "没有改动" in out
    assert entered(config) == []


@pytest.mark.parametrize("options", [[], ["--check"]], ids=["enter", "check"])
def test_every_fault_is_told_and_the_code_is_2(config: str, capsys: Capture, options: list[str]):
    code = program.main(["roster", table(config, BAD), "--place", "汇嘉", *options, "--config", config])

    told = capsys.readouterr()
    assert (code, told.out, entered(config)) == (2, "", [])
    assert [line.partition("：")[0] for line in told.err.splitlines()[1:]] == [
        "第 2 行",
        "第 3 行",
        "第 4 行",
        "第 5 行",
        "第 6 行",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "没有写谁值班"),
        ("日期,班次\n明天,夜班\n", "日期、班次、人员"),
        ("😀😀\n'; DROP TABLE shift; --\n", "看不出是哪一天"),
    ],
)
def test_a_table_that_is_none_is_a_sentence_and_the_code_is_2(config: str, capsys: Capture, text: str, words: str):
    code = program.main(["roster", table(config, text), "--config", config])

    assert code == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.csv"], "读不了 nowhere.csv"),
        (["."], "读不了"),
        (["roster.csv", "--place", "火星"], "没有 火星 这个地方"),
        (["roster.csv", "--config", "nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_what_is_not_there_is_a_sentence_and_the_code_is_1(
    config: str, capsys: Capture, arguments: list[str], words: str
):
    file = table(config, GOOD)
    given = [file if argument == "roster.csv" else argument for argument in arguments]

    code = program.main(["roster", "--config", config, *given])

    assert code == 1
    assert words in capsys.readouterr().err


def test_a_database_without_tables_is_a_sentence(config: str, capsys: Capture):
    file = table(config, GOOD)
    Path(config).with_name("street.sqlite3").unlink()

    code = program.main(["roster", file, "--config", config])

    assert code == 1
    assert "python -m bot migrate" in capsys.readouterr().err


def test_it_does_not_import_what_serves_telegram(config: str):
    arguments = ["roster", table(config, GOOD), "--place", "汇嘉", "--config", config]
    script = f"""
import contextlib, io, sys
from bot.__main__ import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main({arguments})
print([code, *sys.modules])
"""

    code, *modules = ast.literal_eval(python("-c", script).stdout)

    assert code == 0
    assert {"aiogram", "fastapi", "uvicorn"} & set(modules) == set()
