"""`python -m bot model`: which models there are and how good they are, going back to one, or a lesson right now."""

from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import WallClock
from bot.commands import database
from bot.commands.trouble import Trouble
from bot.core import shelf
from bot.core.calendar import SHANGHAI
from bot.core.classify import learned
from bot.db import Database
from bot.settings import Settings
from bot.tasks import Tasks
from bot.training import school
from bot.training.assignment import Files
from models import LearnedModel

STATES = {
    shelf.IN_USE: "在用",
    shelf.KEPT_BACK: "没换上",
    shelf.REPLACED: "换下了",
    shelf.ROLLED_BACK: "退回了",
}
MAKERS = {shelf.SHIPPED: "自带", shelf.NIGHTLY: "夜里学的", shelf.COMMAND: "命令学的"}


def list_all(settings: Settings) -> None:
    """Prints every model and every try, one a line; Trouble when the database cannot be read."""
    rows = database.ask(settings.database.url, _rows)
    if not rows:
        print("机器人还没运行过，会用自带的模型。")
    for row in rows:
        print(_line(row, settings.models.folder))


def use(settings: Settings, name: str) -> None:
    """Goes back to the model of this number, or to the shipped one; Trouble when there is none or it cannot be read."""

    async def go(opened: Database) -> LearnedModel:
        async with opened.transaction() as session:
            row = await _find(session, name)
            _check(row, settings.models.folder)
            await shelf.go_back(session, row)
            return row

    row = database.ask(settings.database.url, go)
    print(f"换成第 {row.id} 个了（{MAKERS[row.made_by]}）。正在运行的机器人一分钟内跟着换，不用重启。")


def learn(settings: Settings) -> None:
    """Holds a lesson right now, by the same rules as at night, and says what came of it."""

    async def hold(opened: Database) -> LearnedModel:
        street = settings.build_street()
        files = Files(settings.models.folder, settings.folder / settings.categories)
        holding = school.School(opened, WallClock(), street, files, Tasks())
        await holding.open()
        return await holding.learn(shelf.COMMAND)

    print(_line(database.ask(settings.database.url, hold), settings.models.folder))


async def _rows(opened: Database) -> list[LearnedModel]:
    async with opened.reading() as session:
        return list(await shelf.rows(session))


async def _find(session: AsyncSession, name: str) -> LearnedModel:
    rows = {str(row.id): row for row in await shelf.rows(session)}
    newest = await shelf.shipped(session)
    found = newest if name == shelf.SHIPPED else rows.get(name)
    if found is None:
        known = "、".join(rows) or "还没有，先运行一次机器人"
        raise Trouble(f"没有第 {name} 个模型。有的是：{known}；自带的写 shipped")
    return found


def _check(row: LearnedModel, models: Path) -> None:
    if row.folder is None and row.made_by != shelf.SHIPPED:
        raise Trouble(f"第 {row.id} 个没通过考试，没有留下来，不能用")
    try:
        school.load(models, row.folder)
    except learned.BadModel as error:
        raise Trouble(f"第 {row.id} 个用不了：{error}") from error


def _line(row: LearnedModel, models: Path) -> str:
    made = f"{row.made_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    told = [f"#{row.id}", STATES[row.state], MAKERS[row.made_by], made, f"改过的 {row.made_from.get('examples', 0)} 条"]
    return "  ".join([*told, *_figures(row), *(["模型读不出来"] if _is_broken(row, models) else [])])


def _is_broken(row: LearnedModel, models: Path) -> bool:
    try:
        school.load(models, row.folder)
    except learned.BadModel:
        return True
    return False


def _figures(row: LearnedModel) -> list[str]:
    """The figures of the exam, old and new; of the shipped model those of its own card."""
    if fault := row.figures.get("fault"):
        return [f"没学成：{fault}"]
    old, new = row.figures.get("old", {}), row.figures.get("new", {})
    names = {"urgent_recall": "急件找到", "false_alarms": "误报", "macro_f1": "macro-F1", "top_3": "前三个里有"}
    return [
        f"{name} {f'{old[key]:.3f}→' if key in old else ''}{new[key]:.3f}" for key, name in names.items() if key in new
    ]
