"""Corrections are learned from beside the tables."""

import asyncio
import csv
from pathlib import Path

import pytest

from bot import __main__ as program
from bot.core.classify import learned
from bot.core.workflow import Action
from tests.desk import Desk

LAMPS = ("路灯不亮", "灯杆黑着", "这盏灯坏了", "路灯一闪一闪", "整排灯都不亮", "灯罩掉了")
BINS = ("垃圾满了", "垃圾桶翻了", "厨余洒一地", "垃圾没人收", "桶满出来了", "垃圾袋堆着")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    with (tmp_path / "street.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = [*((words, "FAC_LIGHT") for words in LAMPS), *((words, "ENV_GARBAGE") for words in BINS)]
        csv.writer(lines).writerows([("text", "code"), *rows])
    return tmp_path / "street.csv"


def config(folder: Path, url: str) -> Path:
    (folder / "config.yaml").write_text(f"database: {{url: '{url}'}}\n", encoding="utf-8")
    return folder / "config.yaml"


async def train(table: Path, *options: str) -> learned.Learned:
    out = table.parent / "model"
    arguments = ["train", str(table), "--text", "text", "--label", "code", "--out", str(out), *options]
    assert await asyncio.to_thread(program.main, arguments) == 0
    return learned.load(out)


async def test_a_correction_teaches_a_leaf_that_the_tables_do_not_know(small_desk: Desk, table: Path):
    ticket = await small_desk.report(by=small_desk.courier)
    await small_desk.act(ticket, Action.CATEGORISE, by=small_desk.worker, category="ENV_BULKY")
    url = small_desk.database.engine.url.render_as_string(hide_password=False)

    with_them = await train(table, "--corrections", "--config", str(config(table.parent, url)))
    without = await train(table)

    assert (set(with_them.classes) - set(without.classes), with_them.card["corrections"]) == ({"ENV_BULKY"}, 1)


async def test_a_database_that_cannot_be_read_is_a_sentence(table: Path, capsys: pytest.CaptureFixture[str]):
    url = f"sqlite:///{table.parent / 'empty.sqlite3'}"
    arguments = ["train", str(table), "--text", "text", "--label", "code", "--out", str(table.parent / "model")]

    code = await asyncio.to_thread(
        program.main, [*arguments, "--corrections", "--config", str(config(table.parent, url))]
    )

    assert code == 1
    assert "python -m bot migrate" in capsys.readouterr().err
