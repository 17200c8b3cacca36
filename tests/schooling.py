"""A habit of one street, corrections that teach it, and tables small enough to learn from in a test."""

import csv
from pathlib import Path

from bot.core import shelf
from bot.core.rules import Judging
from bot.db import Database
from bot.training import lesson, material
from bot.training.assignment import Assignment, Files
from bot.training.tables import Example
from models import LearnedModel
from tests.street import BOT, moment

CATEGORIES = BOT / "categories.yaml"

#: lamps inside the estates are the property company's here, whatever the judge makes of 路灯
LAMPS = tuple(f"{building}幢{where}路灯不亮" for building in (2, 3, 5, 6, 9, 12) for where in ("", "旁边"))
MEANT = "PRO_FACILITY"
#: not among them
ANOTHER_LAMP = "1幢路灯不亮了"
CAPTIONS = {
    "FAC_LIGHT": ("灯杆黑着", "这盏灯坏了", "一闪一闪", "整排都黑", "灯罩掉了", "白天亮着", "灯头歪了"),
    "ENV_GARBAGE": ("垃圾满了", "垃圾桶翻了", "厨余洒一地", "垃圾没人收", "桶满出来了", "垃圾袋堆着", "垃圾桶没盖"),
    "EMG_FIRE": ("楼道着火了", "厨房冒黑烟", "车棚烧起来了", "窗户里有火苗", "电瓶车着火", "垃圾桶烧着了", "屋顶在烧"),
}


def tables(folder: Path) -> Path:
    """A folder with one table of captions."""
    folder.mkdir(exist_ok=True)
    with (folder / "street.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = [(words, code) for code, captions in CAPTIONS.items() for words in captions]
        csv.writer(lines).writerows([("text", "code"), *rows])
    return folder


def assignment(folder: Path, fresh: int = len(LAMPS)) -> Assignment:
    """A lesson from so many of the corrections."""
    lamps = [Example(words, MEANT, material.CORRECTIONS) for words in LAMPS]
    return Assignment(Files(folder / "models", CATEGORIES, tables(folder / "captions")), Judging(), (), lamps[:fresh])


async def shelved(database: Database, folder: Path) -> LearnedModel:
    """What a lesson makes, in use as number 2 after the shipped model, number 1; without the cost of a process."""
    outcome = lesson.learn(assignment(folder))
    at, made_from = moment("2026-11-24 03:30"), {"base": "base", "examples": len(LAMPS)}
    shipped = LearnedModel(made_at=at, made_by=shelf.SHIPPED, made_from={"base": "base"}, state=shelf.IN_USE)
    learned = LearnedModel(
        made_at=at,
        made_by=shelf.NIGHTLY,
        made_from=made_from,
        figures=outcome.to_json(),
        state=shelf.IN_USE,
        folder=outcome.folder,
    )
    async with database.transaction() as session:
        await shelf.enter(session, shipped)
        await shelf.enter(session, learned)
    return learned
